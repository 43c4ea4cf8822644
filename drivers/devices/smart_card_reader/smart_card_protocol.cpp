// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/devices/smart_card_reader/smart_card_protocol.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace tongban::drivers::devices {

namespace {

constexpr qsizetype longestAtr = 33; // ISO/IEC 7816-3

tl::unexpected<Error> violation(const QString &why)
{
    return fail(ErrorKind::ProtocolViolation, QStringLiteral("smart-card-protocol"), why);
}

QByteArray compact(const QJsonObject &json)
{
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

} // namespace

QByteArray SmartCardRequest::toPayload() const
{
    QJsonObject events;
    for (auto it = given.begin(); it != given.end(); ++it)
        events.insert(it.key(), static_cast<qint64>(it.value()));
    return compact({{QStringLiteral("reader"), reader},
                    {QStringLiteral("opensOnly"), opensOnly},
                    {QStringLiteral("intervalMs"), static_cast<qint64>(interval.count())},
                    {QStringLiteral("given"), events}});
}

Result<SmartCardRequest> SmartCardRequest::fromPayload(const QByteArray &payload)
{
    const QJsonObject json = QJsonDocument::fromJson(payload).object();
    const auto interval = json.value(QStringLiteral("intervalMs")).toInt();
    if (interval < 1 || interval > 60'000)
        return violation(QStringLiteral("a request without an interval"));
    SmartCardRequest request{.reader = json.value(QStringLiteral("reader")).toString(),
                             .opensOnly = json.value(QStringLiteral("opensOnly")).toBool(),
                             .interval = std::chrono::milliseconds(interval),
                             .given = {}};
    const QJsonObject events = json.value(QStringLiteral("given")).toObject();
    for (auto it = events.begin(); it != events.end(); ++it)
        request.given.insert(it.key(), static_cast<quint32>(it.value().toInteger()));
    return request;
}

QByteArray SeenCard::toPayload() const
{
    return compact({{QStringLiteral("reader"), reader}, {QStringLiteral("event"), static_cast<qint64>(event)}});
}

Result<SeenCard> SeenCard::fromPayload(const QByteArray &payload)
{
    const QJsonObject json = QJsonDocument::fromJson(payload).object();
    const QString reader = json.value(QStringLiteral("reader")).toString();
    const qint64 event = json.value(QStringLiteral("event")).toInteger(-1);
    if (reader.isEmpty() || event < 0)
        return violation(QStringLiteral("a card in no reader"));
    return SeenCard{.reader = reader, .event = static_cast<quint32>(event)};
}

QByteArray smartCardToPayload(const ports::SmartCard &card)
{
    return static_cast<char>(card.atr.size()) + card.atr + card.id.reveal();
}

Result<ports::SmartCard> smartCardFromPayload(const QByteArray &payload)
{
    const qsizetype atr = payload.isEmpty() ? 0 : static_cast<quint8>(payload.at(0));
    if (atr == 0 || atr > longestAtr || payload.size() < 1 + atr)
        return violation(QStringLiteral("a card of %1 bytes").arg(payload.size()));
    return ports::SmartCard{.atr = payload.mid(1, atr), .id = Sensitive(payload.mid(1 + atr))};
}

} // namespace tongban::drivers::devices
