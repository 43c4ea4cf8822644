// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/codec/hid_pos_report.h"

#include "drivers/codec/code_frames.h"

#include <algorithm>

namespace tongban::drivers::codec {

namespace {

constexpr HidUsage barCodeScanner = 0x008C'0002;
constexpr HidUsage symbologyIdentifier1 = 0x008C'00FB;
constexpr HidUsage decodedData = 0x008C'00FE;
constexpr HidUsage decodeDataContinued = 0x008C'00FF;
constexpr HidUsage byteCount = 0x0001'003B; // HID Usage Tables, Generic Desktop page

tl::unexpected<Error> violation(const QString &why)
{
    return fail(ErrorKind::ProtocolViolation, QStringLiteral("hid-pos"), why);
}

void assign(HidPosReport &report, const HidField &field)
{
    const auto identifier = static_cast<size_t>(field.usage - symbologyIdentifier1);
    if (identifier < report.aim.size() && field.bitSize == 8)
        report.aim.at(identifier) = field;
    if (field.usage == byteCount && field.bitSize <= 16)
        report.length = field;
    if (field.usage == decodeDataContinued && field.bitSize <= 8)
        report.continued = field;
}

// A number of up to 16 bits; bit 0 of byte 0 is the first (HID 1.11, 8.4).
int valueOf(const HidField &field, const QByteArray &body)
{
    int value = 0;
    for (int i = 0; i < field.bitSize; ++i) {
        const int bit = field.bitOffset + i;
        if ((static_cast<quint8>(body.at(bit / 8)) >> (bit % 8) & 1) != 0)
            value |= 1 << i;
    }
    return value;
}

QByteArray bytesOf(const HidField &field, const QByteArray &body)
{
    QByteArray bytes;
    HidField one = field;
    for (int i = 0; i < field.count; ++i, one.bitOffset += 8)
        bytes += static_cast<char>(valueOf(one, body));
    return bytes;
}

QByteArray withoutPadding(QByteArray bytes)
{
    while (!bytes.isEmpty() && bytes.back() == '\0')
        bytes.chop(1);
    return bytes;
}

std::optional<AimIdentifier> aimOf(const HidPosReport &report, const QByteArray &body)
{
    QByteArray identifier;
    for (const auto &field : report.aim) {
        if (field)
            identifier += static_cast<char>(valueOf(*field, body));
    }
    return aimIdentifierOf(identifier);
}

} // namespace

Result<HidPosLayout> hidPosLayoutOf(const QByteArray &reportDescriptor)
{
    const auto parsed = parseHidReportDescriptor(reportDescriptor);
    if (!parsed)
        return fail(parsed.error());
    const auto &applications = parsed->applications;
    if (std::find(applications.cbegin(), applications.cend(), barCodeScanner) == applications.cend())
        return violation(QStringLiteral("no bar code scanner among the collections of its report descriptor"));
    HidPosLayout layout;
    layout.isNumbered = parsed->isNumbered;
    layout.longestReport = parsed->longestReport();
    for (auto it = parsed->bitsOfReport.cbegin(); it != parsed->bitsOfReport.cend(); ++it)
        layout.bytesOfReport.insert(it.key(), (it.value() + 7) / 8);
    for (const HidField &field : parsed->fields) {
        if (field.application == barCodeScanner && field.usage == decodedData && field.bitSize == 8)
            layout.reports.push_back(
                {.reportId = field.reportId, .aim = {}, .length = {}, .data = field, .continued = {}});
    }
    if (layout.reports.empty())
        return violation(QStringLiteral("no decoded data in the reports of the bar code scanner"));
    for (HidPosReport &report : layout.reports) {
        for (const HidField &field : parsed->fields) {
            if (field.application == barCodeScanner && field.reportId == report.reportId)
                assign(report, field);
        }
    }
    return layout;
}

Result<std::optional<HidPosCode>> HidPosDecoder::feed(const QByteArray &report)
{
    const int id = m_layout.isNumbered && !report.isEmpty() ? static_cast<quint8>(report.at(0)) : 0;
    const QByteArray body = m_layout.isNumbered ? report.mid(1) : report;
    const auto length = m_layout.bytesOfReport.constFind(id);
    if (length == m_layout.bytesOfReport.constEnd())
        return broken(QStringLiteral("a report with the unknown number %1").arg(id));
    if (body.size() < *length)
        return broken(QStringLiteral("report %1 of %2 bytes, %3 wanted").arg(id).arg(body.size()).arg(*length));
    for (const HidPosReport &known : m_layout.reports) {
        if (known.reportId == id)
            return feedData(known, body);
    }
    return std::optional<HidPosCode>();
}

Result<std::optional<HidPosCode>> HidPosDecoder::feedData(const HidPosReport &report, const QByteArray &body)
{
    const bool moreFollows = report.continued && valueOf(*report.continued, body) != 0;
    QByteArray bytes = bytesOf(report.data, body);
    if (report.length) {
        const int length = valueOf(*report.length, body);
        if (length > bytes.size())
            return broken(QStringLiteral("%1 bytes in a field of %2").arg(length).arg(bytes.size()));
        bytes.truncate(length);
    } else if (!moreFollows) {
        bytes = withoutPadding(bytes);
    }
    if (!m_pending)
        m_pending = HidPosCode{aimOf(report, body), {}};
    m_pending->bytes += bytes;
    if (m_pending->bytes.size() > CodeFrames::maxLength)
        return broken(QStringLiteral("a code longer than any"));
    if (moreFollows)
        return std::optional<HidPosCode>();
    auto code = std::exchange(m_pending, std::nullopt);
    if (code->bytes.isEmpty())
        code.reset(); // nothing was read: some scanners say so at the end of a trigger
    return code;
}

tl::unexpected<Error> HidPosDecoder::broken(const QString &why)
{
    m_pending.reset();
    return violation(why);
}

} // namespace tongban::drivers::codec
