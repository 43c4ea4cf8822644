// SPDX-License-Identifier: GPL-3.0-or-later
// The keyboard on the screen, before there is a screen.
#pragma once

namespace tongban::view {

// Makes Qt Virtual Keyboard the input method of this process, drawn by our own pages (no window of its own). To be
// called before the QGuiApplication is made: Qt looks once.
void useOwnKeyboard();

// Whether Chinese can be written: the dictionary of the pinyin engine is installed and readable.
[[nodiscard]] bool canWriteChinese();

} // namespace tongban::view
