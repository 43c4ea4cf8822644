// SPDX-License-Identifier: GPL-3.0-or-later
// How characters sound, and how letters are cut into syllables.
#include "tests/unit/finding/finding_data.h"

#include <QTest>

using namespace tongban;
using namespace tongban::finding;
using namespace tongban::tests;

namespace {

const PinyinTable &table()
{
    static const PinyinTable pinyin = shippedPinyin();
    return pinyin;
}

QString cutOf(const char *letters)
{
    const auto syllables = table().cut(letters);
    QStringList spelled;
    for (const Syllable syllable : syllables.value_or(std::vector<Syllable>()))
        spelled << QString::fromLatin1(table().spelling(syllable));
    return syllables ? spelled.join(QLatin1Char(' ')) : QStringLiteral("-");
}

} // namespace

class PinyinTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void charactersSound_data()
    {
        QTest::addColumn<QString>("character");
        QTest::addColumn<QString>("readings");
        QTest::newRow("one reading") << "养"
                                     << "yang";
        QTest::newRow("two, the frequent one first") << "重"
                                                     << "zhong chong";
        QTest::newRow("umlaut") << "女"
                                << "nv";
        QTest::newRow("single letter") << "饿"
                                       << "e";
        QTest::newRow("not in the table") << "𠀀"
                                          << "";
        QTest::newRow("no character") << "A"
                                      << "";
    }
    void charactersSound()
    {
        QFETCH(QString, character);
        QFETCH(QString, readings);
        QStringList found;
        for (const Syllable syllable : table().readings(character.front()))
            found << QString::fromLatin1(table().spelling(syllable));
        QCOMPARE(found.join(QLatin1Char(' ')), readings);
    }

    void southernEarsHearTheSame_data()
    {
        QTest::addColumn<QByteArray>("a");
        QTest::addColumn<QByteArray>("b");
        QTest::addColumn<bool>("same");
        QTest::newRow("zh z") << QByteArray("zhu") << QByteArray("zu") << true;
        QTest::newRow("ch c") << QByteArray("cheng") << QByteArray("cen") << true;
        QTest::newRow("sh s") << QByteArray("shi") << QByteArray("si") << true;
        QTest::newRow("n l") << QByteArray("nong") << QByteArray("long") << true;
        QTest::newRow("h f") << QByteArray("hu") << QByteArray("fu") << true;
        QTest::newRow("in ing") << QByteArray("lin") << QByteArray("ling") << true;
        QTest::newRow("an ang") << QByteArray("dan") << QByteArray("dang") << true;
        QTest::newRow("b p") << QByteArray("bu") << QByteArray("pu") << false;
        QTest::newRow("an en") << QByteArray("fan") << QByteArray("fen") << false;
    }
    void southernEarsHearTheSame()
    {
        QFETCH(QByteArray, a);
        QFETCH(QByteArray, b);
        QFETCH(bool, same);
        QCOMPARE(southern(a) == southern(b), same);
        QCOMPARE(table().sound(table().syllable(a)) == table().sound(table().syllable(b)), same);
    }

    // What is heard of a beginning is the beginning of what is heard: places in a word stay places.
    void hearingKeepsBeginnings()
    {
        const QByteArray whole("zhengshengcanjirenhuliangbutie");
        for (qsizetype i = 0; i <= whole.size(); ++i)
            QVERIFY(southern(whole).startsWith(southern(whole.left(i))));
    }

    void lettersAreCut_data()
    {
        QTest::addColumn<QByteArray>("letters");
        QTest::addColumn<QString>("syllables");
        QTest::newRow("plain") << QByteArray("yanglaojin") << "yang lao jin";
        QTest::newRow("as few as possible") << QByteArray("xian") << "xian";
        QTest::newRow("the long one would leave a rest") << QByteArray("zhengong") << "zhen gong";
        QTest::newRow("initials are no syllables") << QByteArray("ylbx") << "-";
        QTest::newRow("half-typed") << QByteArray("yanglaob") << "-";
        QTest::newRow("nothing") << QByteArray() << "-";
        QTest::newRow("endless") << QByteArray(100000, 'a') << "-";
    }
    void lettersAreCut()
    {
        QFETCH(QByteArray, letters);
        QFETCH(QString, syllables);
        QCOMPARE(cutOf(letters.constData()), syllables);
    }

    void badTablesAreRefused_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("nothing") << QByteArray("{}");
        QTest::newRow("no second readings") << QByteArray(R"({"first": {"a": "阿"}})");
        QTest::newRow("no characters") << QByteArray(R"({"first": {}, "also": {}})");
        QTest::newRow("tone marks") << QByteArray(R"({"first": {"ā": "阿"}, "also": {}})");
        QTest::newRow("a number") << QByteArray(R"({"first": {"a": 7}, "also": {}})");
        QTest::newRow("too long") << QByteArray(R"({"first": {"zhuangg": "装"}, "also": {}})");
    }
    void badTablesAreRefused()
    {
        QFETCH(QByteArray, json);
        const auto document = QJsonDocument::fromJson(json);
        QVERIFY(document.isObject());
        const auto read = PinyinTable::fromJson(document.object());
        QVERIFY(failedWith(read, ErrorKind::Misconfigured));
        QVERIFY(!read.error().detail.isEmpty());
    }
};

QTEST_GUILESS_MAIN(PinyinTest)
#include "pinyin_test.moc"
