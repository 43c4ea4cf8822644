// SPDX-License-Identifier: GPL-3.0-or-later
// backup_crash_child WORLD (backup|erase|restore) (database|files) NTH: one act upon a prepared world that dies in its
// NTH disk operation; 0 lives. WORLD/state and WORLD/backup are the terminal's, WORLD/city.pem the city's private key,
// WORLD/erase names the case that is to go. Says "done" when it was told so, and how many operations there were.
#include "app/core/base/log.h"
#include "offline/store/restore.h"
#include "tests/fault/store_fault_files.h"
#include "tests/fault/store_fault_vfs.h"
#include "tests/unit/offline/store_world.h"

#include <QCoreApplication>
#include <QFile>

#include <cstdio>

using namespace tongban;
using namespace tongban::testing;

namespace {

QByteArray fileBytes(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

struct Faults
{
    FaultVfs database;
    FaultFiles files;
    bool inDatabase = false;
    int nth = 0;

    void arm()
    {
        database.arm(inDatabase ? DiskFault::TornKill : DiskFault::None, nth);
        files.arm(FaultFiles::Kind::Kill, inDatabase ? 0 : nth);
    }
    [[nodiscard]] int operations() const { return inDatabase ? database.operations() : files.operations(); }
};

bool upon(OfflineStore &store, const QString &act, const QString &world, Faults &faults)
{
    faults.arm();
    if (act == QLatin1String("erase"))
        return store.eraseCase(QUuid::fromString(QString::fromLatin1(fileBytes(world + QStringLiteral("/erase")))))
            .has_value();
    auto future = store.backUp();
    future.waitForFinished();
    return future.result().has_value();
}

bool acted(const QString &act, const QString &world, const Clock &clock, Faults &faults)
{
    const QByteArray pem = fileBytes(world + QStringLiteral("/city.pem"));
    const QString state = world + QStringLiteral("/state");
    const QString backup = world + QStringLiteral("/backup");
    if (act == QLatin1String("restore")) {
        faults.arm();
        return offline::store::restoreStore({.backupDirectory = backup,
                                             .deviceId = QStringLiteral("K01"),
                                             .stateDirectory = state,
                                             .cityPrivateKeyPem = pem},
                                            clock, faults.files)
            .has_value();
    }
    auto options = terminal(state);
    options.backup.emplace(offline::store::BackupOptions{
        .directory = backup, .cityKey = offline::crypto::Sm2PrivateKey::fromPem(pem)->publicKey()});
    const auto store = openSwept(options, clock, faults.files);
    return store && upon(**store, act, world, faults);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    setLogSink([](const QByteArray &) {});
    const SystemClock clock;
    Faults faults;
    faults.inDatabase = arguments.value(3) == QLatin1String("database");
    faults.nth = arguments.value(4).toInt();
    if (!acted(arguments.value(2), arguments.value(1), clock, faults))
        return 1;
    std::printf("done\noperations %d\n", faults.operations());
    faults.database.disarm();
    faults.files.disarm();
    return 0;
}
