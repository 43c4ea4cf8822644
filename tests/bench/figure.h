// SPDX-License-Identifier: GPL-3.0-or-later
// One measured figure beside its baseline, both from the same run: machines are shared and noisy, ratios travel.
#pragma once

#include "app/core/base/result.h"

#include <QJsonObject>
#include <QString>

#include <optional>
#include <vector>

namespace tongban::bench {

struct Figure
{
    QString name;  // by room: app. ui. drivers. offline. sync. items. imaging. hall. diag.
    double value = 0;
    QString unit;                   // of value and baseline: ms, KiB, …
    std::optional<double> baseline; // none for an absolute figure
    double target = 0;              // of the ratio where there is a baseline, else of the value; at most
    std::vector<double> samples;    // raw, in the order taken
    std::vector<double> baselineSamples;

    [[nodiscard]] std::optional<double> ratio() const;
    [[nodiscard]] bool met() const;
    [[nodiscard]] QJsonObject toJson() const;
};

// p in [0, 1]; linear between neighbours; samples must not be empty.
[[nodiscard]] double percentile(std::vector<double> samples, double p);
[[nodiscard]] inline double median(std::vector<double> samples) { return percentile(std::move(samples), 0.5); }

struct Measurement // one entry of the explicit list in main.cpp
{
    const char *names; // all figures it yields, space separated; --filter looks at them
    Result<std::vector<Figure>> (*run)();
};

} // namespace tongban::bench
