// SPDX-License-Identifier: GPL-3.0-or-later
// How characters sound (汉语拼音, GB/T 28039 spelling without tones, ü written v). Immutable once read; any thread.
#pragma once

#include "app/core/base/result.h"

#include <QByteArray>
#include <QHash>
#include <QJsonObject>
#include <QString>

#include <optional>
#include <vector>

namespace tongban::finding {

using Syllable = quint16; // an index; 0 stands for "none"
using Sound = quint16;    // syllables that southern speakers do not tell apart share one; 0 stands for "none"

// The letters as a southern speaker may write them: zh/z, ch/c, sh/s, n/l, h/f, -ng/-n become one. Works on a whole run
// of letters, so that a run and its parts are changed alike. `letters`: a–z.
[[nodiscard]] QByteArray southern(const QByteArray &letters);

class PinyinTable
{
public:
    // As resources/finding/pinyin.json (schema: resources/schema/pinyin.schema.json). Error: Misconfigured.
    [[nodiscard]] static Result<PinyinTable> fromJson(const QJsonObject &json);

    // Most frequent reading first; empty for a character that the table does not have.
    [[nodiscard]] std::vector<Syllable> readings(QChar character) const { return m_readings.value(character); }
    [[nodiscard]] const QByteArray &spelling(Syllable syllable) const { return m_spellings[syllable]; }
    [[nodiscard]] Sound sound(Syllable syllable) const { return m_sounds[syllable]; }
    [[nodiscard]] Syllable syllable(const QByteArray &spelling) const { return m_syllables.value(spelling); }
    [[nodiscard]] size_t soundCount() const { return m_soundCount; } // sounds are below this

    // The run of letters cut into as few syllables as possible; none when it cannot be cut without a rest. At most 200
    // letters.
    [[nodiscard]] std::optional<std::vector<Syllable>> cut(const QByteArray &letters) const;

private:
    QHash<QChar, std::vector<Syllable>> m_readings;
    QHash<QByteArray, Syllable> m_syllables;
    std::vector<QByteArray> m_spellings{QByteArray()};
    std::vector<Sound> m_sounds{0};
    size_t m_soundCount = 1;
};

} // namespace tongban::finding
