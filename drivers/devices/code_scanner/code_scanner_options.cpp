// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/devices/code_scanner/code_scanner_options.h"

#include "drivers/devices/strict_object.h"

namespace tongban::drivers::devices {

namespace {

using codec::AimPrefix;
using codec::CodeEnding;

// The value of an optional key whose words stand for values, in their order.
template <class Value> Value chosen(StrictObject &object, const QString &key, const QStringList &words, Value otherwise)
{
    if (!object.has(key))
        return otherwise;
    return static_cast<Value>(words.indexOf(object.oneOf(key, words))); // finish() complains of any other word
}

AimPrefix aimPrefixOf(StrictObject &object)
{
    static_assert(static_cast<int>(AimPrefix::Always) == 1 && static_cast<int>(AimPrefix::Never) == 2);
    return chosen(object, QStringLiteral("aimPrefix"),
                  {QStringLiteral("auto"), QStringLiteral("always"), QStringLiteral("never")}, AimPrefix::Auto);
}

CodeEnding endingOf(StrictObject &object)
{
    static_assert(static_cast<int>(CodeEnding::Cr) == 1 && static_cast<int>(CodeEnding::Gap) == 4);
    return chosen(object, QStringLiteral("ending"),
                  {QStringLiteral("line"), QStringLiteral("cr"), QStringLiteral("lf"), QStringLiteral("crlf"),
                   QStringLiteral("gap")},
                  CodeEnding::Line);
}

template <class Options> Result<Options> checked(const StrictObject &object, const Options &options)
{
    if (const auto finished = object.finish(); !finished)
        return fail(finished.error());
    return options;
}

} // namespace

Result<SerialCodeOptions> SerialCodeOptions::fromJson(const QJsonObject &json)
{
    StrictObject object(json, QStringLiteral("options."));
    const SerialCodeOptions options{.ending = endingOf(object),
                                    .aimPrefix = aimPrefixOf(object),
                                    .gap = object.milliseconds(QStringLiteral("gapMs"), 5, 2000, 50)};
    return checked(object, options);
}

Result<HidPosOptions> HidPosOptions::fromJson(const QJsonObject &json)
{
    StrictObject object(json, QStringLiteral("options."));
    const HidPosOptions options{.gap = object.milliseconds(QStringLiteral("gapMs"), 20, 5000, 500)};
    return checked(object, options);
}

Result<KeyboardWedgeOptions> KeyboardWedgeOptions::fromJson(const QJsonObject &json)
{
    StrictObject object(json, QStringLiteral("options."));
    const KeyboardWedgeOptions options{.aimPrefix = aimPrefixOf(object),
                                       .gap = object.milliseconds(QStringLiteral("gapMs"), 5, 2000, 50)};
    return checked(object, options);
}

} // namespace tongban::drivers::devices
