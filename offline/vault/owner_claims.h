// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QUuid>

#include <mutex>

namespace tongban::offline::vault {

// Who works with an owner, and who erases it as nobody's: never both. What the sweep finds is judged by a list that is
// older than the judgement; a session that has begun in between must not lose its key. Any thread.
class OwnerClaims
{
public:
    // False: it is being erased. Else it is in use until `release`, or until this run ends.
    [[nodiscard]] bool use(const QUuid &owner)
    {
        const std::lock_guard lock(m_mutex);
        if (m_doomed.contains(owner))
            return false;
        m_used.insert(owner);
        return true;
    }
    void release(const QUuid &owner)
    {
        const std::lock_guard lock(m_mutex);
        m_used.remove(owner);
    }
    // False: it is in use.
    [[nodiscard]] bool doom(const QUuid &owner)
    {
        const std::lock_guard lock(m_mutex);
        if (m_used.contains(owner))
            return false;
        m_doomed.insert(owner);
        return true;
    }
    void spare(const QSet<QUuid> &owners)
    {
        const std::lock_guard lock(m_mutex);
        m_doomed -= owners;
    }

private:
    std::mutex m_mutex; // guards both
    QSet<QUuid> m_used;
    QSet<QUuid> m_doomed;
};

} // namespace tongban::offline::vault
