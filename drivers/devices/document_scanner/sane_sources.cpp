// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/devices/document_scanner/sane_sources.h"

#include <algorithm>

namespace tongban::drivers::devices {

namespace {

const auto sourceOption = QStringLiteral("source");

bool has(const QString &name, const char *word)
{
    return name.contains(QLatin1String(word), Qt::CaseInsensitive);
}

bool isOneSideOfAFeeder(const QString &name)
{
    return (has(name, "adf") || has(name, "feeder")) && !isDuplexName(name) && !has(name, "back");
}

std::optional<QString> firstOf(const QStringList &names, bool (*fits)(const QString &))
{
    const auto found = std::find_if(names.begin(), names.end(), fits);
    return found == names.end() ? std::nullopt : std::optional(*found);
}

// Both sides by another option than the source (epsonds, epson2, kodakaio: adf-mode; kvs20xx, kvs40xx: duplex).
bool addDuplexSwitch(QJsonObject &settings, const SaneChoices &choices)
{
    const auto modeOption = QStringLiteral("adf-mode");
    const auto switchOption = QStringLiteral("duplex");
    if (const auto mode = firstOf(choices.value(modeOption), &isDuplexName)) {
        settings.insert(modeOption, *mode);
        return true;
    }
    if (!choices.contains(switchOption))
        return false;
    settings.insert(switchOption, true);
    return true;
}

} // namespace

bool isDuplexName(const QString &source)
{
    return has(source, "duplex");
}

std::optional<QJsonObject> withFeeder(const QJsonObject &settings, const SaneChoices &choices, bool duplex)
{
    QJsonObject complete = settings;
    const QStringList sources = choices.value(sourceOption);
    if (!settings.contains(sourceOption)) {
        const auto bothSides = duplex ? firstOf(sources, &isDuplexName) : std::nullopt;
        const auto source = bothSides ? bothSides : firstOf(sources, &isOneSideOfAFeeder);
        if (!source && !sources.isEmpty())
            return std::nullopt;
        if (source) // without a choice it is a scanner that has nothing but a feeder
            complete.insert(sourceOption, *source);
    }
    if (duplex && !isDuplexName(complete.value(sourceOption).toString()) && !addDuplexSwitch(complete, choices))
        return std::nullopt;
    return complete;
}

} // namespace tongban::drivers::devices
