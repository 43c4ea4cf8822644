// SPDX-License-Identifier: GPL-3.0-or-later
// Letters become characters, and nothing that a person wrote stays behind.
#include "app/view/keyboard/keyboard.h"
#include "app/view/keyboard/pinyin_engine.h"

#include <QDir>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace tongban;
using namespace tongban::view;

class PinyinTest : public QObject
{
    Q_OBJECT

    std::shared_ptr<PinyinEngine> m_engine;

    [[nodiscard]] QStringList allOf(const QString &letters)
    {
        QStringList words;
        for (int i = 0, count = m_engine->search(letters); i < count; ++i)
            words << m_engine->candidate(i);
        return words;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(canWriteChinese(), "the package libgooglepinyin0 is missing");
        m_engine = *PinyinEngine::shared();
    }

    // Standard pinyin of words in a dictionary of Modern Chinese (现代汉语词典).
    void theWordIsThere_data()
    {
        QTest::addColumn<QString>("letters");
        QTest::addColumn<QString>("word");
        for (const auto &[letters, word] : {std::pair("zhongguo", "中国"),
                                            {"zhang", "张"},
                                            {"lv", "吕"},
                                            {"ouyang", "欧阳"},
                                            {"nongcun", "农村"},
                                            {"xian", "县"},
                                            {"ylbx", "医疗保险"}})
            QTest::newRow(letters) << QString::fromLatin1(letters) << QString::fromUtf8(word);
    }
    void theWordIsThere()
    {
        QFETCH(QString, letters);
        QFETCH(QString, word);
        QVERIFY2(allOf(letters).contains(word), qPrintable(allOf(letters).join(u' ')));
    }

    void everyCandidateStandsForSomeOfTheLetters()
    {
        const QString letters = QStringLiteral("zhangxiuying");
        const int count = m_engine->search(letters);
        QVERIFY(count > 10);
        bool whole = false;
        bool part = false;
        for (int i = 0; i < count; ++i) {
            const int used = m_engine->lettersOf(i);
            QVERIFY2(used > 0 && used <= letters.size(), qPrintable(m_engine->candidate(i)));
            whole |= used == letters.size();
            part |= used == 5;                          // zhang
            QCOMPARE(m_engine->search(letters), count); // to ask is not to choose
        }
        QVERIFY(whole && part);
        QCOMPARE(m_engine->syllables(), QStringLiteral("zhang xiu ying"));
    }

    void lettersThatMeanNothing_data()
    {
        QTest::addColumn<QString>("letters");
        QTest::newRow("none") << QString();
        QTest::newRow("no syllable") << QStringLiteral("vvvv");
        QTest::newRow("i, u, v") << QStringLiteral("iuv");
        QTest::newRow("too many") << QString(500, u'a');
        QTest::newRow("leant on z") << QString(39, u'z'); // fourteen of them ended the process
        QTest::newRow("leant on s and y") << QStringLiteral("ssssssssssyyssysyssss");
        QTest::newRow("leant on z and h") << QStringLiteral("czzzcczzzzczzzzzhzhzhzh");
        QTest::newRow("not letters") << QStringLiteral("12 '%s");
    }
    void lettersThatMeanNothing()
    {
        QFETCH(QString, letters);
        const int count = m_engine->search(letters);
        QVERIFY(m_engine->letters().size() <= PinyinEngine::maxLetters);
        for (int i = 0; i < count; ++i)
            QVERIFY(m_engine->lettersOf(i) <= m_engine->letters().size());
        QVERIFY(m_engine->candidate(count).isEmpty() && m_engine->candidate(-1).isEmpty());
        QCOMPARE(m_engine->lettersOf(count), 0);
    }

    // A child at the keys: five thousand strokes of a few letters.
    void anyLettersWhatever()
    {
        QRandomGenerator chance(20261122);
        for (int round = 0; round < 250; ++round) {
            const int some = 1 + chance.bounded(4);
            const int from = chance.bounded(26);
            QString letters;
            for (int i = 0; i < 20; ++i) {
                letters += QChar(u'a' + (from + 7 * chance.bounded(some)) % 26);
                const int count = m_engine->search(letters);
                letters = m_engine->letters();
                QVERIFY(count == 0 || !m_engine->candidate(chance.bounded(count)).isEmpty());
            }
        }
    }

    // The same order before and after a rare word was chosen a hundred times.
    void nothingIsLearnt()
    {
        const QString letters = QStringLiteral("lishimin");
        const QStringList before = allOf(letters);
        QVERIFY(before.size() > 5);
        for (int i = 0; i < 100; ++i) {
            (void)m_engine->search(letters);
            (void)m_engine->lettersOf(static_cast<int>(before.size()) - 1);
        }
        QCOMPARE(allOf(letters), before);
    }

    // Opened and used in an empty home it leaves that home empty.
    void nothingIsWritten()
    {
        const QTemporaryDir home;
        const QString was = QDir::currentPath();
        QVERIFY(QDir::setCurrent(home.path()));
        m_engine.reset();
        m_engine = *PinyinEngine::shared();
        QVERIFY(allOf(QStringLiteral("mima")).contains(QStringLiteral("密码")));
        m_engine.reset();
        QVERIFY(QDir(home.path()).isEmpty());
        QVERIFY(QDir::setCurrent(was));
        m_engine = *PinyinEngine::shared();
    }

    void noDictionary()
    {
        m_engine.reset();
        const auto missing = PinyinEngine::shared(QStringLiteral("/nowhere/dict.dat"));
        QVERIFY(!missing && missing.error().kind == ErrorKind::NotFound);
        QTemporaryDir directory;
        QFile broken(directory.filePath(QStringLiteral("dict.dat")));
        QVERIFY(broken.open(QIODevice::WriteOnly) && broken.write("not a dictionary") > 0);
        broken.close();
        const auto refused = PinyinEngine::shared(broken.fileName());
        QVERIFY(!refused && refused.error().kind == ErrorKind::NotFound);
        m_engine = *PinyinEngine::shared(); // and the right one opens afterwards
        QVERIFY(allOf(QStringLiteral("hao")).contains(QStringLiteral("好")));
    }
};

QTEST_GUILESS_MAIN(PinyinTest)
#include "pinyin_test.moc"
