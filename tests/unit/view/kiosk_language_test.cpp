// SPDX-License-Identifier: GPL-3.0-or-later
// Another language at any page: the words change, and nothing else does. How somebody wants the terminal is of this
// session only.
#include "app/view/screen_language.h"
#include "tests/unit/view/kiosk_rig.h"

#include <QSignalSpy>

using namespace tongban;
using namespace tongban::test;
using namespace std::chrono_literals;

class KioskLanguageTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void changesTheWordsAndNothingElse();
    void isSpokenInTheLanguageShown();
    void isForgottenWithThePerson();
    void isTakenBackWhenNobodyBegins();
    void isNeverOnPaper();
    void isForTheScreenOnly();
    void knowsNoOtherThanThereAre();
    void loudnessAndPaceStayWithinTheirRange();
};

namespace {

const QString english = QStringLiteral("en");

void pass(KioskRig &rig, std::chrono::milliseconds span)
{
    rig.clock.advance(span);
    rig.kiosk().idle().check();
}

QString paperOf(const domain::ReceiptDocument &document)
{
    QString text;
    for (const domain::ReceiptBlock &block : document.blocks)
        if (const auto *words = std::get_if<domain::ReceiptText>(&block))
            text += words->text + u'\n';
    return text;
}

} // namespace

void KioskLanguageTest::changesTheWordsAndNothingElse()
{
    KioskRig rig;
    QVERIFY(rig.toHome() && rig.toGuide() && rig.toForm());
    rig.kiosk().forward();
    rig.answerPage();
    const domain::Answers answers = rig.kiosk().state().draft->answers;
    const QString title = rig.kiosk().title();
    QSignalSpy told(&rig.kiosk(), &view::KioskController::languageChanged);
    rig.kiosk().comfort()->switchLanguage();
    QCOMPARE(rig.kiosk().comfort()->language(), english);
    QCOMPARE(rig.kiosk().comfort()->otherLanguage(), QStringLiteral("中文"));
    QCOMPARE(told.count(), 1);
    QCOMPARE(rig.kiosk().step(), QStringLiteral("Form"));
    QCOMPARE(rig.kiosk().primaryText(), QStringLiteral("Next"));
    const domain::ServiceItem &item = rig.kiosk().state().draft->item;
    QCOMPARE(rig.kiosk().title(), item.english.value(title));
    QCOMPARE(rig.kiosk().form()->fields()->value(0, "label").toString(),
             item.english.value(item.field(QStringLiteral("phone"))->label));
    QCOMPARE(item.name, QStringLiteral("高龄津贴")); // the journey keeps the catalogue's words
    QVERIFY(rig.kiosk().state().draft->answers == answers);
    rig.kiosk().comfort()->switchLanguage();
    QCOMPARE(rig.kiosk().title(), title);
}

void KioskLanguageTest::isSpokenInTheLanguageShown()
{
    KioskRig rig;
    QVERIFY(rig.toHome());
    const auto said = rig.speaker.said.size();
    rig.kiosk().comfort()->setLanguage(english);
    QCOMPARE(rig.speaker.manner.language, english);
    QVERIFY(rig.speaker.said.size() > said);
    QVERIFY(rig.speaker.said.last().contains(rig.kiosk().title()));
}

void KioskLanguageTest::isForgottenWithThePerson()
{
    KioskRig rig;
    QVERIFY(rig.toHome() && rig.toGuide());
    view::ComfortController &comfort = *rig.kiosk().comfort();
    comfort.setLanguage(english);
    comfort.setDark(true);
    comfort.louder(1);
    comfort.faster(-1);
    rig.kiosk().startOver();
    QCOMPARE(rig.kiosk().step(), QStringLiteral("Farewell"));
    QCOMPARE(rig.kiosk().title(), QStringLiteral("Your data is wiped")); // said to the person who leaves
    rig.kiosk().touched();
    QCOMPARE(rig.kiosk().step(), QStringLiteral("Attract"));
    QVERIFY(!comfort.isChanged());
    QCOMPARE(comfort.language(), QStringLiteral("zh"));
    QVERIFY(rig.speaker.manner == ports::SpeechManner{});
    QCOMPARE(rig.kiosk().title(), QStringLiteral("您好，请点一下屏幕"));
}

void KioskLanguageTest::isTakenBackWhenNobodyBegins()
{
    KioskRig rig;
    rig.kiosk().comfort()->setLanguage(english);
    QCOMPARE(rig.kiosk().step(), QStringLiteral("Attract"));
    pass(rig, 59s);
    QCOMPARE(rig.kiosk().comfort()->language(), english);
    pass(rig, 1s);
    QCOMPARE(rig.kiosk().comfort()->language(), QStringLiteral("zh"));
    QVERIFY(!rig.kiosk().idleWarning());
    QVERIFY(rig.toHome()); // and the watch is as good as new
    pass(rig, 60s);
    QVERIFY(rig.kiosk().idleWarning());
}

void KioskLanguageTest::isNeverOnPaper()
{
    KioskRig rig;
    QVERIFY(rig.toHome());
    rig.kiosk().comfort()->setLanguage(english);
    QVERIFY(rig.toGuide() && rig.toForm() && rig.toMaterials() && rig.toPageReview() && rig.toSignature() &&
            rig.toReview() && rig.toReceipt());
    QTRY_COMPARE(rig.kiosk().receipt()->phase(), QStringLiteral("confirmed"));
    const QString paper = paperOf(rig.printer.paper);
    QVERIFY(paper.contains(QStringLiteral("事项：高龄津贴")));
    for (const QString &text : rig.kiosk().state().submitted->content.item.english)
        QVERIFY2(text.size() < 4 || !paper.contains(text), qPrintable(text));
}

void KioskLanguageTest::isForTheScreenOnly()
{
    KioskRig rig;
    rig.kiosk().comfort()->setLanguage(english);
    const auto lookUp = [] { return QCoreApplication::translate("PageWords", "下一步"); };
    QCOMPARE(lookUp(), QStringLiteral("Next"));
    QString onLane;
    rig.onStoreLane([&] { onLane = lookUp(); });
    QCOMPARE(onLane, QStringLiteral("下一步"));
}

void KioskLanguageTest::knowsNoOtherThanThereAre()
{
    KioskRig rig;
    rig.kiosk().comfort()->setLanguage(QStringLiteral("xx"));
    QCOMPARE(rig.kiosk().comfort()->language(), QStringLiteral("zh"));
    QVERIFY(!rig.kiosk().comfort()->isChanged());
}

void KioskLanguageTest::loudnessAndPaceStayWithinTheirRange()
{
    KioskRig rig;
    view::ComfortController &comfort = *rig.kiosk().comfort();
    comfort.louder(9);
    comfort.faster(9);
    QVERIFY(!comfort.canLouder() && !comfort.canFaster() && comfort.canSofter() && comfort.canSlower());
    QCOMPARE(rig.speaker.manner.loudness, 4);
    QCOMPARE(rig.speaker.manner.pace, 2);
    comfort.louder(-9);
    comfort.faster(-9);
    QVERIFY(comfort.canLouder() && comfort.canFaster() && !comfort.canSofter() && !comfort.canSlower());
    QCOMPARE(rig.speaker.manner.loudness, 0);
    QCOMPARE(rig.speaker.manner.pace, -2);
}

QTEST_MAIN(KioskLanguageTest)
#include "kiosk_language_test.moc"
