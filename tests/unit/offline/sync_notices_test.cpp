// SPDX-License-Identifier: GPL-3.0-or-later
// The office's notices: kept, then told, then the cursor moves.
#include "tests/unit/offline/sync_rig.h"

using namespace tongban;
using namespace tongban::tests;
using namespace std::chrono_literals;

namespace {

QString textOf(const QUuid &id)
{
    return id.toString(QUuid::WithoutBraces);
}
QJsonObject notice(const QUuid &id, const QUuid &caseId)
{
    return {{"id", textOf(id)},
            {"deviceCaseId", textOf(caseId)},
            {"localNumber", "330782101001-1"},
            {"kind", "correction"},
            {"issuedAt", "2026-03-01T01:00:00.000Z"},
            {"due", "2026-03-20"},
            {"title", QStringLiteral("请补交")},
            {"items", QJsonArray{QJsonObject{{"material", "householdRegister"}, {"text", QStringLiteral("看不清")}},
                                 QJsonObject{{"material", QJsonValue::Null}, {"text", QStringLiteral("电话")}}}}};
}
QJsonObject with(QJsonObject object, const char *member, const QJsonValue &value)
{
    object.insert(QLatin1String(member), value);
    return object;
}
QJsonObject page(const char *cursor, const QJsonArray &notices)
{
    return {{"cursor", QLatin1String(cursor)}, {"notices", notices}};
}
const auto cursorKey = QLatin1String(offline::sync::noticeCursorKey);

} // namespace

class SyncNoticesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        setLogSink([](const QByteArray &) {});
    }
    void theyAreKeptAndTold();
    void aBadOneDoesNotHoldUpTheOthers();
    void aFullDiskMovesNoCursor();
    void anUnknownCursorBeginsAnewAndTellsNobodyTwice();
    void aStatusChangeBringsThemAtOnce();
    void aPageWithoutCursorIsNoAnswer();
};

void SyncNoticesTest::theyAreKeptAndTold()
{
    SyncRig rig;
    const QUuid a = QUuid::createUuid(), b = QUuid::createUuid(), caseId = QUuid::createUuid();
    rig.memory.insert(cursorKey, QStringLiteral("5"));
    rig.city.notices.push_back(page("6", {notice(a, caseId)}));
    rig.city.notices.push_back(page("7", {with(with(notice(b, caseId), "due", QJsonValue()), "kind", "decision")}));
    QVERIFY(rig.runDue());
    QCOMPARE(rig.city.count(QStringLiteral("notices 5")), 1);
    QCOMPARE(rig.city.count(QStringLiteral("notices 6")), 1); // a page that was not empty is followed at once
    QCOMPARE(rig.city.count(QStringLiteral("notices 7")), 1);
    QCOMPARE(rig.memory.value(cursorKey), QStringLiteral("7"));
    QCOMPARE(rig.arrived, (QList<QUuid>{a, b}));
    const ports::Notice &first = rig.notices.kept.first();
    QCOMPARE(first.caseId, caseId);
    QVERIFY(first.kind == ports::NoticeKind::Correction);
    QCOMPARE(first.issuedAt, QDateTime(QDate(2026, 3, 1), QTime(1, 0), Qt::UTC));
    QCOMPARE(first.due, QDate(2026, 3, 20));
    QCOMPARE(first.title, QStringLiteral("请补交"));
    QCOMPARE(first.items.size(), size_t(2));
    QCOMPARE(first.items.at(0).material, QStringLiteral("householdRegister"));
    QVERIFY(first.items.at(1).material.isEmpty());
    QVERIFY(!rig.notices.kept.last().due.isValid());
    QVERIFY(rig.notices.kept.last().kind == ports::NoticeKind::Decision);
}

