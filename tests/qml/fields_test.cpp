// SPDX-License-Identifier: GPL-3.0-or-later
// Each type of field on a page that asks it, answered by finger in the real shell: what was pressed is what stands in
// the draft, and what is wrong is said and does not go on.
#include "app/view/keyboard/keyboard.h"
#include "tests/qml/tour.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace tongban;
using namespace tongban::qmltest;

class FieldsTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<Tour> m_tour;

    void touch(const char *name) { QVERIFY2(m_tour->tap(QString::fromUtf8(name)), name); }
    void touchEach(const char *keys)
    {
        for (const char *key = keys; *key; ++key)
            QVERIFY2(m_tour->tap(QString(QLatin1Char(*key))), keys);
    }
    void goTo(const char *item, const char *field, const QMap<QString, QString> &told = {})
    {
        const QString problem = m_tour->walkToField(QLatin1String(item), QLatin1String(field), told);
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
        m_field = QLatin1String(field);
        m_title = m_tour->kiosk().title();
    }
    [[nodiscard]] QString answer() const
    {
        const auto &draft = m_tour->kiosk().state().draft;
        return draft ? draft->answers.value(m_field).reveal() : QString();
    }
    [[nodiscard]] QString said() const { return m_tour->kiosk().form()->fields()->value(0, "error").toString(); }
    [[nodiscard]] QString doubt() const { return m_tour->kiosk().form()->fields()->value(0, "warning").toString(); }
    // The primary action, by finger: whether the next question stands there.
    [[nodiscard]] bool goesOn() { return m_tour->tap(QStringLiteral("下一步")) && m_tour->kiosk().title() != m_title; }

    QString m_field;
    QString m_title;

public:
    static void initMain() { view::useOwnKeyboard(); }

