// SPDX-License-Identifier: GPL-3.0-or-later
// Keywords of RFC 8011 §5.4.12 and PWG 5100.9, as DEVICES §4 sorts them.
#include "drivers/codec/ipp_reasons.h"

#include <QTest>

using namespace tongban;
using drivers::codec::ippConditionOf;

class IppReasonsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sorts_data()
    {
        QTest::addColumn<QString>("keyword");
        QTest::addColumn<QByteArray>("kind"); // "" = nothing, "warns"
        const auto row = [](const char *keyword, const char *kind) {
            QTest::newRow(keyword) << QString::fromLatin1(keyword) << QByteArray(kind);
        };
        row("none", "");
        row("media-empty", "PaperOut");
        row("media-empty-report", "PaperOut"); // severity is rewritten in transit
        row("media-needed-error", "PaperOut");
        row("input-tray-missing", "PaperOut");
        row("media-jam-warning", "PaperJam");
        row("door-open-report", "CoverOpen");
        row("cover-open", "CoverOpen");
        row("interlock-open", "CoverOpen");
        row("toner-empty-error", "TonerOut");
        row("marker-supply-empty", "TonerOut");
        row("marker-waste-full-error", "TonerOut");
        row("output-area-full", "OutputFull");
        row("fuser-over-temp", "DeviceFault");
        row("fuser-under-temp-error", "DeviceFault");
        row("paused", "DeviceFault");
        row("shutdown", "DeviceAbsent");
        row("offline-report", "DeviceAbsent");
        row("connecting-to-device", "DeviceSilent");
        row("media-low", "warns");
        row("toner-low-report", "warns");
        row("marker-supply-low-error", "warns"); // whatever the severity says
        row("marker-waste-almost-full", "warns");
        row("MEDIA-EMPTY", "PaperOut");
        row("media-emp", "PaperOut"); // truncated
        row("marker-supply-empt", "TonerOut");
        row("media-empty-rep", "PaperOut");
        row("media-", ""); // could be anything
        row("marker-supply-", "");
        row("moving-to-paused", "");
        row("cups-waiting-for-job-completed", "");
        row("", "");
    }
    void sorts()
    {
        QFETCH(QString, keyword);
        QFETCH(QByteArray, kind);
        const auto condition = ippConditionOf({keyword});
        const QByteArray seen = condition.blocks ? QByteArray(nameOf(*condition.blocks))
                                                 : QByteArray(condition.warnings.isEmpty() ? "" : "warns");
        QCOMPARE(seen, kind);
    }

    void theGravestIsTold()
    {
        const auto condition = ippConditionOf({QStringLiteral("toner-low-report"), QStringLiteral("media-empty-error"),
                                               QStringLiteral("connecting-to-device"), QStringLiteral("media-jam")});
        QVERIFY(condition.blocks == ErrorKind::PaperJam);
        QCOMPARE(condition.blockedBy, QStringLiteral("media-jam"));
        QCOMPARE(condition.warnings, QStringList{QStringLiteral("toner-low-report")});
    }
};

QTEST_GUILESS_MAIN(IppReasonsTest)
#include "ipp_reasons_test.moc"
