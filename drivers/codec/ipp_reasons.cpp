// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/codec/ipp_reasons.h"

#include <array>

namespace tongban::drivers::codec {
namespace {

struct Reason
{
    const char *prefix;
    std::optional<ErrorKind> blocks; // nothing: it warns
};

// In the order in which a person is told: the first one that holds.
constexpr std::array reasons{
    Reason{"media-jam", ErrorKind::PaperJam},
    Reason{"door-open", ErrorKind::CoverOpen},
    Reason{"cover-open", ErrorKind::CoverOpen},
    Reason{"interlock-open", ErrorKind::CoverOpen},
    Reason{"media-empty", ErrorKind::PaperOut},
    Reason{"media-needed", ErrorKind::PaperOut},
    Reason{"input-tray-missing", ErrorKind::PaperOut},
    Reason{"output-area-full", ErrorKind::OutputFull},
    Reason{"toner-empty", ErrorKind::TonerOut},
    Reason{"marker-supply-empty", ErrorKind::TonerOut},
    Reason{"marker-waste-full", ErrorKind::TonerOut},
    Reason{"fuser-", ErrorKind::DeviceFault},
    Reason{"paused", ErrorKind::DeviceFault},
    Reason{"shutdown", ErrorKind::DeviceAbsent},
    Reason{"offline", ErrorKind::DeviceAbsent}, // CUPS: the back end does not reach it
    Reason{"connecting-to-device", ErrorKind::DeviceSilent},
    Reason{"timed-out", ErrorKind::DeviceSilent},
    Reason{"media-low", std::nullopt},
    Reason{"toner-low", std::nullopt},
    Reason{"marker-supply-low", std::nullopt},
    Reason{"marker-waste-almost-full", std::nullopt},
    Reason{"output-area-almost-full", std::nullopt},
};

constexpr qsizetype shortestStump = 6; // of a truncated keyword: "media-" says nothing, "media-e" does

QString withoutSeverity(const QString &keyword)
{
    for (const QString &severity : {QStringLiteral("-report"), QStringLiteral("-warning"), QStringLiteral("-error")}) {
        if (keyword.endsWith(severity))
            return keyword.chopped(severity.size());
    }
    return keyword;
}

// The place in the table, or nothing. A stump is taken when all that it could have been mean the same.
std::optional<size_t> placeOf(const QString &keyword)
{
    std::optional<size_t> stumpOf;
    bool isAmbiguous = false;
    for (size_t i = 0; i < reasons.size(); ++i) {
        const QLatin1String prefix(reasons[i].prefix);
        if (keyword.startsWith(prefix))
            return i;
        if (keyword.size() < shortestStump || !QString(prefix).startsWith(keyword))
            continue;
        isAmbiguous = isAmbiguous || (stumpOf && reasons[*stumpOf].blocks != reasons[i].blocks);
        stumpOf = stumpOf.value_or(i);
    }
    return isAmbiguous ? std::nullopt : stumpOf;
}

} // namespace

IppCondition ippConditionOf(const QStringList &keywords)
{
    IppCondition condition;
    size_t gravest = reasons.size();
    for (const QString &keyword : keywords) {
        const auto place = placeOf(withoutSeverity(keyword.trimmed().toLower()));
        if (!place)
            continue;
        if (!reasons[*place].blocks) {
            condition.warnings.append(keyword);
            continue;
        }
        if (*place >= gravest)
            continue;
        gravest = *place;
        condition.blocks = reasons[*place].blocks;
        condition.blockedBy = keyword;
    }
    return condition;
}

} // namespace tongban::drivers::codec
