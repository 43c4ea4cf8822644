// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <map>
#include <mutex>
#include <string>

namespace tongban::tests::platform::handlers {

// Who may append to an upload. A terminal whose PATCH was cut comes again before this side has noticed the cut: the newer
// stream takes over and the older one appends nothing more. Any thread.
class Streams
{
public:
    [[nodiscard]] int takeOver(const std::string &upload)
    {
        const std::scoped_lock lock(m_mutex);
        return ++m_newest[upload];
    }

    // Runs `append` if `stream` is still the newest; false: it is not.
    bool ifNewest(const std::string &upload, int stream, const std::function<void()> &append)
    {
        const std::scoped_lock lock(m_mutex);
        if (m_newest[upload] != stream)
            return false;
        append();
        return true;
    }

private:
    std::mutex m_mutex;
    std::map<std::string, int> m_newest;
};

} // namespace tongban::tests::platform::handlers
