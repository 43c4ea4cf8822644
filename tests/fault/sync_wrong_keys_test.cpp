// SPDX-License-Identifier: GPL-3.0-or-later
// A terminal with the wrong keys: no word reaches anybody, nothing is lost, the technician reads why.
#include "tests/fault/sync_city.h"

#include "app/core/base/log.h"

#include <QMutex>
#include <QSslKey>
#include <QTest>

using namespace tongban;
using namespace tongban::tests;
using namespace std::chrono_literals;
using offline::platform::prepareAccess;

class SyncWrongKeysTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void waitsUntilTheKeysAreRight_data();
    void waitsUntilTheKeysAreRight();
};

void SyncWrongKeysTest::waitsUntilTheKeysAreRight_data()
{
    QTest::addColumn<QString>("wrong");
    QTest::addColumn<QString>("detail");
    QTest::newRow("CA of another city") << "ca"
                                        << "TLS: ";
    QTest::newRow("no client certificate") << "none"
                                           << "";
    QTest::newRow("another terminal's certificate") << "other"
                                                    << "device_mismatch";
}

void SyncWrongKeysTest::waitsUntilTheKeysAreRight()
{
    QFETCH(QString, wrong);
    QFETCH(QString, detail);
    SyncCity city;
    QVERIFY(city.start());
    auto config = city.config();
    platform::PlatformProcess other;
    if (wrong == QLatin1String("ca")) {
        QVERIFY(other.start()); // has keys of its own
        config.caFile = other.caFile();
    }
    if (wrong == QLatin1String("other")) {
        const auto keys = city.platform.addDevice(QStringLiteral("K02"), config.siteCode);
        QVERIFY(keys);
        config.certificateFile = *keys;
        config.keyFile = QString(*keys).replace(QStringLiteral(".pem"), QStringLiteral(".key"));
    }
    auto access = prepareAccess(config);
    QVERIFY(access);
    if (wrong == QLatin1String("none")) {
        access->tls.setLocalCertificateChain({});
        access->tls.setPrivateKey({});
    }
    const auto submitted = city.submitOne();
    QVERIFY(submitted);

    QMutex mutex;
    QByteArrayList lines;
    setLogSink([&](const QByteArray &line) {
        const QMutexLocker locker(&mutex);
        lines.append(line);
    });
    city.connect(*access);
    const bool ran = city.runFor(10min);
    setLogSink([](const QByteArray &) {});
    QVERIFY(ran);
    const QByteArrayList troubles = [&] {
        QByteArrayList out;
        for (const QByteArray &line : lines) {
            if (line.contains("PlatformTrouble"))
                out.append(line);
        }
        return out;
    }();
    // Each cause is said once, not at every question (how OpenSSL words a missing certificate depends on who is
    // faster).
    QVERIFY2(!troubles.isEmpty() && troubles.size() <= 5, troubles.join('\n'));
    QVERIFY2(troubles.first().contains("PlatformUnreachable") && troubles.join().contains(detail.toUtf8()),
             troubles.join('\n'));
    QVERIFY(!troubles.join().contains(R"("detail":"")"));
    QVERIFY(city.reachability.isEmpty());
    QCOMPARE(city.boxStates().filter(QStringLiteral(" pending")).size(), city.boxStates().size());

    city.connect(prepareAccess(city.config()).value());
    QVERIFY2(city.runUntilAccepted(submitted->content.id), city.platform.log().constData());
    TONGBAN_VERIFY_ARRIVED(city, *submitted);
}

QTEST_GUILESS_MAIN(SyncWrongKeysTest)
#include "sync_wrong_keys_test.moc"
