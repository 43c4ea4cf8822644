// SPDX-License-Identifier: GPL-3.0-or-later
// A polite client: it waits when it is asked to, leaves room on the line, goes through the proxy it was given, and
// keeps its connection.
#include "offline/platform/answers.h"
#include "offline/platform/body_device.h"
#include "tests/unit/offline/http_rig.h"

#include <QElapsedTimer>
#include <QTcpServer>
#include <QTcpSocket>

using namespace tongban;
using namespace tongban::tests;
using namespace tongban::offline::platform;
using namespace std::chrono_literals;

namespace {

const QByteArray changes = R"({"cursor":"1","changes":[]})";

// CONNECT and nothing else; it counts, and can refuse.
class ConnectProxy : public QTcpServer
{
public:
    ConnectProxy()
    {
        connect(this, &QTcpServer::newConnection, this, [this] { serve(nextPendingConnection()); });
        if (!listen(QHostAddress::LocalHost))
            qFatal("the proxy cannot listen");
    }
    [[nodiscard]] QUrl url() const { return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(serverPort())); }
    QByteArrayList asked; // "CONNECT 127.0.0.1:PORT"
    bool refuses = false;

private:
    void serve(QTcpSocket *near)
    {
        auto *far = new QTcpSocket(near);
        connect(near, &QTcpSocket::disconnected, near, &QObject::deleteLater);
        connect(near, &QTcpSocket::readyRead, near, [this, near, far] {
            if (far->state() == QAbstractSocket::ConnectedState)
                return (void)far->write(near->readAll());
            if (!near->peek(8192).contains("\r\n\r\n"))
                return;
            const QByteArrayList words = near->readAll().split(' ');
            asked.append(words.value(0) + ' ' + words.value(1));
            if (refuses)
                return (void)near->write("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n");
            const auto target = words.value(1).split(':');
            far->connectToHost(QString::fromLatin1(target.value(0)), target.value(1).toUShort());
        });
        connect(far, &QTcpSocket::connected, near,
                [near] { near->write("HTTP/1.1 200 Connection established\r\n\r\n"); });
        connect(far, &QTcpSocket::readyRead, near, [near, far] { near->write(far->readAll()); });
        connect(far, &QTcpSocket::disconnected, near, [near] { near->disconnectFromHost(); });
    }
};

qint64 readAllNow(BodyDevice &body)
{
    qint64 taken = 0;
    char buffer[16 * 1024];
    for (qint64 got = body.read(buffer, sizeof buffer); got > 0; got = body.read(buffer, sizeof buffer))
        taken += got;
    return taken;
}

Step withRetryAfter(Step step, const QByteArray &value)
{
    step.answer.replace("Content-Type", "Retry-After: " + value + "\r\nContent-Type");
    return step;
}

} // namespace

class HttpMannersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_city.make()); }
    void retryAfter_data();
    void retryAfter();
    void aPauseIsPassedOn();
    void aPageKeepsToItsBudget();
    void theHourDecides();
    void aThrottledPageArrivesWhole();
    void theConnectionIsKept();
    void goesThroughItsProxyOnly();

private:
    City m_city;
};

void HttpMannersTest::retryAfter_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<int>("seconds"); // -1: none
    const auto row = [](const char *name, int status, const char *value, int seconds) {
        QTest::newRow(name) << status << QByteArray(value) << seconds;
    };
    row("seconds", 503, "120", 120);
    row("too many requests", 429, "7", 7);
    row("at once", 503, "0", 0);
    row("an hour at most", 503, "86400", 3600);
    row("a number that overflows", 503, "99999999999999999", 3600);
    row("a date", 503, "Sun, 01 Mar 2026 01:40:00 GMT", 600);
    row("a date that is past", 503, "Sun, 01 Mar 2026 01:00:00 GMT", 0);
    row("a date far away", 503, "Mon, 02 Mar 2026 01:00:00 GMT", 3600);
    row("negative", 503, "-5", -1);
    row("words", 503, "soon", -1);
    row("nothing", 503, "", -1);
    row("another status", 500, "120", -1);
    row("success", 200, "120", -1);
}

void HttpMannersTest::retryAfter()
{
    QFETCH(int, status);
    QFETCH(QByteArray, value);
    QFETCH(int, seconds);
    const QDateTime now(QDate(2026, 3, 1), QTime(1, 30), Qt::UTC);
    const HttpAnswer answer{.status = status, .headers = {{"retry-after", value}}, .body = {}};
    const auto pause = offline::platform::retryAfter(answer, now);
    QCOMPARE(pause.has_value(), seconds >= 0);
    if (pause)
        QCOMPARE(pause->count(), qint64(seconds) * 1000);
}

void HttpMannersTest::aPauseIsPassedOn()
{
    HttpRig rig(m_city);
    rig.server.script({json(200, changes), withRetryAfter(problem(503, "busy"), "600"), problem(503, "busy")});
    QVERIFY(await(rig.client->pullChanges({})));
    QCOMPARE(rig.client->pauseAsked(), 0ms);
    QVERIFY(failedWith(await(rig.client->pullChanges({})), ErrorKind::PlatformBusy));
    QVERIFY(rig.client->pauseAsked() > 590s && rig.client->pauseAsked() <= 600s);
    QVERIFY(failedWith(await(rig.client->pullChanges({})), ErrorKind::PlatformBusy));
    QVERIFY(rig.client->pauseAsked() > 590s); // an answer without it takes nothing back
}

