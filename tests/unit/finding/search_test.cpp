// SPDX-License-Identifier: GPL-3.0-or-later
// Questions as people put them: the right item first, always in the same order, and nothing for nonsense.
#include "tests/unit/finding/finding_data.h"

#include <QTest>

#include <algorithm>
#include <random>

using namespace tongban;
using namespace tongban::finding;
using namespace tongban::tests;

class SearchTest : public QObject
{
    Q_OBJECT

    const Search m_search = fewItemsSearch();

private Q_SLOTS:
    void theRightOneIsFirst_data()
    {
        QTest::addColumn<QString>("question");
        QTest::addColumn<QString>("code");
        QTest::newRow("name") << "高龄津贴"
                              << "old-age";
        QTest::newRow("part of a name") << "残疾人护理"
                                        << "disabled";
        QTest::newRow("several words") << "补贴 农机"
                                       << "machine";
        QTest::newRow("alias") << "新农合"
                               << "insurance";
        QTest::newRow("sentence") << "请问我想办高龄的那个补贴怎么办呢？"
                                  << "old-age";
        QTest::newRow("meaning") << "下岗了"
                                 << "jobless";
        QTest::newRow("full pinyin") << "gaolingjintie"
                                     << "old-age";
        QTest::newRow("full pinyin with spaces") << "gao ling jin tie"
                                                 << "old-age";
        QTest::newRow("from the middle") << "jintie"
                                         << "old-age";
        QTest::newRow("half-typed") << "gaolingj"
                                    << "old-age";
        QTest::newRow("initials") << "hkqy"
                                  << "household";
        QTest::newRow("initials from the middle") << "ybcb"
                                                  << "insurance";
        QTest::newRow("initials and pinyin") << "hkqianyi"
                                             << "household";
        QTest::newRow("capitals and full width") << "ＨＫＱＹ"
                                                 << "household";
        QTest::newRow("the other reading is not the one") << "zhongducanji"
                                                          << "disabled";
        QTest::newRow("characters and letters") << "农机gz"
                                                << "machine";
        QTest::newRow("a spoken sentence in pinyin") << "woxiangbangaolingbutie"
                                                     << "old-age";
    }
    void theRightOneIsFirst()
    {
        QFETCH(QString, question);
        QFETCH(QString, code);
        const std::vector<Found> found = m_search.find(question);
        QVERIFY(!found.empty());
        QCOMPARE(found.front().code, code);
    }

    void nonsenseFindsNothing_data()
    {
        QTest::addColumn<QString>("question");
        QTest::newRow("nothing") << "";
        QTest::newRow("spaces") << "   ";
        QTest::newRow("punctuation") << "？！…";
        QTest::newRow("letters") << "qqqqxxxx";
        QTest::newRow("other words") << "天气晴朗";
        QTest::newRow("emoji") << "😀😀";
    }
    void nonsenseFindsNothing()
    {
        QFETCH(QString, question);
        QVERIFY(m_search.find(question).empty());
    }

    // The same items in any order, asked again and again: one answer.
    void theOrderIsAlwaysTheSame()
    {
        std::vector<FindableItem> items = fewItems();
        std::mt19937 random(7);
        for (const auto &question :
             {QStringLiteral("补贴"), QStringLiteral("bt"), QStringLiteral("登记"), QStringLiteral("钱")}) {
            const std::vector<Found> found = m_search.find(question);
            QVERIFY(found.size() >= 2);
            QVERIFY(std::is_sorted(found.begin(), found.end(), [](const Found &a, const Found &b) {
                return a.score != b.score ? a.score > b.score : a.code < b.code;
            }));
            std::shuffle(items.begin(), items.end(), random);
            QVERIFY(Search(items, shippedWords(), shippedPinyin()).find(question) == found);
        }
    }

    void noMoreThanTheLimit()
    {
        QCOMPARE(m_search.find(QStringLiteral("补贴"), 1).size(), size_t{1});
        QVERIFY(m_search.find(QStringLiteral("补贴"), 0).empty());
        QVERIFY(m_search.find(QStringLiteral("补贴"), -1).empty());
    }

    void scoresAreInTheirRange()
    {
        for (const auto &question : {QStringLiteral("高龄津贴"), QStringLiteral("gaoling"), QStringLiteral("补")}) {
            for (const Found &found : m_search.find(question))
                QVERIFY(found.score >= 1 && found.score <= 1000);
        }
    }

    // Whatever a finger or a scanner types: an answer, in bounds.
    void anythingMayBeTyped()
    {
        std::mt19937 random(11);
        const QString alphabet = QStringLiteral("abghilnzy 高龄补贴的我x9-？’ü\u3000𠀀");
        for (int round = 0; round < 2000; ++round) {
            QString question;
            const auto length = std::uniform_int_distribution<int>(0, 90)(random);
            for (int i = 0; i < length; ++i)
                question += alphabet[std::uniform_int_distribution<qsizetype>(0, alphabet.size() - 1)(random)];
            QVERIFY(m_search.find(question).size() <= 12);
        }
        QVERIFY(m_search.find(QString(100000, u'高')).size() <= 12);
    }

    void anEmptyCatalogueHasNoAnswers()
    {
        QVERIFY(Search({}, shippedWords(), shippedPinyin()).find(QStringLiteral("高龄津贴")).empty());
    }

    // An item as poor as the contract allows is found by what it has.
    void anItemWithOnlyANameIsFound()
    {
        const Search search({FindableItem{.code = QStringLiteral("x"), .name = QStringLiteral("社保卡")}},
                            shippedWords(), shippedPinyin());
        QCOMPARE(search.find(QStringLiteral("shbk")).size(), size_t{1});
        QCOMPARE(search.find(QStringLiteral("sbk")).size(), size_t{1});
        QCOMPARE(search.find(QStringLiteral("社保卡")).size(), size_t{1});
    }
};

QTEST_GUILESS_MAIN(SearchTest)
#include "search_test.moc"
