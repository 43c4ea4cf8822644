// SPDX-License-Identifier: GPL-3.0-or-later
// Pinyin for Qt Virtual Keyboard: letters wait in the field, underlined, until a candidate is chosen.
#pragma once

#include "app/view/keyboard/pinyin_engine.h"

#include <QStringList>
#include <QtQml/qqmlregistration.h>
#include <QtVirtualKeyboard/QVirtualKeyboardAbstractInputMethod>

namespace tongban::view {

class PinyinInputMethod : public QVirtualKeyboardAbstractInputMethod
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(bool ready READ isReady CONSTANT)                                // false: no dictionary, letters only
    Q_PROPERTY(QString spelling READ spelling NOTIFY candidatesChanged)         // letters not yet turned, in syllables
    Q_PROPERTY(QStringList candidates READ candidates NOTIFY candidatesChanged) // best first, at most maxCandidates

public:
    explicit PinyinInputMethod(QObject *parent = nullptr);
    ~PinyinInputMethod() override;

    [[nodiscard]] bool isReady() const { return m_engine != nullptr; }
    [[nodiscard]] QString spelling() const { return m_shownSpelling; }
    [[nodiscard]] QStringList candidates() const { return m_candidates; }

    // Writes the candidate into the field; letters beyond it stay to be turned.
    Q_INVOKABLE void choose(int index);

    static constexpr int maxCandidates = 60;

    QList<QVirtualKeyboardInputEngine::InputMode> inputModes(const QString &locale) override;
    bool setInputMode(const QString &locale, QVirtualKeyboardInputEngine::InputMode inputMode) override;
    bool setTextCase(QVirtualKeyboardInputEngine::TextCase textCase) override;
    bool keyEvent(Qt::Key key, const QString &text, Qt::KeyboardModifiers modifiers) override;
    void reset() override; // the letters go: a guess is never written for a person
    void update() override;

Q_SIGNALS:
    void candidatesChanged();

private:
    void lookUp();

    std::shared_ptr<PinyinEngine> m_engine; // none: no dictionary
    bool m_turnsLetters = true;             // false: Latin, every key writes itself
    QString m_letters;
    QString m_shownSpelling;
    QStringList m_candidates;
};

} // namespace tongban::view
