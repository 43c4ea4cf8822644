// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/finding/wizard.h"

#include "app/core/domain/json_reader.h"

#include <algorithm>

namespace tongban::finding {

using domain::JsonReader;
using domain::JsonVerdict;

namespace {

class TreeReader
{
public:
    TreeReader(const QHash<QString, QString> &english, JsonVerdict &verdict) : m_english(english), m_verdict(verdict) {}

    WizardQuestion question(const QJsonObject &json, const QString &pointer, int depth)
    {
        JsonReader reader(json, pointer, m_verdict);
        WizardQuestion read{.question = text(reader, QStringLiteral("question")),
                            .prompt = text(reader, QStringLiteral("prompt")),
                            .options = {}};
        const QString place = reader.at(QStringLiteral("options"));
        const QJsonArray options = reader.array(QStringLiteral("options"));
        if (options.size() < 2 || options.size() > maximumOptions)
            m_verdict.blame(place, QStringLiteral("not 2 to %1 options").arg(maximumOptions));
        for (qsizetype i = 0; i < options.size() && !m_verdict.error; ++i)
            read.options.push_back(option(domain::objectAt(options, i, place, m_verdict),
                                          QStringLiteral("%1/%2").arg(place).arg(i), depth));
        reader.refuseOthers();
        return read;
    }

private:
    WizardOption option(const QJsonObject &json, const QString &pointer, int depth)
    {
        JsonReader reader(json, pointer, m_verdict);
        WizardOption read{.label = text(reader, QStringLiteral("label")), .icon = reader.text(QStringLiteral("icon"))};
        const QString items = reader.at(QStringLiteral("items"));
        read.items = domain::textsOf(reader.arrayOrEmpty(QStringLiteral("items")), items, m_verdict);
        const auto next = reader.objectOrNull(QStringLiteral("next"));
        reader.refuseOthers();
        if (next.has_value() != read.items.isEmpty())
            m_verdict.blame(pointer, QStringLiteral("leads neither to one question nor to items, or to both"));
        else if (read.items.size() > maximumItems ||
                 QSet<QString>(read.items.begin(), read.items.end()).size() != read.items.size())
            m_verdict.blame(items, QStringLiteral("more than %1 items, or one twice").arg(maximumItems));
        else if (next && depth == maximumQuestions)
            m_verdict.blame(pointer, QStringLiteral("more than %1 questions in a row").arg(maximumQuestions));
        else if (next)
            read.next.push_back(question(*next, reader.at(QStringLiteral("next")), depth + 1));
        return read;
    }

    QString text(JsonReader &reader, const QString &key)
    {
        const QString read = reader.text(key, 80);
        if (!read.isEmpty() && m_english.value(read).isEmpty())
            m_verdict.blame(reader.at(key), QStringLiteral("has no English"));
        return read;
    }

    const QHash<QString, QString> &m_english;
    JsonVerdict &m_verdict;
};

void collect(const WizardQuestion &question, QSet<QString> &codes)
{
    for (const WizardOption &option : question.options) {
        for (const QString &code : option.items)
            codes.insert(code);
        for (const WizardQuestion &next : option.next)
            collect(next, codes);
    }
}

WizardQuestion limited(const WizardQuestion &question, const QSet<QString> &codes)
{
    WizardQuestion kept{.question = question.question, .prompt = question.prompt, .options = {}};
    for (const WizardOption &option : question.options) {
        WizardOption rest{.label = option.label, .icon = option.icon};
        std::copy_if(option.items.begin(), option.items.end(), std::back_inserter(rest.items),
                     [&codes](const QString &code) { return codes.contains(code); });
        for (const WizardQuestion &next : option.next) {
            if (WizardQuestion smaller = limited(next, codes); !smaller.options.empty())
                rest.next.push_back(std::move(smaller));
        }
        if (!rest.items.isEmpty() || !rest.next.empty())
            kept.options.push_back(std::move(rest));
    }
    return kept;
}

} // namespace

Result<Wizard> Wizard::fromJson(const QJsonObject &json)
{
    JsonVerdict verdict{ErrorKind::Misconfigured, QStringLiteral("wizard")};
    JsonReader reader(json, QString(), verdict);
    Wizard wizard;
    const QJsonObject english = reader.object(QStringLiteral("english"));
    for (auto entry = english.begin(); entry != english.end(); ++entry)
        wizard.english.insert(entry.key(), entry.value().toString());
    TreeReader tree(wizard.english, verdict);
    const auto read = [&](const QString &key) { return tree.question(reader.object(key), reader.at(key), 1); };
    wizard.byLifeEvent = read(QStringLiteral("byLifeEvent"));
    wizard.byIdentity = read(QStringLiteral("byIdentity"));
    reader.refuseOthers();
    if (verdict.error)
        return fail(*verdict.error);
    return wizard;
}

QSet<QString> Wizard::items() const
{
    QSet<QString> codes;
    collect(byLifeEvent, codes);
    collect(byIdentity, codes);
    return codes;
}

Wizard Wizard::limitedTo(const QSet<QString> &codes) const
{
    return {.byLifeEvent = limited(byLifeEvent, codes), .byIdentity = limited(byIdentity, codes), .english = english};
}

WizardWalk::WizardWalk(const Wizard &wizard, WizardEntry entry) : m_first(wizard.entry(entry)) {}

const WizardOption *WizardWalk::last() const
{
    const WizardQuestion *question = &m_first;
    const WizardOption *option = nullptr;
    for (const size_t chosen : m_chosen) {
        option = &question->options[chosen];
        question = option->next.empty() ? nullptr : &option->next.front();
    }
    return option;
}

const WizardQuestion *WizardWalk::question() const
{
    const WizardOption *option = last();
    if (!option)
        return &m_first;
    return option->next.empty() ? nullptr : &option->next.front();
}

QStringList WizardWalk::items() const
{
    const WizardOption *option = last();
    return option ? option->items : QStringList();
}

QStringList WizardWalk::path() const
{
    QStringList labels;
    const WizardQuestion *question = &m_first;
    for (const size_t chosen : m_chosen) {
        const WizardOption &option = question->options[chosen];
        labels << option.label;
        question = option.next.empty() ? nullptr : &option.next.front();
    }
    return labels;
}

bool WizardWalk::choose(size_t option)
{
    const WizardQuestion *current = question();
    if (!current || option >= current->options.size())
        return false;
    m_chosen.push_back(option);
    return true;
}

bool WizardWalk::back()
{
    if (m_chosen.empty())
        return false;
    m_chosen.pop_back();
    return true;
}

} // namespace tongban::finding
