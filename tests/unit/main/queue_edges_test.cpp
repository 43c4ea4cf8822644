// SPDX-License-Identifier: GPL-3.0-or-later
// tongban-queue where something is missing or wrong: no door, no backup, no store, no right, no such word.
#include "tests/unit/main/queue_rig.h"

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace tongban;
using namespace tongban::testing;

namespace {

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

class QueueEdgesTest : public QueueRig
{
    Q_OBJECT

private Q_SLOTS:
    void init() { setUp(); }
    void cleanup() { tearDown(); }

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

QTEST_GUILESS_MAIN(QueueEdgesTest)
#include "queue_edges_test.moc"
