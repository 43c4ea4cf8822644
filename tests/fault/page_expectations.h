// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ports/page_printer.h"

#include <QByteArray>

namespace tongban::tests {

[[nodiscard]] inline QByteArray describe(const Result<ports::PagePrinted> &result)
{
    if (!result)
        return QByteArray(nameOf(result.error().kind)) + " " + result.error().where.toUtf8() + " " +
               result.error().detail.toUtf8();
    return QByteArray(result->outcome == ports::PrintOutcome::Confirmed ? "Confirmed" : "Unknown") + ", " +
           QByteArray::number(result->printed) + " pages, stopped by " +
           (result->stoppedBy ? nameOf(*result->stoppedBy) : "nothing");
}

[[nodiscard]] inline QByteArray describe(const Result<void> &result)
{
    if (result)
        return "well";
    return QByteArray(nameOf(result.error().kind)) + " " + result.error().where.toUtf8() + " " +
           result.error().detail.toUtf8();
}

} // namespace tongban::tests

#define EXPECT_PRINTED(result, expected)                                                                               \
    do {                                                                                                               \
        const auto seen = result;                                                                                      \
        QVERIFY2(seen.has_value() && seen->outcome == (expected), tongban::tests::describe(seen).constData());         \
    } while (false)

#define EXPECT_ERROR(result, expected)                                                                                 \
    do {                                                                                                               \
        const auto seen = result;                                                                                      \
        QVERIFY2(failedWith(seen, expected), tongban::tests::describe(seen).constData());                              \
    } while (false)
