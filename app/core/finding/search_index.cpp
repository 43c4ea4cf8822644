// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/finding/search_index.h"

#include <QSet>

#include <algorithm>

namespace tongban::finding {

namespace {

constexpr double nameWeight = 1.0;
constexpr double aliasWeight = 0.97;
constexpr double fullNameWeight = 0.92;
constexpr double summaryWeight = 0.55;
constexpr size_t maximumSpellings = 4;
constexpr qsizetype longestTerm = 36; // characters; the offsets of a spelling are bytes

// The readings of the characters of a text, the likeliest first.
using Readings = std::vector<std::vector<Syllable>>;

class Indexer
{
public:
    Indexer(const FindingWords &words, const PinyinTable &pinyin) : m_words(words), m_pinyin(pinyin) {}

    void add(const FindableItem &item)
    {
        m_known.clear();
        learnReadings(item);
        IndexedItem indexed{.code = item.code, .firstTerm = m_index.terms.size(), .termCount = 0, .meanings = {}};
        addTerm(item.name, nameWeight, true);
        for (const QString &alias : item.aliases)
            addTerm(alias, aliasWeight, true);
        if (item.fullName != item.name)
            addTerm(item.fullName, fullNameWeight, true);
        countCharacters(indexed.firstTerm);
        addTerm(item.summary, summaryWeight, false);
        indexed.termCount = m_index.terms.size() - indexed.firstTerm;
        for (size_t i = 0; i < m_words.groups.size(); ++i) {
            const WordGroup &group = m_words.groups[i];
            indexed.meanings[i] = (!group.theme.isEmpty() && item.themes.contains(group.theme)) ||
                                  (!group.people.isEmpty() && item.people.contains(group.people));
        }
        m_index.items.push_back(std::move(indexed));
    }

    void addWords()
    {
        for (const QString &filler : m_words.fillers)
            m_index.fillers.push_back(spoken(filler, 0));
        for (size_t group = 0; group < m_words.groups.size(); ++group) {
            for (const QString &word : m_words.groups[group].words)
                m_index.meaningful.push_back(spoken(word, group));
        }
    }

    [[nodiscard]] SearchIndex take() { return std::move(m_index); }

private:
    [[nodiscard]] SpokenWord spoken(const QString &text, size_t group) const
    {
        SpokenWord word{.text = text, .sounds = {}, .group = group};
        for (const QChar character : text) {
            const std::vector<Syllable> readings = m_pinyin.readings(character);
            word.sounds.push_back(readings.empty() ? Sound{0} : m_pinyin.sound(readings.front()));
        }
        return word;
    }

    // The item's own pinyin knows how its name is read (重度 zhong, 参保 can): that reading comes first in its other
    // texts, too.
    void learnReadings(const FindableItem &item)
    {
        const QString name = searchable(item.name);
        const QStringList syllables = item.pinyin.split(QLatin1Char(' '), Qt::SkipEmptyParts);
        if (syllables.size() != name.size())
            return;
        for (qsizetype i = 0; i < name.size(); ++i) {
            const Syllable syllable = m_pinyin.syllable(syllables[i].toLatin1());
            if (syllable != 0)
                m_known.insert(name[i], syllable);
        }
    }

    [[nodiscard]] std::vector<Syllable> readingsOf(QChar character) const
    {
        std::vector<Syllable> readings = m_pinyin.readings(character);
        if (const Syllable known = m_known.value(character); known != 0) {
            readings.erase(std::remove(readings.begin(), readings.end(), known), readings.end());
            readings.insert(readings.begin(), known);
        }
        return readings;
    }

    void addTerm(const QString &text, double weight, bool isSpelled)
    {
        const QString glyphs = searchable(text).left(longestTerm);
        if (glyphs.isEmpty())
            return;
        Term term{.weight = weight,
                  .firstGlyph = m_index.glyphs.size(),
                  .glyphCount = static_cast<size_t>(glyphs.size()),
                  .meanings = m_words.meaningsIn(glyphs),
                  .firstSpelling = m_index.spellings.size(),
                  .spellingCount = 0};
        Readings readings;
        for (const QChar character : glyphs) {
            readings.push_back(readingsOf(character));
            Glyph glyph{.character = idOf(character), .sounds = {}};
            for (size_t i = 0; i < std::min(glyph.sounds.size(), readings.back().size()); ++i)
                glyph.sounds[i] = m_pinyin.sound(readings.back()[i]);
            m_index.glyphs.push_back(glyph);
        }
        if (isSpelled)
            addSpellings(glyphs, readings);
        term.spellingCount = m_index.spellings.size() - term.firstSpelling;
        m_index.terms.push_back(std::move(term));
    }

