// SPDX-License-Identifier: GPL-3.0-or-later
// printer-state-reasons of an IPP printer (RFC 8011 §5.4.12, PWG 5100.9; DEVICES §4): keywords such as
// "media-empty-report", sorted by what stops paper and by who can act. The severity behind a keyword is rewritten in
// transit and keywords have come truncated: neither is relied upon.
#pragma once

#include "app/core/base/error.h"

#include <QStringList>

#include <optional>

namespace tongban::drivers::codec {

struct IppCondition
{
    std::optional<ErrorKind> blocks; // the gravest reason why nothing will be printed: what staff can fix comes first
    QString blockedBy;               // its keyword as it came
    QStringList warnings;            // keywords as they came: low, nearly full
};

[[nodiscard]] IppCondition ippConditionOf(const QStringList &reasons);

} // namespace tongban::drivers::codec
