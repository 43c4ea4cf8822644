// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/codec/code_text.h"

#include <QStringConverter>

#include <vector>

namespace tongban::drivers::codec {

namespace {

tl::unexpected<Error> unreadable(const QString &why)
{
    return fail(ErrorKind::CodeUnreadable, QStringLiteral("code.text"), why);
}

std::optional<QString> decodeWith(QStringDecoder decoder, const QByteArray &bytes)
{
    QString text = decoder(bytes);
    if (decoder.hasError())
        return std::nullopt;
    return text;
}

std::optional<QString> utf8(const QByteArray &bytes)
{
    return decodeWith(QStringDecoder(QStringDecoder::Utf8, QStringConverter::Flag::Stateless), bytes);
}

quint8 byteAt(const QByteArray &bytes, qsizetype index)
{
    return index < bytes.size() ? static_cast<quint8>(bytes.at(index)) : 0xFF; // 0xFF is no byte of GB18030
}

// Length of the GB18030 character at `index` (GB 18030, table 1: one, two or four bytes), 0 when there is none.
qsizetype gb18030Length(const QByteArray &bytes, qsizetype index)
{
    const auto in = [&](qsizetype offset, quint8 from, quint8 to) {
        const quint8 byte = byteAt(bytes, index + offset);
        return byte >= from && byte <= to;
    };
    if (in(0, 0x00, 0x7F))
        return 1;
    if (!in(0, 0x81, 0xFE))
        return 0;
    if (in(1, 0x40, 0x7E) || in(1, 0x80, 0xFE))
        return 2;
    return in(1, 0x30, 0x39) && in(2, 0x81, 0xFE) && in(3, 0x30, 0x39) ? 4 : 0;
}

// The structure is checked here: Qt's converter swallows a character that was cut off at the end.
std::optional<QString> gb18030(const QByteArray &bytes)
{
    for (qsizetype i = 0; i < bytes.size();) {
        const qsizetype length = gb18030Length(bytes, i);
        if (length == 0)
            return std::nullopt;
        i += length;
    }
    auto text = decodeWith(QStringDecoder("GB18030"), bytes);
    if (text && text->contains(QChar::ReplacementCharacter)) // four bytes that stand for no character
        return std::nullopt;
    return text;
}

std::optional<QString> ascii(const QByteArray &bytes)
{
    for (const char c : bytes) {
        if ((static_cast<quint8>(c) & 0x80) != 0)
            return std::nullopt;
    }
    return QString::fromLatin1(bytes);
}

struct Stretch
{
    int eci = -1; // none
    QByteArray bytes;
};

std::optional<QString> textOf(const Stretch &stretch)
{
    switch (stretch.eci) {
    case -1: {
        const auto text = utf8(stretch.bytes);
        return text ? text : gb18030(stretch.bytes);
    }
    case 3:
        return QString::fromLatin1(stretch.bytes);
    case 25:
        return decodeWith(QStringDecoder(QStringDecoder::Utf16BE, QStringConverter::Flag::Stateless), stretch.bytes);
    case 26:
        return utf8(stretch.bytes);
    case 27:
    case 170:
        return ascii(stretch.bytes);
    case 29:
    case 32:
        return gb18030(stretch.bytes);
    default:
        return std::nullopt;
    }
}

// Some makers put a byte-order mark before what is one already. None of them is text.
QString withoutMarks(QString text)
{
    while (text.startsWith(QChar::ByteOrderMark))
        text.remove(0, 1);
    return text;
}

// The six digits of an ECI designator at `index`, or nothing.
std::optional<int> eciAt(const QByteArray &bytes, qsizetype index)
{
    if (index + 6 > bytes.size())
        return std::nullopt;
    int eci = 0;
    for (qsizetype i = index; i < index + 6; ++i) {
        const char c = bytes.at(i);
        if (c < '0' || c > '9')
            return std::nullopt;
        eci = eci * 10 + (c - '0');
    }
    return eci;
}

// ISO/IEC 15424, ECI protocol: "\\" is a backslash of the data, "\nnnnnn" a designator.
Result<std::vector<Stretch>> stretchesOf(const QByteArray &bytes)
{
    std::vector<Stretch> stretches(1);
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        if (bytes.at(i) != '\\') {
            stretches.back().bytes += bytes.at(i);
            continue;
        }
        if (i + 1 < bytes.size() && bytes.at(i + 1) == '\\') {
            stretches.back().bytes += '\\';
            ++i;
            continue;
        }
        const auto eci = eciAt(bytes, i + 1);
        if (!eci)
            return unreadable(QStringLiteral("a broken ECI escape"));
        stretches.push_back({*eci, {}});
        i += 6;
    }
    return stretches;
}

} // namespace

Result<QString> decodeCodeText(const QByteArray &bytes)
{
    const auto text = textOf({-1, bytes});
    if (!text)
        return unreadable(QStringLiteral("%1 bytes, neither UTF-8 nor GB18030").arg(bytes.size()));
    return withoutMarks(*text);
}

Result<domain::ScannedCode> decodeCode(const std::optional<AimIdentifier> &aim, const QByteArray &bytes)
{
    const auto symbology = aim ? aim->symbology : domain::Symbology::Unknown;
    if (!aim || !aim->escapesEci) {
        const auto text = decodeCodeText(bytes);
        if (!text)
            return fail(text.error());
        return domain::ScannedCode{symbology, Sensitive<QByteArray>(bytes), Secret(*text)};
    }
    const auto stretches = stretchesOf(bytes);
    if (!stretches)
        return fail(stretches.error());
    QByteArray content;
    QString whole;
    for (const Stretch &stretch : *stretches) {
        const auto text = textOf(stretch);
        if (!text)
            return unreadable(
                QStringLiteral("%1 bytes that are no text in ECI %2").arg(stretch.bytes.size()).arg(stretch.eci));
        content += stretch.bytes;
        whole += *text;
    }
    return domain::ScannedCode{symbology, Sensitive<QByteArray>(content), Secret(withoutMarks(whole))};
}

Result<domain::ScannedCode> decodePrefixedCode(AimPrefix prefix, const QByteArray &bytes)
{
    const auto aim = prefix == AimPrefix::Never ? std::nullopt : aimIdentifierOf(bytes);
    if (prefix == AimPrefix::Always && !aim)
        return unreadable(QStringLiteral("no AIM identifier before the data"));
    return decodeCode(aim, aim ? bytes.sliced(aimIdentifierLength) : bytes);
}

} // namespace tongban::drivers::codec
