// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "offline/platform/platform_session.h"

#include <functional>

namespace tongban::offline::platform {

// What one address of the platform says about its uploads (OPTIONS /uploads, tus 1.0), asked once per session. One that
// does not say, or says nothing of checksums, gets none: it would take a wrong one without a word.
// Destroyed with its session's HttpLine; then no handler runs any more.
class UploadTerms
{
public:
    explicit UploadTerms(PlatformSession &session) : m_session(session) {}

    // answer(whether "Upload-Checksum: sha256 …" is checked there). Called once, perhaps at once.
    void ask(std::function<void(bool sha256)> answer);

private:
    PlatformSession &m_session;
    int m_knownFor = -1; // number of the session
    bool m_sha256 = false;
};

} // namespace tongban::offline::platform
