// SPDX-License-Identifier: GPL-3.0-or-later
// Which of a backend's own words stand for the feeder and for both sides of a sheet; pure. SANE knows the option
// "source" but not its values, so every backend has its own (sane-fujitsu(5), sane-canon_dr(5), sane-epsonds(5),
// sane-hpaio …).
#pragma once

#include <QJsonObject>
#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>

namespace tongban::drivers::devices {

// Option name → its texts; an option without a list (a switch) has none.
using SaneChoices = QMap<QString, QStringList>;

[[nodiscard]] bool isDuplexName(const QString &source); // "ADF Duplex", "Duplex", "…(left aligned,Duplex)"

// The settings, completed so that the feeder, and both sides when asked, are what is scanned: "source" unless it is
// named already, then "adf-mode" or "duplex" where the backend has those instead. Nothing when the scanner offers no
// both sides, or has sources and no feeder among them. Without a feeder nothing is added.
[[nodiscard]] std::optional<QJsonObject> withFeeder(const QJsonObject &settings, const SaneChoices &choices,
                                                    bool duplex);

} // namespace tongban::drivers::devices
