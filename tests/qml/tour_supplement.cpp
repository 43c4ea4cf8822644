// SPDX-License-Identifier: GPL-3.0-or-later
// 补正: told of a letter, read, printed, answered one thing a page, to its receipt.
#include "tests/qml/tour.h"

#include <QTest>

namespace tongban::qmltest {

namespace {

ports::Followed letterFor(const domain::ServiceItem &item, const QDateTime &nowUtc)
{
    using domain::CaseStatus;
    ports::FollowedCase one{
        .id = QUuid::createUuid(),
        .localNumber = QStringLiteral("422823101-20261112-K01-0031"),
        .projectNumber = {},
        .item = item,
        .submittedAt = nowUtc.addDays(-6),
        .status = CaseStatus::Supplementing,
        .way = {{CaseStatus::Queued, nowUtc.addDays(-6)}, {CaseStatus::Supplementing, nowUtc.addDays(-1)}},
        .notices = {}};
    one.notices = {{.id = QUuid::createUuid(),
                    .caseId = one.id,
                    .kind = ports::NoticeKind::Correction,
                    .issuedAt = nowUtc.addDays(-1),
                    .due = QDate(2026, 12, 1),
                    .title = QStringLiteral("还差三样"),
                    .items = {{QStringLiteral("householdRegister"), QStringLiteral("第三页看不清")},
                              {{}, QStringLiteral("手机号打不通，请换一个"), QStringLiteral("phone")},
                              {{}, QStringLiteral("村委会开的独居证明")}}}};
    return {.cases = {one}, .asOf = nowUtc.addSecs(-600)};
}

const QString holderId = QStringLiteral("110105193012310044");

} // namespace

void Tour::supplement()
{
    const domain::ServiceItem *allowance = m_kiosk->home()->item(QStringLiteral("gaoling-jintie"));
    if (!allowance) {
        m_problem = QStringLiteral("the item of the letter is not shipped");
        return;
    }
    m_hall.store.followed = letterFor(*allowance, m_hall.clock.nowUtc());
    press(QStringLiteral("查询进度"));
    m_hall.reader.cards.give(cardOf(QStringLiteral("欧阳秀英"), holderId));
    if (!reach(QStringLiteral("ProgressMail")))
        return;
    stop(QStringLiteral("letter-first"));
    press(QStringLiteral("现在看"));
    if (!reach(QStringLiteral("ProgressLetter")))
        return;
    stop(QStringLiteral("progress-letter-answerable"));
    printLetter();
    m_kiosk->forward();
    bring();
    m_hall.store.followed = {};
}

void Tour::printLetter()
{
    m_kiosk->progress()->printLetter();
    stop(QStringLiteral("progress-letter-printing"));
    m_hall.printer.outcomes.give(fail(ErrorKind::PaperOut, QStringLiteral("fake-printer")));
    if (!QTest::qWaitFor([this] { return m_kiosk->trouble()->active(); }, 5'000))
        m_problem = QStringLiteral("a letter without paper is no trouble");
    stop(QStringLiteral("progress-letter-paper-out"));
    m_kiosk->tryAgain();
    m_hall.printer.outcomes.give(ports::PrintOutcome::Unknown);
    if (!QTest::qWaitFor([this] { return m_kiosk->progress()->letterPrint() == QStringLiteral("asking"); }, 5'000))
        m_problem = QStringLiteral("a letter whose answer is lost asks nobody");
    stop(QStringLiteral("progress-letter-asking"));
    m_kiosk->progress()->paperCameOut(true);
}

void Tour::bring()
{
    if (!reach(QStringLiteral("Form")))
        return;
    stop(QStringLiteral("supplement-answer"));
    for (const QChar digit : QStringLiteral("13872650418"))
        press(QString(digit));
    m_kiosk->forward();
    for (const auto &scene : {QStringLiteral("supplement-first"), QStringLiteral("supplement-second")}) {
        if (!reach(QStringLiteral("Materials")))
            return;
        stop(scene);
        press(QStringLiteral("扫描"));
        m_hall.scanner.pages.give(std::vector{ports::ScannedPage{householdPage(), {1200, 1600}}});
        if (!reach(QStringLiteral("PageReview")))
            return;
        m_kiosk->keepPage();
    }
    if (!reach(QStringLiteral("Signature")))
        return;
    m_kiosk->backward();
    stop(QStringLiteral("supplement-all"));
    m_kiosk->forward();
    m_kiosk->signature()->beginStroke({20, 100}, {600, 200});
    m_kiosk->signature()->extendStroke({500, 120});
    m_kiosk->signature()->extendStroke({300, 180});
    m_kiosk->forward();
    if (!reach(QStringLiteral("Review")))
        return;
    stop(QStringLiteral("supplement-review"));
    m_kiosk->forward();
    m_hall.store.maySubmit.give(true);
    m_hall.printer.outcomes.give(ports::PrintOutcome::Confirmed);
    if (!QTest::qWaitFor([this] { return m_kiosk->receipt()->phase() == QStringLiteral("confirmed"); }, 5'000))
        m_problem = QStringLiteral("the receipt of a supplement is not told");
    stop(QStringLiteral("supplement-receipt"));
    m_kiosk->forward();
    if (!reach(QStringLiteral("Farewell")))
        return;
    m_kiosk->touched();
    if (!reach(QStringLiteral("Attract")))
        return;
    m_kiosk->touched();
    (void)reach(QStringLiteral("Home"));
}

} // namespace tongban::qmltest
