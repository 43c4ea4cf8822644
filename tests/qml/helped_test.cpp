// SPDX-License-Identifier: GPL-3.0-or-later
// 帮办代办 by finger on the real window over the real store: two cards, an applicant named by a helper, a thumbprint on
// paper. What came of it is asked of the store and of the paper.
#include "app/view/keyboard/keyboard.h"
#include "tests/qml/visit.h"

#include <QAccessible>
#include <QTest>

using namespace tongban;
using namespace tongban::qmltest;
using namespace tongban::test;

namespace {

const QString help = QStringLiteral("SELECT detail FROM audit WHERE action = 'case.help'");

domain::IdCard son()
{
    return cardOf(QStringLiteral("覃大山"), QStringLiteral("110105196512310020"), 1965);
}

// Whose number can be typed: its check character is right.
domain::IdCard mother()
{
    return cardOf(QStringLiteral("欧阳秀兰"), QStringLiteral("110105193012310046"), 1930);
}

} // namespace

class HelpedTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<Visit> m_visit;

    // To the reader, before which nobody has laid down a card yet.
    void toIdentify()
    {
        QVERIFY(m_visit->open());
        m_visit->rig.reader.script.usually(fail(ErrorKind::CardAbsent, QStringLiteral("test")));
        QVERIFY(m_visit->walkTo(QStringLiteral("Guide")) && m_visit->goOn());
        QVERIFY(QTest::qWaitFor([&] { return m_visit->kiosk().step() == QStringLiteral("Identify"); }));
        QVERIFY(m_visit->isInTrouble());
    }
    [[nodiscard]] bool isReading(const QString &step)
    {
        return QTest::qWaitFor([&] { return m_visit->kiosk().step() == step; });
    }
    void write(const QString &letters, const QString &character)
    {
        QVERIFY2(m_visit->type(letters) && m_visit->tap(character), qPrintable(letters));
    }
    // 王秀英, whose card is at home, by her number.
    void name()
    {
        write(QStringLiteral("wang"), QStringLiteral("王"));
        write(QStringLiteral("xiu"), QStringLiteral("秀"));
        QVERIFY(m_visit->goOn());
        QVERIFY(m_visit->type(mother().idNumber.reveal()));
        QVERIFY(m_visit->goOn());
    }
    void isOneCase()
    {
        QCOMPARE(m_visit->census().cases, 1);
        QCOMPARE(m_visit->census().drafts, 0);
    }

public:
    static void initMain() { view::useOwnKeyboard(); }

