// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/codec/id_card_text.h"

#include <QStringDecoder>

#include <algorithm>

namespace tongban::drivers::codec {

namespace {

constexpr qsizetype blockSize = 256;
constexpr qsizetype discriminatorOffset = 248;

// Offset and length in bytes (DEVICES 1, column "citizen").
struct Span
{
    qsizetype offset;
    qsizetype length;
};
constexpr Span nameSpan{0, 30};
constexpr Span sexSpan{30, 2};
constexpr Span ethnicSpan{32, 4};
constexpr Span birthSpan{36, 16};
constexpr Span addressSpan{52, 70};
constexpr Span numberSpan{122, 36};
constexpr Span issuerSpan{158, 30};
constexpr Span validFromSpan{188, 16};
constexpr Span validToSpan{204, 16};

tl::unexpected<Error> unreadable(const QString &why)
{
    return fail(ErrorKind::CardUnreadable, QStringLiteral("id-card-text"), why);
}

// Padding is behind the text; spaces within it (an address may hold some) stay.
QString field(const QString &text, Span span)
{
    QString value = text.mid(span.offset / 2, span.length / 2);
    while (value.endsWith(u' '))
        value.chop(1);
    return value;
}

bool isAsciiDigits(const QString &value)
{
    return std::all_of(value.begin(), value.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

QDate dateOf(const QString &value)
{
    return value.size() == 8 && isAsciiDigits(value) ? QDate::fromString(value, QStringLiteral("yyyyMMdd")) : QDate();
}

// An unassigned half of a surrogate pair or a control character: the chip was misread, the checksum notwithstanding.
bool isPrintable(const QString &value)
{
    return value.isValidUtf16() &&
           std::none_of(value.begin(), value.end(), [](QChar c) { return c.category() == QChar::Other_Control; });
}

QString refusalOfKind(QChar discriminator)
{
    switch (discriminator.unicode()) {
    case u'J':
        return QStringLiteral("a residence permit of Hong Kong, Macao and Taiwan residents (J): not served yet");
    case u'I':
        return QStringLiteral("a foreigner's permanent residence card of 2017 (I): not served yet");
    case u'Y':
        return QStringLiteral("a foreigner's permanent residence card of 2023 (Y): not served yet");
    default:
        return QStringLiteral("unknown kind of card U+%1").arg(int(discriminator.unicode()), 4, 16, QLatin1Char('0'));
    }
}

std::optional<domain::Sex> sexOf(const QString &value)
{
    if (value == u"1")
        return domain::Sex::Male;
    if (value == u"2")
        return domain::Sex::Female;
    if (value == u"0")
        return domain::Sex::Unknown;
    if (value == u"9")
        return domain::Sex::Unspecified;
    return std::nullopt;
}

// GB 11643: the 17th digit is odd for men and even for women.
bool sexFitsNumber(domain::Sex sex, const QString &number)
{
    const bool odd = (number.at(16).unicode() - u'0') % 2 == 1;
    switch (sex) {
    case domain::Sex::Male:
        return odd;
    case domain::Sex::Female:
        return !odd;
    case domain::Sex::Unknown:
    case domain::Sex::Unspecified:
        return true;
    }
    Q_UNREACHABLE();
}

Result<void> readValidity(const QString &text, domain::IdCard &card)
{
    card.validFrom = dateOf(field(text, validFromSpan));
    if (!card.validFrom.isValid())
        return unreadable(QStringLiteral("valid-from is not a date"));
    const QString to = field(text, validToSpan);
    if (to == QStringLiteral("长期"))
        return {};
    const QDate date = dateOf(to);
    if (!date.isValid() || date < card.validFrom)
        return unreadable(QStringLiteral("valid-to is neither 长期 nor a date after valid-from"));
    card.validTo = date;
    return {};
}

Result<void> readPerson(const QString &text, domain::IdCard &card)
{
    const QString name = field(text, nameSpan);
    const QString number = field(text, numberSpan).toUpper(); // some issuers wrote a small x
    const auto sex = sexOf(field(text, sexSpan));
    card.birth = dateOf(field(text, birthSpan));
    if (name.isEmpty())
        return unreadable(QStringLiteral("no name"));
    if (!domain::isValidIdNumber(number))
        return unreadable(QStringLiteral("the ID number fails GB 11643"));
    if (!card.birth.isValid() || card.birth.toString(QStringLiteral("yyyyMMdd")) != number.mid(6, 8))
        return unreadable(QStringLiteral("the birth date and the ID number differ"));
    if (!sex || !sexFitsNumber(*sex, number))
        return unreadable(QStringLiteral("the sex and the ID number differ"));
    card.name = Secret(name);
    card.idNumber = Secret(number);
    card.sex = *sex;
    return {};
}

} // namespace

Result<domain::IdCard> decodeIdCardText(const QByteArray &block)
{
    if (block.size() != blockSize)
        return unreadable(QStringLiteral("a text block of %1 bytes").arg(block.size()));
    // Stateless: a block that begins with U+FEFF must not lose a character to a byte-order mark.
    QStringDecoder decoder(QStringDecoder::Utf16LE,
                           QStringDecoder::Flag::Stateless | QStringDecoder::Flag::ConvertInitialBom);
    const QString text = decoder(block);
    if (text.size() != blockSize / 2)
        return unreadable(QStringLiteral("the text block is not UTF-16"));
    const QChar kind = text.at(discriminatorOffset / 2);
    if (kind != u' ')
        return unreadable(refusalOfKind(kind));
    if (!isPrintable(text.first(discriminatorOffset / 2)))
        return unreadable(QStringLiteral("characters that no card holds"));

    domain::IdCard card;
    if (const auto person = readPerson(text, card); !person)
        return fail(person.error());
    if (const auto validity = readValidity(text, card); !validity)
        return fail(validity.error());
    card.ethnicCode = field(text, ethnicSpan);
    if (card.ethnicCode.size() != 2 || !isAsciiDigits(card.ethnicCode))
        return unreadable(QStringLiteral("the ethnic code is not two digits"));
    card.address = Secret(field(text, addressSpan));
    card.issuer = field(text, issuerSpan);
    return card;
}

} // namespace tongban::drivers::codec
