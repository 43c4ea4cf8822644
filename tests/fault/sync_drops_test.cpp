// SPDX-License-Identifier: GPL-3.0-or-later
// A line that drops every 200 KB: a case of many pages arrives, and next to nothing is sent twice.
#include "tests/fault/cutting_relay.h"
#include "tests/fault/sync_city.h"

#include <QTest>

using namespace tongban;
using namespace tongban::tests;
using namespace std::chrono_literals;

class SyncDropsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void littleIsSentTwice();
};

void SyncDropsTest::littleIsSentTwice()
{
    constexpr int pages = 50;
    constexpr qint64 pageBytes = 400'000;
    SyncCity city;
    QVERIFY(city.start());
    CuttingRelay relay(city.platform.port(), 200'000);
    auto config = city.config();
    config.url.setPort(relay.serverPort());
    city.connect(offline::platform::prepareAccess(config).value());

    const auto submitted = city.submitOne(pages, pageBytes);
    QVERIFY(submitted);
    QVERIFY2(city.runUntilAccepted(submitted->content.id, 24h), city.platform.log().constData());
    TONGBAN_VERIFY_ARRIVED(city, *submitted);
    qint64 payload = 0;
    for (const auto &material : submitted->content.pages) {
        for (const auto &page : material)
            payload += page.bytes;
    }
    payload += submitted->content.signature->bytes;
    const qint64 sent = city.client->pageBytesSent();
    qInfo("payload %lld, tus body bytes sent %lld (%.4f), cuts %d, TLS handshakes %d", payload, sent,
          static_cast<double>(sent) / static_cast<double>(payload), relay.cuts(), relay.connections());
    QVERIFY(payload >= pages * pageBytes);
    QVERIFY(relay.cuts() >= payload / 200'000 - 1);
    QVERIFY2(sent <= payload * 105 / 100, qPrintable(QString::number(sent)));
}

QTEST_GUILESS_MAIN(SyncDropsTest)
#include "sync_drops_test.moc"
