// SPDX-License-Identifier: GPL-3.0-or-later
#include "offline/receipt/code_sealer.h"

#include "app/core/domain/receipt_builder.h"
#include "offline/crypto/sm3.h"
#include "offline/receipt/base45.h"
#include "offline/receipt/code_layout.h"
#include "offline/receipt/key_facts.h"

#include <QFile>
#include <QtEndian>

namespace tongban::offline::receipt {

namespace {

Result<QByteArray> keyIn(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorKind::Misconfigured, QStringLiteral("receipt.keys"),
                    path + QStringLiteral(": cannot be read"));
    return file.readAll();
}

Result<QByteArray> counted(const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    if (bytes.isEmpty() || bytes.size() > longestText)
        return fail(ErrorKind::Misconfigured, QStringLiteral("receipt.code"),
                    QStringLiteral("a number or code of %1 bytes has no room on paper").arg(bytes.size()));
    return static_cast<char>(bytes.size()) + bytes;
}

QByteArray secondsOf(const QDateTime &time)
{
    QByteArray bytes(4, Qt::Uninitialized);
    qToBigEndian(static_cast<quint32>(time.toSecsSinceEpoch()), bytes.data());
    return bytes;
}

} // namespace

Result<std::unique_ptr<CodeSealer>> CodeSealer::fromFiles(const QString &deviceId, const QString &signKeyFile,
                                                          const QString &cityKeyFile)
{
    const auto secret = keyIn(signKeyFile);
    if (!secret)
        return fail(secret.error());
    const auto open = keyIn(cityKeyFile);
    if (!open)
        return fail(open.error());
    auto device = crypto::Sm2PrivateKey::fromPem(*secret);
    if (!device)
        return fail(device.error().within(signKeyFile));
    auto city = crypto::Sm2PublicKey::fromPem(*open);
    if (!city)
        return fail(city.error().within(cityKeyFile));
    return std::make_unique<CodeSealer>(deviceId, std::move(*device), std::move(*city));
}

Result<QByteArray> CodeSealer::verificationFor(const domain::SubmittedCase &submitted) const
{
    QByteArray body = layoutVersion + m_keyId + secondsOf(submitted.submittedAt);
    for (const QString &text : {submitted.localNumber, submitted.content.item.code, m_deviceId}) {
        const auto field = counted(text);
        if (!field)
            return fail(field.error());
        body += *field;
    }
    body += crypto::sm3(domain::canonicalContent(submitted.content));
    return verificationPrefix + toBase45(body + m_device.sign(verificationTitle + body));
}

Result<QByteArray> CodeSealer::keyFactsFor(const domain::SubmittedCase &submitted) const
{
    const auto facts = packed(keyFactsOf(submitted), m_keyId);
    if (!facts)
        return fail(facts.error());
    const char flags = facts->leftOut > 0 ? answersLeftOut : 0;
    const QByteArray body = QByteArray(1, layoutVersion) + flags + m_keyId + m_city.id() + m_city.sealFor(facts->bytes);
    return keyFactsPrefix + toBase45(body + m_device.sign(keyFactsTitle + body));
}

Result<domain::ReceiptCodes> CodeSealer::codesFor(const domain::SubmittedCase &submitted) const
{
    const auto verification = verificationFor(submitted);
    if (!verification)
        return fail(verification.error());
    const auto keyFacts = keyFactsFor(submitted);
    if (!keyFacts)
        return fail(keyFacts.error());
    return domain::ReceiptCodes{.verification = *verification, .keyFacts = *keyFacts, .isSigned = true};
}

} // namespace tongban::offline::receipt
