// SPDX-License-Identifier: GPL-3.0-or-later
// Suffixes as scanners' manuals offer them: CR, LF, CR LF, none.
#include "drivers/codec/code_frames.h"

#include <QTest>

using namespace tongban::drivers::codec;

namespace {

QByteArrayList framesOf(CodeEnding ending, const QByteArray &bytes, qsizetype chunk)
{
    CodeFrames frames(ending);
    QByteArrayList got;
    for (qsizetype i = 0; i < bytes.size(); i += chunk) {
        frames.feed(bytes.mid(i, chunk));
        while (const auto frame = frames.next())
            got << *frame;
    }
    if (const auto last = frames.endBySilence())
        got << *last;
    return got;
}

} // namespace

class CodeFramesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void codesComeApart_data()
    {
        QTest::addColumn<CodeEnding>("ending");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArrayList>("codes");
        using List = QByteArrayList;
        QTest::newRow("line, CR") << CodeEnding::Line << QByteArray("a\rb\r") << List{"a", "b"};
        QTest::newRow("line, CR LF") << CodeEnding::Line << QByteArray("a\r\nb\r\n") << List{"a", "b"};
        QTest::newRow("line, LF") << CodeEnding::Line << QByteArray("a\nb\n") << List{"a", "b"};
        QTest::newRow("line, silence") << CodeEnding::Line << QByteArray("a\rbc") << List{"a", "bc"};
        QTest::newRow("line, nothing but ends") << CodeEnding::Line << QByteArray("\r\n\r\n") << List{};
        QTest::newRow("CR, lines inside") << CodeEnding::Cr << QByteArray("a\nb\r") << List{"a\nb"};
        QTest::newRow("CR, no end") << CodeEnding::Cr << QByteArray("a\nb") << List{};
        QTest::newRow("LF") << CodeEnding::Lf << QByteArray("a\rb\nc\n") << List{"a\rb", "c"};
        QTest::newRow("CR LF") << CodeEnding::CrLf << QByteArray("a\rb\nc\r\nd\r\n") << List{"a\rb\nc", "d"};
        QTest::newRow("gap") << CodeEnding::Gap << QByteArray("a\r\nb\r\n") << List{"a\r\nb"};
        QTest::newRow("gap, no suffix") << CodeEnding::Gap << QByteArray("ab") << List{"ab"};
        QTest::newRow("gap, only a suffix") << CodeEnding::Gap << QByteArray("\r\n") << List{};
    }
    void codesComeApart()
    {
        QFETCH(CodeEnding, ending);
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArrayList, codes);
        QCOMPARE(framesOf(ending, bytes, 1), codes);
        QCOMPARE(framesOf(ending, bytes, 2), codes);
        QCOMPARE(framesOf(ending, bytes, bytes.size()), codes);
    }

    void aCodeWithoutItsEndStaysPending()
    {
        CodeFrames frames(CodeEnding::Cr);
        frames.feed("abc");
        QVERIFY(!frames.next() && !frames.endBySilence() && frames.hasPending());
        frames.clear();
        QVERIFY(!frames.hasPending());
    }

    void theLongestCodeIsNotTooLong()
    {
        CodeFrames frames(CodeEnding::Line);
        frames.feed(QByteArray(7089, '7')); // ISO/IEC 18004: version 40-L, numeric
        QVERIFY(!frames.isTooLong());
        frames.feed(QByteArray(7089, '7'));
        QVERIFY(frames.isTooLong());
    }
};

QTEST_GUILESS_MAIN(CodeFramesTest)
#include "code_frames_test.moc"
