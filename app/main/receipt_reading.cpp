// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/main/receipt_reading.h"

#include "offline/platform/roster.h"
#include "offline/receipt/code_sealer.h"
#include "offline/store/offline_store.h"
#include "offline/sync/roster_feed.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

namespace tongban::app {

namespace {

using offline::receipt::DeviceKeys;

const auto where = QStringLiteral("receipt.read");
constexpr int digestBytes = 32;

QByteArray textOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Result<domain::ReceiptFacts> unsignedFacts(const QByteArray &code)
{
    const QJsonObject json = QJsonDocument::fromJson(code).object();
    const domain::ReceiptFacts facts{
        .localNumber = json.value(QStringLiteral("n")).toString(),
        .itemCode = json.value(QStringLiteral("i")).toString(),
        .submittedAt = QDateTime::fromString(json.value(QStringLiteral("t")).toString(), Qt::ISODate),
        .deviceId = json.value(QStringLiteral("d")).toString(),
        .digest = QByteArray::fromHex(json.value(QStringLiteral("h")).toString().toLatin1())};
    const bool isWhole = json.value(QStringLiteral("v")).toInt() == 1 && !facts.localNumber.isEmpty() &&
                         facts.submittedAt.isValid() && facts.digest.size() == digestBytes;
    return isWhole ? Result<domain::ReceiptFacts>(facts)
                   : fail(ErrorKind::CodeUnreadable, where, QStringLiteral("no code of a receipt"));
}

void addOwn(DeviceKeys &keys, const KioskConfig &config)
{
    const auto own = offline::crypto::Sm2PrivateKey::fromPem(textOf(config.platform.signKeyFile));
    if (own)
        keys.push_back({.deviceId = config.site.deviceId, .key = own->publicKey(), .isRevoked = false});
}

// What the city signed, as it was kept; a terminal that never heard of one knows itself.
void addRoster(DeviceKeys &keys, const KioskConfig &config, offline::store::OfflineStore &store)
{
    const auto kept = store.syncState().value(QLatin1String(offline::sync::rosterKey));
    const auto city = offline::crypto::Sm2PublicKey::fromPem(textOf(config.platform.cityKeyFile));
    if (!kept || kept->isEmpty() || !city)
        return;
    const auto roster = offline::platform::Roster::open(QJsonDocument::fromJson(kept->toUtf8()).object(), *city);
    if (!roster)
        return;
    for (const offline::platform::RosterKey &one : roster->keys())
        keys.push_back({.deviceId = one.deviceId, .key = one.key, .isRevoked = one.isRevoked});
}

} // namespace

Result<domain::ReceiptFacts> receiptFactsIn(const QByteArray &code, const DeviceKeys &keys)
{
    if (code.trimmed().startsWith('{'))
        return unsignedFacts(code);
    const auto verified = offline::receipt::verifiedReceipt(code.trimmed(), keys);
    if (!verified)
        return fail(verified.error());
    return domain::ReceiptFacts{.localNumber = verified->localNumber,
                                .itemCode = verified->itemCode,
                                .submittedAt = verified->submittedAt,
                                .deviceId = verified->deviceId,
                                .digest = verified->digest};
}

std::function<Result<const ports::ReceiptSealer *>()> receiptSealer(const KioskConfig &config)
{
    const PlatformSettings &platform = config.platform;
    if (platform.signKeyFile.isEmpty())
        return {};
    using Holder = std::unique_ptr<offline::receipt::CodeSealer>;
    return [holder = std::make_shared<Holder>(), deviceId = config.site.deviceId, signKey = platform.signKeyFile,
            cityKey = platform.cityKeyFile]() -> Result<const ports::ReceiptSealer *> {
        if (!*holder) {
            auto made = offline::receipt::CodeSealer::fromFiles(deviceId, signKey, cityKey);
            if (!made)
                return fail(made.error());
            *holder = std::move(*made);
        }
        return holder->get();
    };
}

std::function<Result<domain::ReceiptFacts>(const QByteArray &)>
receiptReader(const KioskConfig &config, std::function<offline::store::OfflineStore *()> store)
{
    return [config, store = std::move(store)](const QByteArray &code) {
        DeviceKeys keys;
        if (offline::store::OfflineStore *open = store())
            addRoster(keys, config, *open);
        addOwn(keys, config);
        return receiptFactsIn(code, keys);
    };
}

} // namespace tongban::app
