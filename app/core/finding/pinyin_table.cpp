// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/finding/pinyin_table.h"

#include <algorithm>

namespace tongban::finding {

namespace {

constexpr int longestSyllable = 6; // zhuang
constexpr int longestRun = 200;

bool isSpelling(const QString &text)
{
    return !text.isEmpty() && text.size() <= longestSyllable &&
           std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'a' && c <= u'z'; });
}

tl::unexpected<Error> wrong(const QString &detail)
{
    return fail(ErrorKind::Misconfigured, QStringLiteral("pinyin"), detail);
}

} // namespace

QByteArray southern(const QByteArray &letters)
{
    QByteArray changed;
    changed.reserve(letters.size());
    for (const char letter : letters) {
        const char last = changed.isEmpty() ? '\0' : changed.back();
        if (letter == 'h' && (last == 'z' || last == 'c' || last == 's'))
            continue;
        if (letter == 'g' && last == 'n')
            continue;
        changed.append(letter == 'l' ? 'n' : letter == 'f' ? 'h' : letter);
    }
    return changed;
}

Result<PinyinTable> PinyinTable::fromJson(const QJsonObject &json)
{
    PinyinTable table;
    QHash<QByteArray, Sound> sounds;
    for (const auto &part : {QStringLiteral("first"), QStringLiteral("also")}) {
        if (!json.value(part).isObject())
            return wrong(part + QStringLiteral(" is missing"));
        const QJsonObject syllables = json.value(part).toObject();
        for (auto entry = syllables.begin(); entry != syllables.end(); ++entry) {
            if (!isSpelling(entry.key()) || entry.value().toString().isEmpty())
                return wrong(QStringLiteral("/%1/%2 is no syllable with its characters").arg(part, entry.key()));
            const QByteArray spelling = entry.key().toLatin1();
            if (!table.m_syllables.contains(spelling)) {
                const QByteArray heard = southern(spelling);
                if (!sounds.contains(heard))
                    sounds.insert(heard, static_cast<Sound>(table.m_soundCount++));
                table.m_syllables.insert(spelling, static_cast<Syllable>(table.m_spellings.size()));
                table.m_spellings.push_back(spelling);
                table.m_sounds.push_back(sounds.value(heard));
            }
            for (const QChar character : entry.value().toString())
                table.m_readings[character].push_back(table.m_syllables.value(spelling));
        }
    }
    if (table.m_readings.isEmpty())
        return wrong(QStringLiteral("no characters"));
    return table;
}

std::optional<std::vector<Syllable>> PinyinTable::cut(const QByteArray &letters) const
{
    const int size = static_cast<int>(letters.size());
    if (size == 0 || size > longestRun)
        return std::nullopt;
    // fewest[i]: of the letters from i on; the later cut is the longer first syllable, as readers cut (xian, not
    // xi'an).
    constexpr int never = longestRun + 1;
    std::vector<int> fewest(static_cast<size_t>(size) + 1, never);
    std::vector<int> step(static_cast<size_t>(size) + 1, 0);
    fewest[static_cast<size_t>(size)] = 0;
    for (int from = size - 1; from >= 0; --from) {
        for (int length = 1; length <= std::min(longestSyllable, size - from); ++length) {
            const int rest = fewest[static_cast<size_t>(from + length)];
            if (rest < never && rest + 1 <= fewest[static_cast<size_t>(from)] &&
                syllable(letters.mid(from, length)) != 0) {
                fewest[static_cast<size_t>(from)] = rest + 1;
                step[static_cast<size_t>(from)] = length;
            }
        }
    }
    if (fewest[0] == never)
        return std::nullopt;
    std::vector<Syllable> syllables;
    for (int at = 0; at < size; at += step[static_cast<size_t>(at)])
        syllables.push_back(syllable(letters.mid(at, step[static_cast<size_t>(at)])));
    return syllables;
}

} // namespace tongban::finding
