// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/codec/nut_protocol.h"

#include <algorithm>
#include <cmath>

namespace tongban::drivers::codec {

namespace {

constexpr auto where = "nut";
constexpr double longestRuntime = 1e7; // seconds; a third of a year is no UPS

tl::unexpected<Error> violation(const QString &why)
{
    return fail(ErrorKind::ProtocolViolation, QLatin1String(where), why);
}

// Nothing when it is absent, no number, or beyond what can be: a UPS that tells nonsense of its charge is still one
// that tells whether there is mains.
std::optional<double> number(const NutVariables &variables, const char *name, double most)
{
    bool isNumber = false;
    const double value = variables.value(name).toDouble(&isNumber);
    const bool sound = isNumber && std::isfinite(value) && value >= 0 && value <= most;
    return sound ? std::optional(value) : std::nullopt;
}

} // namespace

QByteArray encodeNutListVar(const QByteArray &ups)
{
    const bool plain = !ups.contains(' ') && !ups.contains('"') && !ups.contains('\\');
    return "LIST VAR " + (plain ? ups : quoteNutWord(ups)) + '\n';
}

std::optional<QByteArrayList> splitNutLine(const QByteArray &line)
{
    QByteArrayList words;
    bool inWord = false;
    bool inQuotes = false;
    for (qsizetype i = 0; i < line.size(); ++i) {
        char c = line.at(i);
        if (!inQuotes && (c == ' ' || c == '\t')) {
            inWord = false;
            continue;
        }
        if (!inWord)
            words << QByteArray();
        inWord = true;
        if (c == '"') {
            inQuotes = !inQuotes;
            continue;
        }
        if (c == '\\') {
            if (++i == line.size())
                return std::nullopt;
            c = line.at(i);
        }
        words.back() += c;
    }
    return inQuotes ? std::nullopt : std::optional(words);
}

QByteArray quoteNutWord(const QByteArray &word)
{
    QByteArray quoted = word;
    quoted.replace('\\', "\\\\").replace('"', "\\\"");
    return '"' + quoted + '"';
}

Error nutError(const QByteArray &code)
{
    const bool isAbsent = code == "UNKNOWN-UPS" || code == "DRIVER-NOT-CONNECTED";
    // A code is capitals and hyphens; anything else is not repeated into a log.
    const bool isCode = !code.isEmpty() && std::all_of(code.begin(), code.end(),
                                                       [](char c) { return (c >= 'A' && c <= 'Z') || c == '-'; });
    return {isAbsent ? ErrorKind::DeviceAbsent : ErrorKind::DeviceFault, QLatin1String(where),
            isCode ? QString::fromLatin1(code.left(64)) : QStringLiteral("an error without a code")};
}

std::optional<Result<NutVariables>> NutListDecoder::next()
{
    while (true) {
        const qsizetype end = m_buffer.indexOf('\n');
        if (end > maxLine || (end < 0 && m_buffer.size() > maxLine))
            return violation(QStringLiteral("a line without an end"));
        if (end < 0)
            return std::nullopt;
        const QByteArray line = m_buffer.first(end);
        m_buffer.remove(0, end + 1);
        if (auto ended = take(line))
            return ended;
    }
}

std::optional<Result<NutVariables>> NutListDecoder::take(const QByteArray &line)
{
    const auto words = splitNutLine(line);
    if (!words)
        return violation(QStringLiteral("a quote is left open"));
    if (words->value(0) == "ERR")
        return Result<NutVariables>(fail(nutError(words->value(1))));
    const QByteArrayList list{"LIST", "VAR", m_ups};
    if (!m_hasBegun && *words == QByteArrayList{"BEGIN"} + list) {
        m_hasBegun = true;
        return std::nullopt;
    }
    if (m_hasBegun && *words == QByteArrayList{"END"} + list)
        return Result<NutVariables>(std::move(m_variables));
    if (!m_hasBegun || words->size() != 4 || words->at(0) != "VAR" || words->at(1) != m_ups)
        return violation(QStringLiteral("a line that is no part of this list"));
    if (m_variables.size() >= maxVariables)
        return violation(QStringLiteral("a list without an end"));
    m_variables.insert(words->at(2), words->at(3));
    return std::nullopt;
}

Result<ports::PowerState> powerStateOf(const NutVariables &variables)
{
    const QByteArrayList flags = variables.value("ups.status").simplified().split(' ');
    if (flags.first().isEmpty() || flags == QByteArrayList{"WAIT"}) // WAIT: the driver has not asked the UPS yet
        return fail(ErrorKind::DeviceFault, QLatin1String(where), QStringLiteral("the UPS has told no status"));
    ports::PowerState state;
    state.onMains = !flags.contains("OB");
    state.batteryLow = flags.contains("LB") || flags.contains("FSD");
    if (const auto charge = number(variables, "battery.charge", 100))
        state.batteryPercent = static_cast<int>(std::lround(*charge));
    if (const auto runtime = number(variables, "battery.runtime", longestRuntime))
        state.lasts = std::chrono::seconds(std::llround(*runtime));
    return state;
}

} // namespace tongban::drivers::codec
