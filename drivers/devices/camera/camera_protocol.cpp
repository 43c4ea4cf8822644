// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/devices/camera/camera_protocol.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QtEndian>

#include <array>

namespace tongban::drivers::devices {

namespace {

constexpr std::array modeNames{std::pair{CameraMode::Preview, "preview"}, std::pair{CameraMode::Codes, "codes"},
                               std::pair{CameraMode::Probe, "probe"}};

tl::unexpected<Error> violation(const QString &why)
{
    return fail(ErrorKind::ProtocolViolation, QStringLiteral("camera-protocol"), why);
}

std::optional<CameraMessage::Type> typeOf(char byte)
{
    using Type = CameraMessage::Type;
    for (const Type type : {Type::Start, Type::NextFrame, Type::Capture, Type::LookForCode, Type::StopLooking,
                            Type::Present, Type::Memory, Type::Frame, Type::Page, Type::Refused, Type::Code,
                            Type::Failure}) {
        if (static_cast<char>(type) == byte)
            return type;
    }
    return std::nullopt;
}

template <class Number> QByteArray toBytes(Number number)
{
    QByteArray bytes(sizeof number, Qt::Uninitialized);
    qToBigEndian(number, bytes.data());
    return bytes;
}

// Reads from the front; once too little is left every further answer is nothing.
class Reader
{
public:
    explicit Reader(QByteArray bytes) : m_left(std::move(bytes)) {}

