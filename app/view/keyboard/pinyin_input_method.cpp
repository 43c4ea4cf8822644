// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/view/keyboard/pinyin_input_method.h"

#include "app/core/base/log.h"

#include <QtVirtualKeyboard/QVirtualKeyboardInputContext>

namespace tongban::view {

using InputMode = QVirtualKeyboardInputEngine::InputMode;

PinyinInputMethod::PinyinInputMethod(QObject *parent) : QVirtualKeyboardAbstractInputMethod(parent)
{
    auto engine = PinyinEngine::shared();
    if (engine)
        m_engine = std::move(*engine);
    else
        log(LogEvent::KeyboardWithoutPinyin, {{"where", engine.error().where}, {"detail", engine.error().detail}});
}

PinyinInputMethod::~PinyinInputMethod() = default;

QList<InputMode> PinyinInputMethod::inputModes(const QString &)
{
    return m_engine ? QList{InputMode::Pinyin, InputMode::Latin} : QList{InputMode::Latin};
}

bool PinyinInputMethod::setInputMode(const QString &, InputMode inputMode)
{
    reset();
    m_turnsLetters = m_engine && inputMode == InputMode::Pinyin;
    return m_turnsLetters || inputMode == InputMode::Latin;
}

bool PinyinInputMethod::setTextCase(QVirtualKeyboardInputEngine::TextCase)
{
    return true; // a spelling has no capitals
}

bool PinyinInputMethod::keyEvent(Qt::Key key, const QString &text, Qt::KeyboardModifiers)
{
    if (!m_turnsLetters)
        return false;
    if (key >= Qt::Key_A && key <= Qt::Key_Z) {
        m_letters += QChar(u'a' + (key - Qt::Key_A));
        lookUp();
        return true;
    }
    if (m_letters.isEmpty())
        return false;
    if (key == Qt::Key_Backspace) {
        m_letters.chop(1);
        lookUp();
        return true;
    }
    choose(0); // a space, a digit, a word key: the best one is meant
    return key == Qt::Key_Space || key == Qt::Key_Return || text.isEmpty();
}

void PinyinInputMethod::choose(int index)
{
    if (index < 0 || index >= m_candidates.size())
        return;
    const QString chosen = m_candidates.at(index);
    (void)m_engine->search(m_letters); // another field may have asked since
    m_letters.remove(0, m_engine->lettersOf(index));
    inputContext()->commit(chosen);
    lookUp();
}

void PinyinInputMethod::reset()
{
    if (m_letters.isEmpty())
        return;
    m_letters.clear();
    lookUp();
}

void PinyinInputMethod::update()
{
    reset();
}

void PinyinInputMethod::lookUp()
{
    m_candidates.clear();
    m_shownSpelling.clear();
    if (m_engine && !m_letters.isEmpty()) {
        const int count = std::min(m_engine->search(m_letters), maxCandidates);
        m_letters = m_engine->letters(); // what is too long does not grow
        for (int i = 0; i < count; ++i)
            m_candidates << m_engine->candidate(i);
        m_shownSpelling = m_engine->syllables();
    }
    if (inputContext())
        inputContext()->setPreeditText(m_shownSpelling);
    Q_EMIT candidatesChanged();
}

} // namespace tongban::view
