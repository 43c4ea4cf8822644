// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

namespace tongban::tests {

// A PDF of so many A4 pages, each with a picture of its own.
[[nodiscard]] QByteArray pdfOf(int pages);
// What stands on the pages of a PDF, one SHA-256 a page, in order of the pages: of one that pdfOf made, or of one that
// a filter of CUPS made of it (it keeps each page's content as an object of its own).
[[nodiscard]] QList<QByteArray> pagesOf(const QByteArray &pdf);

} // namespace tongban::tests
