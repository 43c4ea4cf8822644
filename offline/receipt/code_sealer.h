// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ports/receipt_sealer.h"
#include "offline/crypto/sm2.h"

namespace tongban::offline::receipt {

// The codes of this terminal's receipts. Immutable; any thread.
class CodeSealer final : public ports::ReceiptSealer
{
public:
    // deviceId: as the city's roster has it.
    CodeSealer(QString deviceId, crypto::Sm2PrivateKey device, crypto::Sm2PublicKey city)
        : m_deviceId(std::move(deviceId)), m_device(std::move(device)), m_city(std::move(city)),
          m_keyId(m_device.publicKey().id())
    {}

    // The device's private key and the city's public key, both PEM. Misconfigured: a file that cannot be read or is no
    // SM2 key.
    [[nodiscard]] static Result<std::unique_ptr<CodeSealer>>
    fromFiles(const QString &deviceId, const QString &signKeyFile, const QString &cityKeyFile);

    [[nodiscard]] Result<domain::ReceiptCodes> codesFor(const domain::SubmittedCase &submitted) const override;

private:
    [[nodiscard]] Result<QByteArray> verificationFor(const domain::SubmittedCase &submitted) const;
    [[nodiscard]] Result<QByteArray> keyFactsFor(const domain::SubmittedCase &submitted) const;

    QString m_deviceId;
    crypto::Sm2PrivateKey m_device;
    crypto::Sm2PublicKey m_city;
    QByteArray m_keyId;
};

} // namespace tongban::offline::receipt
