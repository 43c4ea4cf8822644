// SPDX-License-Identifier: GPL-3.0-or-later
// The languages of the screen and the one that it shows now. Chinese is the language of the source; every other one is
// a file resources/translations/tongban_<code>.ts, which the build makes a part of the program.
//
// Words are looked up when they are shown, on the UI thread, and nowhere else: a state carries none. What is stored,
// sent, printed or logged is made on lanes, and there a look-up gives the source. Paper is Chinese whatever the screen
// shows.
#pragma once

#include "app/core/domain/item/item_text.h"

#include <QCoreApplication>
#include <QString>
#include <QStringList>

#include <map>
#include <memory>

class QTranslator;

namespace tongban::view {

class ScreenLanguage // UI thread; one at a time in a program
{
    Q_DECLARE_TR_FUNCTIONS(ScreenLanguage)
public:
    static constexpr QLatin1String source{"zh"};

    ScreenLanguage();
    ~ScreenLanguage();
    ScreenLanguage(const ScreenLanguage &) = delete;
    ScreenLanguage &operator=(const ScreenLanguage &) = delete;

    [[nodiscard]] const QString &code() const { return m_code; }       // ISO 639-1
    [[nodiscard]] const QStringList &codes() const { return m_codes; } // Chinese first
    [[nodiscard]] QString nameOf(const QString &code) const;           // in that language: 中文, English
    [[nodiscard]] QString next() const; // the code after this one, and after the last the first

    // What is looked up from now on is in that language. False: it is the one already, or there is no such language.
    bool set(const QString &code);

    // Which words of a service item go with it.
    [[nodiscard]] domain::Language ofItems() const;

private:
    std::map<QString, std::unique_ptr<QTranslator>> m_translators;
    QStringList m_codes;
    QString m_code = source;
};

} // namespace tongban::view
