// SPDX-License-Identifier: GPL-3.0-or-later
// Keywords, one a line: the severity behind a keyword says nothing, and more reasons never open a printer.
#include "drivers/codec/ipp_reasons.h"
#include "tests/fuzz/fuzz_input.h"

using namespace tongban;
using drivers::codec::ippConditionOf;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QStringList keywords = QString::fromUtf8(fuzz::bytesOf(data, size)).split(u'\n');
    const auto condition = ippConditionOf(keywords);
    fuzz::require(condition.blocks.has_value() == !condition.blockedBy.isEmpty());
    fuzz::require(!condition.blocks || keywords.contains(condition.blockedBy));
    fuzz::require(condition.warnings.size() <= keywords.size());
    fuzz::require(ippConditionOf(keywords + QStringList{QStringLiteral("media-empty-report")}).blocks.has_value());
    for (const QString &keyword : keywords) {
        const auto alone = ippConditionOf({keyword});
        fuzz::require(!alone.blocks || condition.blocks.has_value());
        if (alone.blocks)
            fuzz::require(ippConditionOf({keyword.trimmed() + QStringLiteral("-report")}).blocks == alone.blocks ||
                          keyword.trimmed().size() < 20); // a stump with something behind is no stump
    }
    return 0;
}
