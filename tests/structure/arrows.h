// SPDX-License-Identifier: GPL-3.0-or-later
// Who may know whom: everything points at app/core, nothing points at app/main, drivers and offline never meet.
#pragma once

#include "tests/structure/source_tree.h"

namespace tongban::tests {

// "app/view/x.h:12 includes drivers/…": one sentence a wrong arrow. Reads #include "…" and QML imports of Tongban.*.
[[nodiscard]] QStringList wrongArrows(const SourceFile &file);

} // namespace tongban::tests
