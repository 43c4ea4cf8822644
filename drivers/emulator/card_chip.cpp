// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/emulator/card_chip.h"

#include "app/core/domain/id_card.h"

#include <QJsonObject>
#include <QRegularExpression>
#include <QStringEncoder>

namespace tongban::drivers::emulator {
namespace {

tl::unexpected<Error> invalid(const QString &field, const QString &why)
{
    return fail(ErrorKind::InputInvalid, QStringLiteral("card.place"), field + QStringLiteral(": ") + why);
}

QString sexCode(const QString &sex)
{
    if (sex == QStringLiteral("男"))
        return QStringLiteral("1");
    if (sex == QStringLiteral("女"))
        return QStringLiteral("2");
    return sex.size() == 1 && sex.at(0).isDigit() ? sex : QString();
}

QString ethnicCode(const QString &ethnic)
{
    for (int code = 1; code <= 98; ++code) {
        const QString text = QStringLiteral("%1").arg(code, 2, 10, QLatin1Char('0'));
        const QString label = domain::ethnicLabel(text);
        if (!label.isEmpty() && (ethnic == text || ethnic == label || ethnic == label + QStringLiteral("族")))
            return text;
    }
    return {};
}

QString dateDigits(const QString &date)
{
    static const QRegularExpression shape(QStringLiteral("^(\\d{4})-?(\\d{2})-?(\\d{2})$"));
    const auto match = shape.match(date);
    return match.hasMatch() ? match.captured(1) + match.captured(2) + match.captured(3) : QString();
}

QString termDigits(const QString &date)
{
    return date == QStringLiteral("长期") ? date : dateDigits(date);
}

QString asIs(const QString &value)
{
    return value;
}

struct ChipField
{
    const char *key;
    int offset; // bytes
    int length; // bytes
    QString (*encode)(const QString &);
};

constexpr ChipField citizenFields[] = {
    {"name", 0, 30, asIs},
    {"sex", 30, 2, sexCode},
    {"ethnic", 32, 4, ethnicCode},
    {"birth", 36, 16, dateDigits},
    {"address", 52, 70, asIs},
    {"idNumber", 122, 36, asIs},
    {"issuer", 158, 30, asIs},
    {"validFrom", 188, 16, dateDigits},
    {"validTo", 204, 16, termDigits},
};

// Enough of a picture for a reader of lengths and magic; no decoder is expected to like it.
QByteArray photoBytes()
{
    QByteArray photo = QByteArray::fromHex("574C66007E003200");
    quint32 noise = 20260101;
    while (photo.size() < 1024) {
        noise = noise * 1664525 + 1013904223; // Numerical Recipes' generator
        photo += static_cast<char>(noise >> 24);
    }
    return photo;
}

} // namespace

Result<CardChip> makeCardChip(const QJsonObject &card)
{
    QJsonObject left = card;
    QByteArray text;
    for (int i = 0; i < 128; ++i)
        text += QByteArray("\x20\x00", 2);
    QStringEncoder utf16(QStringConverter::Utf16LE, QStringConverter::Flag::Stateless);
    for (const ChipField &field : citizenFields) {
        const auto key = QLatin1String(field.key);
        const QString value = field.encode(left.take(key).toString());
        const QByteArray bytes = utf16.encode(value);
        if (value.isEmpty())
            return invalid(key, QStringLiteral("missing or not understood"));
        if (bytes.size() > field.length)
            return invalid(key, QStringLiteral("longer than %1 characters").arg(field.length / 2));
        text.replace(field.offset, bytes.size(), bytes);
    }
    if (!left.isEmpty())
        return invalid(left.keys().constFirst(), QStringLiteral("unknown key"));
    return CardChip{.text = text, .photo = photoBytes()};
}

} // namespace tongban::drivers::emulator
