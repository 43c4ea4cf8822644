// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/figure.h"

#include <QJsonArray>

#include <algorithm>
#include <cmath>

namespace tongban::bench {

namespace {

QJsonArray toArray(const std::vector<double> &samples)
{
    QJsonArray array;
    for (const double s : samples)
        array.append(std::round(s * 1000) / 1000);
    return array;
}

} // namespace

std::optional<double> Figure::ratio() const
{
    return baseline ? std::optional(value / *baseline) : std::nullopt;
}

bool Figure::met() const
{
    return ratio().value_or(value) <= target;
}

QJsonObject Figure::toJson() const
{
    return {{QStringLiteral("figure"), name},
            {QStringLiteral("value"), value},
            {QStringLiteral("unit"), unit},
            {QStringLiteral("baseline"), baseline ? QJsonValue(*baseline) : QJsonValue()},
            {QStringLiteral("ratio"), ratio() ? QJsonValue(*ratio()) : QJsonValue()},
            {QStringLiteral("target"), target},
            {QStringLiteral("met"), met()},
            {QStringLiteral("samples"), toArray(samples)},
            {QStringLiteral("baselineSamples"), toArray(baselineSamples)}};
}

double percentile(std::vector<double> samples, double p)
{
    std::sort(samples.begin(), samples.end());
    const double at = p * static_cast<double>(samples.size() - 1);
    const auto low = static_cast<size_t>(at);
    const auto high = std::min(low + 1, samples.size() - 1);
    return samples[low] + (samples[high] - samples[low]) * (at - static_cast<double>(low));
}

} // namespace tongban::bench
