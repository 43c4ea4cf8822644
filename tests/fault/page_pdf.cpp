// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fault/page_pdf.h"

#include <QCryptographicHash>

namespace tongban::tests {

QByteArray pdfOf(int pages)
{
    QByteArray kids;
    QList<QByteArray> objects{"<</Type/Catalog/Pages 2 0 R>>", {}};
    for (int page = 0; page < pages; ++page) {
        const QByteArray picture =
            QByteArray::number(page + 1) + " 0 0 rg 100 100 200 " + QByteArray::number(100 + 10 * page) + " re f";
        kids += QByteArray::number(objects.size() + 1) + " 0 R ";
        objects += "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<<>>/Contents " +
                   QByteArray::number(objects.size() + 2) + " 0 R>>";
        objects += "<</Length " + QByteArray::number(picture.size()) + ">>stream\n" + picture + "\nendstream";
    }
    objects[1] = "<</Type/Pages/Kids[" + kids + "]/Count " + QByteArray::number(pages) + ">>";
    QByteArray pdf = "%PDF-1.4\n";
    QByteArray table = "xref\n0 " + QByteArray::number(objects.size() + 1) + "\n0000000000 65535 f \n";
    for (qsizetype i = 0; i < objects.size(); ++i) {
        table += QByteArray::number(pdf.size()).rightJustified(10, '0') + " 00000 n \n";
        pdf += QByteArray::number(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
    }
    const QByteArray start = QByteArray::number(pdf.size());
    return pdf + table + "trailer<</Size " + QByteArray::number(objects.size() + 1) + "/Root 1 0 R>>\nstartxref\n" +
           start + "\n%%EOF\n";
}

QList<QByteArray> pagesOf(const QByteArray &pdf)
{
    QList<QByteArray> pages;
    qsizetype at = 0;
    while ((at = pdf.indexOf("stream\n", at)) >= 0) {
        const qsizetype begin = at + 7;
        const qsizetype end = pdf.indexOf("endstream", begin);
        if (end < 0)
            break;
        const QByteArray raw = pdf.mid(begin, end - begin);
        // qUncompress wants the length in front; it grows what it is told too small.
        const QByteArray deflated = qUncompress(QByteArray(4, '\0') + raw);
        const QByteArray content = (deflated.isEmpty() ? raw : deflated).trimmed();
        if (content.endsWith(" re f"))
            pages.append(QCryptographicHash::hash(content, QCryptographicHash::Sha256));
        at = end + 9;
    }
    return pages;
}

} // namespace tongban::tests
