// SPDX-License-Identifier: GPL-3.0-or-later
// Beside the journey, from the home page and back: finding an errand, 查进度.
#include "tests/qml/tour.h"

#include <QTest>

namespace tongban::qmltest {

namespace {

using domain::CaseStatus;

const QString holderId = QStringLiteral("422823194003120021");

ports::FollowedCase followed(const domain::ServiceItem &item, const char *number, const QDateTime &from,
                             const std::vector<CaseStatus> &way)
{
    ports::FollowedCase one{.id = QUuid::createUuid(),
                            .localNumber = QString::fromLatin1(number),
                            .projectNumber = {},
                            .item = item,
                            .submittedAt = from,
                            .status = way.back(),
                            .way = {},
                            .notices = {}};
    for (const CaseStatus status : way)
        one.way.push_back({status, from.addDays(static_cast<qint64>(one.way.size()))});
    return one;
}

} // namespace

void Tour::find()
{
    if (!QTest::qWaitFor([this] { return m_kiosk->find()->ready(); }, 5'000))
        m_problem = QStringLiteral("nothing to find in");
    press(QStringLiteral("办事申请"));
    press(QStringLiteral("看图找"));
    if (!reach(QStringLiteral("FindByPictures")))
        return;
    stop(QStringLiteral("find-pictures"));
    press(QStringLiteral("老人养老"));
    stop(QStringLiteral("find-question"));
    press(QStringLiteral("按月领钱"));
    stop(QStringLiteral("find-list"));
    press(QStringLiteral("按拼音找"));
    if (!reach(QStringLiteral("FindByWords")))
        return;
    stop(QStringLiteral("find-words"));
    for (const QChar letter : QStringLiteral("gljt"))
        press(QString(letter));
    stop(QStringLiteral("find-found"));
    m_kiosk->backward();
    (void)reach(QStringLiteral("Home"));
}

void Tour::follow()
{
    press(QStringLiteral("查询进度"));
    if (!reach(QStringLiteral("ProgressIdentify")))
        return;
    stop(QStringLiteral("progress-identify"));
    m_hall.codeScanner.codes.give(fail(ErrorKind::CodeUnreadable, QStringLiteral("fake-scanner")));
    if (!QTest::qWaitFor([this] { return m_kiosk->trouble()->active(); }, 5'000))
        m_problem = QStringLiteral("a torn code is no trouble");
    stop(QStringLiteral("progress-code-torn"));
    m_kiosk->tryAgain();
    m_hall.reader.cards.give(fail(ErrorKind::CardLifted, QStringLiteral("fake-reader")));
    if (!QTest::qWaitFor([this] { return m_kiosk->trouble()->active(); }, 5'000))
        m_problem = QStringLiteral("a lifted card is no trouble where one looks up");
    stop(QStringLiteral("progress-identify-trouble"));
    m_kiosk->tryAgain();
    m_hall.reader.cards.give(cardOf(QStringLiteral("覃大山"), holderId));
    if (!reach(QStringLiteral("ProgressList")))
        return;
    stop(QStringLiteral("progress-none"));
    m_kiosk->backward();
    if (!reach(QStringLiteral("Home")))
        return;

    const QDateTime from = m_hall.clock.nowUtc().addDays(-9);
    const domain::ServiceItem *allowance = m_kiosk->home()->item(QStringLiteral("gaoling-jintie"));
    const domain::ServiceItem *birth = m_kiosk->home()->item(QStringLiteral("shengyu-dengji"));
    if (!allowance || !birth) {
        m_problem = QStringLiteral("the items of the cases are not shipped");
        return;
    }
    m_hall.store.followed = {
        .cases = {followed(*birth, "422823101-20261120-K01-0007", from.addDays(8), {CaseStatus::Queued}),
                  followed(*allowance, "422823101-20261112-K01-0031", from,
                           {CaseStatus::Queued, CaseStatus::Submitted, CaseStatus::PrePassed, CaseStatus::Received,
                            CaseStatus::Supplementing})},
        .asOf = m_hall.clock.nowUtc().addSecs(-600)};
    m_hall.store.followed.cases.back().notices = {
        {.id = QUuid::createUuid(),
         .caseId = m_hall.store.followed.cases.back().id,
         .kind = ports::NoticeKind::Correction,
         .issuedAt = from.addDays(4),
         .due = QDate(2026, 12, 1),
         .title = QStringLiteral("还差两样"),
         .items = {{QStringLiteral("householdRegister"), QStringLiteral("第三页看不清")},
                   {{}, QStringLiteral("存折的户名和申请人不一样")}},
         .isRead = true}};
    m_hall.store.followed.cases.back().projectNumber = QStringLiteral("42282326111200031");
    press(QStringLiteral("查询进度"));
    std::swap(m_hall.store.followed.cases.front(), m_hall.store.followed.cases.back());
    m_hall.codeScanner.codes.give(domain::ScannedCode{});
    if (!reach(QStringLiteral("ProgressCase")))
        return;
    stop(QStringLiteral("progress-by-receipt")); // what the office wrote is asked of the card
    std::swap(m_hall.store.followed.cases.front(), m_hall.store.followed.cases.back());
    m_kiosk->forward();
    m_hall.reader.cards.give(cardOf(QStringLiteral("欧阳秀英"), holderId));
    if (!reach(QStringLiteral("ProgressList")))
        return;
    stop(QStringLiteral("progress-list"));
    press(allowance->name);
    if (!reach(QStringLiteral("ProgressCase")))
        return;
    stop(QStringLiteral("progress-case"));
    m_kiosk->forward();
    if (!reach(QStringLiteral("ProgressLetter")))
        return;
    stop(QStringLiteral("progress-letter"));
    m_kiosk->backward();
    m_kiosk->backward();
    m_kiosk->setOnline(false);
    m_kiosk->progress()->choose(m_hall.store.followed.cases.front().id.toString(QUuid::WithoutBraces));
    stop(QStringLiteral("progress-case-offline"));
    m_kiosk->setOnline(true);
    m_kiosk->backward();
    m_kiosk->backward();
    (void)reach(QStringLiteral("Home"));
}

} // namespace tongban::qmltest
