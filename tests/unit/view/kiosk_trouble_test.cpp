// SPDX-License-Identifier: GPL-3.0-or-later
// Every kind of error at the place where it happens: the person is told in full, may go on, and nothing is lost.
#include "tests/unit/view/kiosk_rig.h"

using namespace tongban;
using namespace tongban::test;

class KioskTroubleTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tellsOfTheReader_data();
    void tellsOfTheReader();
    void tellsOfTheScanner_data();
    void tellsOfTheScanner();
    void tellsOfThePrinter_data();
    void tellsOfThePrinter();
    void tellsOfTheStore_data();
    void tellsOfTheStore();
    void tellsOfAFullStoreUnderTheSignature();
    void tellsOfAnAnswerThatIsWrong();
    void marksADeviceUntilItIsHealed();
    void tellsOfMissingPaperAndGoesOn();

private:
    static void kinds(std::initializer_list<ErrorKind> kinds);
    static void verifyTold(view::KioskController &kiosk, FakeSpeaker &speaker);
};

void KioskTroubleTest::kinds(std::initializer_list<ErrorKind> kinds)
{
    QTest::addColumn<int>("kind");
    for (const ErrorKind kind : kinds)
        QTest::newRow(nameOf(kind)) << static_cast<int>(kind);
}

void KioskTroubleTest::verifyTold(view::KioskController &kiosk, FakeSpeaker &speaker)
{
    QTRY_VERIFY(kiosk.trouble()->active());
    QVERIFY(!kiosk.busy());
    QVERIFY(!kiosk.trouble()->title().isEmpty());
    QVERIFY(!kiosk.trouble()->body().isEmpty());
    QVERIFY(!kiosk.trouble()->nextStep().isEmpty());
    QCOMPARE(speaker.said.last().first(), kiosk.trouble()->title());
}

void KioskTroubleTest::tellsOfTheReader_data()
{
    kinds({ErrorKind::CardAbsent, ErrorKind::CardLifted, ErrorKind::CardUnreadable, ErrorKind::DeviceAbsent,
           ErrorKind::DeviceSilent, ErrorKind::DeviceFault, ErrorKind::ProtocolViolation, ErrorKind::Misconfigured});
}

void KioskTroubleTest::tellsOfTheReader()
{
    QFETCH(int, kind);
    KioskRig rig;
    rig.reader.script.once(fail(static_cast<ErrorKind>(kind), QStringLiteral("test")));
    QVERIFY(rig.toHome() && rig.toGuide());
    rig.kiosk().forward();
    verifyTold(rig.kiosk(), rig.speaker);
    QCOMPARE(rig.kiosk().step(), QStringLiteral("Identify"));
    rig.kiosk().tryAgain(); // the card is laid down once more, and all goes on
    QVERIFY(rig.reach(QStringLiteral("Form")));
    QVERIFY(!rig.kiosk().trouble()->active());
}

void KioskTroubleTest::tellsOfTheScanner_data()
{
    kinds({ErrorKind::PageMissing, ErrorKind::PageIllegible, ErrorKind::ScannerJam, ErrorKind::CoverOpen,
           ErrorKind::DeviceAbsent, ErrorKind::DeviceSilent, ErrorKind::DeviceFault});
}

void KioskTroubleTest::tellsOfTheScanner()
{
    QFETCH(int, kind);
    KioskRig rig;
    rig.scanner.script.once(fail(static_cast<ErrorKind>(kind), QStringLiteral("test")));
    QVERIFY(rig.toHome() && rig.toGuide() && rig.toForm() && rig.toMaterials());
    const auto answers = rig.kiosk().state().draft->answers;
    rig.kiosk().materials()->scan(QStringLiteral("householdRegister"));
    verifyTold(rig.kiosk(), rig.speaker);
    QVERIFY(rig.kiosk().state().draft->answers == answers);
    rig.kiosk().tryAgain();
    QVERIFY(rig.reach(QStringLiteral("PageReview")));
}

void KioskTroubleTest::tellsOfThePrinter_data()
{
    kinds({ErrorKind::PaperOut, ErrorKind::PaperJam, ErrorKind::CoverOpen, ErrorKind::DeviceAbsent,
           ErrorKind::DeviceSilent, ErrorKind::DeviceFault, ErrorKind::ProtocolViolation});
}

void KioskTroubleTest::tellsOfThePrinter()
{
    QFETCH(int, kind);
    KioskRig rig;
    rig.printer.script.once(fail(static_cast<ErrorKind>(kind), QStringLiteral("test")));
    QVERIFY(rig.atReview() && rig.toReceipt());
    verifyTold(rig.kiosk(), rig.speaker);
    QCOMPARE(rig.kiosk().receipt()->phase(), QStringLiteral("failed"));
    QCOMPARE(rig.kiosk().receipt()->localNumber(), QStringLiteral("K01-20261121-0007")); // the case stands
    rig.kiosk().tryAgain();
    QTRY_COMPARE(rig.kiosk().receipt()->phase(), QStringLiteral("confirmed"));
    QCOMPARE(rig.store.count(QStringLiteral("submit")), 1);
}

