// SPDX-License-Identifier: GPL-3.0-or-later
// The office's notices and the city's commands as they are kept.
#include "tests/unit/offline/store_world.h"

#include <QFile>
#include <QTest>

using namespace tongban;
using namespace tongban::testing;
using ports::CommandKind;
using ports::CommandOutcome;
using ports::NoticeKind;

class StoreCityWordTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aNoticeIsKeptOnce();
    void aNoticeLiesSealed();
    void aNoticeGoesWithItsCase();
    void aCommandIsTakenOnce();
    void whatIsRefusedIsToldAndNotDone();
    void whatBecameOfItIsOnRecord();
    void ordersStandAfterARestart();
    void aMessageEndsWithItsTime();

private:
    void reopen()
    {
        m_store.reset();
        m_store = std::move(*m_world->open());
    }
    [[nodiscard]] ports::CommandLog &commands() { return m_store->commands(); }
    [[nodiscard]] ports::CityCommand command(CommandKind kind, const QString &text = {}) const
    {
        return {
            .id = QUuid::createUuid(), .kind = kind, .text = text, .expiresAt = m_world->clock.nowUtc().addSecs(3600)};
    }
    [[nodiscard]] ports::Notice notice(const QUuid &caseId) const
    {
        return {.id = QUuid::createUuid(),
                .caseId = caseId,
                .kind = NoticeKind::Correction,
                .issuedAt = m_world->clock.nowUtc(),
                .due = QDate(2026, 4, 1),
                .title = QStringLiteral("请补交户口本"),
                .items = {{.material = QStringLiteral("householdRegister"), .text = QStringLiteral("第三页看不清")},
                          {.material = {}, .text = QStringLiteral("请写上电话")}}};
    }
    [[nodiscard]] QUuid submittedCase()
    {
        return m_store->cases().submit(*filledDraft(*m_store, zhang(), m_world->clock))->content.id;
    }
    // Taken, carried out, told.
    void obey(const ports::CityCommand &command, CommandOutcome::Kind outcome = CommandOutcome::Kind::Done)
    {
        QVERIFY(commands().take({.cursor = QStringLiteral("1"), .commands = {command}, .refused = {}}));
        QVERIFY(commands().settle(command.id, {.kind = outcome, .detail = {}}));
        QVERIFY(commands().reported(command.id));
    }
    std::unique_ptr<StoreWorld> m_world;
    StorePointer m_store;
};

void StoreCityWordTest::init()
{
    m_store.reset();
    m_world = std::make_unique<StoreWorld>();
    m_store = std::move(*m_world->open());
}

void StoreCityWordTest::aNoticeIsKeptOnce()
{
    const QUuid id = submittedCase();
    const ports::Notice first = notice(id);
    ports::Notice second = notice(id);
    second.kind = NoticeKind::Decision;
    second.issuedAt = first.issuedAt.addSecs(60);
    second.due = QDate();
    second.items.clear();
    QVERIFY(*m_store->notices().keep(second));
    QVERIFY(*m_store->notices().keep(first));
    QVERIFY(!*m_store->notices().keep(first));
    reopen();
    const auto kept = m_store->notices().ofCase(id);
    QVERIFY(kept);
    QCOMPARE(kept->size(), size_t(2));
    QCOMPARE(kept->at(0).id, first.id); // by the office's time, not by its coming
    QCOMPARE(kept->at(0).caseId, id);
    QVERIFY(kept->at(0).kind == NoticeKind::Correction);
    QCOMPARE(kept->at(0).issuedAt, first.issuedAt);
    QCOMPARE(kept->at(0).due, QDate(2026, 4, 1));
    QCOMPARE(kept->at(0).title, first.title);
    QCOMPARE(kept->at(0).items.size(), size_t(2));
    QCOMPARE(kept->at(0).items.at(0).material, QStringLiteral("householdRegister"));
    QCOMPARE(kept->at(0).items.at(1).text, QStringLiteral("请写上电话"));
    QVERIFY(kept->at(1).kind == NoticeKind::Decision);
    QVERIFY(!kept->at(1).due.isValid() && kept->at(1).items.empty());
    QVERIFY(failedWith(m_store->notices().keep(notice(QUuid::createUuid())), ErrorKind::NotFound));
    QVERIFY(m_store->notices().ofCase(QUuid::createUuid())->empty());
}

void StoreCityWordTest::aNoticeLiesSealed()
{
    const QUuid id = submittedCase();
    QVERIFY(m_store->notices().keep(notice(id)));
    m_store.reset();
    for (const char *suffix : {"", "-wal"}) {
        QFile file(m_world->databasePath() + QLatin1String(suffix));
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const QByteArray bytes = file.readAll();
        QVERIFY(!bytes.contains(QStringLiteral("户口本").toUtf8()));
        QVERIFY(!bytes.contains(QStringLiteral("看不清").toUtf8()));
    }
}

void StoreCityWordTest::aNoticeGoesWithItsCase()
{
    const QUuid id = submittedCase();
    QVERIFY(m_store->notices().keep(notice(id)));
    while (const auto entry = m_store->outbox().claim(m_world->clock.nowUtc()).value())
        QVERIFY(m_store->outbox().complete(entry->id, {{"caseId", "P-1"}}));
    QVERIFY(m_store->eraseCase(id));
    QVERIFY(m_store->notices().ofCase(id)->empty());
    QVERIFY(failedWith(m_store->notices().keep(notice(id)), ErrorKind::NotFound)); // and none comes later
}

