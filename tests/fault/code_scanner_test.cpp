// SPDX-License-Identifier: GPL-3.0-or-later
// The three code scanners × what can happen to them, through real nodes: a pseudo-terminal, and umockdev's hidraw and
// event nodes found by USB ids.
#include "app/core/base/log.h"
#include "tests/fault/code_rig.h"

#include <QElapsedTimer>

#include <fcntl.h>
#include <sys/ioctl.h>

using namespace tongban;
using namespace tongban::drivers;
using namespace std::chrono_literals;
using tests::Asking;
using tests::CodeRig;
using tests::describe;

#define EXPECT_KIND(result, expected)                                                                                  \
    do {                                                                                                               \
        const auto seen = result;                                                                                      \
        QVERIFY2(failedWith(seen, expected), describe(seen).constData());                                              \
    } while (false)

class CodeScannerTest : public QObject
{
    Q_OBJECT

private:
    static void everyScanner()
    {
        QTest::addColumn<QString>("device");
        for (const char *device : {"serial", "hidpos", "wedge"})
            QTest::newRow(device) << QString::fromLatin1(device);
    }

private Q_SLOTS:
    void initTestCase()
    {
        setLogSink([this](const QByteArray &line) { m_log += line + '\n'; });
    }
    void cleanup() // whatever happened: nothing of a code in the log
    {
        for (const char *word : {"receipt-", "hunter2", "回执"})
            QVERIFY(!m_log.contains(word));
    }

    void codesAreRead_data()
    {
        QTest::addColumn<QString>("device");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("encoding");
        const auto utf8 = QStringLiteral("utf-8");
        const auto gb = QStringLiteral("gb18030");
        const QString chinese = QStringLiteral("回执 3604-0001 𠮷");
        for (const char *device : {"serial", "hidpos"}) {
            QTest::addRow("%s UTF-8", device) << QString::fromLatin1(device) << chinese << utf8;
            QTest::addRow("%s GB18030", device) << QString::fromLatin1(device) << chinese << gb;
            QTest::addRow("%s long", device) << QString::fromLatin1(device) << chinese.repeated(60) << gb;
        }
        QTest::newRow("serial GS") << QStringLiteral("serial") << QStringLiteral("10receipt-\u001D21") << utf8;
        QTest::newRow("wedge") << QStringLiteral("wedge") << QStringLiteral("Receipt-7?x=A_b{|}~") << utf8;
        QTest::newRow("wedge GS") << QStringLiteral("wedge") << QStringLiteral("10receipt-\u001D21") << utf8;
    }
    void codesAreRead()
    {
        QFETCH(QString, device);
        QFETCH(QString, text);
        QFETCH(QString, encoding);
        CodeRig rig;
        QVERIFY(rig.start());
        const auto scanner = rig.scanner(device);
        for (int i = 0; i < 2; ++i) { // the next person's goes the same way
            const auto code = rig.read(*scanner, device, text, encoding);
            QVERIFY2(code.has_value(), describe(code).constData());
            QCOMPARE(code->text.reveal(), text);
            QCOMPARE(code->symbology, domain::Symbology::QrCode);
        }
    }

    void chineseDoesNotComeThroughAKeyboard()
    {
        CodeRig rig;
        QVERIFY(rig.start());
        const auto scanner = rig.scanner(QStringLiteral("wedge"));
        EXPECT_KIND(rig.read(*scanner, QStringLiteral("wedge"), QStringLiteral("回执"), QStringLiteral("gb18030")),
                    ErrorKind::CodeUnreadable);
        QVERIFY(rig.read(*scanner, QStringLiteral("wedge"), QStringLiteral("a")).has_value());
    }

