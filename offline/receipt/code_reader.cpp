// SPDX-License-Identifier: GPL-3.0-or-later
#include "offline/receipt/code_reader.h"

#include "offline/receipt/base45.h"
#include "offline/receipt/code_layout.h"

#include <QtEndian>

#include <algorithm>

namespace tongban::offline::receipt {

namespace {

const auto where = QStringLiteral("receipt.read");

tl::unexpected<Error> unreadable(const char *why)
{
    return fail(ErrorKind::CodeUnreadable, where, QString::fromLatin1(why));
}

tl::unexpected<Error> refused(const char *why)
{
    return fail(ErrorKind::SealBroken, where, QString::fromLatin1(why));
}

struct SignedBody
{
    QByteArray body;
    QByteArray signature;
};

Result<SignedBody> signedBody(const QByteArray &code, const QByteArray &prefix, int shortest)
{
    if (!code.startsWith(prefix))
        return unreadable("another kind of code");
    const auto bytes = fromBase45(code.mid(prefix.size()));
    if (!bytes)
        return fail(bytes.error());
    if (bytes->size() < shortest + crypto::sm2SignatureBytes)
        return unreadable("cut short");
    if (bytes->at(0) != layoutVersion)
        return unreadable("made by a later program");
    return SignedBody{.body = bytes->chopped(crypto::sm2SignatureBytes),
                      .signature = bytes->right(crypto::sm2SignatureBytes)};
}

// Walks a body; a length that leads beyond its end is an answer, not a crash.
class Walk
{
public:
    Walk(QByteArray bytes, qsizetype at) : m_bytes(std::move(bytes)), m_at(at) {}

    QByteArray take(qsizetype count)
    {
        m_isWhole = m_isWhole && count <= m_bytes.size() - m_at;
        if (!m_isWhole)
            return {};
        m_at += count;
        return m_bytes.mid(m_at - count, count);
    }
    QString text()
    {
        const QByteArray length = take(1);
        return length.isEmpty() ? QString() : QString::fromUtf8(take(static_cast<unsigned char>(length.at(0))));
    }
    [[nodiscard]] bool endsHere() const { return m_isWhole && m_at == m_bytes.size(); }

private:
    QByteArray m_bytes;
    qsizetype m_at;
    bool m_isWhole = true;
};

Result<DeviceKey> signerOf(const SignedBody &code, const QByteArray &keyId, const QByteArray &title,
                           const DeviceKeys &roster)
{
    const auto found =
        std::find_if(roster.begin(), roster.end(), [&](const DeviceKey &device) { return device.key.id() == keyId; });
    if (found == roster.end())
        return refused("signed with a key that is not on the roster");
    if (found->isRevoked)
        return refused("signed with a key that was revoked");
    if (!found->key.verifies(title + code.body, code.signature))
        return refused("the signature does not hold");
    return *found;
}

} // namespace

Result<VerifiedReceipt> verifiedReceipt(const QByteArray &code, const DeviceKeys &roster)
{
    const auto read = signedBody(code, verificationPrefix, 1 + crypto::sm2KeyIdBytes);
    if (!read)
        return fail(read.error());
    Walk walk(read->body, 1);
    const QByteArray keyId = walk.take(crypto::sm2KeyIdBytes);
    const auto signer = signerOf(*read, keyId, verificationTitle, roster);
    if (!signer)
        return fail(signer.error());
    const QByteArray time = walk.take(4);
    VerifiedReceipt receipt;
    receipt.localNumber = walk.text();
    receipt.itemCode = walk.text();
    receipt.deviceId = walk.text();
    receipt.digest = walk.take(digestBytes);
    if (!walk.endsHere())
        return unreadable("the parts do not add up");
    if (receipt.deviceId != signer->deviceId)
        return refused("signed with another device's key");
    receipt.submittedAt = QDateTime::fromSecsSinceEpoch(qFromBigEndian<quint32>(time.constData()), Qt::UTC);
    return receipt;
}

Result<RecoveredFacts> recoveredFacts(const QByteArray &code, const DeviceKeys &roster,
                                      const crypto::Sm2PrivateKey &city)
{
    constexpr int headBytes = 2 + 2 * crypto::sm2KeyIdBytes;
    const auto read = signedBody(code, keyFactsPrefix, headBytes);
    if (!read)
        return fail(read.error());
    const QByteArray keyId = read->body.mid(2, crypto::sm2KeyIdBytes);
    const auto signer = signerOf(*read, keyId, keyFactsTitle, roster);
    if (!signer)
        return fail(signer.error());
    if (read->body.mid(2 + crypto::sm2KeyIdBytes, crypto::sm2KeyIdBytes) != city.publicKey().id())
        return refused("sealed to another key than the city's");
    const auto bytes = city.open(read->body.mid(headBytes));
    if (!bytes)
        return fail(bytes.error().within(where));
    auto facts = unpacked(*bytes);
    if (!facts)
        return fail(facts.error());
    if (facts->signer != keyId)
        return refused("another device's facts under this device's signature");
    return RecoveredFacts{.facts = std::move(facts->facts), .deviceId = signer->deviceId};
}

} // namespace tongban::offline::receipt
