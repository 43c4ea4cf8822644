// SPDX-License-Identifier: GPL-3.0-or-later
// Where in a text a JSON pointer stands, for people who edit the file: Qt's parser keeps no positions. Reads RFC 8259
// and names the first place that breaks it. Pure; never throws; nesting deeper than 200 is an error.
#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>

#include <optional>

namespace tongban::catalogue {

struct TextPlace
{
    int line = 1;   // from 1
    int column = 1; // from 1, in characters

    [[nodiscard]] bool operator==(const TextPlace &) const = default;
};

struct SyntaxError
{
    TextPlace place;
    QString what; // English
};

class JsonPlaces
{
public:
    // `text` is UTF-8; a byte order mark in front is an error, as is anything behind the value.
    explicit JsonPlaces(const QByteArray &text);

    [[nodiscard]] const std::optional<SyntaxError> &error() const { return m_error; }
    // Where the value of the pointer begins; of a pointer that is not there, its nearest parent that is.
    [[nodiscard]] TextPlace placeOf(const QString &pointer) const;
    // Where the name of the member begins, when the pointer ends in one; else as placeOf.
    [[nodiscard]] TextPlace nameOf(const QString &pointer) const;

private:
    friend class JsonScan;
    QHash<QString, TextPlace> m_values;
    QHash<QString, TextPlace> m_names;
    std::optional<SyntaxError> m_error;
};

} // namespace tongban::catalogue
