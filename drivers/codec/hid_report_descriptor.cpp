// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/codec/hid_report_descriptor.h"

#include <algorithm>
#include <optional>

namespace tongban::drivers::codec {

namespace {

// Bounds of the Linux kernel's own parser (include/linux/hid.h), which a descriptor has passed before it gets here.
constexpr quint32 maxElementBits = 256;
constexpr int maxReportBits = 16384 * 8;
constexpr size_t maxDepth = 64; // of collections and of Push
constexpr size_t maxUsages = 12288;
constexpr qsizetype maxDescriptor = 4096; // bytes

// HID 1.11, 6.2.2.2: the prefix of a short item without its size.
enum ItemPrefix : quint8 {
    Input = 0x80,
    Collection = 0xA0,
    EndCollection = 0xC0,
    UsagePage = 0x04,
    ReportSize = 0x74,
    ReportId = 0x84,
    ReportCount = 0x94,
    Push = 0xA4,
    Pop = 0xB4,
    Usage = 0x08,
    UsageMinimum = 0x18,
    UsageMaximum = 0x28,
    Delimiter = 0xA8,
    Output = 0x90,
    Feature = 0xB0,
};
constexpr quint8 longItem = 0xFE;
constexpr quint32 applicationCollection = 0x01;

struct Item
{
    quint8 prefix = 0; // ItemPrefix or one that is skipped
    int size = 0;      // bytes of `value`: 0, 1, 2, 4
    quint32 value = 0;
};

struct Globals
{
    quint32 usagePage = 0;
    quint32 reportSize = 0;
    quint32 reportCount = 0;
    int reportId = 0;
};

class Parser
{
public:
    Result<HidInputReports> parse(const QByteArray &descriptor)
    {
        complain(descriptor.size() > maxDescriptor, "longer than any");
        qsizetype at = 0;
        while (at < descriptor.size() && m_fault.isEmpty()) {
            if (const auto item = itemAt(descriptor, at))
                take(*item);
        }
        if (m_fault.isEmpty() && !m_collections.empty())
            m_fault = QStringLiteral("a collection without its end");
        if (!m_fault.isEmpty())
            return fail(ErrorKind::ProtocolViolation, QStringLiteral("hid.descriptor"), m_fault);
        return std::move(m_reports);
    }

private:
    // Nothing for a long item (none is defined) and at a fault.
    std::optional<Item> itemAt(const QByteArray &descriptor, qsizetype &at)
    {
        const auto head = static_cast<quint8>(descriptor.at(at++));
        const qsizetype left = descriptor.size() - at;
        if (head == longItem) {
            const qsizetype length = left > 0 ? 2 + static_cast<quint8>(descriptor.at(at)) : 2;
            at += std::min(length, left);
            complain(length > left, "cut off in a long item");
            return std::nullopt;
        }
        const int size = (head & 0x03) == 3 ? 4 : head & 0x03;
        if (complain(size > left, "cut off in an item"))
            return std::nullopt;
        Item item{static_cast<quint8>(head & ~0x03), size, 0};
        for (int i = 0; i < size; ++i)
            item.value |= static_cast<quint32>(static_cast<quint8>(descriptor.at(at + i))) << (8 * i);
        at += size;
        return item;
    }

    void take(const Item &item)
    {
        switch (item.prefix) {
        case Input:
            takeInput(item.value);
            return clearLocals();
        case Output:
        case Feature:
            return clearLocals();
        case Collection:
            beginCollection(item.value);
            return clearLocals();
        case EndCollection:
            if (!complain(m_collections.empty(), "an end without a collection"))
                m_collections.pop_back();
            return clearLocals();
        case Usage:
        case UsageMinimum:
        case UsageMaximum:
        case Delimiter:
            return takeLocal(item);
        default: // a number off the wire, no enumeration of ours
            return takeGlobal(item);
        }
    }

    void takeGlobal(const Item &item)
    {
        switch (item.prefix) {
        case UsagePage:
            m_globals.usagePage = item.value & 0xFFFF;
            return;
        case ReportSize:
            complain(item.value > maxElementBits, "an element of impossible size");
            m_globals.reportSize = item.value;
            return;
        case ReportCount:
            complain(item.value > maxUsages, "an impossible number of elements");
            m_globals.reportCount = item.value;
            return;
        case ReportId:
            complain(item.value == 0 || item.value > 255, "an impossible report number");
            m_globals.reportId = static_cast<int>(item.value & 0xFF);
            m_reports.isNumbered = true;
            return;
        case Push:
            if (!complain(m_stack.size() >= maxDepth, "pushed too deep"))
                m_stack.push_back(m_globals);
            return;
        case Pop:
            if (complain(m_stack.empty(), "popped too often"))
                return;
            m_globals = m_stack.back();
            m_stack.pop_back();
            return;
        default: // limits, units, designators, strings: no concern of ours
            return;
        }
    }