void KioskTroubleTest::tellsOfTheStore_data()
{
    kinds({ErrorKind::StoreFull, ErrorKind::StoreUnwritable, ErrorKind::StoreCorrupt, ErrorKind::SealBroken});
}

void KioskTroubleTest::tellsOfTheStore()
{
    QFETCH(int, kind);
    KioskRig rig;
    rig.store.failOnce(QStringLiteral("submit"), static_cast<ErrorKind>(kind));
    QVERIFY(rig.atReview());
    rig.kiosk().forward();
    verifyTold(rig.kiosk(), rig.speaker);
    QCOMPARE(rig.kiosk().step(), QStringLiteral("Review"));
    QVERIFY(rig.kiosk().receipt()->localNumber().isEmpty()); // no success before the store said so
    rig.kiosk().tryAgain();
    QVERIFY(rig.reach(QStringLiteral("Receipt")));
}

void KioskTroubleTest::tellsOfAFullStoreUnderTheSignature()
{
    KioskRig rig;
    QVERIFY(rig.toHome() && rig.toGuide() && rig.toForm() && rig.toMaterials() && rig.toPageReview() &&
            rig.toSignature());
    rig.store.failOnce(QStringLiteral("put"), ErrorKind::StoreFull);
    rig.draw();
    rig.kiosk().forward();
    verifyTold(rig.kiosk(), rig.speaker);
    QCOMPARE(rig.kiosk().step(), QStringLiteral("Signature"));
    QVERIFY(!rig.kiosk().signature()->isEmpty()); // nobody signs twice for our disk
    rig.kiosk().forward();
    QVERIFY(rig.reach(QStringLiteral("Review")));
}

void KioskTroubleTest::tellsOfAnAnswerThatIsWrong()
{
    KioskRig rig;
    QVERIFY(rig.toHome() && rig.toGuide() && rig.toForm());
    rig.kiosk().forward(); // what the card said stands
    QCOMPARE(rig.kiosk().form()->fields()->value(0, "key").toString(), QStringLiteral("phone"));
    rig.kiosk().form()->setAnswer(QStringLiteral("phone"), QStringLiteral("123"));
    QVERIFY(rig.kiosk().form()->fields()->value(0, "error").toString().isEmpty());
    rig.kiosk().forward();
    QVERIFY(rig.kiosk().trouble()->active());
    const QString error = rig.kiosk().form()->fields()->value(0, "error").toString();
    QVERIFY(!error.isEmpty());
    QCOMPARE(rig.kiosk().trouble()->body(), error);
    rig.kiosk().form()->setAnswer(QStringLiteral("phone"), QStringLiteral("我没有手机"));
    QCOMPARE(rig.kiosk().form()->fields()->value(0, "value").toString(), QStringLiteral("refused"));
    QVERIFY(!rig.kiosk().trouble()->active());
}

void KioskTroubleTest::marksADeviceUntilItIsHealed()
{
    using domain::DeviceClass;
    using domain::DeviceState;
    KioskRig rig;
    QVERIFY(rig.toHome());
    rig.kiosk().deviceHealthChanged(DeviceClass::DocumentScanner,
                                    {.state = DeviceState::NeedsAttention, .reason = ErrorKind::CoverOpen});
    QVERIFY(!rig.kiosk().devicesOk());
    QCOMPARE(rig.kiosk().deviceNote(), QStringLiteral("扫描仪的盖子没关好，请工作人员看一下。"));
    QVERIFY(rig.kiosk().home()->items()->value(0, "available").toBool());
    rig.kiosk().deviceHealthChanged(DeviceClass::DocumentScanner,
                                    {.state = DeviceState::Faulted, .reason = ErrorKind::DeviceSilent});
    QVERIFY(!rig.kiosk().home()->items()->value(0, "available").toBool());
    QVERIFY(!rig.kiosk().home()->items()->value(0, "reason").toString().isEmpty());
    rig.kiosk().deviceHealthChanged(DeviceClass::DocumentScanner, {.state = DeviceState::Ready});
    QVERIFY(rig.kiosk().devicesOk());
    QVERIFY(rig.kiosk().home()->items()->value(0, "available").toBool());
}

void KioskTroubleTest::tellsOfMissingPaperAndGoesOn()
{
    KioskRig rig;
    QVERIFY(rig.toHome());
    rig.kiosk().deviceHealthChanged(domain::DeviceClass::ReceiptPrinter,
                                    {.state = domain::DeviceState::NeedsAttention, .reason = ErrorKind::PaperOut});
    QCOMPARE(rig.kiosk().deviceNote(), QStringLiteral("凭条打印机没纸了，请工作人员加纸。"));
    QVERIFY(rig.kiosk().home()->items()->value(0, "available").toBool()); // the receipt can be had later
}

QTEST_MAIN(KioskTroubleTest)
#include "kiosk_trouble_test.moc"