void SyncNoticesTest::aBadOneDoesNotHoldUpTheOthers()
{
    SyncRig rig;
    const QUuid caseId = QUuid::createUuid(), erased = QUuid::createUuid(), good = QUuid::createUuid();
    const QJsonObject one = notice(QUuid::createUuid(), caseId);
    rig.notices.unknown.append(erased);
    rig.city.notices.push_back(
        page("9", {7, with(one, "kind", "gossip"), with(one, "id", "x"), with(one, "deviceCaseId", QJsonValue()),
                   with(one, "issuedAt", "soon"), with(one, "due", "2026-02-30"), with(one, "title", ""),
                   with(one, "items", QJsonArray{QJsonObject()}), notice(QUuid::createUuid(), erased),
                   notice(good, caseId)}));
    QVERIFY(rig.runDue());
    QCOMPARE(rig.arrived, QList<QUuid>{good});
    QCOMPARE(rig.memory.value(cursorKey), QStringLiteral("9"));
}

void SyncNoticesTest::aFullDiskMovesNoCursor()
{
    SyncRig rig;
    const QUuid id = QUuid::createUuid();
    rig.notices.full = true;
    const QJsonObject same = page("3", {notice(id, QUuid::createUuid())});
    rig.city.notices.push_back(same);
    QVERIFY(rig.runDue());
    QVERIFY(rig.arrived.isEmpty());
    QVERIFY(!rig.memory.contains(cursorKey));
    rig.notices.full = false;
    rig.city.notices.push_back(same);
    QVERIFY(rig.runFor(2min));
    QCOMPARE(rig.arrived, QList<QUuid>{id});
    QCOMPARE(rig.memory.value(cursorKey), QStringLiteral("3"));
}

void SyncNoticesTest::anUnknownCursorBeginsAnewAndTellsNobodyTwice()
{
    SyncRig rig;
    const QUuid id = QUuid::createUuid();
    const QJsonObject first = page("1", {notice(id, QUuid::createUuid())});
    rig.city.notices.push_back(first);
    QVERIFY(rig.runDue());
    rig.memory.insert(cursorKey, QStringLiteral("of another city"));
    rig.city.notices.push_back(
        fail(ErrorKind::PlatformRefused, QStringLiteral("script"), QStringLiteral("cursor_invalid")));
    rig.city.notices.push_back(first);
    QVERIFY(rig.runFor(rig.options.noticesEvery + 1min));
    QCOMPARE(rig.city.count(QStringLiteral("notices of another city")), 1);
    QCOMPARE(rig.city.count(QStringLiteral("notices ")), 2);
    QCOMPARE(rig.memory.value(cursorKey), QStringLiteral("1"));
    QCOMPARE(rig.arrived, QList<QUuid>{id});
}

void SyncNoticesTest::aStatusChangeBringsThemAtOnce()
{
    SyncRig rig;
    QVERIFY(rig.runFor(30s));
    QCOMPARE(rig.city.count(QStringLiteral("notices 0")), 0); // once, without a cursor
    const QJsonObject change{
        {"deviceCaseId", textOf(QUuid::createUuid())}, {"status", "accepted"}, {"projectNumber", QJsonValue::Null}};
    rig.city.changes.push_back(QJsonObject{{"cursor", "1"}, {"changes", QJsonArray{change}}});
    QVERIFY(rig.runFor(20s));
    QCOMPARE(rig.city.count(QStringLiteral("notices 0")), 1);
}

void SyncNoticesTest::aPageWithoutCursorIsNoAnswer()
{
    SyncRig rig;
    const QUuid entry = rig.outbox.put();
    rig.city.notices.push_back(QJsonObject{{"notices", QJsonArray{notice(QUuid::createUuid(), QUuid::createUuid())}}});
    QVERIFY(rig.runDue());
    QVERIFY(rig.arrived.isEmpty());
    QCOMPARE(rig.outbox.row(entry).state, BoxRow::State::Done); // the rest goes on
}

QTEST_GUILESS_MAIN(SyncNoticesTest)
#include "sync_notices_test.moc"
