// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/data/json_mutations.h"

#include <QJsonArray>

#include <functional>
#include <optional>

namespace tongban::tests {

namespace {

// Puts a changed value back into the document; none: the member is left out.
using PutBack = std::function<QJsonObject(const std::optional<QJsonValue> &)>;

QString escaped(QString name)
{
    return name.replace(u'~', QStringLiteral("~0")).replace(u'/', QStringLiteral("~1"));
}

class Mutations
{
public:
    explicit Mutations(std::vector<JsonMutation> &out) : m_out(out) {}

    void of(const QJsonValue &value, const QString &pointer, const PutBack &putBack)
    {
        if (!pointer.isEmpty())
            ofAny(value, pointer, putBack);
        if (value.isObject())
            ofObject(value.toObject(), pointer, putBack);
        else if (value.isArray())
            ofArray(value.toArray(), pointer, putBack);
        else if (value.isString())
            ofText(pointer, putBack);
        else if (value.isDouble())
            ofNumber(value.toDouble(), pointer, putBack);
    }

private:
    void add(const char *what, const QString &pointer, const PutBack &putBack, const std::optional<QJsonValue> &value)
    {
        m_out.push_back({QString::fromLatin1(what), pointer, putBack(value)});
    }

    void ofAny(const QJsonValue &value, const QString &pointer, const PutBack &putBack)
    {
        add("another type", pointer, putBack, value.isDouble() ? QJsonValue(QStringLiteral("7")) : QJsonValue(7));
        add("null", pointer, putBack, QJsonValue());
    }

    void ofText(const QString &pointer, const PutBack &putBack)
    {
        add("empty", pointer, putBack, QJsonValue(QString()));
        add("endless", pointer, putBack, QJsonValue(QString(700, u'长')));
        add("another word", pointer, putBack, QJsonValue(QStringLiteral("没有这个词 ~")));
    }

    void ofNumber(double number, const QString &pointer, const PutBack &putBack)
    {
        add("huge", pointer, putBack, QJsonValue(1e18));
        add("halved", pointer, putBack, QJsonValue(number + 0.5));
    }

    void ofObject(const QJsonObject &object, const QString &pointer, const PutBack &putBack)
    {
        QJsonObject more = object;
        more.insert(QStringLiteral("plantedKey"), 1);
        add("a member too many", pointer + QStringLiteral("/plantedKey"), putBack, QJsonValue(more));
        for (const QString &key : object.keys()) {
            const PutBack inside = [object, key, putBack](const std::optional<QJsonValue> &value) {
                QJsonObject changed = object;
                changed.remove(key);
                if (value)
                    changed.insert(key, *value);
                return putBack(QJsonValue(changed));
            };
            const QString place = pointer + u'/' + escaped(key);
            add("left out", place, inside, std::nullopt);
            of(object.value(key), place, inside);
        }
    }

    void ofArray(const QJsonArray &array, const QString &pointer, const PutBack &putBack)
    {
        add("no element", pointer, putBack, QJsonValue(QJsonArray()));
        if (array.isEmpty())
            return;
        QJsonArray twice = array;
        twice.append(array.first());
        add("an element twice", pointer, putBack, QJsonValue(twice));
        for (qsizetype i = 0; i < array.size(); ++i) {
            const PutBack inside = [array, i, putBack](const std::optional<QJsonValue> &value) {
                QJsonArray changed = array;
                changed.replace(i, value.value_or(QJsonValue()));
                return putBack(QJsonValue(changed));
            };
            of(array.at(i), QStringLiteral("%1/%2").arg(pointer).arg(i), inside);
        }
    }

    std::vector<JsonMutation> &m_out;
};

} // namespace

std::vector<JsonMutation> jsonMutations(const QJsonObject &document)
{
    std::vector<JsonMutation> all;
    Mutations(all).of(document, {}, [](const std::optional<QJsonValue> &value) { return value->toObject(); });
    return all;
}

} // namespace tongban::tests
