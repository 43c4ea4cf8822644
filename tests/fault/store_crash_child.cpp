// SPDX-License-Identifier: GPL-3.0-or-later
// store_crash_child DIR (database|files) NTH: two villagers at a terminal that dies in its NTH disk operation; 0 lives.
// Says on standard output, line by line, what it was told is durable; at the end how many operations there were.
#include "app/core/base/log.h"
#include "offline/store/text.h"
#include "tests/fault/store_fault_files.h"
#include "tests/fault/store_fault_vfs.h"
#include "tests/unit/offline/store_world.h"

#include <QCoreApplication>

#include <cstdio>

using namespace tongban;
using namespace tongban::testing;

namespace {

void say(const char *what, const QString &value = {})
{
    std::printf("%s %s\n", what, qPrintable(value));
    std::fflush(stdout);
}

int visit(OfflineStore &store, const Clock &clock)
{
    const auto draft = filledDraft(store, zhang(), clock);
    if (!draft || !store.cases().saveDraft(*draft))
        return 1;
    say("saved", offline::store::textOf(draft->id));
    const auto submitted = store.cases().submit(*draft);
    if (!submitted)
        return 1;
    say("submitted", submitted->localNumber);
    const auto other = filledDraft(store, li(), clock);
    if (!other || !store.cases().saveDraft(*other) || !store.cases().discardDraft(other->id))
        return 1;
    say("discarded");
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    setLogSink([](const QByteArray &) {});
    FaultVfs database;
    FaultFiles files;
    const SystemClock clock;
    const auto store = openSwept(terminal(arguments.value(1)), clock, files);
    if (!store)
        return 2;
    const int nth = arguments.value(3).toInt();
    const bool inDatabase = arguments.value(2) == QLatin1String("database");
    database.arm(inDatabase ? DiskFault::TornKill : DiskFault::None, nth);
    files.arm(FaultFiles::Kind::Kill, inDatabase ? 0 : nth);
    const int code = visit(**store, clock);
    say("operations", QString::number(inDatabase ? database.operations() : files.operations()));
    database.disarm();
    files.disarm();
    return code;
}
