// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/main/author_mode.h"

namespace tongban::app {

KioskConfig forAuthors(KioskConfig config, const QString &temporaryDirectory)
{
    config.stateDirectory = temporaryDirectory;
    config.site.hallName += QStringLiteral("（作者模式，办理不生效）");
    config.platform.signKeyFile.clear();
    config.backup = {};
    return config;
}

} // namespace tongban::app
