// SPDX-License-Identifier: GPL-3.0-or-later
// The house's everyday words: identifiers, deadlines, errors, secrets, the log.
#include "app/core/base/clock.h"
#include "app/core/base/deadline.h"
#include "app/core/base/log.h"
#include "app/core/base/result.h"
#include "app/core/base/sensitive.h"
#include "app/core/base/uuid7.h"

#include <QDebug>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QTest>
#include <QTextStream>

#include <ostream>
#include <thread>

using namespace tongban;
using namespace std::chrono_literals;

namespace {

template <class Stream, class Value>
concept Streams = requires(Stream &stream, const Value &value)
{
    stream << value;
};

// What the compiler must refuse, beside what it must take (else the check would prove nothing).
static_assert(Streams<QDebug, QString> && !Streams<QDebug, Secret>);
static_assert(Streams<QTextStream, QString> && !Streams<QTextStream, Secret>);
static_assert(Streams<std::ostream, int> && !Streams<std::ostream, Sensitive<int>>);
static_assert(!std::is_convertible_v<Secret, QString> && !std::is_convertible_v<QString, Secret>);
static_assert(std::is_constructible_v<LogFact, const char *, QString>);
static_assert(!std::is_constructible_v<LogFact, const char *, Secret>);

const QDateTime start(QDate(2024, 11, 21), QTime(8, 0), Qt::UTC);

// RFC 9562 orders by the bytes from left to right; QUuid's own operator does not.
QByteArray orderOf(const QUuid &id)
{
    return id.toRfc4122();
}

} // namespace

class BaseTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void uuidHasVersionVariantAndTime()
    {
        const ManualClock clock(start);
        Uuid7Generator generator(clock);
        const QByteArray bytes = generator.next().toRfc4122();
        QCOMPARE(static_cast<quint8>(bytes[6]) >> 4, 7);
        QCOMPARE(static_cast<quint8>(bytes[8]) >> 6, 2);
        qint64 ms = 0;
        for (int i = 0; i < 6; ++i)
            ms = ms << 8 | static_cast<quint8>(bytes[i]);
        QCOMPARE(ms, start.toMSecsSinceEpoch());
    }

    void uuidGrowsWhateverTheClockDoes()
    {
        ManualClock clock(start);
        Uuid7Generator generator(clock);
        QByteArray last = orderOf(generator.next());
        // Many within one millisecond (the counter has 12 bits), forward, and back by a day as with a dead battery.
        for (const auto step : {0ms, 1ms, -86'400'000ms, 0ms, 5ms}) {
            clock.advance(step);
            for (int i = 0; i < 5'000; ++i) {
                const QByteArray id = orderOf(generator.next());
                QVERIFY(last < id);
                last = id;
            }
        }
    }

    void uuidIsUniqueAcrossThreads()
    {
        const SystemClock clock;
        Uuid7Generator generator(clock);
        std::array<std::vector<QUuid>, 4> made;
        std::vector<std::jthread> threads;
        for (auto &mine : made) {
            threads.emplace_back([&generator, &mine] {
                for (int i = 0; i < 2'000; ++i)
                    mine.push_back(generator.next());
            });
        }
        threads.clear();
        QSet<QUuid> all;
        for (const auto &mine : made) {
            for (const QUuid &id : mine)
                all.insert(id);
        }
        QCOMPARE(all.size(), 8'000);
    }

    void deadlineIsBounded()
    {
        QVERIFY(Deadline::in(0ms).expired());
        QVERIFY(Deadline::in(-5s).expired());
        QCOMPARE(Deadline::in(-5s).remaining(), 0ms);
        const Deadline hour = Deadline::in(1h);
        QVERIFY(!hour.expired());
        QVERIFY(hour.remaining() > 59min && hour.remaining() <= 1h);
        QVERIFY(hour.capped(1min).remaining() <= 1min);
        QVERIFY(Deadline::in(1min).capped(1h).remaining() <= 1min);
        QVERIFY(Deadline::in(0ms).capped(1h).expired());
    }

    void manualClockMovesOnlyWhenTold()
    {
        ManualClock clock(start);
        QCOMPARE(clock.nowUtc(), start);
        clock.advance(90s);
        QCOMPARE(clock.nowUtc(), start.addSecs(90));
        QCOMPARE(clock.monotonic(), std::chrono::milliseconds(90s));
    }

    void everyErrorHasANameAndARemedy()
    {
        QSet<QByteArray> names;
        QSet<int> remedies;
        const int count = static_cast<int>(ErrorKind::Cancelled) + 1;
        for (int i = 0; i < count; ++i) {
            names.insert(nameOf(static_cast<ErrorKind>(i)));
            const Remedy remedy = remedyFor(static_cast<ErrorKind>(i));
            remedies.insert(static_cast<int>(remedy));
            QVERIFY(*nameOf(remedy));
        }
        QCOMPARE(names.size(), count);
        QCOMPARE(remedies.size(), static_cast<int>(Remedy::Nothing) + 1);
        QCOMPARE(remedyFor(ErrorKind::CardLifted), Remedy::VillagerRetries);
        QCOMPARE(remedyFor(ErrorKind::PaperOut), Remedy::StaffFixes);
        QCOMPARE(remedyFor(ErrorKind::PlatformUnreachable), Remedy::Waits);
    }

    void contextIsAddedAsAnErrorRises()
    {
        const Error error{ErrorKind::StoreFull, QStringLiteral("store.begin"), QStringLiteral("disk full")};
        const Error seen = error.within(QStringLiteral("submit case"));
        QCOMPARE(seen.where, QStringLiteral("submit case: store.begin"));
        QVERIFY(seen.kind == error.kind && seen.detail == error.detail);
    }

    void resultHoldsEither()
    {
        const Result<int> good = 3;
        const Result<int> bad = fail(ErrorKind::NotFound, QStringLiteral("test"));
        QVERIFY(good && !bad);
        QVERIFY(!failedWith(good, ErrorKind::NotFound) && failedWith(bad, ErrorKind::NotFound));
        QVERIFY(!failedWith(bad, ErrorKind::StoreFull));
    }

    void secretIsSeenByNameOnly()
    {
        const Secret secret(QStringLiteral("张三"));
        QCOMPARE(secret.reveal(), QStringLiteral("张三"));
        QVERIFY(secret == Secret(QStringLiteral("张三")) && !(secret == Secret()));
    }

    void logSpeaksItsCatalogue()
    {
        QList<QByteArray> lines;
        setLogSink([&](const QByteArray &line) { lines << line; });
        log(LogEvent::StepEntered, {{"step", QStringLiteral("Form")}});
        log(LogEvent::StoreTrouble, {{"detail", QStringLiteral("line one\nline \"two\"")}});
        setLogSink([](const QByteArray &) {});
        QCOMPARE(lines.size(), 2);
        const QJsonObject first = QJsonDocument::fromJson(lines[0]).object();
        QCOMPARE(first[QStringLiteral("event")].toString(), QStringLiteral("StepEntered"));
        QCOMPARE(first[QStringLiteral("level")].toString(), QStringLiteral("info"));
        QCOMPARE(first[QStringLiteral("step")].toString(), QStringLiteral("Form"));
        QVERIFY(QDateTime::fromString(first[QStringLiteral("at")].toString(), Qt::ISODateWithMs).isValid());
        QVERIFY2(!lines[1].contains('\n'), "one event, one line");
        const QJsonObject second = QJsonDocument::fromJson(lines[1]).object();
        QCOMPARE(second[QStringLiteral("level")].toString(), QStringLiteral("error"));
        QCOMPARE(second[QStringLiteral("detail")].toString(), QStringLiteral("line one\nline \"two\""));
    }
};

QTEST_GUILESS_MAIN(BaseTest)
#include "base_test.moc"
