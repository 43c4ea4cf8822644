// SPDX-License-Identifier: GPL-3.0-or-later
// Words are written by finger: real presses on the keys of the pad, and what comes of them in the answer.
#include "app/view/keyboard/keyboard.h"
#include "tests/qml/tour.h"

#include <QTest>

using namespace tongban;
using namespace tongban::qmltest;

class WritingTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<Tour> m_tour;

    void touch(const QString &name) { QVERIFY2(m_tour->tap(name), qPrintable(name)); }
    void spell(const QString &letters)
    {
        for (const QChar letter : letters)
            touch(QString(letter));
    }
    [[nodiscard]] QString answer() const { return m_tour->kiosk().form()->fields()->value(0, "value").toString(); }
    [[nodiscard]] QQuickItem *editor() const
    {
        for (QQuickItem *item : shownItems(m_tour->window().contentItem()))
            if (item->inherits("QQuickTextEdit"))
                return item;
        return nullptr;
    }

public:
    static void initMain() { view::useOwnKeyboard(); }

private Q_SLOTS:
    void initTestCase()
    {
        m_tour = std::make_unique<Tour>();
        const QString problem = m_tour->walkToName();
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
        m_tour->show({.size = {1080, 1920}});
        QVERIFY(editor() && editor()->hasActiveFocus());
    }
    void init()
    {
        while (!answer().isEmpty() || !editor()->property("preeditText").toString().isEmpty())
            touch(QStringLiteral("退一格"));
    }

    void lettersWaitUntilACharacterIsChosen()
    {
        spell(QStringLiteral("zhang"));
        QVERIFY(answer().isEmpty());
        QCOMPARE(editor()->property("preeditText").toString(), QStringLiteral("zhang"));
        touch(QStringLiteral("张"));
        QCOMPARE(answer(), QStringLiteral("张"));
        QVERIFY(editor()->property("preeditText").toString().isEmpty());
        QVERIFY(editor()->hasActiveFocus()); // the keys take no focus
    }
    void aWordOfSeveralSyllablesPieceByPiece()
    {
        spell(QStringLiteral("ouyang"));
        touch(QStringLiteral("欧阳"));
        spell(QStringLiteral("xiuying"));
        touch(QStringLiteral("秀"));
        QCOMPARE(answer(), QStringLiteral("欧阳秀"));
        touch(QStringLiteral("英"));
        QCOMPARE(answer(), QStringLiteral("欧阳秀英"));
    }
    void backTakesALetterThenACharacter()
    {
        spell(QStringLiteral("wang"));
        touch(QStringLiteral("王"));
        spell(QStringLiteral("li"));
        touch(QStringLiteral("退一格"));
        QCOMPARE(editor()->property("preeditText").toString(), QStringLiteral("l"));
        touch(QStringLiteral("退一格"));
        QCOMPARE(answer(), QStringLiteral("王"));
        touch(QStringLiteral("退一格"));
        QVERIFY(answer().isEmpty());
    }
    void rareCharactersStandInLaterRows()
    {
        spell(QStringLiteral("xi"));
        QVERIFY(!m_tour->pressable(QStringLiteral("喜")) || m_tour->pressable(QStringLiteral("后面的字")));
        for (int row = 0; row < 20 && !m_tour->pressable(QStringLiteral("奚")); ++row)
            touch(QStringLiteral("后面的字"));
        touch(QStringLiteral("奚"));
        QCOMPARE(answer(), QStringLiteral("奚"));
    }
    void digitsAndTheWordsOfAnAddress()
    {
        touch(QStringLiteral("数字"));
        for (const char *key : {"3", "组", "1", "2", "号"})
            touch(QString::fromUtf8(key));
        QCOMPARE(answer(), QStringLiteral("3组12号"));
        touch(QStringLiteral("拼音"));
    }
    void whoLeansOnAKeyBreaksNothing()
    {
        for (int i = 0; i < 60; ++i)
            touch(QStringLiteral("z"));
        QVERIFY(editor()->property("preeditText").toString().size() <= 48);
        touch(QStringLiteral("退一格"));
        while (!editor()->property("preeditText").toString().isEmpty())
            touch(QStringLiteral("退一格"));
        QVERIFY(answer().isEmpty());
    }
    // Nobody guesses for a person: letters that were never turned are not an answer, and the next page has none of
    // them.
    void lettersLeftWaitingAreNoAnswer()
    {
        spell(QStringLiteral("chen"));
        m_tour->kiosk().forward();
        QVERIFY(answer().isEmpty());
        QCOMPARE(m_tour->kiosk().title(), QStringLiteral("爱人叫什么名字？"));
    }
};

QTEST_MAIN(WritingTest)
#include "writing_test.moc"
