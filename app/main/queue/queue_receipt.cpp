// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/main/queue/queue_receipt.h"

#include "app/main/queue/ask_store.h"
#include "offline/platform/roster.h"
#include "offline/receipt/code_reader.h"
#include "offline/sync/roster_feed.h"

#include <QJsonDocument>

namespace tongban::app {

using offline::platform::Roster;
using offline::platform::RosterKey;
using offline::store::OfflineStore;

namespace {

const auto where = QStringLiteral("queue.receipt");

Result<offline::crypto::Sm2PublicKey> cityKeyOf(const QueueSettings &settings, ports::FileSystem &files)
{
    const auto pem = files.read(settings.cityKeyFile);
    if (!pem)
        return fail(ErrorKind::Misconfigured, where, pem.error().detail);
    auto key = offline::crypto::Sm2PublicKey::fromPem(*pem);
    return key ? key : Result<offline::crypto::Sm2PublicKey>(fail(key.error().within(where)));
}

Result<Roster> heldRoster(const OnStore &onStore, const offline::crypto::Sm2PublicKey &city)
{
    const auto text = askStore(
        onStore, [](OfflineStore &store) { return store.syncState().value(QLatin1String(offline::sync::rosterKey)); });
    if (!text)
        return fail(text.error());
    if (text->isEmpty())
        return fail(ErrorKind::NotFound, where, QStringLiteral("no roster was ever fetched"));
    auto roster = Roster::open(QJsonDocument::fromJson(text->toUtf8()).object(), city);
    if (!roster)
        return fail(ErrorKind::SealBroken, where, roster.error().detail);
    return roster;
}

offline::receipt::DeviceKeys deviceKeysOf(const Roster &roster)
{
    offline::receipt::DeviceKeys keys;
    for (const RosterKey &key : roster.keys())
        keys.push_back({.deviceId = key.deviceId, .key = key.key, .isRevoked = key.isRevoked});
    return keys;
}

} // namespace

Result<QJsonObject> checkedReceipt(const OnStore &onStore, const QueueSettings &settings, ports::FileSystem &files,
                                   const QByteArray &code)
{
    const auto city = cityKeyOf(settings, files);
    if (!city)
        return fail(city.error());
    const auto roster = heldRoster(onStore, *city);
    if (!roster)
        return fail(roster.error());
    const auto receipt = offline::receipt::verifiedReceipt(code, deviceKeysOf(*roster));
    const QString rosterAsOf = roster->asOf().toString(Qt::ISODate);
    if (failedWith(receipt, ErrorKind::SealBroken))
        return QJsonObject{{QStringLiteral("genuine"), false},
                           {QStringLiteral("detail"), receipt.error().detail},
                           {QStringLiteral("rosterAsOf"), rosterAsOf}};
    if (!receipt)
        return fail(receipt.error());
    return QJsonObject{{QStringLiteral("genuine"), true},
                       {QStringLiteral("localNumber"), receipt->localNumber},
                       {QStringLiteral("item"), receipt->itemCode},
                       {QStringLiteral("submittedAt"), receipt->submittedAt.toString(Qt::ISODate)},
                       {QStringLiteral("device"), receipt->deviceId},
                       {QStringLiteral("rosterAsOf"), rosterAsOf}};
}

} // namespace tongban::app