    void whatWasShownBeforeIsThrownAway_data() { everyScanner(); }
    void whatWasShownBeforeIsThrownAway()
    {
        QFETCH(QString, device);
        CodeRig rig;
        QVERIFY(rig.start());
        const auto scanner = rig.scanner(device);
        QVERIFY(scanner->probe(Deadline::in(2s), {}).has_value());
        QVERIFY(rig.show(device, QStringLiteral("hunter2")));
        if (device == QStringLiteral("serial")) {
            const transport::FileDescriptor line(
                ::open(rig.process.path(QStringLiteral("codes.tty")).toLocal8Bit().constData(), O_RDWR | O_NOCTTY));
            const auto waiting = [&line] {
                int bytes = 0;
                return ::ioctl(line.get(), FIONREAD, &bytes) == 0 ? bytes : -1;
            };
            QTRY_COMPARE(waiting(), 11); // ]Q1, the code, CR
        } else {
            QTRY_COMPARE(rig.status(device).value(QStringLiteral("pending")).toInt(), 0);
        }
        EXPECT_KIND(scanner->next(Deadline::in(300ms), {}), ErrorKind::CodeAbsent);
        const auto fresh = rig.read(*scanner, device, QStringLiteral("receipt-2"));
        QVERIFY2(fresh.has_value(), describe(fresh).constData());
        QCOMPARE(fresh->text.reveal(), QStringLiteral("receipt-2"));
    }

    void absent_data() { everyScanner(); }
    void absent()
    {
        QFETCH(QString, device);
        CodeRig rig;
        QVERIFY(rig.start());
        QVERIFY(rig.fault(device, QStringLiteral("unplugged")));
        const auto scanner = rig.scanner(device);
        EXPECT_KIND(scanner->next(Deadline::in(5s), {}), ErrorKind::DeviceAbsent);
        QVERIFY(failedWith(scanner->probe(Deadline::in(5s), {}), ErrorKind::DeviceAbsent));
    }

    void unpluggedInMidWaitAndReplugged_data() { everyScanner(); }
    void unpluggedInMidWaitAndReplugged()
    {
        QFETCH(QString, device);
        CodeRig rig;
        QVERIFY(rig.start());
        const auto scanner = rig.scanner(device);
        QVERIFY(scanner->probe(Deadline::in(2s), {}).has_value());
        const QString node = rig.status(device).value(QStringLiteral("node")).toString();
        {
            Asking asking(*scanner, 20s);
            QTRY_VERIFY(asking.hasBegun());
            QVERIFY(rig.fault(device, QStringLiteral("unplugged")));
            QElapsedTimer timer;
            timer.start();
            EXPECT_KIND(asking.code(), ErrorKind::DeviceAbsent);
            QVERIFY2(timer.elapsed() < 2000, QByteArray::number(timer.elapsed()).constData());
        }
        QVERIFY(failedWith(scanner->probe(Deadline::in(2s), {}), ErrorKind::DeviceAbsent));
        QVERIFY(rig.fault(device, QStringLiteral("none")));
        if (device != QStringLiteral("serial"))
            QVERIFY(rig.status(device).value(QStringLiteral("node")).toString() != node);
        QElapsedTimer timer;
        timer.start();
        QVERIFY(scanner->probe(Deadline::in(2s), {}).has_value());
        QVERIFY(timer.elapsed() < 2000);
        QVERIFY(rig.read(*scanner, device, QStringLiteral("receipt-3")).has_value());
    }

    void faults_data()
    {
        QTest::addColumn<QString>("device");
        QTest::addColumn<QString>("fault");
        QTest::addColumn<ErrorKind>("kind");
        const auto row = [](const char *device, const char *fault, ErrorKind kind) {
            QTest::addRow("%s %s", device, fault) << QString::fromLatin1(device) << QString::fromLatin1(fault) << kind;
        };
        row("serial", "garbage", ErrorKind::ProtocolViolation);
        row("hidpos", "garbage", ErrorKind::ProtocolViolation);
        row("wedge", "garbage", ErrorKind::CodeUnreadable);
    }
    void faults()
    {
        QFETCH(QString, device);
        QFETCH(QString, fault);
        QFETCH(ErrorKind, kind);
        CodeRig rig;
        QVERIFY(rig.start());
        QVERIFY(rig.fault(device, fault));
        const auto scanner = rig.scanner(device);
        EXPECT_KIND(rig.read(*scanner, device, QStringLiteral("receipt-4")), kind);
        // All is forgiven once the cause is gone.
        QVERIFY(rig.fault(device, QStringLiteral("none")));
        QTRY_VERIFY(
            failedWith(scanner->next(Deadline::in(300ms), {}), ErrorKind::CodeAbsent)); // the line is quiet again
        const auto again = rig.read(*scanner, device, QStringLiteral("receipt-5"));
        QVERIFY2(again.has_value(), describe(again).constData());
        QCOMPARE(again->text.reveal(), QStringLiteral("receipt-5"));
    }

