// SPDX-License-Identifier: GPL-3.0-or-later
// From the code on a receipt to the case in the store: genuine, unsigned, forged, torn, another terminal's, another
// paper.
#include "app/core/domain/receipt_builder.h"
#include "app/main/receipt_reading.h"
#include "offline/crypto/sm3.h"
#include "offline/receipt/code_sealer.h"
#include "tests/unit/offline/store_world.h"

#include <QTest>

using namespace tongban;
using namespace tongban::testing;

namespace {

struct Keys
{
    offline::crypto::Sm2PrivateKey device = offline::crypto::Sm2PrivateKey::generate();
    offline::crypto::Sm2PrivateKey city = offline::crypto::Sm2PrivateKey::generate();

    [[nodiscard]] offline::receipt::CodeSealer sealer() const
    {
        return {QStringLiteral("K01"), device, city.publicKey()};
    }
    [[nodiscard]] offline::receipt::DeviceKeys roster() const
    {
        return {{.deviceId = QStringLiteral("K01"), .key = device.publicKey()}};
    }
};

} // namespace

class ReceiptReadingTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<StoreWorld> m_world;
    StorePointer m_store;
    Keys m_keys;
    domain::SubmittedCase m_case;

    [[nodiscard]] ErrorKind errorOf(const QByteArray &code, const offline::receipt::DeviceKeys &keys)
    {
        const auto facts = app::receiptFactsIn(code, keys);
        if (!facts)
            return facts.error().kind;
        const auto found = m_store->ledger().ofReceipt(*facts);
        return found ? ErrorKind::Cancelled : found.error().kind; // Cancelled: nothing is wrong
    }

private Q_SLOTS:
    void init()
    {
        m_world = std::make_unique<StoreWorld>();
        m_store = std::move(*m_world->open());
        m_case = *m_store->cases().submit(*filledDraft(*m_store, zhang(), m_world->clock));
    }
    void cleanup() { m_store.reset(); }

    void aGenuineReceiptFindsItsCase()
    {
        const auto codes = m_keys.sealer().codesFor(m_case);
        QVERIFY(codes);
        const auto facts = app::receiptFactsIn(codes->verification + "\r\n", m_keys.roster()); // as scanners end a code
        QVERIFY2(facts, facts ? "" : qPrintable(facts.error().detail));
        const auto found = m_store->ledger().ofReceipt(*facts);
        QVERIFY2(found, found ? "" : qPrintable(found.error().detail));
        QCOMPARE(found->cases.size(), size_t{1});
        QCOMPARE(found->cases.front().id, m_case.content.id);
        QVERIFY(found->cases.front().notices.empty());
    }

    void soDoesOneOfATerminalWithoutKeys()
    {
        const auto codes = domain::unsignedCodes(m_case, {}, &offline::crypto::sm3);
        QCOMPARE(errorOf(codes.verification, {}), ErrorKind::Cancelled);
        QByteArray other = codes.verification;
        other.replace(m_case.localNumber.toUtf8(), "422823105000-0001");
        QCOMPARE(errorOf(other, {}), ErrorKind::NotFound);
        // A number that was guessed, with a digest of nothing.
        const auto empty = domain::unsignedCodes(
            {.content = {}, .localNumber = m_case.localNumber, .submittedAt = m_case.submittedAt, .projectNumber = {}},
            {}, &offline::crypto::sm3);
        QCOMPARE(errorOf(empty.verification, {}), ErrorKind::NotFound);
    }

    void whatIsNotGenuineOpensNothing()
    {
        const auto codes = m_keys.sealer().codesFor(m_case);
        QVERIFY(codes);
        QCOMPARE(errorOf(codes->verification, {}), ErrorKind::SealBroken); // a terminal that nobody vouches for
        QCOMPARE(errorOf(codes->verification.left(40), m_keys.roster()), ErrorKind::CodeUnreadable);
        QCOMPARE(errorOf(codes->keyFacts, m_keys.roster()), ErrorKind::CodeUnreadable); // the other code of the paper
        for (const char *text :
             {"", "TBN1:gaoling-jintie:1", "https://example.org", "{}", "{\"v\":1}", "6901028075831"})
            QCOMPARE(errorOf(text, m_keys.roster()), ErrorKind::CodeUnreadable);
    }

    void anotherTerminalsReceiptIsGenuineAndNotKnownHere()
    {
        domain::SubmittedCase elsewhere = m_case;
        elsewhere.localNumber = QStringLiteral("422823105000-20260305-K77-0001");
        const auto codes = m_keys.sealer().codesFor(elsewhere);
        QVERIFY(codes);
        QCOMPARE(errorOf(codes->verification, m_keys.roster()), ErrorKind::NotFound);
    }
};

QTEST_GUILESS_MAIN(ReceiptReadingTest)
#include "receipt_reading_test.moc"
