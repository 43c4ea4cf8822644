// SPDX-License-Identifier: GPL-3.0-or-later
// 办事向导: from "what happened at home" or "who you are" to a short list of items, in three questions at most. Pure; a
// wizard is immutable once read; any thread.
#pragma once

#include "app/core/base/result.h"

#include <QHash>
#include <QJsonObject>
#include <QSet>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace tongban::finding {

inline constexpr int maximumQuestions = 3;
inline constexpr int maximumItems = 6; // of one list: it is a choice, not a catalogue
inline constexpr int maximumOptions = 16;

struct WizardQuestion;

struct WizardOption
{
    QString label;
    QString icon;                       // Material Icons ligature
    std::vector<WizardQuestion> next{}; // none or one
    QStringList items{};                // codes, the usual one first; empty when another question follows
};

struct WizardQuestion
{
    QString question; // on the screen
    QString prompt;   // shown and spoken
    std::vector<WizardOption> options;
};

enum class WizardEntry { LifeEvent, Identity };

struct Wizard
{
    WizardQuestion byLifeEvent;
    WizardQuestion byIdentity;
    QHash<QString, QString> english; // of every text

    // As resources/finding/wizard.json (schema: resources/schema/wizard.schema.json). Error: Misconfigured, naming the
    // place: too deep, too many, an option that leads nowhere, a text without English.
    [[nodiscard]] static Result<Wizard> fromJson(const QJsonObject &json);

    [[nodiscard]] const WizardQuestion &entry(WizardEntry entry) const
    {
        return entry == WizardEntry::LifeEvent ? byLifeEvent : byIdentity;
    }
    [[nodiscard]] QSet<QString> items() const; // every code that some answers lead to

    // Without the items that this catalogue does not have, and without what would lead to none. A question with one
    // option left stays: it tells what there is.
    [[nodiscard]] Wizard limitedTo(const QSet<QString> &codes) const;
};

// Where a person stands: the options chosen so far. Value; wrong turns are not possible, only refused.
class WizardWalk
{
public:
    explicit WizardWalk(const Wizard &wizard, WizardEntry entry = WizardEntry::LifeEvent); // keeps a copy of that tree

    [[nodiscard]] const WizardQuestion *question() const; // none when the list is reached
    [[nodiscard]] QStringList items() const;              // the list; empty while there is a question
    [[nodiscard]] int asked() const { return static_cast<int>(m_chosen.size()); } // questions answered
    [[nodiscard]] QStringList path() const;                                       // labels chosen

    bool choose(size_t option); // false: there is no such option, nothing changed
    bool back();                // false: this is the first question

private:
    [[nodiscard]] const WizardOption *last() const;

    WizardQuestion m_first;
    std::vector<size_t> m_chosen;
};

} // namespace tongban::finding