private Q_SLOTS:
    void initTestCase() { QAccessible::setActive(true); }
    void init() { m_visit = std::make_unique<Visit>(); }
    void cleanup() { m_visit.reset(); }

    // Her son stands beside her, and she cannot write: two cards, a thumbprint on the sheet that he witnesses.
    void aMotherWhoCannotWriteAndHerSon()
    {
        toIdentify();
        QVERIFY(m_visit->tap(QStringLiteral("有人帮我办")));
        QVERIFY(m_visit->at(QStringLiteral("Helping")));
        m_visit->rig.reader.script.once(son());
        m_visit->rig.reader.script.once(son()); // left on the reader: once more
        m_visit->rig.reader.script.usually(mother());
        QVERIFY(m_visit->tap(QStringLiteral("家里人、亲戚")));
        QVERIFY(isReading(QStringLiteral("Identify")) && m_visit->isInTrouble());
        QVERIFY(m_visit->kiosk().trouble()->title().contains(QStringLiteral("帮忙的人")));
        QVERIFY(m_visit->walkTo(QStringLiteral("Signature")) || m_visit->goOn());
        QVERIFY(m_visit->walkTo(QStringLiteral("Signature")));
        QVERIFY(m_visit->kiosk().helper()->who().contains(QStringLiteral("覃*")));
        QVERIFY(m_visit->tap(QStringLiteral("不会写字，按手印")));
        QVERIFY(m_visit->at(QStringLiteral("MarkSheet")));
        const QString sheet = m_visit->paper();
        for (const Secret &who : {mother().name, son().name})
            QVERIFY2(sheet.contains(who.reveal()), qPrintable(sheet));
        QVERIFY(sheet.contains(m_visit->kiosk().signature()->consent()) || sheet.contains(QStringLiteral("我同意")));
        QVERIFY(!sheet.contains(mother().idNumber.reveal()));
        QVERIFY(m_visit->goOn()); // 按好了，扫描
        QVERIFY(m_visit->at(QStringLiteral("PageReview")) && m_visit->goOn());
        QVERIFY(m_visit->at(QStringLiteral("Review")));
        QVERIFY(m_visit->walkTo(QStringLiteral("Rating")));
        const QString receipt = m_visit->paper();
        QVERIFY2(receipt.contains(QStringLiteral("覃*")) && receipt.contains(QStringLiteral("按手印")),
                 qPrintable(receipt));
        QVERIFY(!receipt.contains(son().name.reveal()) && !receipt.contains(son().idNumber.reveal()));
        isOneCase();
        const domain::CaseDraft content = m_visit->lastCase().content;
        QVERIFY(content.isMark && content.signature);
        QCOMPARE(content.assurance, domain::Assurance::Card);
        QCOMPARE(content.helper->card.idNumber, son().idNumber);
        QCOMPARE(content.helper->role, domain::HelperRole::Relative);
        QCOMPARE(m_visit->text(help), QStringLiteral("helper=relative assurance=idCard"));
        QVERIFY(m_visit->text(QStringLiteral("SELECT detail FROM audit WHERE action = 'case.submit'"))
                    .endsWith(QStringLiteral("signature=mark")));
        const QString said = m_visit->saidSoFar();
        QVERIFY(!said.contains(son().name.reveal()) && !said.contains(son().idNumber.reveal()));
    }

    // The card lies at home. The village's cadre names her and answers for it; the case says no more than that.
    void aCadreAnswersForWhoHasNoCard()
    {
        toIdentify();
        QVERIFY(m_visit->tap(QStringLiteral("没带身份证")));
        QVERIFY(m_visit->at(QStringLiteral("Helping")));
        QVERIFY(m_visit->tap(QStringLiteral("志愿者")));
        QVERIFY(m_visit->isInTrouble() && m_visit->goOn()); // 知道了
        m_visit->rig.reader.script.usually(son());
        QVERIFY(m_visit->tap(QStringLiteral("村干部")));
        QVERIFY(m_visit->at(QStringLiteral("Naming")));
        name();
        QVERIFY(m_visit->at(QStringLiteral("Form")));
        QCOMPARE(m_visit->kiosk().helper()->standing().isEmpty(), false);
        m_visit->kiosk().form()->setAnswer(QStringLiteral("address"), QStringLiteral("柳树村三组"));
        QVERIFY2(m_visit->walkTo(QStringLiteral("Rating")), qPrintable(m_visit->kiosk().step()));
        isOneCase();
        const domain::CaseDraft content = m_visit->lastCase().content;
        QCOMPARE(content.assurance, domain::Assurance::Vouched);
        QCOMPARE(content.applicant.name, Secret(QStringLiteral("王秀")));
        QCOMPARE(content.applicant.idNumber, mother().idNumber);
        QVERIFY(!content.applicant.validFrom.isValid() && content.applicant.issuer.isEmpty());
        QVERIFY(m_visit->paper().contains(QStringLiteral("由帮办人证明身份")));
        QCOMPARE(m_visit->text(help), QStringLiteral("helper=cadre assurance=vouched"));
    }

    // What one helper began for her, nobody else opens with her number alone; with her card she goes on herself.
    void whatAHelperBeganOpensForThemOrForHerCard()
    {
        toIdentify();
        QVERIFY(m_visit->tap(QStringLiteral("没带身份证")));
        m_visit->rig.reader.script.usually(son());
        QVERIFY(m_visit->tap(QStringLiteral("村干部")));
        QVERIFY(m_visit->at(QStringLiteral("Naming")));
        name();
        QVERIFY(m_visit->at(QStringLiteral("Form")));
        QVERIFY(m_visit->walkAway());
        QCOMPARE(m_visit->census().drafts, 1);

        domain::IdCard other = son();
        other.idNumber = Secret(QStringLiteral("11010519391231009X"));
        m_visit->rig.reader.script.usually(fail(ErrorKind::CardAbsent, QStringLiteral("test")));
        QVERIFY(m_visit->walkTo(QStringLiteral("Guide")) && m_visit->goOn());
        QVERIFY(isReading(QStringLiteral("Identify")) && m_visit->isInTrouble());
        QVERIFY(m_visit->tap(QStringLiteral("没带身份证")));
        m_visit->rig.reader.script.usually(other);
        QVERIFY(m_visit->tap(QStringLiteral("大厅工作人员")));
        QVERIFY(m_visit->at(QStringLiteral("Naming")));
        name();
        QVERIFY(m_visit->at(QStringLiteral("Form"))); // begun anew; the other draft was not shown
        QVERIFY(m_visit->cancel());

        m_visit->rig.reader.script.usually(mother());
        QVERIFY(m_visit->walkTo(QStringLiteral("Resume")));
        QVERIFY(m_visit->tap(QStringLiteral("接着办：高龄津贴")));
        QVERIFY2(m_visit->walkTo(QStringLiteral("Rating")), qPrintable(m_visit->kiosk().step()));
        const domain::CaseDraft content = m_visit->lastCase().content;
        QCOMPARE(content.assurance, domain::Assurance::Card);
        QVERIFY(!content.helper);
        QCOMPARE(content.applicant.name, mother().name);
        QCOMPARE(content.answers.value(QStringLiteral("name")), mother().name);
    }

    // Neither of the two is left on the screen when they walk away.
    void walkingAwayForgetsBoth()
    {
        toIdentify();
        QVERIFY(m_visit->tap(QStringLiteral("有人帮我办")));
        m_visit->rig.reader.script.once(son());
        m_visit->rig.reader.script.usually(mother());
        QVERIFY(m_visit->tap(QStringLiteral("大厅工作人员")));
        QVERIFY(m_visit->at(QStringLiteral("Form")));
        QVERIFY(m_visit->walkAway());
        QVERIFY(m_visit->kiosk().helper()->who().isEmpty() && m_visit->kiosk().holderName().isEmpty());
        QCOMPARE(m_visit->census().drafts, 1);
    }
};

QTEST_MAIN(HelpedTest)
#include "helped_test.moc"
