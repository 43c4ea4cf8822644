// SPDX-License-Identifier: GPL-3.0-or-later
// Where cut receipts fall: directory/NNN.png as the paper looks, directory/NNN.txt what it says (UTF-8). The text is
// written last: who sees it finds the picture complete.
#pragma once

#include "app/core/base/result.h"
#include "drivers/emulator/paper_roll.h"

namespace tongban::drivers::emulator {

class ReceiptTray
{
public:
    // Numbers go on behind what lies in the directory; it is made when missing.
    explicit ReceiptTray(QString directory);

    Result<void> drop(const PaperReceipt &receipt);           // StoreUnwritable
    [[nodiscard]] QString newest() const { return m_newest; } // path of its PNG, empty before the first

private:
    QString m_directory;
    QString m_newest;
    int m_number = 0;
};

} // namespace tongban::drivers::emulator
