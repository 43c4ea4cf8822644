// SPDX-License-Identifier: GPL-3.0-or-later
// How this person wants the terminal: language, contrast, height of what is touched, voice. For the session only.
#pragma once

#include "app/core/ports/speaker.h"
#include "app/view/screen_language.h"

#include <QObject>
#include <QString>
#include <QtQml/qqmlregistration.h>

namespace tongban::view {

class ComfortController : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("held by Kiosk")
    // "zh", "en", …
    Q_PROPERTY(QString language READ language NOTIFY languageChanged)
    // what switchLanguage() leads to, in its own words
    Q_PROPERTY(QString otherLanguage READ otherLanguage NOTIFY languageChanged)
    // light on dark, for eyes that are dazzled
    Q_PROPERTY(bool dark READ dark WRITE setDark NOTIFY changed)
    // all that is touched within reach of who sits
    Q_PROPERTY(bool low READ low WRITE setLow NOTIFY lowChanged)
    Q_PROPERTY(bool canLouder READ canLouder NOTIFY changed)
    Q_PROPERTY(bool canSofter READ canSofter NOTIFY changed)
    Q_PROPERTY(bool canFaster READ canFaster NOTIFY changed)
    Q_PROPERTY(bool canSlower READ canSlower NOTIFY changed)
    // 0 (silent) … 4
    Q_PROPERTY(int loudness READ loudness NOTIFY changed)
    // -2 (slow) … 2
    Q_PROPERTY(int pace READ pace NOTIFY changed)

public:
    explicit ComfortController(QObject *parent = nullptr) : QObject(parent) {}

    [[nodiscard]] QString language() const { return m_languages.code(); }
    [[nodiscard]] QString otherLanguage() const { return m_languages.nameOf(m_languages.next()); }
    [[nodiscard]] bool dark() const { return m_dark; }
    [[nodiscard]] bool low() const { return m_low; }
    [[nodiscard]] int loudness() const { return m_manner.loudness; }
    [[nodiscard]] int pace() const { return m_manner.pace; }
    [[nodiscard]] bool canLouder() const { return m_manner.loudness < 4; }
    [[nodiscard]] bool canSofter() const { return m_manner.loudness > 0; }
    [[nodiscard]] bool canFaster() const { return m_manner.pace < 2; }
    [[nodiscard]] bool canSlower() const { return m_manner.pace > -2; }

    Q_INVOKABLE void switchLanguage();                 // to the next one
    Q_INVOKABLE void setLanguage(const QString &code); // one that is not there changes nothing
    Q_INVOKABLE void louder(int steps);                // negative: softer
    Q_INVOKABLE void faster(int steps);                // negative: slower
    void setDark(bool dark);
    void setLow(bool low);
    void reset(); // the next person is another

    [[nodiscard]] domain::Language itemLanguage() const { return m_languages.ofItems(); }
    [[nodiscard]] const ports::SpeechManner &manner() const { return m_manner; }
    [[nodiscard]] bool isChanged() const; // something is not as everybody finds it

Q_SIGNALS:
    void languageChanged(); // words that were looked up before are of another language
    void lowChanged();
    void mannerChanged();   // of the voice
    void changed();         // any of the others

private:
    void setManner(const ports::SpeechManner &manner);

    ScreenLanguage m_languages;
    ports::SpeechManner m_manner;
    bool m_dark = false;
    bool m_low = false;
};

} // namespace tongban::view
