// SPDX-License-Identifier: GPL-3.0-or-later
// The few words a program of the house takes, read before any window system is looked for: a wrong configuration must
// show on a terminal without a display too.
#pragma once

#include <QString>

#include <optional>

namespace tongban::app {

inline constexpr int exitMisconfigured = 2;

struct CommandLine
{
    QString configFile;
    QString itemsDirectory;      // author mode; empty: the city's items
    QString previewFile;         // one item of an author (preview.h), in place of a configuration
    std::optional<int> exitCode; // everything was said already (help, version, a mistake): end with this
};

[[nodiscard]] CommandLine readCommandLine(int argc, char *argv[]);

} // namespace tongban::app
