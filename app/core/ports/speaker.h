// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace tongban::ports {

// The voice. Its absence is silent and known; it never blocks. UI thread.
class Speaker
{
public:
    virtual ~Speaker() = default;
    // Says the clauses one after another; the clause being spoken is finished, older ones waiting are dropped.
    virtual void say(const QStringList &clauses) = 0;
    virtual void hush() = 0;
};

} // namespace tongban::ports
