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
        QVERIFY(options->confirmBy == EscposConfirmation::GsR && options->bufferSurvivesPaperOut);
        QVERIFY(options->paper.rom == drivers::codec::RomCharset::Gbk && !options->paper.reportsChanges);
        QCOMPARE(options->missesOfTheDead, 3);
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

    void takesWhatModelsDifferIn()
    {
        const auto options = EscposOptions::fromJson({{"romCharset", "gb18030"},
                                                      {"confirmBy", "GS ( H"},
                                                      {"bufferSurvivesPaperOut", false},
                                                      {"clearBy", "DLE DC4"},
                                                      {"automaticStatus", true},
                                                      {"errorBits", QJsonObject{{"cutter", 4}, {"mechanical", 0}}},
                                                      {"missesOfTheDead", 1}});
        QVERIFY2(options.has_value(), options ? "" : qPrintable(options.error().detail));
        QVERIFY(options->paper.rom == drivers::codec::RomCharset::Gb18030 && options->paper.reportsChanges);
        QVERIFY(options->confirmBy == EscposConfirmation::ProcessId);
        QVERIFY(!options->bufferSurvivesPaperOut && options->clearsByDleDc4);
        QCOMPARE(int(options->errorBits.cutter), 4);
        QCOMPARE(int(options->errorBits.mechanical), 0);
        QCOMPARE(int(options->errorBits.unrecoverable), 0x20);
        QCOMPARE(options->missesOfTheDead, 1);
    }

    void refusesAndNamesTheKey_data()
    {
        QTest::addColumn<QJsonObject>("json");
        QTest::addColumn<QString>("key");
        QTest::newRow("unknown") << QJsonObject{{"widhtDots", 576}} << QStringLiteral("widhtDots");
        QTest::newRow("a word") << QJsonObject{{"widthDots", "576"}} << QStringLiteral("widthDots");
        QTest::newRow("a fraction") << QJsonObject{{"chunkBytes", 64.5}} << QStringLiteral("chunkBytes");
        QTest::newRow("too small") << QJsonObject{{"pollIntervalMs", 0}} << QStringLiteral("pollIntervalMs");
        QTest::newRow("a charset of the PC") << QJsonObject{{"romCharset", "cp437"}} << QStringLiteral("romCharset");
        QTest::newRow("no question") << QJsonObject{{"confirmBy", "GS I"}} << QStringLiteral("confirmBy");
        QTest::newRow("a fixed bit") << QJsonObject{{"errorBits", QJsonObject{{"cutter", 2}}}}
                                     << QStringLiteral("errorBits.cutter");
        QTest::newRow("an unknown bit") << QJsonObject{{"errorBits", QJsonObject{{"cuter", 8}}}}
                                        << QStringLiteral("errorBits.cuter");
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
