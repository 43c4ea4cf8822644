// SPDX-License-Identifier: GPL-3.0-or-later
// tongban-queue both ways: over the running kiosk's door, and over the store itself while the kiosk is down.
#include "app/main/queue/queue_command.h"
#include "app/main/queue/queue_report.h"
#include "app/main/store_options.h"
#include "app/main/tool_door.h"
#include "offline/crypto/sm2.h"
#include "tests/unit/offline/store_world.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QTest>

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace tongban;
using namespace tongban::app;
using namespace tongban::testing;
using offline::crypto::Sm2PrivateKey;

namespace {

struct Told
{
    int code = -1;
    QString out;
    QString err;
    [[nodiscard]] QJsonObject json() const { return QJsonDocument::fromJson(out.toUtf8()).object(); }
};

// Connects as somebody else, says a word and listens. 0: shut out without an answer; in a process of its own.
int asStranger(const QByteArray &path)
{
    if (::setgid(65534) != 0 || ::setuid(65534) != 0)
        return 3;
    const int fd = ::socket(AF_UNIX, SOCK_STREAM, 0);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    path.left(sizeof address.sun_path - 1).toStdString().copy(address.sun_path, sizeof address.sun_path - 1);
    if (::connect(fd, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0)
        return 2;
    const char request[] = "{\"do\":\"list\"}\n";
    if (::send(fd, request, sizeof request - 1, MSG_NOSIGNAL) < 0)
        return 0;
    char answer = 0;
    return ::read(fd, &answer, 1) > 0 ? 1 : 0;
}

} // namespace

class QueueTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<StoreWorld> m_world;
    std::unique_ptr<QTemporaryDir> m_directory;
    KioskConfig m_config;
    domain::SubmittedCase m_case;
    Sm2PrivateKey m_device = Sm2PrivateKey::generate();
    Sm2PrivateKey m_city = Sm2PrivateKey::generate();

    // The kiosk, as far as its tools see it.
    std::unique_ptr<Lane> m_lane;
    StorePointer m_store; // touched on m_lane only
    std::unique_ptr<ControlDoor> m_door;