    void takeLocal(const Item &item)
    {
        // A usage of four bytes brings its page along; the page of a shorter one is that of the main item (6.2.2.8).
        const HidUsage usage = item.value;
        const bool isExtended = item.size == 4;
        if (item.prefix == Delimiter) {
            m_isDelimited = item.value == 1;
            m_delimited = 0;
        } else if (item.prefix == UsageMinimum) {
            m_minimum = usage;
        } else if (item.prefix == UsageMaximum) {
            if (complain(usage < m_minimum || usage - m_minimum >= maxUsages, "an impossible range of usages"))
                return;
            for (HidUsage i = 0; i <= usage - m_minimum && m_usages.size() < maxUsages; ++i)
                m_usages.push_back({m_minimum + i, isExtended});
        } else if ((!m_isDelimited || m_delimited++ == 0) && m_usages.size() < maxUsages) {
            m_usages.push_back({usage, isExtended});
        }
    }

    void clearLocals()
    {
        m_usages.clear();
        m_minimum = 0;
        m_isDelimited = false;
    }

    [[nodiscard]] HidUsage usageOf(size_t index) const
    {
        const auto &[usage, isExtended] = m_usages.at(index);
        return isExtended ? usage : (m_globals.usagePage << 16) | usage;
    }

    void beginCollection(quint32 kind)
    {
        if (complain(m_collections.size() >= maxDepth, "collections nested too deep"))
            return;
        HidUsage application = m_collections.empty() ? 0 : m_collections.back();
        if (kind == applicationCollection) {
            application = m_usages.empty() ? 0 : usageOf(0);
            m_reports.applications.push_back(application);
        }
        m_collections.push_back(application);
    }

    void takeInput(quint32 flags)
    {
        constexpr quint32 constant = 0x01;
        constexpr quint32 variable = 0x02;
        const int size = static_cast<int>(m_globals.reportSize);
        const int count = static_cast<int>(m_globals.reportCount);
        int &bits = m_reports.bitsOfReport[m_globals.reportId];
        if (complain(size * count > maxReportBits - bits, "a report of impossible length"))
            return;
        if ((flags & constant) == 0 && (flags & variable) != 0 && size > 0)
            addFields(bits, size, count);
        bits += size * count;
    }

    // The last usage stands for all elements that have none of their own (6.2.2.8); usages beyond the count for none.
    void addFields(int offset, int size, int count)
    {
        const HidUsage application = m_collections.empty() ? 0 : m_collections.back();
        const int named = std::min(static_cast<int>(m_usages.size()), count);
        if (complain(m_reports.fields.size() + static_cast<size_t>(named) > maxUsages, "more fields than any"))
            return;
        for (int i = 0; i < named; ++i)
            m_reports.fields.push_back({.usage = usageOf(static_cast<size_t>(i)),
                                        .application = application,
                                        .reportId = m_globals.reportId,
                                        .bitOffset = offset + i * size,
                                        .bitSize = size,
                                        .count = i + 1 == named ? count - i : 1});
    }

    bool complain(bool isWrong, const char *what)
    {
        if (isWrong && m_fault.isEmpty())
            m_fault = QLatin1String(what);
        return isWrong;
    }

    HidInputReports m_reports;
    Globals m_globals;
    std::vector<Globals> m_stack;
    std::vector<HidUsage> m_collections;             // the application around each level
    std::vector<std::pair<HidUsage, bool>> m_usages; // with: whether its page came along
    HidUsage m_minimum = 0;
    bool m_isDelimited = false;
    int m_delimited = 0; // usages seen in this set of alternatives
    QString m_fault;
};

} // namespace

int HidInputReports::longestReport() const
{
    int bits = 0;
    for (const int of : bitsOfReport)
        bits = std::max(bits, of);
    return (bits + 7) / 8 + (isNumbered ? 1 : 0);
}

Result<HidInputReports> parseHidReportDescriptor(const QByteArray &descriptor)
{
    return Parser().parse(descriptor);
}

} // namespace tongban::drivers::codec
