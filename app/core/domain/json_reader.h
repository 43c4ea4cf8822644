// SPDX-License-Identifier: GPL-3.0-or-later
// Reads a JSON object strictly: wrong type, missing or unknown key is an error that names the place as a JSON pointer
// (RFC 6901). It never quotes a value: the value may be a person's.
#pragma once

#include "app/core/base/result.h"

#include <QDate>
#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>
#include <QString>

#include <optional>
#include <vector>

namespace tongban::domain {

struct JsonComplaint
{
    QString pointer; // RFC 6901, "" is the whole document
    QString what;    // English, without a value of the document

    [[nodiscard]] bool operator==(const JsonComplaint &) const = default;
};

// What is wrong with one document. A program wants the first complaint, an author all of them (some are consequences).
struct JsonVerdict
{
    ErrorKind kind; // of every error found here: Misconfigured for data files, StoreCorrupt for our own records
    QString where;  // component, e.g. "item"
    std::optional<Error> error = std::nullopt; // the first
    std::vector<JsonComplaint> complaints = {};

    void blame(const QString &pointer, const QString &what);
};

class JsonReader
{
public:
    JsonReader(QJsonObject object, QString pointer, JsonVerdict &verdict);

    // Required. After an error they return an empty value and the verdict has it.
    [[nodiscard]] QString text(const QString &key, int maxLength = 600);
    [[nodiscard]] QString textBetween(const QString &key, int minLength, int maxLength); // in characters
    // The text fits the pattern, which is anchored; `wanted` says in English what was expected.
    [[nodiscard]] QString patternedText(const QString &key, const QRegularExpression &pattern, const QString &wanted,
                                        int maxLength = 64);
    [[nodiscard]] QDate date(const QString &key); // yyyy-MM-dd
    [[nodiscard]] bool boolean(const QString &key);
    [[nodiscard]] qint64 integer(const QString &key, qint64 minimum, qint64 maximum);
    [[nodiscard]] QJsonObject object(const QString &key);
    [[nodiscard]] QJsonArray array(const QString &key);
    // A value of one of `names`; its index, 0 after an error.
    [[nodiscard]] int oneOf(const QString &key, const QStringList &names);

    // Optional.
    [[nodiscard]] QString textOr(const QString &key, const QString &otherwise = {}, int maxLength = 600);
    [[nodiscard]] bool booleanOr(const QString &key, bool otherwise);
    [[nodiscard]] qint64 integerOr(const QString &key, qint64 otherwise, qint64 minimum, qint64 maximum);
    [[nodiscard]] QJsonArray arrayOrEmpty(const QString &key);
    [[nodiscard]] QString textBetweenOr(const QString &key, int minLength, int maxLength); // absent: empty
    [[nodiscard]] std::optional<QJsonObject> objectOrNull(const QString &key);             // absent or null: none
    [[nodiscard]] QString possiblyEmptyText(const QString &key);                           // required, may be ""

    [[nodiscard]] bool has(const QString &key) const { return m_object.contains(key); }
    [[nodiscard]] bool isNull(const QString &key) { return has(key) && take(key).isNull(); }
    [[nodiscard]] QString at(const QString &key) const;
    [[nodiscard]] JsonVerdict &verdict() { return m_verdict; }

    // Blames the first key that nobody asked for.
    void refuseOthers();

private:
    [[nodiscard]] QJsonValue take(const QString &key);

    QJsonObject m_object;
    QString m_pointer;
    JsonVerdict &m_verdict;
    QSet<QString> m_known;
};

// The element of an array as an object; blames its place when it is none.
[[nodiscard]] QJsonObject objectAt(const QJsonArray &array, qsizetype index, const QString &pointer,
                                   JsonVerdict &verdict);

// An array of texts, none empty.
[[nodiscard]] QStringList textsOf(const QJsonArray &array, const QString &pointer, JsonVerdict &verdict);

// Characters as a person counts them: one beyond the basic plane is one.
[[nodiscard]] qsizetype characterCount(const QString &text);

struct ListSize
{
    qsizetype minimum = 0;
    qsizetype maximum = 1000;
};
// Blames a list that is too short or too long at its own place.
void checkSize(const QJsonArray &array, ListSize size, const QString &pointer, JsonVerdict &verdict);
// Blames every element that stood there before.
void checkUnique(const QJsonArray &array, const QString &pointer, JsonVerdict &verdict);

} // namespace tongban::domain
