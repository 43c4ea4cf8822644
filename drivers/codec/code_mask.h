// SPDX-License-Identifier: GPL-3.0-or-later
// Takes the content out of a serial code scanner's stream (transport/recording_mask.h says what a mask is): how many
// characters came, and where the lines ended, stay.
#pragma once

#include <QByteArray>

#include <algorithm>

namespace tongban::drivers::codec {

class CodeMask
{
public:
    [[nodiscard]] QByteArray toDevice(const QByteArray &bytes) const { return emptied(bytes); }
    [[nodiscard]] QByteArray fromDevice(const QByteArray &bytes) const { return emptied(bytes); }

private:
    [[nodiscard]] static QByteArray emptied(QByteArray bytes)
    {
        std::replace_if(
            bytes.begin(), bytes.end(), [](char byte) { return byte != '\r' && byte != '\n'; }, 'x');
        return bytes;
    }
};

} // namespace tongban::drivers::codec
