// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/catalogue/situation_paths.h"

#include <algorithm>
#include <cstdint>

namespace tongban::catalogue {

using domain::Condition;
using domain::ServiceItem;
using domain::Situation;

namespace {

void collect(const Condition &condition, QSet<QString> &names)
{
    if (!condition.field.isEmpty())
        names.insert(condition.field);
    for (const Condition &child : condition.children)
        collect(child, names);
}

// With what decides whether they are asked. One pass backwards is enough: conditions look back.
QSet<QString> closed(const ServiceItem &item, QSet<QString> wanted)
{
    for (auto situation = item.situations.rbegin(); situation != item.situations.rend(); ++situation) {
        if (wanted.contains(situation->field.key))
            collect(situation->field.visibleWhen, wanted);
    }
    return wanted;
}

class Walk
{
public:
    Walk(const ServiceItem &item, const QSet<QString> &over, size_t most = SIZE_MAX) : m_item(item), m_most(most)
    {
        for (const Situation &situation : item.situations) {
            if (over.contains(situation.field.key))
                m_asked.push_back(&situation);
        }
    }

    void from(size_t index)
    {
        if (m_paths.size() >= m_most)
            return;
        if (index == m_asked.size())
            return m_paths.push_back(m_path);
        const Situation &situation = *m_asked[index];
        if (truthOf(situation.field.visibleWhen, m_item, m_path) != Truth::Yes)
            return from(index + 1);
        for (const domain::FieldChoice &option : situation.field.choices) {
            m_path.insert(situation.field.key, option.value);
            from(index + 1);
        }
        m_path.remove(situation.field.key);
    }

    std::vector<SituationPath> m_paths;

private:
    const ServiceItem &m_item;
    size_t m_most;
    std::vector<const Situation *> m_asked;
    SituationPath m_path;
};

// Groups of situations that hang together by their conditions.
std::vector<QSet<QString>> groups(const ServiceItem &item)
{
    std::vector<QSet<QString>> all;
    for (const Situation &situation : item.situations) {
        QSet<QString> joined{situation.field.key};
        collect(situation.field.visibleWhen, joined);
        for (auto group = all.begin(); group != all.end();) {
            if (!group->intersects(joined)) {
                ++group;
                continue;
            }
            joined.unite(*group);
            group = all.erase(group);
        }
        all.push_back(joined);
    }
    return all;
}

Truth allOf(const Condition &condition, const ServiceItem &item, const SituationPath &path)
{
    Truth truth = Truth::Yes;
    for (const Condition &child : condition.children)
        truth = std::min(truth, truthOf(child, item, path));
    return truth;
}

Truth anyOf(const Condition &condition, const ServiceItem &item, const SituationPath &path)
{
    Truth truth = Truth::No;
    for (const Condition &child : condition.children)
        truth = std::max(truth, truthOf(child, item, path));
    return truth;
}

} // namespace

QSet<QString> namedIn(const Condition &condition)
{
    QSet<QString> names;
    collect(condition, names);
    return names;
}

qint64 pathCount(const ServiceItem &item)
{
    qint64 count = 1;
    for (const QSet<QString> &group : groups(item)) {
        Walk walk(item, group, static_cast<size_t>(mostPaths) + 1);
        walk.from(0);
        count *= static_cast<qint64>(walk.m_paths.size());
        if (count > mostPaths)
            return mostPaths + 1;
    }
    return count;
}

std::vector<SituationPath> pathsOver(const ServiceItem &item, const QSet<QString> &wanted)
{
    Walk walk(item, closed(item, wanted));
    walk.from(0);
    return std::move(walk.m_paths);
}

Truth truthOf(const Condition &condition, const ServiceItem &item, const SituationPath &path)
{
    switch (condition.kind) {
    case Condition::Kind::Always:
        return Truth::Yes;
    case Condition::Kind::Equals:
    case Condition::Kind::In: {
        const bool isSituation =
            std::any_of(item.situations.begin(), item.situations.end(),
                        [&](const Situation &situation) { return situation.field.key == condition.field; });
        if (!isSituation)
            return Truth::Maybe;
        const auto answer = path.constFind(condition.field);
        return answer != path.constEnd() && condition.values.contains(*answer) ? Truth::Yes : Truth::No;
    }
    case Condition::Kind::All:
        return allOf(condition, item, path);
    case Condition::Kind::Any:
        return anyOf(condition, item, path);
    }
    Q_UNREACHABLE();
}

QString inWords(const ServiceItem &item, const SituationPath &path)
{
    QStringList words;
    for (const Situation &situation : item.situations) {
        for (const domain::FieldChoice &option : situation.field.choices) {
            if (path.contains(situation.field.key) && path.value(situation.field.key) == option.value)
                words << QStringLiteral("%1 %2").arg(situation.field.label, option.label);
        }
    }
    return words.isEmpty() ? QStringLiteral("任何情形") : words.join(QStringLiteral("；"));
}

} // namespace tongban::catalogue
