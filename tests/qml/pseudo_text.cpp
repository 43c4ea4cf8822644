// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/qml/pseudo_text.h"

#include <algorithm>

namespace tongban::qmltest {

namespace {

bool isHan(QChar c)
{
    return c.script() == QChar::Script_Han;
}

} // namespace

QString longerText(const QString &chinese)
{
    const auto letters = std::count_if(chinese.begin(), chinese.end(), isHan);
    return chinese + QString((letters * 2 + 4) / 5, QChar(u'长'));
}

QString mirroredText(const QString &chinese)
{
    static const QString alphabet = QStringLiteral("ابتثجحخدذرزسشصضطظعغفقكلمنهوي");
    QString text;
    int letters = 0;
    for (const QChar c : chinese) {
        if (!isHan(c)) {
            text += c;
            continue;
        }
        text += alphabet.at((c.unicode() * 7919U >> 5) % static_cast<uint>(alphabet.size()));
        if (++letters % 4 == 0)
            text += u' ';
    }
    return text.trimmed();
}

} // namespace tongban::qmltest