void StoreCityWordTest::aCommandIsTakenOnce()
{
    const auto first = command(CommandKind::Message, QStringLiteral("停电"));
    const auto second = command(CommandKind::Reload);
    QVERIFY(!commands().next()->has_value());
    QVERIFY(commands().take({.cursor = QStringLiteral("1"), .commands = {first, second}, .refused = {}}));
    reopen(); // the power went before it was carried out
    auto next = commands().next();
    QVERIFY(next && *next && !(*next)->outcome);
    QCOMPARE((*next)->command.id, first.id);
    QVERIFY((*next)->command.kind == CommandKind::Message);
    QCOMPARE((*next)->command.text, first.text);
    QCOMPARE((*next)->command.expiresAt, first.expiresAt);
    QVERIFY(commands().settle(first.id, {.kind = CommandOutcome::Kind::Done, .detail = QStringLiteral("shown")}));
    QVERIFY(failedWith(commands().settle(first.id, {}), ErrorKind::NotFound)); // once
    reopen();                                                                  // … and before the city was told
    next = commands().next();
    QCOMPARE((*next)->command.id, first.id);
    QVERIFY((*next)->outcome && (*next)->outcome->kind == CommandOutcome::Kind::Done);
    QCOMPARE((*next)->outcome->detail, QStringLiteral("shown"));
    QVERIFY(commands().reported(first.id));
    QCOMPARE((*commands().next())->command.id, second.id);
    QVERIFY(commands().settle(second.id, {}));
    QVERIFY(commands().reported(second.id));
    // Played again, from the beginning of the feed: nothing is due.
    QVERIFY(commands().take({.cursor = QStringLiteral("1"), .commands = {first, second}, .refused = {}}));
    QVERIFY(!commands().next()->has_value());
}

void StoreCityWordTest::whatIsRefusedIsToldAndNotDone()
{
    const QUuid id = QUuid::createUuid();
    const ports::PulledCommands pulled{
        .cursor = QStringLiteral("1"),
        .commands = {},
        .refused = {{.id = id, .reason = QStringLiteral("expired")}, {.id = {}, .reason = QStringLiteral("no id")}}};
    QVERIFY(commands().take(pulled));
    QVERIFY(commands().take(pulled));
    const auto next = commands().next();
    QVERIFY(next && *next && (*next)->outcome);
    QCOMPARE((*next)->command.id, id);
    QVERIFY((*next)->outcome->kind == CommandOutcome::Kind::Refused);
    QCOMPARE((*next)->outcome->detail, QStringLiteral("expired"));
    QVERIFY(commands().reported(id));
    QVERIFY(!commands().next()->has_value());
}

void StoreCityWordTest::whatBecameOfItIsOnRecord()
{
    const auto before = m_store->audit().head()->seq;
    obey(command(CommandKind::Diagnose), CommandOutcome::Kind::Failed);
    QVERIFY(commands().take({.cursor = QStringLiteral("2"),
                             .commands = {},
                             .refused = {{.id = QUuid::createUuid(), .reason = QStringLiteral("expired")}}}));
    const auto records = m_store->audit().records(before + 1, 10);
    QVERIFY(records);
    QCOMPARE(records->size(), size_t(2));
    QCOMPARE(records->at(0).event.action, QStringLiteral("command.failed"));
    QVERIFY(records->at(0).event.actor == ports::AuditActor::City);
    QCOMPARE(records->at(1).event.action, QStringLiteral("command.refused"));
    QVERIFY(!m_store->audit().verify()->firstBroken);
}

void StoreCityWordTest::ordersStandAfterARestart()
{
    const QDateTime now = m_world->clock.nowUtc();
    QVERIFY(commands().standing(now)->closedText.isEmpty());
    obey(command(CommandKind::Close, QStringLiteral("系统升级，明天再来")));
    obey(command(CommandKind::Close, QStringLiteral("没有做成")), CommandOutcome::Kind::Failed);
    obey(command(CommandKind::Message, QStringLiteral("停水")));
    reopen();
    QCOMPARE(commands().standing(now)->closedText, QStringLiteral("系统升级，明天再来"));
    QCOMPARE(commands().standing(now.addYears(1))->closedText, QStringLiteral("系统升级，明天再来"));
    QCOMPARE(commands().standing(now)->message, QStringLiteral("停水"));
    obey(command(CommandKind::Diagnose));
    QCOMPARE(commands().standing(now)->closedText, QStringLiteral("系统升级，明天再来"));
    obey(command(CommandKind::Reload));
    QVERIFY(commands().standing(now)->closedText.isEmpty());
}

void StoreCityWordTest::aMessageEndsWithItsTime()
{
    const QDateTime now = m_world->clock.nowUtc();
    const auto first = command(CommandKind::Message, QStringLiteral("停水"));
    obey(first);
    QCOMPARE(commands().standing(now)->messageUntil, first.expiresAt);
    QVERIFY(commands().standing(first.expiresAt)->message.isEmpty());
    obey(command(CommandKind::Message, QStringLiteral("来水了")));
    QCOMPARE(commands().standing(now)->message, QStringLiteral("来水了"));
}

QTEST_GUILESS_MAIN(StoreCityWordTest)
#include "store_city_word_test.moc"