void HttpMannersTest::aPageKeepsToItsBudget()
{
    ManualClock clock(QDateTime(QDate(2026, 3, 1), QTime(1, 30), Qt::UTC));
    constexpr qint64 rate = 64 * 1024;
    BandwidthBudget budget({{.from = QTime(0, 0), .to = QTime(0, 0), .bytesPerSecond = rate}}, clock);
    BodyDevice body(QByteArray(4 * 1024 * 1024, 'p'), &budget);
    qint64 taken = readAllNow(body);
    for (int tick = 0; tick < 1000; ++tick) { // ten seconds
        clock.advance(10ms);
        taken += readAllNow(body);
    }
    QVERIFY2(taken <= rate * 10 + rate / 4 && taken >= rate * 10 * 98 / 100, qPrintable(QString::number(taken)));

    clock.advance(1h); // what was not used is not saved up
    QVERIFY(readAllNow(body) <= rate / 4);
    QVERIFY(budget.waitFor(16 * 1024) > 0ms && budget.waitFor(16 * 1024) <= 16ms);

    BandwidthBudget slow({{.from = QTime(0, 0), .to = QTime(0, 0), .bytesPerSecond = 100}}, clock);
    BodyDevice last(QByteArray(10, 'p'), &slow); // less than the smallest piece
    QCOMPARE(readAllNow(last), 0);
    clock.advance(100ms);
    QCOMPARE(readAllNow(last), 10);
}

void HttpMannersTest::theHourDecides()
{
    const QDate day(2026, 3, 2);
    const auto at = [&](int hour, int minute) { return QDateTime(day, QTime(hour, minute), Qt::LocalTime).toUTC(); };
    const std::vector<BudgetRule> rules{{.from = QTime(8, 0), .to = QTime(18, 0), .bytesPerSecond = 8192},
                                        {.from = QTime(22, 0), .to = QTime(2, 0), .bytesPerSecond = 4096}};
    const auto limited = [&](const QDateTime &now) {
        ManualClock clock(now);
        BandwidthBudget budget(rules, clock);
        return budget.take(1'000'000) != 1'000'000;
    };
    QVERIFY(!limited(at(7, 59)));
    QVERIFY(limited(at(8, 0)));
    QVERIFY(limited(at(17, 59)));
    QVERIFY(!limited(at(18, 0)));
    QVERIFY(limited(at(23, 0))); // over midnight
    QVERIFY(limited(at(1, 59)));
    QVERIFY(!limited(at(2, 0)));
    ManualClock clock(at(12, 0));
    BandwidthBudget none({}, clock);
    QCOMPARE(none.take(1'000'000), 1'000'000);
}

// The client takes up again what the budget made it put down; a form beside it does not wait.
void HttpMannersTest::aThrottledPageArrivesWhole()
{
    constexpr qint64 rate = 240'000;
    PlatformOptions options;
    options.budget = {{.from = QTime(0, 0), .to = QTime(0, 0), .bytesPerSecond = rate}};
    HttpRig rig(m_city, options);
    QByteArray page(120'000, 'p');
    for (qsizetype i = 0; i < page.size(); i += 7)
        page[i] = static_cast<char>(i);
    rig.server.script({empty(201, "Location: /v1/uploads/a\r\n"),
                       empty(200, "Upload-Length: 120000\r\nUpload-Offset: 0\r\n"),
                       empty(204, "Upload-Offset: 120000\r\n")});
    QElapsedTimer watch;
    watch.start();
    QVERIFY(await(rig.client->uploadPage(QUuid::createUuid(), {}, page)));
    QVERIFY2(watch.elapsed() >= 250, qPrintable(QString::number(watch.elapsed()))); // half a second less a burst
    QCOMPARE(rig.server.seen().last().body, page);

    rig.server.script({json(201, R"({"caseId":"P","status":"created"})")});
    watch.restart();
    const QJsonObject form{
        {QStringLiteral("filler"), QString(4'000'000, QLatin1Char('x'))}}; // more than ten seconds of a page's budget
    QVERIFY(await(rig.client->createCase(QUuid::createUuid(), form)));
    QVERIFY2(watch.elapsed() < 5000, qPrintable(QString::number(watch.elapsed())));
}

void HttpMannersTest::theConnectionIsKept()
{
    HttpRig rig(m_city);
    rig.server.script(QList<Step>(30, json(200, changes)));
    for (int i = 0; i < 30; ++i)
        QVERIFY(await(rig.client->pullChanges({})));
    QCOMPARE(rig.server.connections(), 1);
}

void HttpMannersTest::goesThroughItsProxyOnly()
{
    HttpRig rig(m_city);
    ConnectProxy proxy;
    PlatformConfig config = m_city.config(rig.server.base());
    config.proxy = proxy.url();
    rig.connect(prepareAccess(config).value(), {});
    rig.server.script({json(200, changes), json(200, changes)});
    QVERIFY(await(rig.client->pullChanges({})));
    QVERIFY(await(rig.client->pullChanges({})));
    QCOMPARE(proxy.asked,
             QByteArrayList{"CONNECT 127.0.0.1:" + QByteArray::number(rig.server.base().port())}); // one tunnel, kept

    ConnectProxy closed;
    closed.refuses = true;
    config.proxy = closed.url();
    rig.connect(prepareAccess(config).value(), {});
    rig.server.script({json(200, changes)});
    QVERIFY(failedWith(await(rig.client->pullChanges({})), ErrorKind::PlatformUnreachable));
    QVERIFY(!closed.asked.isEmpty());
    QCOMPARE(rig.server.seen().size(), 2); // it did not go round the proxy
}

QTEST_GUILESS_MAIN(HttpMannersTest)
#include "http_manners_test.moc"
