// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/devices/receipt_printer/escpos_options.h"

#include <QJsonObject>
#include <QJsonValue>

#include <cmath>

namespace tongban::drivers::devices {
namespace {

// Takes the whole number `key` out of `left` when it is there.
Result<int> take(QJsonObject &left, const QString &key, int fallback, int minimum, int maximum)
{
    const QJsonValue value = left.take(key);
    if (value.isUndefined())
        return fallback;
    const double number = value.toDouble(std::nan(""));
    if (!(number >= minimum && number <= maximum) || number != std::floor(number))
        return fail(ErrorKind::Misconfigured, QStringLiteral("escpos.options"),
                    QStringLiteral("%1: a whole number from %2 to %3 is wanted").arg(key).arg(minimum).arg(maximum));
    return static_cast<int>(number);
}

} // namespace

Result<EscposOptions> EscposOptions::fromJson(const QJsonObject &json)
{
    struct Setting
    {
        QString key;
        int minimum;
        int maximum;
        int value;
    };
    const EscposOptions defaults;
    Setting settings[] = {
        {QStringLiteral("widthDots"), 192, 832, defaults.paper.widthDots},
        {QStringLiteral("chunkBytes"), 16, 4096, defaults.chunkBytes},
        {QStringLiteral("statusTimeoutMs"), 20, 10'000, static_cast<int>(defaults.statusTimeout.count())},
        {QStringLiteral("settleTimeoutMs"), 20, 60'000, static_cast<int>(defaults.settleTimeout.count())},
        {QStringLiteral("writeTimeoutMs"), 20, 60'000, static_cast<int>(defaults.writeTimeout.count())},
        {QStringLiteral("confirmTimeoutMs"), 20, 120'000, static_cast<int>(defaults.confirmTimeout.count())},
        {QStringLiteral("pollIntervalMs"), 20, 5'000, static_cast<int>(defaults.pollInterval.count())},
    };
    QJsonObject left = json;
    for (Setting &setting : settings) {
        const auto value = take(left, setting.key, setting.value, setting.minimum, setting.maximum);
        if (!value)
            return fail(value.error());
        setting.value = *value;
    }
    if (!left.isEmpty())
        return fail(ErrorKind::Misconfigured, QStringLiteral("escpos.options"),
                    QStringLiteral("unknown key %1").arg(left.keys().constFirst()));
    return EscposOptions{
        .paper = {.widthDots = settings[0].value},
        .chunkBytes = settings[1].value,
        .statusTimeout = std::chrono::milliseconds(settings[2].value),
        .settleTimeout = std::chrono::milliseconds(settings[3].value),
        .writeTimeout = std::chrono::milliseconds(settings[4].value),
        .confirmTimeout = std::chrono::milliseconds(settings[5].value),
        .pollInterval = std::chrono::milliseconds(settings[6].value),
    };
}

} // namespace tongban::drivers::devices