    template <class Number> Number number()
    {
        const QByteArray bytes = take(sizeof(Number));
        return m_isShort ? Number(0) : qFromBigEndian<Number>(bytes.constData());
    }
    QByteArray take(qsizetype count)
    {
        m_isShort = m_isShort || count > m_left.size();
        if (m_isShort)
            return {};
        const QByteArray bytes = m_left.first(count);
        m_left.remove(0, count);
        return bytes;
    }
    QByteArray rest() { return take(m_left.size()); }
    [[nodiscard]] bool isShort() const { return m_isShort; }

private:
    QByteArray m_left;
    bool m_isShort = false;
};

QJsonObject jsonOf(const QByteArray &payload)
{
    return QJsonDocument::fromJson(payload).object();
}

QByteArray bytesOf(const QJsonObject &json)
{
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

int numberOf(const QJsonObject &json, const char *key)
{
    return json.value(QLatin1String(key)).toInt();
}

} // namespace

QByteArray encodeCameraMessage(CameraMessage::Type type, const QByteArray &payload)
{
    return codec::encodeChildMessage(static_cast<char>(type), payload);
}

std::optional<Result<CameraMessage>> CameraMessageDecoder::next()
{
    auto message = m_messages.next();
    if (!message)
        return std::nullopt;
    if (!*message)
        return Result<CameraMessage>(fail(message->error()));
    const auto type = typeOf((*message)->type);
    if (!type)
        return violation(QStringLiteral("a message of unknown type"));
    return Result<CameraMessage>(CameraMessage{*type, (*message)->payload});
}

QByteArray CameraStart::toPayload() const
{
    QString modeName;
    for (const auto &[known, name] : modeNames) {
        if (known == mode)
            modeName = QLatin1String(name);
    }
    return bytesOf({{QStringLiteral("device"), device},
                    {QStringLiteral("width"), size.width()},
                    {QStringLiteral("height"), size.height()},
                    {QStringLiteral("fps"), fps},
                    {QStringLiteral("mode"), modeName},
                    {QStringLiteral("firstSequence"), static_cast<qint64>(firstSequence)},
                    {QStringLiteral("startTimeoutMs"), static_cast<int>(startTimeout.count())},
                    {QStringLiteral("frameTimeoutMs"), static_cast<int>(frameTimeout.count())}});
}

Result<CameraStart> CameraStart::fromPayload(const QByteArray &payload)
{
    const QJsonObject json = jsonOf(payload);
    CameraStart start{.device = json.value(QStringLiteral("device")).toString(),
                      .size = {numberOf(json, "width"), numberOf(json, "height")},
                      .fps = numberOf(json, "fps"),
                      .mode = CameraMode::Preview,
                      .firstSequence = static_cast<quint64>(json.value(QStringLiteral("firstSequence")).toInteger()),
                      .startTimeout = std::chrono::milliseconds(numberOf(json, "startTimeoutMs")),
                      .frameTimeout = std::chrono::milliseconds(numberOf(json, "frameTimeoutMs"))};
    bool knowsMode = false;
    for (const auto &[known, name] : modeNames) {
        if (json.value(QStringLiteral("mode")).toString() == QLatin1String(name)) {
            start.mode = known;
            knowsMode = true;
        }
    }
    const bool sound = knowsMode && !start.device.isEmpty() && !start.size.isEmpty() && start.fps > 0 &&
                       start.firstSequence > 0 && start.firstSequence < (quint64(1) << 56) &&
                       start.startTimeout.count() > 0 && start.frameTimeout.count() > 0;
    if (!sound)
        return violation(QStringLiteral("a start that asks for nothing"));
    return start;
}

QByteArray CaptureWish::toPayload() const
{
    return bytesOf({{QStringLiteral("ticket"), static_cast<qint64>(ticket)},
                    {QStringLiteral("minWidth"), profile.minimum.width()},
                    {QStringLiteral("minHeight"), profile.minimum.height()},
                    {QStringLiteral("maxWidth"), profile.maximum.width()},
                    {QStringLiteral("maxHeight"), profile.maximum.height()},
                    {QStringLiteral("maxBytes"), profile.maxBytes}});
}

Result<CaptureWish> CaptureWish::fromPayload(const QByteArray &payload)
{
    const QJsonObject json = jsonOf(payload);
    const CaptureWish wish{.ticket = static_cast<quint32>(json.value(QStringLiteral("ticket")).toInteger()),
                           .profile = {.minimum = {numberOf(json, "minWidth"), numberOf(json, "minHeight")},
                                       .maximum = {numberOf(json, "maxWidth"), numberOf(json, "maxHeight")},
                                       .maxBytes = json.value(QStringLiteral("maxBytes")).toInteger()}};
    if (wish.profile.minimum.isEmpty() || wish.profile.maximum.isEmpty() || wish.profile.maxBytes <= 0)
        return violation(QStringLiteral("a page of no size is wished for"));
    return wish;
}

QByteArray SeenCode::toPayload() const
{
    return toBytes(ticket) + content;
}

Result<SeenCode> SeenCode::fromPayload(const QByteArray &payload)
{
    Reader reader(payload);
    SeenCode code;
    code.ticket = reader.number<quint32>();
    code.content = reader.rest();
    if (reader.isShort() || code.content.isEmpty())
        return violation(QStringLiteral("a code cut short"));
    return code;
}

QByteArray CapturedPage::toPayload() const
{
    return toBytes(ticket) + toBytes(static_cast<quint16>(page.size.width())) +
           toBytes(static_cast<quint16>(page.size.height())) + page.jpeg;
}

Result<CapturedPage> CapturedPage::fromPayload(const QByteArray &payload)
{
    Reader reader(payload);
    CapturedPage captured;
    captured.ticket = reader.number<quint32>();
    const int width = reader.number<quint16>();
    const int height = reader.number<quint16>();
    captured.page = {.jpeg = reader.rest(), .size = {width, height}};
    if (reader.isShort() || captured.page.jpeg.isEmpty() || captured.page.size.isEmpty())
        return violation(QStringLiteral("a page of %1 bytes").arg(payload.size()));
    return captured;
}

QByteArray RefusedPage::toPayload() const
{
    return toBytes(ticket) + codec::errorToPayload(error);
}

Result<RefusedPage> RefusedPage::fromPayload(const QByteArray &payload)
{
    Reader reader(payload);
    const auto ticket = reader.number<quint32>();
    return RefusedPage{.ticket = ticket, .error = codec::errorFromPayload(reader.rest())};
}

QByteArray ticketToPayload(quint32 ticket)
{
    return toBytes(ticket);
}

Result<quint32> ticketFromPayload(const QByteArray &payload)
{
    if (payload.size() != sizeof(quint32))
        return violation(QStringLiteral("a ticket of %1 bytes").arg(payload.size()));
    return qFromBigEndian<quint32>(payload.constData());
}

QByteArray sequenceToPayload(quint64 sequence)
{
    return toBytes(sequence);
}

Result<quint64> sequenceFromPayload(const QByteArray &payload)
{
    if (payload.size() != sizeof(quint64))
        return violation(QStringLiteral("a sequence of %1 bytes").arg(payload.size()));
    return qFromBigEndian<quint64>(payload.constData());
}

} // namespace tongban::drivers::devices
