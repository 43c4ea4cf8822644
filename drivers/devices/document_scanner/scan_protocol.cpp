// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/devices/document_scanner/scan_protocol.h"

#include <QJsonDocument>
#include <QtEndian>

#include <algorithm>

namespace tongban::drivers::devices {

namespace {

tl::unexpected<Error> violation(const QString &why)
{
    return fail(ErrorKind::ProtocolViolation, QStringLiteral("scan-protocol"), why);
}

std::optional<ScanMessage::Type> typeOf(char byte)
{
    using Type = ScanMessage::Type;
    for (const Type type : {Type::Request, Type::Progress, Type::Page, Type::Thumbnail, Type::Failure, Type::End}) {
        if (static_cast<char>(type) == byte)
            return type;
    }
    return std::nullopt;
}

constexpr qsizetype sizeBytes = 4; // u16 width, u16 height

QByteArray sizeToBytes(QSize size)
{
    QByteArray bytes(sizeBytes, Qt::Uninitialized);
    qToBigEndian(static_cast<quint16>(size.width()), bytes.data());
    qToBigEndian(static_cast<quint16>(size.height()), bytes.data() + 2);
    return bytes;
}

} // namespace

QByteArray encodeScanMessage(ScanMessage::Type type, const QByteArray &payload)
{
    return codec::encodeChildMessage(static_cast<char>(type), payload);
}

std::optional<Result<ScanMessage>> ScanMessageDecoder::next()
{
    auto message = m_messages.next();
    if (!message)
        return std::nullopt;
    if (!*message)
        return Result<ScanMessage>(fail(message->error()));
    const auto type = typeOf((*message)->type);
    if (!type)
        return violation(QStringLiteral("a message of unknown type"));
    return Result<ScanMessage>(ScanMessage{*type, (*message)->payload});
}

QByteArray ScanRequest::toPayload() const
{
    const QJsonObject json{{QStringLiteral("device"), device},
                           {QStringLiteral("configDirectory"), configDirectory},
                           {QStringLiteral("settings"), settings},
                           {QStringLiteral("feeder"), feeder},
                           {QStringLiteral("duplex"), duplex},
                           {QStringLiteral("maxPages"), maxPages},
                           {QStringLiteral("opensOnly"), opensOnly},
                           {QStringLiteral("minWidth"), profile.minimum.width()},
                           {QStringLiteral("minHeight"), profile.minimum.height()},
                           {QStringLiteral("maxWidth"), profile.maximum.width()},
                           {QStringLiteral("maxHeight"), profile.maximum.height()},
                           {QStringLiteral("maxBytes"), profile.maxBytes}};
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

Result<ScanRequest> ScanRequest::fromPayload(const QByteArray &payload)
{
    const QJsonObject json = QJsonDocument::fromJson(payload).object();
    const auto number = [&](const char *key) { return json.value(QLatin1String(key)).toInt(); };
    ScanRequest request{.device = json.value(QStringLiteral("device")).toString(),
                        .configDirectory = json.value(QStringLiteral("configDirectory")).toString(),
                        .settings = json.value(QStringLiteral("settings")).toObject(),
                        .feeder = json.value(QStringLiteral("feeder")).toBool(),
                        .duplex = json.value(QStringLiteral("duplex")).toBool(),
                        .maxPages = number("maxPages"),
                        .opensOnly = json.value(QStringLiteral("opensOnly")).toBool(),
                        .profile = {.minimum = {number("minWidth"), number("minHeight")},
                                    .maximum = {number("maxWidth"), number("maxHeight")},
                                    .maxBytes = json.value(QStringLiteral("maxBytes")).toInteger()}};
    const bool sound = !request.device.isEmpty() && request.maxPages > 0 && !request.profile.minimum.isEmpty() &&
                       !request.profile.maximum.isEmpty() && request.profile.maxBytes > 0;
    if (!sound)
        return violation(QStringLiteral("a request that asks for nothing"));
    return request;
}

Result<int> percentFromPayload(const QByteArray &payload)
{
    const int percent = payload.size() == 1 ? static_cast<quint8>(payload.front()) : 101;
    if (percent > 100)
        return violation(QStringLiteral("a progress that cannot be"));
    return percent;
}

QByteArray pageToPayload(const ports::ScannedPage &page)
{
    return sizeToBytes(page.size) + page.jpeg;
}

Result<ports::ScannedPage> pageFromPayload(const QByteArray &payload)
{
    if (payload.size() <= sizeBytes)
        return violation(QStringLiteral("a page of %1 bytes").arg(payload.size()));
    const QSize size(qFromBigEndian<quint16>(payload.constData()), qFromBigEndian<quint16>(payload.constData() + 2));
    if (size.isEmpty())
        return violation(QStringLiteral("a page without pixels"));
    return ports::ScannedPage{.jpeg = payload.mid(sizeBytes), .size = size};
}

QByteArray thumbnailToPayload(const ports::PageThumbnail &thumbnail)
{
    return sizeToBytes(thumbnail.size) + thumbnail.jpeg;
}

Result<ports::PageThumbnail> thumbnailFromPayload(const QByteArray &payload)
{
    using ports::PageThumbnail;
    auto page = pageFromPayload(payload);
    if (!page)
        return fail(page.error());
    if (std::max(page->size.width(), page->size.height()) > PageThumbnail::longestSide ||
        page->jpeg.size() > PageThumbnail::maxBytes)
        return violation(QStringLiteral("a thumbnail of %1 x %2 pixels and %3 bytes")
                             .arg(page->size.width())
                             .arg(page->size.height())
                             .arg(page->jpeg.size()));
    return PageThumbnail{.jpeg = std::move(page->jpeg), .size = page->size};
}

} // namespace tongban::drivers::devices
