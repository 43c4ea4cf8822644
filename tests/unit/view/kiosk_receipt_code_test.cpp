// SPDX-License-Identifier: GPL-3.0-or-later
// 查进度 with a receipt in the hand: its code leads to how far the case is and to nothing that is private.
#include "tests/unit/view/kiosk_progress_rig.h"

using namespace tongban;
using namespace tongban::test;

namespace {

class FakeScanner2D final : public ports::CodeScanner
{
public:
    Script<domain::ScannedCode> script{fail(ErrorKind::CodeAbsent, QStringLiteral("test"))};
    Result<void> probe(Deadline, std::stop_token) override { return {}; }
    void close() override {}
    Result<domain::ScannedCode> next(Deadline, std::stop_token) override { return script.take(); }
};

domain::ScannedCode codeSaying(const QByteArray &text)
{
    return {.symbology = domain::Symbology::QrCode,
            .bytes = Sensitive<QByteArray>(text),
            .text = Secret(QString::fromUtf8(text))};
}

} // namespace

class KioskReceiptCodeTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<KioskRig> m_rig; // its store and devices
    FakeScanner2D m_scanner;
    std::unique_ptr<Lane> m_lane;
    std::unique_ptr<view::KioskController> m_kiosk;

    // The letters say what the checking answers.
    void open(bool hasScanner = true)
    {
        view::KioskPorts ports = m_rig->ports();
        if (hasScanner) {
            ports.codeLane = m_lane.get();
            ports.codeScanner = [this] { return Result<ports::CodeScanner *>(&m_scanner); };
        }
        ports.readReceipt = [](const QByteArray &code) -> Result<domain::ReceiptFacts> {
            if (code == "torn")
                return fail(ErrorKind::CodeUnreadable, QStringLiteral("test"));
            if (code == "forged")
                return fail(ErrorKind::SealBroken, QStringLiteral("test"));
            return domain::ReceiptFacts{.localNumber = QString::fromUtf8(code),
                                        .itemCode = {},
                                        .submittedAt = {},
                                        .deviceId = {},
                                        .digest = {}};
        };
        m_kiosk = std::make_unique<view::KioskController>(ports);
        m_kiosk->loadCatalogue();
        m_kiosk->touched();
        QTRY_VERIFY(m_kiosk->home()->catalogueReady());
        m_kiosk->progress()->open();
        QCOMPARE(m_kiosk->step(), QStringLiteral("ProgressIdentify"));
    }

private Q_SLOTS:
    void init()
    {
        m_rig = std::make_unique<KioskRig>();
        m_rig->store.setFollowed(two());
        m_rig->reader.gate.close(); // nobody lays down a card
        m_scanner.script.usually(fail(ErrorKind::CodeAbsent, QStringLiteral("test")));
        m_lane = std::make_unique<Lane>(QStringLiteral("code"));
    }
    void cleanup()
    {
        m_rig->reader.gate.open();
        m_kiosk.reset();
        m_rig.reset();
        m_lane.reset();
    }

    void aReceiptShowsHowFarItIs()
    {
        m_scanner.script.usually(codeSaying(followedNumber));
        open();
        QTRY_COMPARE(m_kiosk->step(), QStringLiteral("ProgressCase"));
        QCOMPARE(m_kiosk->progress()->localNumber(), QString::fromLatin1(followedNumber));
        QVERIFY(m_kiosk->progress()->projectNumber().isEmpty());
        QVERIFY(m_kiosk->holderName().isEmpty()); // whose it is, the paper says
        QCOMPARE(m_rig->store.count(QStringLiteral("ofHolder")), 0);
        // Something is wanted: what, is told to the card.
        QVERIFY(m_kiosk->primaryText().contains(QStringLiteral("刷身份证")));
        m_scanner.script.usually(fail(ErrorKind::CodeAbsent, QStringLiteral("test")));
        m_kiosk->forward();
        QCOMPARE(m_kiosk->step(), QStringLiteral("ProgressIdentify"));
        m_rig->reader.gate.open();
        QTRY_COMPARE(m_kiosk->step(), QStringLiteral("ProgressList"));
        QCOMPARE(m_rig->store.count(QStringLiteral("ofHolder")), 1);
    }

    void whatIsNoReceiptIsToldKindly_data()
    {
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<QString>("words");
        QTest::newRow("another code") << QByteArray("torn") << QStringLiteral("没认出");
        QTest::newRow("forged") << QByteArray("forged") << QStringLiteral("核对不上");
        QTest::newRow("of another terminal") << QByteArray("K99-1") << QStringLiteral("这台机器上没有");
    }

    void whatIsNoReceiptIsToldKindly()
    {
        QFETCH(QByteArray, code);
        QFETCH(QString, words);
        m_scanner.script.once(codeSaying(code));
        open();
        QTRY_VERIFY(m_kiosk->trouble()->active());
        QVERIFY2(m_kiosk->trouble()->title().contains(words), qPrintable(m_kiosk->trouble()->title()));
        QVERIFY(!m_kiosk->trouble()->nextStep().isEmpty());
        QCOMPARE(m_kiosk->step(), QStringLiteral("ProgressIdentify"));
        m_scanner.script.usually(codeSaying(followedNumber));
        m_kiosk->tryAgain();
        QTRY_COMPARE(m_kiosk->step(), QStringLiteral("ProgressCase"));
    }

    void aTornCodeIsToldAndTheCardIsReadAgain()
    {
        m_scanner.script.once(fail(ErrorKind::CodeUnreadable, QStringLiteral("test")));
        open();
        QTRY_VERIFY(m_kiosk->trouble()->active());
        QVERIFY(m_kiosk->trouble()->nextStep().contains(QStringLiteral("刷身份证")));
        m_rig->reader.gate.open();
        m_kiosk->tryAgain();
        QTRY_COMPARE(m_kiosk->step(), QStringLiteral("ProgressList"));
    }

    void withoutAScannerNoReceiptIsAskedFor()
    {
        const int before = m_scanner.script.calls();
        open(false);
        QVERIFY(!m_kiosk->progress()->codes());
        QVERIFY(!m_kiosk->title().contains(QStringLiteral("回执")));
        QCOMPARE(m_scanner.script.calls(), before);
    }

    void aScannerThatIsGoneKeepsNobodyFromTheCard()
    {
        m_scanner.script.usually(fail(ErrorKind::DeviceAbsent, QStringLiteral("test")));
        const int before = m_scanner.script.calls();
        open();
        QTRY_COMPARE(m_scanner.script.calls(), before + 1);
        m_rig->reader.gate.open();
        QTRY_COMPARE(m_kiosk->step(), QStringLiteral("ProgressList"));
        QVERIFY(!m_kiosk->trouble()->active());
    }
};

QTEST_MAIN(KioskReceiptCodeTest)
#include "kiosk_receipt_code_test.moc"
