// SPDX-License-Identifier: GPL-3.0-or-later
// Slips of finger, ear and memory: still the right item first. And no more is forgiven than that.
#include "tests/unit/finding/finding_data.h"

#include <QTest>

using namespace tongban;
using namespace tongban::finding;
using namespace tongban::tests;

class SlipsTest : public QObject
{
    Q_OBJECT

    const Search m_search = fewItemsSearch();

    [[nodiscard]] QString first(const QString &question) const
    {
        const std::vector<Found> found = m_search.find(question);
        return found.empty() ? QString() : found.front().code;
    }

private Q_SLOTS:
    void slipsAreForgiven_data()
    {
        QTest::addColumn<QString>("question");
        QTest::addColumn<QString>("code");
        QTest::newRow("a letter wrong") << "gaolimgjintie"
                                        << "old-age";
        QTest::newRow("a letter missing") << "gaolngjintie"
                                          << "old-age";
        QTest::newRow("a letter too many") << "gaolinggjintie"
                                           << "old-age";
        QTest::newRow("two letters swapped") << "goalingjintie"
                                             << "old-age";
        QTest::newRow("southern n l") << "longjibutie"
                                      << "machine";
        QTest::newRow("southern zh z") << "longjigouzi"
                                       << "machine";
        QTest::newRow("southern sh s") << "siyedengji"
                                       << "jobless";
        QTest::newRow("southern h f") << "fukouqianyi"
                                      << "household";
        QTest::newRow("southern in ing") << "gaolinjintie"
                                         << "old-age";
        QTest::newRow("initial missing") << "tqgts"
                                         << "wages";
        QTest::newRow("initials swapped") << "tqzgts"
                                          << "wages";
        QTest::newRow("three initials swapped") << "gjl"
                                                << "old-age";
        QTest::newRow("initials of some syllables") << "jmcbdj"
                                                    << "insurance";
        QTest::newRow("character of the same sound") << "高铃津贴"
                                                     << "old-age";
        QTest::newRow("two characters of the same sound") << "托欠公资"
                                                          << "wages";
        QTest::newRow("a character that sounds nearly the same") << "拖欠公支"
                                                                 << "wages";
        QTest::newRow("a character left out") << "高津贴"
                                              << "old-age";
        QTest::newRow("words the other way round") << "津贴高龄"
                                                   << "old-age";
    }
    void slipsAreForgiven()
    {
        QFETCH(QString, question);
        QFETCH(QString, code);
        QCOMPARE(first(question), code);
    }

    // One slip anywhere in a long name: every letter changed, left out, doubled, swapped with the next.
    void oneSlipAnywhere()
    {
        const QByteArray typed("nongjigouzhibutie");
        for (qsizetype i = 0; i < typed.size(); ++i) {
            QByteArray wrong = typed;
            wrong[i] = wrong[i] == 'x' ? 'w' : 'x';
            QByteArray missing = typed;
            missing.remove(i, 1);
            QByteArray doubled = typed;
            doubled.insert(i, typed[i]);
            QByteArray swapped = typed;
            if (i + 1 < swapped.size())
                std::swap(swapped[i], swapped[i + 1]);
            for (const QByteArray &slip : {wrong, missing, doubled, swapped})
                QVERIFY2(first(QString::fromLatin1(slip)) == QStringLiteral("machine"), slip.constData());
        }
    }

    // As it was typed comes before what merely sounds like it.
    void whatIsRightComesFirst()
    {
        const std::vector<FindableItem> items{
            {.code = QStringLiteral("a-near"), .name = QStringLiteral("农纸"), .pinyin = QStringLiteral("nong zhi")},
            {.code = QStringLiteral("b-right"), .name = QStringLiteral("龙子"), .pinyin = QStringLiteral("long zi")},
        };
        const Search search(items, shippedWords(), shippedPinyin());
        for (const auto &question : {QStringLiteral("longzi"), QStringLiteral("龙子")}) {
            const std::vector<Found> found = search.find(question);
            QCOMPARE(found.size(), size_t{2});
            QCOMPARE(found[0].code, QStringLiteral("b-right"));
            QVERIFY(found[0].score > found[1].score);
        }
    }

    void tooManySlipsAreNot_data()
    {
        QTest::addColumn<QString>("question");
        QTest::newRow("three letters wrong") << "gxolxngjxntie";
        QTest::newRow("a short word with a slip") << "gxo";
        QTest::newRow("two initials wrong") << "gxjx";
    }
    void tooManySlipsAreNot()
    {
        QFETCH(QString, question);
        QCOMPARE(first(question), QString());
    }
};

QTEST_GUILESS_MAIN(SlipsTest)
#include "slips_test.moc"
