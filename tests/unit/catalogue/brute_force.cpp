// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/catalogue/brute_force.h"

#include <QJsonArray>
#include <QMap>

#include <functional>
#include <optional>

namespace tongban::tests {

namespace {

using Path = QMap<QString, QString>;
using Truth = std::optional<bool>; // none: an answer of the form decides

QJsonObject at(const QJsonValue &value, const char *key)
{
    return value[QLatin1String(key)].toObject();
}

QJsonArray list(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1String(key)).toArray();
}

Truth holds(const QJsonObject &when, const Path &path, const QSet<QString> &situations)
{
    if (when.isEmpty())
        return true;
    const QString kind = when.keys().constFirst();
    if (kind == QLatin1String("equals") || kind == QLatin1String("in")) {
        const QJsonObject leaf = when.value(kind).toObject();
        const QString field = leaf.value(QLatin1String("field")).toString();
        if (!situations.contains(field))
            return std::nullopt;
        if (!path.contains(field))
            return false;
        if (kind == QLatin1String("equals"))
            return path.value(field) == leaf.value(QLatin1String("value")).toString();
        return list(leaf, "values").contains(path.value(field));
    }
    bool unsure = false;
    const bool isAnd = kind == QLatin1String("and");
    for (const QJsonValue &child : when.value(kind).toArray()) {
        const Truth truth = holds(child.toObject(), path, situations);
        if (!truth)
            unsure = true;
        else if (*truth != isAnd)
            return !isAnd;
    }
    return unsure ? Truth() : Truth(isAnd);
}

class Enumeration
{
public:
    explicit Enumeration(const QJsonObject &item) : m_item(item)
    {
        for (const QJsonValue &situation : list(item, "situations"))
            m_names.insert(situation[QLatin1String("key")].toString());
    }

    // False from `visit` ends the walk.
    bool walk(qsizetype index, Path path, const std::function<bool(const Path &)> &visit) const
    {
        const QJsonArray situations = list(m_item, "situations");
        if (index == situations.size())
            return visit(path);
        const QJsonObject situation = situations.at(index).toObject();
        if (holds(at(situation, "when"), path, m_names) != Truth(true))
            return walk(index + 1, path, visit);
        for (const QJsonValue &option : list(situation, "options")) {
            path.insert(situation.value(QLatin1String("key")).toString(), option[QLatin1String("value")].toString());
            if (!walk(index + 1, path, visit))
                return false;
        }
        return true;
    }

    [[nodiscard]] Truth holdsOn(const Path &path, const QJsonValue &thing, const char *key = "when") const
    {
        return holds(at(thing, key), path, m_names);
    }

    // Whether the proof is asked for on the path; of a key that is not there nothing is asked.
    [[nodiscard]] Truth isAsked(const Path &path, const QString &proof) const
    {
        const QString kind = proof.section(u':', 0, 0);
        const QString key = proof.section(u':', 1);
        const auto among = [&](const char *name, const char *when) -> Truth {
            for (const QJsonValue &one : list(m_item, name)) {
                if (one[QLatin1String("key")].toString() == key)
                    return holdsOn(path, one, when);
            }
            return true; // what the card says
        };
        if (kind == QLatin1String("material"))
            return among("materials", "when");
        if (kind == QLatin1String("party"))
            return among("parties", "when");
        if (kind != QLatin1String("field"))
            return true;
        return m_names.contains(key) ? among("situations", "when") : among("fields", "visibleWhen");
    }

    QSet<QString> faults() const
    {
        QSet<QString> found;
        QSet<QString> alive;
        walk(0, {}, [&](const Path &path) {
            const QSet<QString> needed = look(path, found, alive);
            demands(path, "materials", "material:", needed, found, alive);
            demands(path, "parties", "party:", needed, found, alive);
            for (qsizetype i = 0; i < list(m_item, "situations").size(); ++i) {
                if (path.contains(list(m_item, "situations").at(i)[QLatin1String("key")].toString()))
                    alive.insert(QStringLiteral("/situations/%1").arg(i));
            }
            return true;
        });
        for (const char *name : {"situations", "conditions", "materials", "parties"}) {
            for (qsizetype i = 0; i < list(m_item, name).size(); ++i) {
                const QString pointer = QStringLiteral("/%1/%2").arg(QLatin1String(name)).arg(i);
                if (!alive.contains(pointer))
                    found.insert(QStringLiteral("never %1/when").arg(pointer));
            }
        }
        return found;
    }

private:
    // Gaps on this path; what its conditions need.
    QSet<QString> look(const Path &path, QSet<QString> &found, QSet<QString> &alive) const
    {
        QSet<QString> needed;
        const QJsonArray conditions = list(m_item, "conditions");
        for (qsizetype i = 0; i < conditions.size(); ++i) {
            if (holdsOn(path, conditions.at(i)) != Truth(true))
                continue;
            alive.insert(QStringLiteral("/conditions/%1").arg(i));
            const QJsonArray proofs = list(conditions.at(i).toObject(), "provenBy");
            for (qsizetype k = 0; k < proofs.size(); ++k) {
                needed.insert(proofs.at(k).toString());
                if (isAsked(path, proofs.at(k).toString()) == Truth(false))
                    found.insert(QStringLiteral("gap /conditions/%1/provenBy/%2").arg(i).arg(k));
            }
        }
        return needed;
    }

    void demands(const Path &path, const char *name, const char *prefix, const QSet<QString> &needed,
                 QSet<QString> &found, QSet<QString> &alive) const
    {
        const QJsonArray all = list(m_item, name);
        for (qsizetype i = 0; i < all.size(); ++i) {
            if (holdsOn(path, all.at(i)) != Truth(true))
                continue;
            const QString pointer = QStringLiteral("/%1/%2").arg(QLatin1String(name)).arg(i);
            alive.insert(pointer);
            if (!needed.contains(QLatin1String(prefix) + all.at(i)[QLatin1String("key")].toString()))
                found.insert(QStringLiteral("superfluous ") + pointer);
        }
    }

    QJsonObject m_item;
    QSet<QString> m_names;
};

} // namespace

QSet<QString> faultsByBruteForce(const QJsonObject &item)
{
    return Enumeration(item).faults();
}

int countPaths(const QJsonObject &item, int most)
{
    int count = 0;
    Enumeration(item).walk(0, {}, [&](const Path &) { return ++count < most; });
    return count;
}

} // namespace tongban::tests
