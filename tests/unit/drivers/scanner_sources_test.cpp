// SPDX-License-Identifier: GPL-3.0-or-later
// The words are the backends' own: sane-fujitsu(5), sane-canon_dr(5), sane-epsonds(5), sane-brother4, sane-hpaio,
// sane-kvs20xx(5), and SANE's test backend.
#include "drivers/devices/document_scanner/sane_sources.h"

#include <QTest>

using namespace tongban::drivers::devices;

class ScannerSourcesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wordsOfTheBackends_data()
    {
        QTest::addColumn<SaneChoices>("choices");
        QTest::addColumn<QJsonObject>("simplex");
        QTest::addColumn<QJsonObject>("duplex"); // empty: not offered
        const auto s = [](const char *text) { return QString::fromLatin1(text); };
        const auto source = [&](const char *name) { return QJsonObject{{QStringLiteral("source"), s(name)}}; };
        const auto sources = [&](std::initializer_list<const char *> names) {
            QStringList list;
            for (const char *name : names)
                list << s(name);
            return SaneChoices{{QStringLiteral("source"), list}};
        };
        QTest::newRow("fujitsu") << sources({"Flatbed", "ADF Front", "ADF Back", "ADF Duplex"}) << source("ADF Front")
                                 << source("ADF Duplex");
        QTest::newRow("hpaio") << sources({"Flatbed", "ADF", "Duplex"}) << source("ADF") << source("Duplex");
        QTest::newRow("brother4") << sources({"FlatBed", "Automatic Document Feeder(left aligned)",
                                              "Automatic Document Feeder(left aligned,Duplex)"})
                                  << source("Automatic Document Feeder(left aligned)")
                                  << source("Automatic Document Feeder(left aligned,Duplex)");
        QTest::newRow("test") << sources({"Flatbed", "Automatic Document Feeder"})
                              << source("Automatic Document Feeder") << QJsonObject();
        SaneChoices epson = sources({"Flatbed", "Automatic Document Feeder"});
        epson.insert(s("adf-mode"), {s("Simplex"), s("Duplex")});
        QJsonObject both = source("Automatic Document Feeder");
        both.insert(s("adf-mode"), s("Duplex"));
        QTest::newRow("epsonds") << epson << source("Automatic Document Feeder") << both;
        QTest::newRow("kvs20xx") << SaneChoices{{s("duplex"), {}}} << QJsonObject{{s("mode"), s("Gray")}}
                                 << QJsonObject{{s("mode"), s("Gray")}, {s("duplex"), true}};
    }
    void wordsOfTheBackends()
    {
        QFETCH(SaneChoices, choices);
        QFETCH(QJsonObject, simplex);
        QFETCH(QJsonObject, duplex);
        QJsonObject settings;
        if (simplex.contains(QStringLiteral("mode")))
            settings.insert(QStringLiteral("mode"), QStringLiteral("Gray"));
        QCOMPARE(withFeeder(settings, choices, false).value_or(QJsonObject()), simplex);
        QCOMPARE(withFeeder(settings, choices, true).value_or(QJsonObject()), duplex);
    }

    void aNamedSourceIsTheTechniciansWord()
    {
        const SaneChoices choices{
            {QStringLiteral("source"), {QStringLiteral("ADF Front"), QStringLiteral("ADF Duplex")}}};
        const QJsonObject named{{QStringLiteral("source"), QStringLiteral("ADF Front")}};
        QCOMPARE(withFeeder(named, choices, false).value_or(QJsonObject()), named);
        QVERIFY(!withFeeder(named, choices, true).has_value()); // and it contradicts itself
    }

    void glassAlone()
    {
        const SaneChoices choices{
            {QStringLiteral("source"), {QStringLiteral("Flatbed"), QStringLiteral("Transparency")}}};
        QVERIFY(!withFeeder({}, choices, false).has_value());
    }
};

QTEST_APPLESS_MAIN(ScannerSourcesTest)
#include "scanner_sources_test.moc"
