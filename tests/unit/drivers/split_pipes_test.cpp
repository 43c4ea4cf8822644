// SPDX-License-Identifier: GPL-3.0-or-later
// Two pipes, one stream (DEVICES 1: header of 7 bytes on the first, body on the second), whatever the bus does to their
// order.
#include "drivers/transport/split_pipes.h"

#include <QTest>

using tongban::drivers::transport::SplitPipes;
using tongban::drivers::transport::SplitRule;

namespace {

const QByteArray header = QByteArray::fromHex("AAAAAA96690008");
const QByteArray body = QByteArray::fromHex("00009F0000000097"); // found a card
constexpr SplitRule sam{.headerBytes = 7, .lengthAt = 5};

} // namespace

class SplitPipesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void inOrder()
    {
        SplitPipes pipes(sam);
        pipes.feedHeaderPipe(header);
        pipes.feedBodyPipe(body);
        QCOMPARE(pipes.take(100), header + body);
        QVERIFY(pipes.isEmpty());
    }

    void theBodyComesFirst()
    {
        SplitPipes pipes(sam);
        pipes.feedBodyPipe(body);
        QVERIFY(pipes.isEmpty());
        pipes.feedHeaderPipe(header);
        QCOMPARE(pipes.take(100), header + body);
    }

    void twoMessagesWhoseBodiesComeFirst()
    {
        SplitPipes pipes(sam);
        const QByteArray second = QByteArray::fromHex("00008084");
        pipes.feedBodyPipe(body + second);
        pipes.feedHeaderPipe(header);
        QCOMPARE(pipes.take(100), header + body); // not a byte more than the header announced
        pipes.feedHeaderPipe(QByteArray::fromHex("AAAAAA96690004"));
        QCOMPARE(pipes.take(100), QByteArray::fromHex("AAAAAA96690004") + second);
    }

    void byteByByte()
    {
        SplitPipes pipes(sam);
        QByteArray got;
        for (const char byte : header)
            pipes.feedHeaderPipe(QByteArray(1, byte));
        for (const char byte : body) {
            pipes.feedBodyPipe(QByteArray(1, byte));
            got += pipes.take(3);
        }
        while (!pipes.isEmpty())
            got += pipes.take(3);
        QCOMPARE(got, header + body);
    }

    void everythingOnTheFirstPipe()
    {
        SplitPipes pipes(sam);
        pipes.feedHeaderPipe(header + body);
        QCOMPARE(pipes.take(100), header + body);
        pipes.feedHeaderPipe(header);
        pipes.feedBodyPipe(body);
        QCOMPARE(pipes.take(100), header + body);
    }

    // The rest of an answer got lost; the next one is whole all the same.
    void afterACutMessage()
    {
        SplitPipes pipes(sam);
        pipes.feedHeaderPipe(header);
        pipes.feedBodyPipe(body.first(3));
        pipes.feedHeaderPipe(header);
        pipes.feedBodyPipe(body);
        QCOMPARE(pipes.take(100), header + body.first(3) + header + body);
    }

    void aHeaderThatNeverComes()
    {
        SplitPipes pipes(sam);
        pipes.feedBodyPipe("noise");
        QVERIFY(pipes.isEmpty());
        pipes.releaseHeld();
        QCOMPARE(pipes.take(100), QByteArray("noise"));
        pipes.feedBodyPipe("noise");
        pipes.clear();
        pipes.feedHeaderPipe(header);
        pipes.feedBodyPipe(body);
        QCOMPARE(pipes.take(100), header + body);
    }
};

QTEST_GUILESS_MAIN(SplitPipesTest)
#include "split_pipes_test.moc"
