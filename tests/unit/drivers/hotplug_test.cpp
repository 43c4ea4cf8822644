// SPDX-License-Identifier: GPL-3.0-or-later
// What is seen of a device's node or link that comes and goes, and which device an event is for.
#include "drivers/registry/hotplug.h"

#include <QDir>
#include <QFile>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace tongban::drivers::registry;

namespace {

Descriptor over(const char *kind)
{
    Descriptor descriptor;
    descriptor.transport = {{QStringLiteral("kind"), QString::fromLatin1(kind)}};
    return descriptor;
}

} // namespace

class HotplugTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLinkComesAndGoes()
    {
        const QTemporaryDir dir;
        const QString link = dir.filePath(QStringLiteral("dev/reader.tty")); // not even its directory is there
        PathWatch watch;
        QSignalSpy changed(&watch, &PathWatch::changed);
        watch.watch({link});
        QVERIFY(changed.isEmpty());
        QVERIFY(QDir(dir.path()).mkdir(QStringLiteral("dev")));
        QVERIFY(QFile::link(QStringLiteral("/dev/null"), link));
        QTRY_COMPARE(changed.size(), 1);
        QCOMPARE(changed.first().first().toString(), link);
        QVERIFY(QFile::remove(link));
        QTRY_COMPARE(changed.size(), 2);
        QVERIFY(QDir(dir.path()).rmdir(QStringLiteral("dev")));
        QVERIFY(QDir(dir.path()).mkdir(QStringLiteral("dev")));
        QVERIFY(QFile::link(QStringLiteral("/dev/zero"), link));
        QTRY_COMPARE(changed.size(), 3);
    }

    void aLinkThatLeadsElsewhereIsNews()
    {
        const QTemporaryDir dir;
        const QString link = dir.filePath(QStringLiteral("reader.tty"));
        QVERIFY(QFile::link(QStringLiteral("/dev/null"), link));
        PathWatch watch;
        QSignalSpy changed(&watch, &PathWatch::changed);
        watch.watch({link});
        QVERIFY(QFile::remove(link));
        QVERIFY(QFile::link(QStringLiteral("/dev/zero"), link));
        QTRY_VERIFY(!changed.isEmpty());
    }

    void aLinkToALinkIsFollowed()
    {
        const QTemporaryDir dir;
        const QTemporaryDir other;
        const QString link = dir.filePath(QStringLiteral("reader"));
        const QString node = other.filePath(QStringLiteral("ttyUSB0"));
        QVERIFY(QFile::link(node, link));
        PathWatch watch;
        QSignalSpy changed(&watch, &PathWatch::changed);
        watch.watch({link});
        QVERIFY(QFile::link(QStringLiteral("/dev/null"), node));
        QTRY_COMPARE(changed.size(), 1);
        QVERIFY(QFile::remove(node));
        QTRY_COMPARE(changed.size(), 2);
        QCOMPARE(changed.last().first().toString(), link);
    }

    void whatElseStirsInADirectoryIsNone()
    {
        const QTemporaryDir dir;
        const QString link = dir.filePath(QStringLiteral("reader.tty"));
        QVERIFY(QFile::link(QStringLiteral("/dev/null"), link));
        PathWatch watch;
        QSignalSpy changed(&watch, &PathWatch::changed);
        watch.watch({link});
        QFile other(dir.filePath(QStringLiteral("page.pnm")));
        QVERIFY(other.open(QIODevice::WriteOnly));
        QFile null(link); // and bytes through a node do not make it another one
        QVERIFY(null.open(QIODevice::WriteOnly) && null.write("x") == 1);
        null.close();
        const QString last = dir.filePath(QStringLiteral("z.tty"));
        watch.watch({link, last});
        QVERIFY(QFile::link(QStringLiteral("/dev/null"), last));
        QTRY_COMPARE(changed.size(), 1);
        QCOMPARE(changed.first().first().toString(), last);
    }

    void whomAnEventConcerns_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QStringList>("subsystems");
        const auto row = [](const char *kind, const QStringList &subsystems) {
            QTest::newRow(kind) << QString::fromLatin1(kind) << subsystems;
        };
        row("serial", {QStringLiteral("usb"), QStringLiteral("tty")});
        row("usb", {QStringLiteral("usb")});
        row("hidraw", {QStringLiteral("usb"), QStringLiteral("hidraw")});
        row("evdev", {QStringLiteral("usb"), QStringLiteral("input")});
        row("v4l2", {QStringLiteral("usb"), QStringLiteral("video4linux")});
        row("sane", {QStringLiteral("usb")});
        row("cups", {QStringLiteral("usb")});
        row("pcsc", {QStringLiteral("usb")});
        row("tcp", {});
    }
    void whomAnEventConcerns()
    {
        QFETCH(QString, kind);
        QFETCH(QStringList, subsystems);
        for (const char *subsystem : {"usb", "hidraw", "input", "video4linux", "tty"})
            QCOMPARE(Hotplug::concerns(over(kind.toLatin1()), QLatin1String(subsystem)),
                     subsystems.contains(QLatin1String(subsystem)));
    }

    void pathsOfTransports()
    {
        Descriptor serial = over("serial");
        serial.transport.insert(QStringLiteral("path"), QStringLiteral("/dev/tongban/reader"));
        QCOMPARE(Hotplug::pathOf(serial), QStringLiteral("/dev/tongban/reader"));
        QCOMPARE(Hotplug::pathOf(over("usb")), QString());
    }
};

QTEST_GUILESS_MAIN(HotplugTest)
#include "hotplug_test.moc"