private Q_SLOTS:
    void initTestCase() { m_tour = std::make_unique<Tour>(); }
    void init() { m_tour->show({.size = {1080, 1920}}); }

    void placesFromTheTownshipOutwards()
    {
        goTo("falv-yuanzhu-shenqing", "caseRegion");
        QVERIFY(!goesOn());
        QVERIFY(!said().isEmpty());
        touch("石门村");
        QCOMPARE(answer(), QStringLiteral("422823105201"));
        touch("别的地方"); // the choice is taken back
        QVERIFY(answer().isEmpty());
        touch("大坪镇"); // nothing below it is known: it is the answer
        QCOMPARE(answer(), QStringLiteral("422823106000"));
        QVERIFY(goesOn());
    }
    void severalAnswersInTheOrderOfTheChoices()
    {
        goTo("falv-yuanzhu-shenqing", "needs");
        QVERIFY(!goesOn());
        touch("讲民族话");
        touch("不识字");
        QCOMPARE(answer(), QStringLiteral("reading,minority"));
        touch("讲民族话");
        QCOMPARE(answer(), QStringLiteral("reading"));
        QVERIFY(goesOn());
    }
    void aDeclarationIsAgreedToAndTakenBack()
    {
        goTo("jiaotong-weifa-chuli", "driver", {{QStringLiteral("plateNumber"), QStringLiteral("鄂Q12345")}});
        QVERIFY(!goesOn());
        QVERIFY(!said().isEmpty());
        touch("我看过了，我同意");
        QCOMPARE(answer(), QStringLiteral("agreed"));
        touch("我看过了，我同意");
        QVERIFY(answer().isEmpty());
        touch("我看过了，我同意");
        QVERIFY(goesOn());
    }
    void moneyIsTypedInYuanAndKeptInFen()
    {
        goTo("chengbaodi-liuzhuan-beian", "rent", {{QStringLiteral("until"), QStringLiteral("2030-01-01")}});
        touchEach("680.55");
        QCOMPARE(answer(), QStringLiteral("68055"));
        touchEach("5"); // a third decimal is none
        QCOMPARE(answer(), QStringLiteral("68055"));
        touch("退一格");
        QCOMPARE(answer(), QStringLiteral("68050"));
        touch("退一格");
        QCOMPARE(answer(), QStringLiteral("68000"));
        touch("退一格"); // the point
        QCOMPARE(answer(), QStringLiteral("68000"));
        QVERIFY(goesOn());
        QVERIFY(m_tour->tap(QStringLiteral("上一步"))); // and it stands there still
        QCOMPARE(answer(), QStringLiteral("68000"));
    }
    void tooMuchMoneyIsRefusedInWords()
    {
        goTo("chengbaodi-liuzhuan-beian", "rent", {{QStringLiteral("until"), QStringLiteral("2030-01-01")}});
        touchEach("9999999");
        QVERIFY(!goesOn());
        QVERIFY(said().contains(QStringLiteral("10000元")));
    }
    void aNumberHasItsUnit()
    {
        goTo("chengbaodi-liuzhuan-beian", "area");
        QVERIFY(!goesOn());
        touchEach("12.5");
        QCOMPARE(answer(), QStringLiteral("12.5"));
        QCOMPARE(m_tour->kiosk().form()->fields()->value(0, "displayValue").toString(), QStringLiteral("12.5亩"));
        touchEach("..."); // one point only
        QCOMPARE(answer(), QStringLiteral("12.5"));
        QVERIFY(goesOn());
    }
    void aDateFromTheDigits()
    {
        goTo("chengbaodi-liuzhuan-beian", "from");
        touchEach("20261331");
        QVERIFY(!goesOn()); // there is no thirteenth month
        QVERIFY(!said().isEmpty());
        for (int i = 0; i < 4; ++i)
            touch("退一格");
        touchEach("1201");
        QCOMPARE(answer(), QStringLiteral("2026-12-01"));
        QVERIFY(goesOn());
    }
    void anAccountIsDoubtedAndStands()
    {
        goTo("gengdi-dili-baohu-butie", "account");
        touchEach("62179952000");
        QVERIFY(!goesOn());
        QVERIFY(!said().isEmpty());
        touchEach("12345");
        QVERIFY(said().isEmpty());
        QVERIFY(!doubt().isEmpty()); // its check digit does not fit: a passbook's need not
        QCOMPARE(answer(), QStringLiteral("6217995200012345"));
        QVERIFY(goesOn());
    }
    void aCreditCodeIsDoubtedAndStands()
    {
        goTo("shigong-xuke", "unitCode");
        touchEach("12441500196720244");
        QVERIFY(!goesOn());
        touchEach("T9"); // a nineteenth character is none
        QCOMPARE(answer(), QStringLiteral("12441500196720244T"));
        QVERIFY(doubt().isEmpty());
        touch("退一格");
        touchEach("R");
        QVERIFY(!doubt().isEmpty());
        QVERIFY(goesOn());
    }
    void anIdNumberWithItsX()
    {
        goTo("shengyu-dengji", "spouseIdNumber", {{QStringLiteral("marriage"), QStringLiteral("married")}});
        touchEach("110105194912310020");
        QVERIFY(!goesOn());
        QVERIFY(!said().isEmpty());
        touch("退一格");
        touchEach("X");
        QVERIFY(goesOn() || !said().isEmpty()); // 11010519491231002X is one that the standard gives
        QCOMPARE(answer(), QStringLiteral("11010519491231002X"));
        QVERIFY(said().isEmpty());
    }
    void personsAreAskedOneAfterTheOther()
    {
        goTo("gongzufang-shenqing", "members");
        touch("加一个人");
        touch("下一步"); // without a name
        touchEach("wang");
        touch("王");
        touchEach("jianguo");
        touch("建国");
        touch("下一步");
        touchEach("1101051949");
        touch("下一步"); // half a number
        touchEach("1231002X");
        touch("下一步");
        touch("爸妈");
        QVERIFY(answer().isEmpty()); // nobody stands in the draft half
        touch("下一步");
        const QJsonArray persons = QJsonDocument::fromJson(answer().toUtf8()).array();
        QCOMPARE(persons.size(), 1);
        const QJsonObject person = persons.first().toObject();
        QCOMPARE(person.value(QStringLiteral("memberName")).toString(), QStringLiteral("王建国"));
        QCOMPARE(person.value(QStringLiteral("memberIdNumber")).toString(), QStringLiteral("11010519491231002X"));
        QCOMPARE(person.value(QStringLiteral("relation")).toString(), QStringLiteral("parent"));
        touch("去掉第 1 个人");
        QVERIFY(answer().isEmpty());
    }
    void thePageTurnsItsOwnStepsFirst()
    {
        goTo("gongzufang-shenqing", "members");
        touch("加一个人");
        touchEach("wang");
        touch("王");
        touch("下一步"); // one character is no name
        QCOMPARE(m_tour->kiosk().title(), m_title);
        touchEach("jianguo");
        touch("建国");
        touch("下一步");
        touch("上一步"); // back to the name
        touch("上一步"); // nobody is put in after all
        QVERIFY(answer().isEmpty());
        QTRY_VERIFY(m_tour->pressable(QStringLiteral("加一个人")));
        QCOMPARE(m_tour->kiosk().title(), m_title);
    }
    void whatNeedsASecondPersonIsClosedWithItsReason()
    {
        goTo("dibao-shenqing", "home");
        const auto choices = m_tour->kiosk().form()->fields()->value(0, "choices").toList();
        QStringList closed;
        for (const QVariant &choice : choices)
            if (!choice.toMap().value(QStringLiteral("closed")).toString().isEmpty())
                closed << choice.toMap().value(QStringLiteral("label")).toString();
        QVERIFY(!closed.isEmpty());
        QVERIFY(closed.size() < choices.size()); // there is another way through
        for (const QString &label : closed)
            QVERIFY2(!m_tour->pressable(label), qPrintable(label));
    }
};

QTEST_MAIN(FieldsTest)
#include "fields_test.moc"
