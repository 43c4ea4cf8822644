// SPDX-License-Identifier: GPL-3.0-or-later
// The network protocol of NUT 2.x as a client speaks it to upsd (RFC 9271; NUT developer guide, chapter 9): one line
// out,
//
//   LIST VAR <ups>
//   BEGIN LIST VAR <ups> | VAR <ups> <name> "<value>" … | END LIST VAR <ups>          or   ERR <code> [<extra>…]
//
// Lines end with LF; words are parted by blanks; what holds blanks stands in double quotes, within which \" and
// \\ stand for themselves. Pure; any thread; fuzzable.
#pragma once

#include "app/core/base/result.h"
#include "app/core/ports/power_supply.h"

#include <QByteArray>
#include <QMap>

#include <optional>

namespace tongban::drivers::codec {

using NutVariables = QMap<QByteArray, QByteArray>; // "ups.status" → "OL CHRG"

[[nodiscard]] QByteArray encodeNutListVar(const QByteArray &ups);

// The words of one line without its end; nothing when a quote is left open.
[[nodiscard]] std::optional<QByteArrayList> splitNutLine(const QByteArray &line);
[[nodiscard]] QByteArray quoteNutWord(const QByteArray &word); // with its quotes

// What upsd means by ERR: DeviceAbsent (UNKNOWN-UPS, DRIVER-NOT-CONNECTED: nobody speaks for that UPS), DeviceFault
// (DATA-STALE, and whatever else it refuses). The detail names the code.
[[nodiscard]] Error nutError(const QByteArray &code);

// Reads the answer to LIST VAR from a stream that may be cut anywhere.
class NutListDecoder
{
public:
    static constexpr qsizetype maxLine = 2048; // upsd's own limit is below 1024
    static constexpr qsizetype maxVariables = 2000;

    explicit NutListDecoder(QByteArray ups) : m_ups(std::move(ups)) {}

    void feed(const QByteArray &bytes) { m_buffer += bytes; }
    // All variables, nutError() of an ERR, ProtocolViolation (nothing after it can be trusted), or nothing until more
    // is fed.
    [[nodiscard]] std::optional<Result<NutVariables>> next();

private:
    [[nodiscard]] std::optional<Result<NutVariables>> take(const QByteArray &line);

    QByteArray m_ups;
    QByteArray m_buffer;
    NutVariables m_variables;
    bool m_hasBegun = false;
};

// ups.status holds flags (NUT developer guide, "Status data"): OB on battery, LB battery low, FSD forced shutdown (as
// good as low); everything else, OL first of all, is on mains. battery.charge is in percent, battery.runtime in
// seconds. DeviceFault when the driver has no status (yet).
Result<ports::PowerState> powerStateOf(const NutVariables &variables);

} // namespace tongban::drivers::codec
