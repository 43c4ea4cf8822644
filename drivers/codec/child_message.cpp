// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/codec/child_message.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QtEndian>

#include <array>

namespace tongban::drivers::codec {

namespace {

constexpr qsizetype lengthSize = 4;

// What a device can end with. Anything else is no child program's business.
constexpr std::array deviceKinds{
    ErrorKind::CardAbsent,   ErrorKind::CardLifted,    ErrorKind::CardUnreadable, ErrorKind::PageMissing,
    ErrorKind::PageIllegible, ErrorKind::CodeAbsent,   ErrorKind::CodeUnreadable, ErrorKind::PaperOut,
    ErrorKind::PaperJam,     ErrorKind::CoverOpen,     ErrorKind::ScannerJam,     ErrorKind::TonerOut,
    ErrorKind::OutputFull,   ErrorKind::DeviceAbsent,  ErrorKind::DeviceSilent,   ErrorKind::DeviceFault,
    ErrorKind::ProtocolViolation, ErrorKind::Misconfigured, ErrorKind::Cancelled};

} // namespace

QByteArray encodeChildMessage(char type, const QByteArray &payload)
{
    QByteArray message(lengthSize, Qt::Uninitialized);
    qToBigEndian(static_cast<quint32>(payload.size() + 1), message.data());
    message += type;
    return message + payload;
}

std::optional<Result<ChildMessage>> ChildMessageDecoder::next()
{
    if (m_buffer.size() < lengthSize)
        return std::nullopt;
    const auto length = qFromBigEndian<quint32>(m_buffer.constData());
    if (length < 1 || length > maxBytes)
        return Result<ChildMessage>(fail(ErrorKind::ProtocolViolation, QStringLiteral("child-message"),
                                         QStringLiteral("a message of %1 bytes").arg(length)));
    if (m_buffer.size() < lengthSize + static_cast<qsizetype>(length))
        return std::nullopt;
    ChildMessage message{m_buffer.at(lengthSize), m_buffer.mid(lengthSize + 1, static_cast<qsizetype>(length) - 1)};
    m_buffer.remove(0, lengthSize + static_cast<qsizetype>(length));
    return Result<ChildMessage>(std::move(message));
}

QByteArray errorToPayload(const Error &error)
{
    const QJsonObject json{{QStringLiteral("kind"), QLatin1String(nameOf(error.kind))},
                           {QStringLiteral("where"), error.where},
                           {QStringLiteral("detail"), error.detail}};
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

Error errorFromPayload(const QByteArray &payload)
{
    const QJsonObject json = QJsonDocument::fromJson(payload).object();
    const QString name = json.value(QStringLiteral("kind")).toString();
    for (const ErrorKind kind : deviceKinds) {
        if (name == QLatin1String(nameOf(kind)))
            return {kind, json.value(QStringLiteral("where")).toString(),
                    json.value(QStringLiteral("detail")).toString()};
    }
    return {ErrorKind::ProtocolViolation, QStringLiteral("child-message"), QStringLiteral("an error of unknown kind")};
}

} // namespace tongban::drivers::codec
