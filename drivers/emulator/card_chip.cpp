// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/emulator/card_chip.h"

#include "app/core/domain/id_card.h"

#include <QJsonObject>
#include <QRegularExpression>
#include <QStringEncoder>

#include <algorithm>
#include <iterator>
#include <span>

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
    bool mayLack = false;
};

constexpr ChipField citizenFields[] = {
    {"name", 0, 30, asIs},        {"sex", 30, 2, sexCode},        {"ethnic", 32, 4, ethnicCode},
    {"birth", 36, 16, dateDigits}, {"address", 52, 70, asIs},      {"idNumber", 122, 36, asIs},
    {"issuer", 158, 30, asIs},    {"validFrom", 188, 16, dateDigits}, {"validTo", 204, 16, termDigits},
};

constexpr ChipField permitFields[] = { // J
    {"name", 0, 30, asIs},         {"sex", 30, 2, sexCode},           {"birth", 36, 16, dateDigits},
    {"address", 52, 70, asIs},     {"idNumber", 122, 36, asIs},       {"issuer", 158, 30, asIs},
    {"validFrom", 188, 16, dateDigits}, {"validTo", 204, 16, termDigits}, {"permitNumber", 220, 18, asIs},
};

constexpr ChipField foreigner2017Fields[] = { // I
    {"englishName", 0, 120, asIs}, {"sex", 120, 2, sexCode},          {"idNumber", 122, 30, asIs},
    {"nationality", 152, 6, asIs}, {"name", 158, 30, asIs, true},     {"validFrom", 188, 16, dateDigits},
    {"validTo", 204, 16, termDigits}, {"birth", 220, 16, dateDigits}, {"issuer", 240, 8, asIs, true},
};

// The English name, up to 46 characters, lies in two places: laid by hand.
constexpr ChipField foreigner2023Fields[] = { // Y
    {"name", 0, 30, asIs, true},   {"sex", 30, 2, sexCode},           {"birth", 36, 16, dateDigits},
    {"idNumber", 122, 36, asIs},   {"validFrom", 188, 16, dateDigits}, {"validTo", 204, 16, termDigits},
    {"nationality", 242, 6, asIs},
};

struct Layout
{
    const char *kind;
    char16_t mark; // at byte 248
    std::span<const ChipField> fields;
};
constexpr Layout layouts[] = {
    {"citizen", u' ', citizenFields},
    {"J", u'J', permitFields},
    {"I", u'I', foreigner2017Fields},
    {"Y", u'Y', foreigner2023Fields},
};

QByteArray utf16(const QString &value)
{
    QStringEncoder encode(QStringConverter::Utf16LE, QStringConverter::Flag::Stateless);
    return encode(value);
}

QByteArray padding(int bytes)
{
    return QByteArray("\x20\x00", 2).repeated(bytes / 2);
}

// Takes what the field wants out of `left` and lays it down.
Result<void> lay(const ChipField &field, QJsonObject &left, QByteArray &text)
{
    const auto key = QLatin1String(field.key);
    const QString given = left.take(key).toString();
    if (given.isEmpty() && field.mayLack)
        return {};
    const QByteArray bytes = utf16(field.encode(given));
    if (bytes.isEmpty())
        return invalid(key, QStringLiteral("missing or not understood"));
    if (bytes.size() > field.length)
        return invalid(key, QStringLiteral("longer than %1 characters").arg(field.length / 2));
    text.replace(field.offset, bytes.size(), bytes);
    return {};
}

Result<void> layLongEnglishName(QJsonObject &left, QByteArray &text)
{
    QJsonObject parts;
    const QString name = left.take(QStringLiteral("englishName")).toString();
    parts.insert(QStringLiteral("englishName"), name.left(35));
    if (auto laid = lay({"englishName", 52, 70, asIs}, parts, text); !laid)
        return laid;
    parts.insert(QStringLiteral("englishName"), name.mid(35));
    return lay({"englishName", 220, 22, asIs, true}, parts, text);
}

Result<QByteArray> fingerprintOf(QJsonObject &left)
{
    const int bytes = left.take(QStringLiteral("fingerprint")).toInt(0);
    if (bytes != 0 && bytes != 512 && bytes != 1024)
        return invalid(QStringLiteral("fingerprint"), QStringLiteral("0, 512 or 1024 bytes"));
    return QByteArray(bytes, 'C'); // as the record of a finger begins; no matcher is expected to like the rest
}

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
    const QString kind = left.take(QStringLiteral("kind")).toString(QStringLiteral("citizen"));
    const auto layout = std::find_if(std::begin(layouts), std::end(layouts),
                                     [&](const Layout &l) { return kind == QLatin1String(l.kind); });
    if (layout == std::end(layouts))
        return invalid(QStringLiteral("kind"), QStringLiteral("citizen, J, I or Y"));
    CardChip chip{.text = padding(256), .photo = photoBytes(), .fingerprint = {}, .newAddress = {}};
    for (const ChipField &field : layout->fields) {
        if (const auto laid = lay(field, left, chip.text); !laid)
            return fail(laid.error());
    }
    if (layout->mark == u'Y') {
        if (const auto laid = layLongEnglishName(left, chip.text); !laid)
            return fail(laid.error());
    }
    chip.text.replace(248, 2, utf16(QString(QChar(layout->mark))));
    if (left.contains(QStringLiteral("newAddress"))) {
        chip.newAddress = padding(70);
        if (const auto laid = lay({"newAddress", 0, 70, asIs}, left, chip.newAddress); !laid)
            return fail(laid.error());
    }
    const auto fingerprint = fingerprintOf(left);
    if (!fingerprint)
        return fail(fingerprint.error());
    chip.fingerprint = *fingerprint;
    if (!left.isEmpty())
        return invalid(left.keys().constFirst(), QStringLiteral("unknown key"));
    return chip;
}

} // namespace tongban::drivers::emulator