    void silent_data() { everyScanner(); }
    void silent()
    {
        QFETCH(QString, device);
        CodeRig rig;
        QVERIFY(rig.start());
        QVERIFY(rig.fault(device, QStringLiteral("silent")));
        const auto scanner = rig.scanner(device);
        QVERIFY(rig.show(device, QStringLiteral("receipt-6")));
        QElapsedTimer timer;
        timer.start();
        EXPECT_KIND(scanner->next(Deadline::in(400ms), {}), ErrorKind::CodeAbsent);
        QVERIFY(timer.elapsed() >= 399);
        QVERIFY(scanner->probe(Deadline::in(1s), {}).has_value()); // a quiet scanner is a healthy one
    }

    void oneByteAtATime_data() { everyScanner(); }
    void oneByteAtATime()
    {
        QFETCH(QString, device);
        CodeRig rig;
        QVERIFY(rig.start());
        QVERIFY(rig.fault(device, QStringLiteral("oneByte")));
        const auto scanner = rig.scanner(device);
        const auto code = rig.read(*scanner, device, QStringLiteral("abc12"));
        QVERIFY2(code.has_value(), describe(code).constData());
        QCOMPARE(code->text.reveal(), QStringLiteral("abc12"));
    }

    void stopsAtOnce_data() { everyScanner(); }
    void stopsAtOnce()
    {
        QFETCH(QString, device);
        CodeRig rig;
        QVERIFY(rig.start());
        const auto scanner = rig.scanner(device);
        QVERIFY(scanner->probe(Deadline::in(2s), {}).has_value());
        Asking asking(*scanner, 30s);
        QTRY_VERIFY(asking.hasBegun());
        QElapsedTimer timer;
        timer.start();
        asking.stop();
        EXPECT_KIND(asking.code(), ErrorKind::Cancelled);
        QVERIFY2(timer.elapsed() <= 200, QByteArray::number(timer.elapsed()).constData());
    }

    void theWrongNode()
    {
        CodeRig rig;
        QVERIFY(rig.start());
        const QString hidraw = rig.status(QStringLiteral("hidpos")).value(QStringLiteral("node")).toString();
        const QString event = rig.status(QStringLiteral("wedge")).value(QStringLiteral("node")).toString();
        devices::HidPosScanner hidPos(
            std::make_unique<transport::HidrawTransport>(transport::NodeAddress{.path = event}), {});
        EXPECT_KIND(hidPos.next(Deadline::in(1s), {}), ErrorKind::ProtocolViolation);
        devices::KeyboardWedge wedge(
            std::make_unique<transport::EvdevTransport>(transport::NodeAddress{.path = hidraw}), {});
        EXPECT_KIND(wedge.next(Deadline::in(1s), {}), ErrorKind::ProtocolViolation);
        QVERIFY(failedWith(wedge.probe(Deadline::in(1s), {}), ErrorKind::ProtocolViolation));
    }

    void theKeyboardIsGrabbedAsLongAsItIsOpen()
    {
        CodeRig rig;
        QVERIFY(rig.start());
        const auto device = QStringLiteral("wedge");
        const auto is = [&](const char *what) { return rig.status(device).value(QLatin1String(what)); };
        const auto scanner = rig.scanner(device);
        QVERIFY(!is("grabbed").toBool());
        QVERIFY(rig.read(*scanner, device, QStringLiteral("receipt-7")).has_value());
        QVERIFY(is("grabbed").toBool()); // between two questions too
        QCOMPARE(is("grabs").toInt(), 1);
        // Another program that wants it for itself does not get it: nor would a screen.
        EXPECT_KIND(rig.scanner(device)->next(Deadline::in(1s), {}), ErrorKind::DeviceFault);
        scanner->close();
        QVERIFY(!is("grabbed").toBool());
        QVERIFY(scanner->probe(Deadline::in(1s), {}).has_value());
        QCOMPARE(is("grabs").toInt(), 2);
    }

private:
    QByteArray m_log;
};

QTEST_GUILESS_MAIN(CodeScannerTest)
#include "code_scanner_test.moc"
