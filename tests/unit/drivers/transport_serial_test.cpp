// SPDX-License-Identifier: GPL-3.0-or-later
// The serial line over a pseudo-terminal: the kernel's tty layer is the real one.
#include "drivers/transport/serial_transport.h"
#include "drivers/transport/wait_for.h"
#include "tests/unit/drivers/pty_pair.h"

#include <QElapsedTimer>
#include <QTest>

#include <thread>

using namespace tongban;
using namespace tongban::drivers::transport;
using namespace std::chrono_literals;
using tests::PtyPair;

class TransportSerialTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyByteValuePassesBothWays()
    {
        PtyPair pty;
        SerialTransport line({pty.path(), 115200});
        QVERIFY(line.open().has_value());
        QByteArray all;
        for (int i = 0; i < 256; ++i)
            all += static_cast<char>(i);
        QVERIFY(line.write(all, Deadline::in(2s), {}).has_value());
        QCOMPARE(pty.receive(256), all); // no echo, no CR/LF, no flow control
        pty.send(all);
        QByteArray got;
        while (got.size() < 256) {
            const auto bytes = line.read(100, Deadline::in(2s), {});
            QVERIFY(bytes.has_value());
            QVERIFY(!bytes->isEmpty() && bytes->size() <= 100);
            got += *bytes;
        }
        QCOMPARE(got, all);
    }

    void silenceEndsAtTheDeadline()
    {
        PtyPair pty;
        SerialTransport line({pty.path(), 115200});
        QVERIFY(line.open().has_value());
        QElapsedTimer timer;
        timer.start();
        QVERIFY(failedWith(line.read(1, Deadline::in(50ms), {}), ErrorKind::DeviceSilent));
        QVERIFY(timer.elapsed() >= 49);
        QVERIFY(failedWith(line.read(1, Deadline::in(-1ms), {}), ErrorKind::DeviceSilent));
        QVERIFY(line.isOpen());
    }

    // The duty is 200 ms; a busy machine gets a second, the wait that is cut short has thirty.
    void aStopEndsAWaitAtOnce()
    {
        PtyPair pty;
        SerialTransport line({pty.path(), 115200});
        QVERIFY(line.open().has_value());
        std::stop_source stop;
        Result<QByteArray> answer = fail(ErrorKind::NotFound, {});
        std::jthread reader([&] { answer = line.read(1, Deadline::in(30s), stop.get_token()); });
        QElapsedTimer timer;
        timer.start();
        stop.request_stop();
        reader.join();
        QVERIFY(timer.elapsed() < 1000);
        QVERIFY(failedWith(answer, ErrorKind::Cancelled));
        // Already stopped: not even a byte that waits is taken.
        pty.send("x");
        QVERIFY(failedWith(line.read(1, Deadline::in(1s), stop.get_token()), ErrorKind::Cancelled));
    }

    void aFullLineEndsAtTheDeadline()
    {
        PtyPair pty;
        SerialTransport line({pty.path(), 115200});
        QVERIFY(line.open().has_value());
        // Nobody reads the other end, so the kernel's buffer fills.
        const auto written = line.write(QByteArray(1 << 20, 'x'), Deadline::in(100ms), {});
        QVERIFY(failedWith(written, ErrorKind::DeviceSilent));
        QVERIFY(written.error().detail.contains(QStringLiteral("of 1048576 bytes had left")));
    }

    void aHangUpClosesAndTheLineComesBack()
    {
        auto pty = std::make_unique<PtyPair>();
        const QString path = pty->path();
        SerialTransport line({path, 115200});
        QVERIFY(line.open().has_value());
        pty->send("last");
        pty->hangUp();
        // What had arrived is not lost (Linux keeps it for the reader), then the loss is said once, plainly.
        auto bytes = line.read(16, Deadline::in(2s), {});
        if (bytes)
            bytes = line.read(16, Deadline::in(2s), {});
        QVERIFY(failedWith(bytes, ErrorKind::DeviceAbsent));
        QVERIFY(!line.isOpen());
        QVERIFY(failedWith(line.write("x", Deadline::in(1s), {}), ErrorKind::DeviceAbsent));
        QVERIFY(failedWith(line.open(), ErrorKind::DeviceAbsent));
        PtyPair again;
        SerialTransport other({again.path(), 115200});
        QVERIFY(other.open().has_value());
    }

    void discardedInputIsGone()
    {
        PtyPair pty;
        SerialTransport line({pty.path(), 115200});
        QVERIFY(line.open().has_value());
        pty.send("stale");
        QCOMPARE(*line.read(2, Deadline::in(2s), {}), QByteArray("st"));
        line.discardInput();
        pty.send("new");
        QCOMPARE(*line.read(16, Deadline::in(2s), {}), QByteArray("new"));
    }

    void whatIsNoSerialLineIsRefused()
    {
        SerialTransport missing({QStringLiteral("/nonexistent/tty"), 115200});
        QVERIFY(failedWith(missing.open(), ErrorKind::DeviceAbsent));
        SerialTransport file({QStringLiteral("/dev/null"), 115200});
        QVERIFY(failedWith(file.open(), ErrorKind::DeviceAbsent));
        PtyPair pty;
        SerialTransport odd({pty.path(), 1234});
        QVERIFY(failedWith(odd.open(), ErrorKind::Misconfigured));
        QVERIFY(!odd.isOpen());
    }

    void aPauseEndsBySpanDeadlineOrStop()
    {
        QVERIFY(pause(5ms, Deadline::in(1s), {}, QStringLiteral("t")).has_value());
        QElapsedTimer timer;
        timer.start();
        QVERIFY(pause(30s, Deadline::in(5ms), {}, QStringLiteral("t")).has_value());
        std::stop_source stop;
        stop.request_stop();
        QVERIFY(failedWith(pause(30s, Deadline::in(30s), stop.get_token(), QStringLiteral("t")), ErrorKind::Cancelled));
        QVERIFY(timer.elapsed() < 5000);
    }
};

QTEST_GUILESS_MAIN(TransportSerialTest)
#include "transport_serial_test.moc"
