// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/devices/receipt_printer/escpos_options.h"

#include <QJsonObject>
#include <QTest>

using namespace tongban;
using namespace tongban::drivers::devices;
using namespace std::chrono_literals;

class EscposOptionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hasDefaults()
    {
        const auto options = EscposOptions::fromJson({});
        QVERIFY(options.has_value());
        QCOMPARE(options->paper.widthDots, 576);
        QVERIFY(options->confirmTimeout == 15s);
    }

    void takesEveryKey()
    {
        const auto options = EscposOptions::fromJson({{"widthDots", 384},
                                                      {"chunkBytes", 64},
                                                      {"statusTimeoutMs", 101},
                                                      {"settleTimeoutMs", 102},
                                                      {"writeTimeoutMs", 103},
                                                      {"confirmTimeoutMs", 104},
                                                      {"pollIntervalMs", 105}});
        QVERIFY(options.has_value());
        QCOMPARE(options->paper.widthDots, 384);
        QCOMPARE(options->chunkBytes, 64);
        QVERIFY(options->statusTimeout == 101ms && options->settleTimeout == 102ms && options->writeTimeout == 103ms);
        QVERIFY(options->confirmTimeout == 104ms && options->pollInterval == 105ms);
    }

    void refusesAndNamesTheKey_data()
    {
        QTest::addColumn<QJsonObject>("json");
        QTest::addColumn<QString>("key");
        QTest::newRow("unknown") << QJsonObject{{"widhtDots", 576}} << QStringLiteral("widhtDots");
        QTest::newRow("a word") << QJsonObject{{"widthDots", "576"}} << QStringLiteral("widthDots");
        QTest::newRow("a fraction") << QJsonObject{{"chunkBytes", 64.5}} << QStringLiteral("chunkBytes");
        QTest::newRow("too small") << QJsonObject{{"pollIntervalMs", 0}} << QStringLiteral("pollIntervalMs");
        QTest::newRow("too large") << QJsonObject{{"confirmTimeoutMs", 1e9}} << QStringLiteral("confirmTimeoutMs");
    }
    void refusesAndNamesTheKey()
    {
        QFETCH(QJsonObject, json);
        QFETCH(QString, key);
        const auto options = EscposOptions::fromJson(json);
        QVERIFY(failedWith(options, ErrorKind::Misconfigured));
        QVERIFY2(options.error().detail.contains(key), qPrintable(options.error().detail));
    }
};

QTEST_GUILESS_MAIN(EscposOptionsTest)
#include "escpos_options_test.moc"