    CharacterId idOf(QChar character)
    {
        CharacterId &id = m_index.characters[character];
        if (id == 0) {
            id = static_cast<CharacterId>(m_index.itemsWith.size());
            m_index.itemsWith.push_back(0);
        }
        return id;
    }

    // Every combination of readings, the likely ones first; rare ones beyond the maximum are left out.
    void addSpellings(const QString &glyphs, const Readings &readings)
    {
        std::vector<std::vector<Syllable>> combinations{{}};
        for (const std::vector<Syllable> &choices : readings) {
            std::vector<std::vector<Syllable>> grown;
            for (size_t choice = 0; choice < std::max<size_t>(1, choices.size()); ++choice) {
                for (const std::vector<Syllable> &before : combinations) {
                    if (grown.size() == maximumSpellings)
                        break;
                    grown.push_back(before);
                    grown.back().push_back(choices.empty() ? Syllable{0} : choices[choice]);
                }
            }
            combinations = std::move(grown);
        }
        for (const std::vector<Syllable> &combination : combinations)
            m_index.spellings.push_back(spelling(glyphs, combination));
    }

    [[nodiscard]] Spelling spelling(const QString &glyphs, const std::vector<Syllable> &syllables) const
    {
        Spelling spelled;
        const auto mark = [&spelled] {
            spelled.starts.push_back(static_cast<quint8>(spelled.letters.size()));
            spelled.heardStarts.push_back(static_cast<quint8>(southern(spelled.letters).size()));
        };
        for (size_t i = 0; i < syllables.size(); ++i) {
            mark();
            const QChar character = glyphs[static_cast<qsizetype>(i)];
            QByteArray letters = m_pinyin.spelling(syllables[i]);
            if (letters.isEmpty() && (isLatin(character) || character.isDigit()))
                letters = QByteArray(1, character.toLatin1());
            spelled.letters += letters;
            if (!letters.isEmpty())
                spelled.initials.append(letters.front());
        }
        mark();
        spelled.heard = southern(spelled.letters);
        spelled.heardSet = letterSet(spelled.heard);
        spelled.heardPairs = pairSet(spelled.heard);
        spelled.initialSet = letterSet(spelled.initials);
        return spelled;
    }

    void countCharacters(size_t firstTerm)
    {
        QSet<CharacterId> characters;
        QSet<Sound> sounds;
        for (size_t t = firstTerm; t < m_index.terms.size(); ++t) {
            const Term &term = m_index.terms[t];
            for (size_t g = term.firstGlyph; g < term.firstGlyph + term.glyphCount; ++g) {
                characters.insert(m_index.glyphs[g].character);
                for (const Sound sound : m_index.glyphs[g].sounds)
                    sounds.insert(sound);
            }
        }
        for (const CharacterId character : characters)
            ++m_index.itemsWith[character];
        for (const Sound sound : sounds)
            ++m_index.itemsSounding[sound];
    }

    const FindingWords &m_words;
    const PinyinTable &m_pinyin;
    QHash<QChar, Syllable> m_known; // readings of the name of the item at hand
    SearchIndex m_index;
};

} // namespace

quint32 letterSet(const QByteArray &letters)
{
    quint32 set = 0;
    for (const char letter : letters)
        set |= letter >= 'a' && letter <= 'z' ? 1U << (letter - 'a') : 0U;
    return set;
}

quint64 pairSet(const QByteArray &letters)
{
    quint64 set = 0;
    for (qsizetype i = 1; i < letters.size(); ++i)
        set |=
            quint64{1} << ((static_cast<unsigned char>(letters[i - 1]) * 23U + static_cast<unsigned char>(letters[i])) %
                           64U);
    return set;
}

bool isLatin(QChar character)
{
    return character >= u'a' && character <= u'z';
}

QString searchable(const QString &text, bool keepBreaks)
{
    QString kept;
    const QString folded = text.normalized(QString::NormalizationForm_KC).toLower();
    for (const QChar character : folded) {
        if (character == u'ü')
            kept.append(u'v');
        else if (character.isLetterOrNumber() && !character.isSurrogate())
            kept.append(character);
        else if (keepBreaks && !kept.isEmpty() && kept.back() != u' ')
            kept.append(u' ');
    }
    return keepBreaks ? kept.trimmed() : kept;
}

SearchIndex indexOf(const std::vector<FindableItem> &items, const FindingWords &words, const PinyinTable &pinyin)
{
    Indexer indexer(words, pinyin);
    indexer.addWords();
    for (const FindableItem &item : items)
        indexer.add(item);
    return indexer.take();
}

} // namespace tongban::finding
