// SPDX-License-Identifier: GPL-3.0-or-later
// The stops of the tour, in the order of the journey.
#include "tests/qml/tour.h"

#include <QTest>

namespace tongban::qmltest {

namespace {

const QString eligibleId = QStringLiteral("422823194003120021");
const QString onTheLine = QStringLiteral("geshui-qingdan-dayin"); // done at once, so not without the line
const QString youngId = QStringLiteral("422823196003120020");

} // namespace

void Tour::enter()
{
    stop(QStringLiteral("attract"));
    if (!QTest::qWaitFor([this] { return m_kiosk->home()->catalogueReady(); }, 5'000))
        m_problem = QStringLiteral("no catalogue");
    m_kiosk->setClosed(QStringLiteral("停电检修，下午两点恢复"));
    stop(QStringLiteral("closed"));
    m_kiosk->setClosed({});
    m_kiosk->setStoreTrouble(ErrorKind::StoreCorrupt);
    stop(QStringLiteral("out-of-service"));
    m_kiosk->setMisconfigured(QStringLiteral("/etc/tongban/kiosk.json:12\n\"site.hallName\" is missing"));
    stop(QStringLiteral("out-of-service-unset"));
    m_kiosk->setStoreTrouble({});
    press(QStringLiteral("轻触屏幕，开始办事"));
    if (!reach(QStringLiteral("Home")))
        return;
    stop(QStringLiteral("home"));
    press(QStringLiteral("办事申请"));
    stop(QStringLiteral("home-errands"));
    press(QStringLiteral("返回首页"));
    find();
    follow();
    supplement();
    press(QStringLiteral("缴费"));
    stop(QStringLiteral("home-closed"));
    press(QStringLiteral("知道了"));
    press(QStringLiteral("叫人帮忙"));
    stop(QStringLiteral("help"));
    press(QStringLiteral("看不清、够不着、听不清？"));
    stop(QStringLiteral("comfort"));
    press(QStringLiteral("改好了，接着办"));
    m_kiosk->setOnline(false);
    m_kiosk->chooseItem(onTheLine);
    if (!reach(QStringLiteral("Guide")))
        return;
    stop(QStringLiteral("guide-closed"));
    m_kiosk->setOnline(true);
    m_kiosk->backward();
    m_kiosk->chooseItem(QStringLiteral("gengdi-dili-baohu-butie")); // one that asks before the card
    if (!reach(QStringLiteral("Guide")))
        return;
    m_kiosk->forward();
    if (!reach(QStringLiteral("Situation")))
        return;
    stop(QStringLiteral("situation"));
    m_kiosk->backward();
    m_kiosk->backward();
    if (!reach(QStringLiteral("Home")))
        return;
    press(QStringLiteral("高龄津贴"));
    if (!reach(QStringLiteral("Guide")))
        return;
    stop(QStringLiteral("guide"));
    printSlip();
}

void Tour::printSlip()
{
    press(QStringLiteral("打印材料清单"));
    if (!reach(QStringLiteral("Slip")))
        return;
    stop(QStringLiteral("slip-printing"));
    m_hall.printer.outcomes.give(fail(ErrorKind::PaperOut, QStringLiteral("fake-printer")));
    if (!QTest::qWaitFor([this] { return m_kiosk->trouble()->active(); }, 5'000))
        m_problem = QStringLiteral("a slip without paper is no trouble");
    stop(QStringLiteral("slip-paper-out"));
    m_kiosk->tryAgain();
    m_hall.printer.outcomes.give(ports::PrintOutcome::Unknown);
    if (!QTest::qWaitFor([this] { return m_kiosk->receipt()->phase() == QStringLiteral("asking"); }, 5'000))
        m_problem = QStringLiteral("a slip whose answer is lost asks nobody");
    stop(QStringLiteral("slip-asking"));
    press(QStringLiteral("没出来"));
    stop(QStringLiteral("slip-denied"));
    press(QStringLiteral("再打一次"));
    m_hall.printer.outcomes.give(ports::PrintOutcome::Confirmed);
    if (!QTest::qWaitFor([this] { return m_kiosk->receipt()->phase() == QStringLiteral("confirmed"); }, 5'000))
        m_problem = QStringLiteral("a slip that came out is not told");
    stop(QStringLiteral("slip"));
    m_kiosk->forward();
    (void)reach(QStringLiteral("Guide"));
}

void Tour::identify()
{
    m_kiosk->forward();
    if (!reach(QStringLiteral("Identify")))
        return;
    stop(QStringLiteral("identify"));
    m_hall.reader.cards.give(fail(ErrorKind::CardLifted, QStringLiteral("fake-reader")));
    if (!QTest::qWaitFor([this] { return m_kiosk->trouble()->active(); }, 5'000))
        m_problem = QStringLiteral("a lifted card is no trouble");
    stop(QStringLiteral("identify-trouble"));
    m_kiosk->tryAgain();
    m_hall.reader.cards.give(cardOf(QStringLiteral("覃大山"), youngId));
    if (!reach(QStringLiteral("NotEligible")))
        return;
    stop(QStringLiteral("not-eligible"));
    m_kiosk->backward();
    if (!reach(QStringLiteral("Guide")))
        return;
    m_kiosk->forward();
    const domain::IdCard card = cardOf(QStringLiteral("欧阳秀英"), eligibleId);
    domain::CaseDraft left;
    left.id = QUuid::createUuid();
    left.item = *m_kiosk->home()->item(QStringLiteral("gaoling-jintie"));
    left.applicant = card;
    left.startedAt = m_hall.clock.nowUtc().addSecs(-7'200);
    m_hall.store.unfinished.draft = left;
    m_hall.reader.cards.give(card);
    if (!reach(QStringLiteral("Resume")))
        return;
    stop(QStringLiteral("resume"));
    m_hall.store.unfinished = {};
    m_kiosk->abandonDraft();
    if (reach(QStringLiteral("Form")))
        stop(QStringLiteral("form-card"));
}

void Tour::fillIn()
{
    press(QStringLiteral("重新开始"));
    stop(QStringLiteral("start-over"));
    press(QStringLiteral("不，继续办"));
    m_kiosk->forward();
    stop(QStringLiteral("form-phone"));
    for (const QChar digit : QStringLiteral("1387"))
        press(QString(digit));
    m_kiosk->forward();
    stop(QStringLiteral("form-phone-short"));
    for (const QChar digit : QStringLiteral("2650418"))
        press(QString(digit));
    stop(QStringLiteral("form-phone-filled"));
    m_kiosk->forward();
    press(QStringLiteral("住养老机构"));
    stop(QStringLiteral("form-living"));
    m_kiosk->forward();
    press(QStringLiteral("镇敬老院"));
    stop(QStringLiteral("form-institution"));
    m_kiosk->forward();
    m_kiosk->setOnline(false);
    press(QStringLiteral("一折通存折"));
    stop(QStringLiteral("form-payout"));
    m_kiosk->setOnline(true);
    m_kiosk->forward();
}

void Tour::collect()
{
    if (!reach(QStringLiteral("Materials")))
        return;
    stop(QStringLiteral("materials"));
    press(QStringLiteral("扫描"));
    if (!reach(QStringLiteral("Capture")))
        return;
    stop(QStringLiteral("capture"));
    m_hall.scanner.pages.give(fail(ErrorKind::PageMissing, QStringLiteral("fake-scanner")));
    if (!QTest::qWaitFor([this] { return m_kiosk->trouble()->active(); }, 5'000))
        m_problem = QStringLiteral("an empty glass is no trouble");
    stop(QStringLiteral("capture-trouble"));
    m_kiosk->tryAgain();
    const ports::ScannedPage page{householdPage(), {1200, 1600}};
    m_hall.scanner.pages.give(std::vector{page, page});
    if (!reach(QStringLiteral("PageReview")))
        return;
    stop(QStringLiteral("page-review-two"));
    m_kiosk->keepPage();
    if (!reach(QStringLiteral("Materials")))
        return;
    stop(QStringLiteral("materials-done"));
    m_kiosk->forward();
    if (!reach(QStringLiteral("Signature")))
        return;
    stop(QStringLiteral("signature"));
    m_kiosk->signature()->beginStroke({120, 200}, {984, 700});
    for (int i = 1; i < 40; ++i)
        m_kiosk->signature()->extendStroke({120.0 + i * 15, 260.0 + 90 * ((i % 6) - 3) / 3.0});
    stop(QStringLiteral("signature-signed"));
    m_kiosk->forward();
}

void Tour::finish()
{
    if (!reach(QStringLiteral("Review")))
        return;
    stop(QStringLiteral("review"));
    m_hall.clock.advance(std::chrono::seconds(125)); // past the limit of either mode
    m_kiosk->idle().check();
    if (!QTest::qWaitFor([this] { return m_kiosk->idleWarning(); }, 5'000))
        m_problem = QStringLiteral("no idle warning");
    m_hall.clock.advance(std::chrono::seconds(9));
    m_kiosk->idle().check();
    stop(QStringLiteral("idle"));
    press(QStringLiteral("我还在，接着办"));
    m_kiosk->forward();
    if (!reach(QStringLiteral("Submitting")))
        return;
    stop(QStringLiteral("submitting"));
    m_hall.store.maySubmit.give(true);
    if (!reach(QStringLiteral("Receipt")))
        return;
    stop(QStringLiteral("receipt-printing"));
    m_hall.printer.outcomes.give(fail(ErrorKind::PaperOut, QStringLiteral("fake-printer")));
    if (!QTest::qWaitFor([this] { return m_kiosk->trouble()->active(); }, 5'000))
        m_problem = QStringLiteral("paper out is no trouble");
    stop(QStringLiteral("receipt-paper-out"));
    m_kiosk->tryAgain();
    m_hall.printer.outcomes.give(ports::PrintOutcome::Unknown);
    if (!QTest::qWaitFor([this] { return m_kiosk->receipt()->phase() == QStringLiteral("asking"); }, 5'000))
        m_problem = QStringLiteral("a lost answer asks nobody");
    stop(QStringLiteral("receipt-asking"));
    press(QStringLiteral("出来了"));
    stop(QStringLiteral("receipt"));
    press(QStringLiteral("再打一张，给家里人"));
    stop(QStringLiteral("receipt-spare"));
    m_hall.printer.outcomes.give(ports::PrintOutcome::Confirmed);
    if (!QTest::qWaitFor([this] { return m_kiosk->receipt()->phase() == QStringLiteral("confirmed"); }, 5'000))
        m_problem = QStringLiteral("a spare copy that came out is not told");
    m_kiosk->forward();
    if (!reach(QStringLiteral("Rating")))
        return;
    stop(QStringLiteral("rating"));
    press(QStringLiteral("不满意"));
    press(QStringLiteral("等得太久"));
    stop(QStringLiteral("rating-reasons"));
    m_kiosk->backward();
    press(QStringLiteral("非常满意"));
    if (reach(QStringLiteral("Farewell")))
        stop(QStringLiteral("farewell"));
}

// Another errand, as far as the page where a name is written.
void Tour::goToName()
{
    if (!reach(QStringLiteral("Attract")))
        return;
    press(QStringLiteral("轻触屏幕，开始办事"));
    if (!reach(QStringLiteral("Home")))
        return;
    press(QStringLiteral("办事申请"));
    for (int leaf = 0; leaf < 20 && !pressable(QStringLiteral("生育登记")); ++leaf) // far behind what more people ask for
        press(QStringLiteral("下一页"));
    press(QStringLiteral("生育登记"));
    if (!reach(QStringLiteral("Guide")))
        return;
    m_kiosk->forward();
    m_hall.reader.cards.give(cardOf(QStringLiteral("欧阳秀英"), QStringLiteral("422823199603120020")));
    if (!reach(QStringLiteral("Form")))
        return;
    m_kiosk->forward();
    for (const QChar digit : QStringLiteral("13872650418"))
        press(QString(digit));
    m_kiosk->forward();
    for (const char *answer : {"已经怀孕", "第一个", "已经结婚"}) {
        press(QString::fromUtf8(answer));
        m_kiosk->forward();
    }
}

void Tour::write()
{
    m_kiosk->backward(); // from the farewell
    goToName();
    for (const QChar letter : QStringLiteral("zhang"))
        press(QString(letter));
    stop(QStringLiteral("form-name"));
    press(QStringLiteral("张"));
    for (const QChar letter : QStringLiteral("sanfeng"))
        press(QString(letter));
    stop(QStringLiteral("form-name-more"));
    press(QStringLiteral("数字"));
    stop(QStringLiteral("form-name-signs"));
}

} // namespace tongban::qmltest
