// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/view/keyboard/pinyin_engine.h"

#include <QFile>
#include <QFileInfo>

#include <googlepinyin/pinyinime.h>

#include <algorithm>
#include <array>

namespace tongban::view {

namespace {

const auto room = QStringLiteral("pinyin");

bool isSpelling(const QString &letters)
{
    return std::all_of(letters.begin(), letters.end(), [](QChar c) { return c >= u'a' && c <= u'z'; });
}

std::size_t syllableCount()
{
    const ime_pinyin::uint16 *starts = nullptr;
    return ime_pinyin::im_get_spl_start_pos(starts);
}

std::size_t lookUp(const QString &letters)
{
    const QByteArray spelling = letters.toLatin1();
    ime_pinyin::im_reset_search();
    return spelling.isEmpty() ? 0
                              : ime_pinyin::im_search(spelling.constData(), static_cast<std::size_t>(spelling.size()));
}

// As many of the letters as may be looked at together, a letter more at a time.
QString bearable(const QString &letters)
{
    const QString some = isSpelling(letters) ? letters.left(PinyinEngine::maxLetters) : QString();
    ime_pinyin::im_reset_search();
    for (qsizetype length = 1; length <= some.size(); ++length) {
        (void)ime_pinyin::im_search(some.toLatin1().constData(), static_cast<std::size_t>(length));
        if (syllableCount() > static_cast<std::size_t>(PinyinEngine::maxSyllables))
            return some.left(length - 1);
    }
    return some;
}

} // namespace

QString PinyinEngine::systemDictionary()
{
    return QStringLiteral(TONGBAN_PINYIN_DICTIONARY);
}

Result<std::shared_ptr<PinyinEngine>> PinyinEngine::shared(const QString &dictionary)
{
    static std::weak_ptr<PinyinEngine> opened;
    if (auto engine = opened.lock())
        return engine;
    if (!QFileInfo(dictionary).isReadable())
        return fail(ErrorKind::NotFound, room, QStringLiteral("no dictionary at %1").arg(dictionary));
    // The empty name is that of a user dictionary that cannot be opened: the library then goes without.
    if (!ime_pinyin::im_open_decoder(QFile::encodeName(dictionary).constData(), ""))
        return fail(ErrorKind::NotFound, room, QStringLiteral("%1 is no dictionary").arg(dictionary));
    std::shared_ptr<PinyinEngine> engine(new PinyinEngine);
    opened = engine;
    return engine;
}

PinyinEngine::~PinyinEngine()
{
    ime_pinyin::im_close_decoder();
}

int PinyinEngine::search(const QString &letters)
{
    m_letters = bearable(letters);
    const std::size_t count = lookUp(m_letters);
    std::size_t decoded = 0;
    (void)ime_pinyin::im_get_sps_str(&decoded);
    m_count = decoded == 0 ? 0 : static_cast<int>(count); // else the library offers the letters themselves
    return m_count;
}

QString PinyinEngine::candidate(int index) const
{
    if (index < 0 || index >= m_count)
        return {};
    std::array<ime_pinyin::char16, maxLetters + 2> text{};
    if (!ime_pinyin::im_get_candidate(static_cast<std::size_t>(index), text.data(), text.size() - 1))
        return {};
    return QString::fromUtf16(reinterpret_cast<const char16_t *>(text.data()));
}

int PinyinEngine::lettersOf(int index)
{
    if (index < 0 || index >= m_count)
        return 0;
    // The library tells the length of what is chosen only, so it is chosen and taken back.
    (void)ime_pinyin::im_choose(static_cast<std::size_t>(index));
    const std::size_t syllables = ime_pinyin::im_get_fixed_len();
    const ime_pinyin::uint16 *starts = nullptr;
    const std::size_t known = ime_pinyin::im_get_spl_start_pos(starts);
    const int letters = syllables <= known ? static_cast<int>(starts[syllables]) : static_cast<int>(m_letters.size());
    (void)lookUp(m_letters);
    return letters;
}

QString PinyinEngine::syllables() const
{
    const ime_pinyin::uint16 *starts = nullptr;
    const std::size_t known = ime_pinyin::im_get_spl_start_pos(starts);
    QString text = m_letters;
    for (std::size_t i = known; i-- > 1;) {
        if (starts[i] > 0 && starts[i] < text.size())
            text.insert(starts[i], u' ');
    }
    return text;
}

} // namespace tongban::view
