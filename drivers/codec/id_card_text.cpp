// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/codec/id_card_text.h"

#include "drivers/codec/card_text_fields.h"
#include "drivers/codec/citizen_card.h"
#include "drivers/codec/foreign_card.h"
#include "drivers/codec/residence_permit.h"

#include <QStringDecoder>

#include <algorithm>

namespace tongban::drivers::codec {

namespace {

constexpr qsizetype blockSize = 256;
constexpr qsizetype discriminatorOffset = 248;
constexpr qsizetype longestAddress = 280; // bytes

// An unassigned half of a surrogate pair or a control character: the chip was misread, the checksum notwithstanding.
bool isPrintable(const QString &value)
{
    return value.isValidUtf16() &&
           std::none_of(value.begin(), value.end(), [](QChar c) { return c.category() == QChar::Other_Control; });
}

QString utf16Of(const QByteArray &bytes)
{
    // Stateless: a block that begins with U+FEFF must not lose a character to a byte-order mark.
    QStringDecoder decoder(QStringDecoder::Utf16LE,
                           QStringDecoder::Flag::Stateless | QStringDecoder::Flag::ConvertInitialBom);
    return decoder(bytes);
}

} // namespace

Result<domain::IdCard> decodeIdCardText(const QByteArray &block)
{
    if (block.size() != blockSize)
        return unreadableText(QStringLiteral("a text block of %1 bytes").arg(block.size()));
    const QString text = utf16Of(block);
    if (text.size() != blockSize / 2)
        return unreadableText(QStringLiteral("the text block is not UTF-16"));
    if (!isPrintable(text.first(discriminatorOffset / 2)))
        return unreadableText(QStringLiteral("characters that no card holds"));
    const char16_t kind = text.at(discriminatorOffset / 2).unicode();
    switch (kind) {
    case u' ':
        return decodeCitizenCard(text);
    case u'J':
        return decodeResidencePermit(text);
    case u'I':
        return decodeForeignCard2017(text);
    case u'Y':
        return decodeForeignCard2023(text);
    default: // any of 65536: not an enumeration of ours
        return unreadableText(QStringLiteral("unknown kind of card U+%1").arg(int(kind), 4, 16, QLatin1Char('0')));
    }
}

Result<QString> decodeNewAddress(const QByteArray &data)
{
    if (data.size() % 2 != 0 || data.size() > longestAddress)
        return unreadableText(QStringLiteral("a new address of %1 bytes").arg(data.size()));
    const QString text = utf16Of(data);
    if (text.size() != data.size() / 2 || !isPrintable(text))
        return unreadableText(QStringLiteral("characters that no address holds"));
    return field(text, {0, data.size()});
}

} // namespace tongban::drivers::codec