    [[nodiscard]] QString path(const QString &name) const { return m_directory->filePath(name); }
    void put(const QString &name, const QByteArray &bytes) const
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    }
    void writeConfig()
    {
        for (const auto &name : {QStringLiteral("ca.pem"), QStringLiteral("k.pem"), QStringLiteral("k.key")})
            put(name, "x");
        put(QStringLiteral("sign.key"), m_device.toPem());
        put(QStringLiteral("city.pub"), m_city.publicKey().toPem());
        const auto options = m_world->options();
        const QJsonObject site{{"siteCode", options.siteCode},
                               {"hallName", "青山镇"},
                               {"deviceId", options.deviceId},
                               {"phone", "1"},
                               {"address", "1"},
                               {"hours", "1"}};
        const QJsonObject platform{{"url", "https://127.0.0.1:1/v1"},
                                   {"ca", "ca.pem"},
                                   {"certificate", "k.pem"},
                                   {"key", "k.key"},
                                   {"appId", "tongban"},
                                   {"signKeyFile", "sign.key"},
                                   {"cityKeyFile", "city.pub"}};
        const QJsonObject config{{"site", site},
                                 {"stateDirectory", m_world->stateDirectory()},
                                 {"deviceDirectories", QJsonArray{"devices"}},
                                 {"platform", platform},
                                 {"display", QJsonObject{{"fullScreen", false}, {"width", 1080}, {"height", 1920}}},
                                 {"logFile", "log"}};
        put(QStringLiteral("kiosk.json"), QJsonDocument(config).toJson());
        const auto read = loadKioskConfig(path(QStringLiteral("kiosk.json")));
        QVERIFY2(read, read ? "" : qPrintable(read.error().detail));
        m_config = *read;
    }
    void startKiosk()
    {
        m_lane = std::make_unique<Lane>(QStringLiteral("store"));
        const auto opened = m_lane->run([this](std::stop_token) -> Result<void> {
            auto store = m_world->open();
            if (!store)
                return fail(store.error());
            m_store = std::move(*store);
            return {};
        });
        QVERIFY(opened.result());
        auto door = openToolDoor(
            m_config, *m_lane, [this] { return m_store.get(); }, m_world->disk, m_world->clock);
        QVERIFY2(door, door ? "" : qPrintable(door.error().detail));
        m_door = std::move(*door);
    }
    void stopKiosk()
    {
        m_door.reset();
        if (m_lane)
            m_lane
                ->run([this](std::stop_token) {
                    m_store.reset();
                    return Result<void>();
                })
                .waitForFinished();
        m_lane.reset();
    }
    [[nodiscard]] Told queue(const QStringList &words)
    {
        QProcess program;
        program.start(QStringLiteral(TONGBAN_BIN_DIR "/tongban-queue"),
                      QStringList{QStringLiteral("--config"), path(QStringLiteral("kiosk.json"))} + words);
        // The door lives on this thread: its event loop turns while the program runs.
        if (!QTest::qWaitFor([&] { return program.state() == QProcess::NotRunning; }, 20'000)) {
            program.kill();
            program.waitForFinished();
            return {};
        }
        return {.code = program.exitCode(),
                .out = QString::fromUtf8(program.readAllStandardOutput()),
                .err = QString::fromUtf8(program.readAllStandardError())};
    }
    [[nodiscard]] QString firstEntry()
    {
        return queue({"--json", "list"}).json()["entries"].toArray().first()["entry"].toString();
    }
    [[nodiscard]] QByteArray acknowledgement(const QJsonArray &entries, const Sm2PrivateKey &signer) const
    {
        QJsonArray answers;
        for (const QJsonValue &entry : entries)
            answers.append(QJsonObject{{"key", entry["entry"]},
                                       {"caseId", entry["case"]},
                                       {"kind", entry["kind"]},
                                       {"answer", QJsonObject{{"caseId", "P-1"}}}});
        const QByteArray line = QJsonDocument(QJsonObject{{"version", 1},
                                                          {"bundleId", "x"},
                                                          {"deviceId", m_config.site.deviceId},
                                                          {"createdAt", "2026-11-21T08:30:00.000Z"},
                                                          {"answers", answers}})
                                    .toJson(QJsonDocument::Compact);
        return line + '\n' + signer.sign("tongban ack 1\n" + line).toBase64() + '\n';
    }
    static void bothWays()
    {
        QTest::addColumn<bool>("kioskRuns");
        QTest::newRow("the kiosk is down") << false;
        QTest::newRow("the kiosk runs") << true;
    }
    void arrange()
    {
        QFETCH(bool, kioskRuns);
        if (kioskRuns)
            startKiosk();
    }

private Q_SLOTS:
    void init()
    {
        m_world = std::make_unique<StoreWorld>();
        m_directory = std::make_unique<QTemporaryDir>();
        writeConfig();
        auto store = m_world->open();
        QVERIFY(store);
        const auto draft = filledDraft(**store, zhang(), m_world->clock);
        QVERIFY(draft);
        m_case = *(*store)->cases().submit(*draft);
    }
    void cleanup()
    {
        stopKiosk();
        m_world.reset();
    }

    void listsWhatWaits_data() { bothWays(); }
    void listsWhatWaits()
    {
        arrange();
        const Told told = queue({"list"});
        QCOMPARE(told.code, 0);
        QVERIFY2(told.out.contains(m_case.localNumber), qPrintable(told.out + told.err));
        QVERIFY(told.out.contains(QStringLiteral("共5条")));
        QCOMPARE(queue({"--json", "list", "--state", "parked"}).json()["entries"].toArray().size(), 0);
        QCOMPARE(queue({"list", "--state", "nonsense"}).code, 3);
    }

    void showsACaseMasked_data() { bothWays(); }
    void showsACaseMasked()
    {
        arrange();
        const Told told = queue({"show", m_case.localNumber});
        QCOMPARE(told.code, 0);
        QVERIFY(told.out.contains(m_case.content.item.name));
        QVERIFY(!told.out.contains(m_case.content.applicant.name.reveal()));
        QVERIFY(!told.out.contains(m_case.content.applicant.idNumber.reveal()));
        QVERIFY(told.out.contains(QStringLiteral("********")));
        QCOMPARE(queue({"show", "no-such-number"}).code, 3);
    }

    void parksAndRetries_data() { bothWays(); }
    void parksAndRetries()
    {
        arrange();
        const QString entry = firstEntry();
        QCOMPARE(queue({"park", entry, "等", "电话"}).code, 0);
        const Told parked = queue({"list", "--state", "parked"});
        QVERIFY2(parked.out.contains(QStringLiteral("等 电话")), qPrintable(parked.out));
        QCOMPARE(queue({"retry", entry}).code, 0);
        QCOMPARE(queue({"retry", entry}).code, 3); // it is not parked any more
        QCOMPARE(queue({"park", entry, "again"}).code, 0);
        QVERIFY(queue({"retry", "--all-parked"}).out.contains(QStringLiteral("1条")));
        QCOMPARE(queue({"retry", "not-an-id"}).code, 3);
    }

    void exportsAndImports_data() { bothWays(); }
    void exportsAndImports()
    {
        arrange();
        QVERIFY(QDir(m_directory->path()).mkdir(QStringLiteral("stick")));
        const QJsonArray entries = queue({"--json", "list"}).json()["entries"].toArray();
        const Told out = queue({"export", path(QStringLiteral("stick"))});
        QVERIFY2(out.code == 0 && out.out.contains(QStringLiteral("可以拔U盘了")), qPrintable(out.out + out.err));
        QCOMPARE(QDir(path(QStringLiteral("stick"))).entryList({QStringLiteral("*.bundle")}).size(), 1);
        QCOMPARE(queue({"--json", "list"}).json()["entries"].toArray().size(), 5); // nothing has changed

        put(QStringLiteral("forged.ack"), acknowledgement(entries, m_device));
        const Told forged = queue({"import", path(QStringLiteral("forged.ack"))});
        QVERIFY2(forged.code == 3 && forged.err.contains(QStringLiteral("不是本市签发")), qPrintable(forged.err));
        put(QStringLiteral("good.ack"), acknowledgement(entries, m_city));
        for (int again = 0; again < 2; ++again)
            QCOMPARE(queue({"import", path(QStringLiteral("good.ack"))}).code, 0);
        QCOMPARE(queue({"--json", "list"}).json()["entries"].toArray().size(), 0);
        QCOMPARE(queue({"--json", "list", "--state", "done"}).json()["entries"].toArray().size(), 5);
        QVERIFY(queue({"export", path(QStringLiteral("stick"))}).out.contains(QStringLiteral("没有要带走的办件")));
        QVERIFY(queue({"export", "/nowhere/at/all"}).err.contains(QStringLiteral("没有找到U盘")));
    }

    void verifies_data() { bothWays(); }
    void verifies()
    {
        arrange();
        const Told sound = queue({"verify"});
        QVERIFY2(sound.code == 0 && sound.out.contains(QStringLiteral("全部一致")), qPrintable(sound.out + sound.err));
        const auto blob = m_case.content.pages.first().front().blob.toString(QUuid::WithoutBraces);
        QVERIFY(
            QFile::remove(QStringLiteral("%1/vault/%2/%3")
                              .arg(m_world->stateDirectory(), m_case.content.id.toString(QUuid::WithoutBraces), blob)));
        const Told damaged = queue({"verify"});
        QVERIFY2(damaged.code == 1 && damaged.out.contains(QStringLiteral("发现1处")), qPrintable(damaged.out));
    }

    void aKioskWithoutADoorIsNotWalkedAround()
    {
        startKiosk();
        m_door.reset();
        const Told told = queue({"list"});
        QVERIFY2(told.code == 4 && told.err.contains(QStringLiteral("another process")), qPrintable(told.err));
    }

    void theDoorOfADeadKioskIsPassedBy()
    {
        const QString socket = controlSocketOf(m_config);
        put(QStringLiteral("nothing"), "");
        QVERIFY(QFile::copy(path(QStringLiteral("nothing")), socket)); // a name without anybody behind it
        QCOMPARE(queue({"list"}).code, 0);
    }

    // What a restore does is tested beside the store; here: that the words reach it, and that nothing is touched
    // without.
    void aRestoreWithoutABackupTouchesNothing()
    {
        put(QStringLiteral("city.key"), m_city.toPem());
        QVERIFY(QDir(m_directory->path()).mkdir(QStringLiteral("backup")));
        const Told told = queue({"restore", "--key", path("city.key"), "--from", path("backup")});
        QVERIFY2(told.code == 3 && told.err.contains(QStringLiteral("没有恢复")), qPrintable(told.out + told.err));
        QCOMPARE(queue({"--json", "list"}).json()["entries"].toArray().size(), 5);
        QCOMPARE(queue({"restore", "--from", path("backup")}).code, 2);
    }

    void theTerminalComesBackOutOfItsBackup()
    {
        QVERIFY(QDir(m_directory->path()).mkdir(QStringLiteral("backup")));
        auto options = m_world->options();
        options.backup.emplace(
            offline::store::BackupOptions{.directory = path("backup"), .cityKey = m_city.publicKey()});
        {
            const auto store = offline::store::OfflineStore::open(options, m_world->clock, m_world->disk);
            QVERIFY2(store, store ? "" : qPrintable(store.error().detail));
            const auto made = (*store)->backUp().result();
            QVERIFY2(made, made ? "" : qPrintable(made.error().detail));
        }
        QVERIFY(QDir(m_world->stateDirectory()).removeRecursively());
        put(QStringLiteral("city.key"), m_city.toPem());
        const Told told = queue({"restore", "--key", path("city.key"), "--from", path("backup")});
        QVERIFY2(told.code == 0 && told.out.contains(QStringLiteral("1件办件")), qPrintable(told.out + told.err));
        QVERIFY(queue({"show", m_case.localNumber}).out.contains(m_case.content.item.name));
    }

    void whatStaffDoIsOnRecord()
    {
        QCOMPARE(queue({"park", firstEntry(), "later"}).code, 0);
        QCOMPARE(queue({"retry", "--all-parked"}).code, 0);
        const auto store = m_world->open();
        QVERIFY(store);
        const auto records = (*store)->audit().records(1, 1000);
        QVERIFY(records);
        QStringList actions;
        for (const auto &record : *records)
            actions << record.event.action;
        QVERIFY2(actions.contains(QStringLiteral("queue.park")) && actions.contains(QStringLiteral("queue.retry")),
                 qPrintable(actions.join(u' ')));
    }

    void noStoreIsMadeWhereThereIsNone()
    {
        QVERIFY(QDir(m_world->stateDirectory()).removeRecursively());
        QCOMPARE(queue({"list"}).code, 4);
        QVERIFY(!QDir(m_world->stateDirectory()).exists());
    }

    void aStrangerIsShutOut()
    {
        if (::geteuid() != 0)
            QSKIP("only root can become somebody else");
        startKiosk();
        const QByteArray socket = QFile::encodeName(controlSocketOf(m_config));
        // Even where the file system would let everybody pass.
        for (QString up = m_world->stateDirectory(); up != QLatin1String("/"); up = QFileInfo(up).path()) {
            if (QFileInfo(up).ownerId() == 0 && !(QFile(up).permissions() & QFile::ExeOther))
                QVERIFY(::chmod(QFile::encodeName(up).constData(), 0755) == 0);
        }
        QVERIFY(::chmod(socket.constData(), 0777) == 0);
        const pid_t child = ::fork();
        if (child == 0)
            ::_exit(asStranger(socket));
        int status = -1;
        QVERIFY(QTest::qWaitFor([&] { return ::waitpid(child, &status, WNOHANG) == child; }));
        QVERIFY(WIFEXITED(status));
        QCOMPARE(WEXITSTATUS(status), 0);
        QCOMPARE(queue({"list"}).code, 0); // and we are let in
    }

    void wrongWordsAreExplained_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::newRow("none") << QStringList();
        QTest::newRow("unknown") << QStringList{"destroy"};
        QTest::newRow("too few") << QStringList{"park", "x"};
        QTest::newRow("too many") << QStringList{"verify", "now"};
    }
    void wrongWordsAreExplained()
    {
        QFETCH(QStringList, words);
        const Told told = queue(words);
        QCOMPARE(told.code, 2);
        QVERIFY(told.err.contains(QStringLiteral("用法")));
    }

    void helpIsChinese()
    {
        const Told told = queue({"--help"});
        QCOMPARE(told.code, 0);
        QVERIFY(told.out.contains(QStringLiteral("结束码")));
    }
};

QTEST_GUILESS_MAIN(QueueTest)
#include "queue_test.moc"
