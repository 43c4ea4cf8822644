// SPDX-License-Identifier: GPL-3.0-or-later
// What lies on the flatbed: a PNM file that SANE's pnm backend reads as if it were the glass.
#pragma once

#include "app/core/base/result.h"

#include <QString>

namespace tongban::drivers::emulator {

class ScannerGlass
{
public:
    explicit ScannerGlass(QString pnmPath) : m_path(std::move(pnmPath)) {}

    // file: PNG, JPEG or PNM. Grey stays grey (P5), everything else becomes RGB (P6). InputInvalid, StoreUnwritable.
    Result<void> place(const QString &file);
    void remove();
    [[nodiscard]] bool hasPage() const;

private:
    QString m_path;
};

} // namespace tongban::drivers::emulator
