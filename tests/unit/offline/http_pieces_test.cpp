// SPDX-License-Identifier: GPL-3.0-or-later
// How much of a page goes at once: whole pages on a good line, next to nothing lost on a bad one.
#include "offline/platform/piece_size.h"

#include <QTest>

using namespace tongban;

class HttpPiecesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void piecesFitTheLine();
};

void HttpPiecesTest::piecesFitTheLine()
{
    using offline::platform::PieceSize;
    PieceSize good; // a line that is never cut soon carries whole pages
    for (int i = 0; i < 8; ++i)
        good.arrived(good.next());
    QVERIFY(good.next() >= 16 * 1024 * 1024);

    // A line that is cut every 200 KB: what is lost with each cut is at most the piece under way.
    PieceSize bad;
    qint64 lost = 0, arrived = 0, sinceCut = 0;
    while (arrived < 20'000'000) {
        const qint64 piece = bad.next();
        if (sinceCut + piece <= 200'000) {
            bad.arrived(piece);
            arrived += piece;
            sinceCut += piece;
        } else {
            lost += piece;
            bad.cut();
            sinceCut = 0;
        }
    }
    QVERIFY2(lost <= arrived / 20, qPrintable(QStringLiteral("%1 lost of %2").arg(lost).arg(arrived)));

    for (int i = 0; i < 100; ++i) // an outage says nothing about the length that the line holds
        bad.cut();
    QVERIFY(bad.next() >= PieceSize::smallest);
    for (int i = 0; i < 5000; ++i)
        bad.arrived(bad.next());
    QVERIFY(bad.next() >= 16 * 1024 * 1024);
}

QTEST_GUILESS_MAIN(HttpPiecesTest)
#include "http_pieces_test.moc"
