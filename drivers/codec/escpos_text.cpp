// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/codec/escpos_text.h"

#include <QStringEncoder>

#include <algorithm>
#include <vector>

namespace tongban::drivers::codec {
namespace {

constexpr char missingType[] = "\xA1\xFE"; // 〓

// GB2312-80: rows 1-9 (marks) and 16-87 (6763 ideographs), cells 1-94.
bool isGb2312(const QByteArray &twoBytes)
{
    const auto row = static_cast<quint8>(twoBytes.at(0)) - 0xA0;
    const auto cell = static_cast<quint8>(twoBytes.at(1)) - 0xA0;
    return ((row >= 1 && row <= 9) || (row >= 16 && row <= 87)) && cell >= 1 && cell <= 94;
}

bool isInRom(const QByteArray &gb18030, RomCharset rom)
{
    switch (rom) {
    case RomCharset::Gb18030: // four bytes: 81…84 lead the basic plane, 90… what lies beyond
        return gb18030.size() == 2 || (gb18030.size() == 4 && static_cast<quint8>(gb18030.at(0)) < 0x90);
    case RomCharset::Gbk:
        return gb18030.size() == 2;
    case RomCharset::Gb2312:
        return gb18030.size() == 2 && isGb2312(gb18030);
    }
    Q_UNREACHABLE();
}

bool isControl(char32_t point)
{
    return point < 0x20 || (point >= 0x7F && point < 0xA0);
}

char32_t asPrinted(char32_t point)
{
    if (point == U'\u00A5')
        return U'\uFFE5'; // ¥ is a four-byte code, ￥ is in every ROM
    return point == U'\t' || point == U'\u00A0' ? U' ' : point;
}

QByteArray gb18030Of(char32_t point)
{
    // Opening the converter costs a hundred times what it converts here.
    thread_local QStringEncoder encoder("GB18030", QStringConverter::Flag::Stateless);
    return encoder.encode(QString::fromUcs4(&point, 1));
}

// Bytes of one code point as the printer takes them; none for a control character.
QByteArray encodeCodePoint(char32_t original, RomCharset rom)
{
    const char32_t point = asPrinted(original);
    if (isControl(point))
        return {};
    if (point < 0x7F)
        return QByteArray(1, static_cast<char>(point));
    const QByteArray bytes = gb18030Of(point);
    return isInRom(bytes, rom) ? bytes : QByteArray(missingType);
}

int widthOf(char32_t point)
{
    const char32_t printed = asPrinted(point);
    if (isControl(printed))
        return 0;
    return printed < 0x7F ? escposHalfWidthDots : escposFullWidthDots;
}

bool contains(QStringView set, char32_t point)
{
    return point <= 0xFFFF && set.contains(QChar(static_cast<char16_t>(point)));
}

bool mayNotBegin(char32_t point)
{
    return contains(u"。，、；：？！）》〉」』】〕”’…—·％℃.,;:?!)]}%", point);
}

bool mayNotEnd(char32_t point)
{
    return contains(u"（《〈「『【〔“‘￥([{", point);
}

// Characters that belong together: one ideograph with the marks that cling to it, or one Latin word or number.
struct Cluster
{
    std::u32string points;
    int width = 0; // dots at scale 1
    bool isSpace = false;
};

bool joins(const Cluster &cluster, char32_t point)
{
    if (cluster.points.empty() || cluster.isSpace || point == U' ')
        return false;
    const char32_t last = cluster.points.back();
    const bool bothLatin = last < 0x7F && point < 0x7F;
    return bothLatin || mayNotBegin(point) || mayNotEnd(last);
}

std::vector<Cluster> clustersOf(const QString &paragraph)
{
    std::vector<Cluster> clusters;
    for (const char32_t point : paragraph.toStdU32String()) {
        const int width = widthOf(point);
        if (width == 0)
            continue;
        if (clusters.empty() || !joins(clusters.back(), point))
            clusters.push_back(Cluster{{}, 0, point == U' '});
        clusters.back().points.push_back(point);
        clusters.back().width += width;
    }
    return clusters;
}

class LineFiller
{
public:
    explicit LineFiller(int capacity) : m_capacity(capacity) {}

    void add(const Cluster &cluster)
    {
        if (m_width + cluster.width > m_capacity && m_width > 0)
            breakLine();
        if (cluster.isSpace && m_width == 0 && !m_lines.isEmpty())
            return; // the space at a break is the break
        for (const char32_t point : cluster.points)
            addPoint(point);
    }

    [[nodiscard]] QStringList finish()
    {
        m_lines.append(m_line);
        return m_lines;
    }

private:
    void addPoint(char32_t point)
    {
        const int width = widthOf(point);
        if (m_width + width > m_capacity && m_width > 0)
            breakLine(); // only inside a cluster that is wider than the paper
        m_line += QString::fromUcs4(&point, 1);
        m_width += width;
    }

    void breakLine()
    {
        while (m_line.endsWith(u' '))
            m_line.chop(1);
        m_lines.append(m_line);
        m_line.clear();
        m_width = 0;
    }

    int m_capacity;
    int m_width = 0;
    QString m_line;
    QStringList m_lines;
};

} // namespace

QByteArray escposEncodeText(const QString &text, RomCharset rom)
{
    QByteArray bytes;
    for (const char32_t point : text.toStdU32String())
        bytes += encodeCodePoint(point, rom);
    return bytes;
}

bool escposLacksGlyphs(const QString &line, RomCharset rom)
{
    const auto points = line.toStdU32String();
    return std::any_of(points.begin(), points.end(), [rom](char32_t original) {
        const char32_t point = asPrinted(original);
        return point >= 0x7F && !isControl(point) && !isInRom(gb18030Of(point), rom);
    });
}

int escposTextWidth(const QString &text)
{
    int width = 0;
    for (const char32_t point : text.toStdU32String())
        width += widthOf(point);
    return width;
}

QStringList escposWrap(const QString &text, int widthDots, int widthScale)
{
    QStringList lines;
    for (const QString &paragraph : text.split(u'\n')) {
        LineFiller filler(widthDots / widthScale);
        for (const Cluster &cluster : clustersOf(paragraph))
            filler.add(cluster);
        lines += filler.finish();
    }
    return lines;
}

} // namespace tongban::drivers::codec
