// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/view/keyboard/keyboard.h"

#include "app/view/keyboard/pinyin_engine.h"

#include <QFileInfo>

namespace tongban::view {

void useOwnKeyboard()
{
    qputenv("QT_IM_MODULE", "qtvirtualkeyboard");
    qputenv("QT_VIRTUALKEYBOARD_DESKTOP_DISABLE", "1");
}

bool canWriteChinese()
{
    return QFileInfo(PinyinEngine::systemDictionary()).isReadable();
}

} // namespace tongban::view
