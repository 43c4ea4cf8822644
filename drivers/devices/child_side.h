// SPDX-License-Identifier: GPL-3.0-or-later
// The child's side of the talk between the kiosk and its child programs (drivers/codec/child_message.h).
#pragma once

#include "drivers/codec/child_message.h"

namespace tongban::drivers::devices {

// Says messages on a copy of standard output; the descriptor itself is turned to standard error, because libraries
// print. Made once, before any of them is loaded. Also keeps what this process holds out of core dumps: it is a person's.
class ChildSpeech
{
public:
    ChildSpeech();
    // Ends the process when nobody listens any more: what it holds is for nobody else.
    void say(char type, const QByteArray &payload = {}) const;

private:
    int m_fd;
};

// The first message of standard input; blocks until it has come. Cancelled when the input ends before that.
Result<codec::ChildMessage> readChildRequest();

} // namespace tongban::drivers::devices
