// SPDX-License-Identifier: GPL-3.0-or-later
// A terminal's store on a real disk, as full as it is asked to be.
#pragma once

#include "tests/unit/offline/store_world.h"

namespace tongban::bench {

inline constexpr int pagesOfACase = 5;
inline constexpr int pageBytes = 80 * 1'024;

[[nodiscard]] const std::vector<QByteArray> &scannedPages(); // of pageBytes each; nothing compresses them away

struct Place
{
    explicit Place(const QString &parent) : directory(parent + QStringLiteral("/tongban-bench-XXXXXX")) {}

    [[nodiscard]] QString state() const { return directory.filePath(QStringLiteral("state")); }
    [[nodiscard]] QString database() const { return state() + QStringLiteral("/store.db"); }
    // Open, and quiet: what an opening leaves to the background has ended.
    [[nodiscard]] Result<void> open();
    void close();
    // So many cases that wait in the outbox whole, each with its receipt printed and its records; then open.
    [[nodiscard]] Result<void> fill(int cases);

    // A villager's answers; the pages are given to the vault, and nothing is saved.
    [[nodiscard]] Result<domain::CaseDraft> scanned();

    QTemporaryDir directory;
    SystemClock clock;
    offline::vault::PosixFileSystem disk;
    std::optional<domain::CaseDraft> model; // answers without pages
    testing::StorePointer store;            // destroyed before what it uses
};

} // namespace tongban::bench
