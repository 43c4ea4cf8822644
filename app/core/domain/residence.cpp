// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/domain/residence.h"

#include "app/core/domain/id_card.h"
#include "app/core/domain/region_tree.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <array>

namespace tongban::domain {

namespace {

enum Level { Province, Prefecture, County, Township, levelCount };
constexpr std::array<qsizetype, levelCount> digits{2, 4, 6, 9};

QString codeAt(const QString &site, Level level)
{
    return site.left(digits.at(level)).leftJustified(12, u'0');
}

// The end of a name that says what kind of place it is; a place keeps its stem when it becomes another kind (乡 → 镇).
const QStringList &kinds()
{
    static const QStringList all{QStringLiteral("街道办事处"), QStringLiteral("自治区"), QStringLiteral("自治州"),
                                 QStringLiteral("自治县"),     QStringLiteral("自治旗"), QStringLiteral("地区"),
                                 QStringLiteral("林区"),       QStringLiteral("街道"),   QStringLiteral("省"),
                                 QStringLiteral("市"),         QStringLiteral("州"),     QStringLiteral("盟"),
                                 QStringLiteral("区"),         QStringLiteral("县"),     QStringLiteral("旗"),
                                 QStringLiteral("镇"),         QStringLiteral("乡")};
    return all;
}

// What a place of that level may be called besides; one kind becomes another (县 → 市), but not one of another level.
QStringList kindsOf(Level level)
{
    const auto words = [](const char *all) { return QString::fromUtf8(all).split(u' '); };
    switch (level) {
    case Province:
        return words("自治区 省");
    case Prefecture:
        return words("自治州 地区 市 州 盟");
    case County:
        return words("自治县 自治旗 林区 市 区 县 旗");
    case Township:
        return words("街道办事处 街道 镇 乡");
    case levelCount:
        break;
    }
    return {};
}

// Without the peoples of an autonomous region: 恩施土家族苗族 → 恩施. What would leave one character stays whole
// (内蒙古).
QString withoutPeoples(QString stem)
{
    static const QStringList peoples = [] {
        QStringList all;
        for (int code = 1; code <= 56; ++code) {
            const QString label = ethnicLabel(QStringLiteral("%1").arg(code, 2, 10, QLatin1Char('0')));
            const QString bare = label.endsWith(u'族') ? label.chopped(1) : label;
            all << bare + u'族' << bare;
        }
        return all;
    }();
    for (bool cut = true; cut;) {
        cut = false;
        for (const QString &people : peoples) {
            if (stem.endsWith(people) && stem.size() - people.size() >= 2) {
                stem.chop(people.size());
                cut = true;
                break;
            }
        }
    }
    return stem;
}

QString stemOf(const QString &name)
{
    for (const QString &kind : kinds()) {
        if (name.endsWith(kind) && name.size() - kind.size() >= 2)
            return kind.startsWith(QStringLiteral("自治")) ? withoutPeoples(name.chopped(kind.size()))
                                                           : name.chopped(kind.size());
    }
    return name;
}

// How much of the text is this place: its whole name, or its stem under another kind (青山乡, 恩施州), or its stem
// alone. 0: it is not named here.
qsizetype lengthAt(const QString &text, const QString &name, Level level)
{
    if (text.startsWith(name))
        return name.size();
    const QString stem = stemOf(name);
    if (stem.size() < 2 || !text.startsWith(stem))
        return 0;
    const QString rest = text.mid(stem.size());
    for (const QString &kind : kindsOf(level)) {
        if (rest.startsWith(kind))
            return stem.size() + kind.size();
    }
    const bool isOtherPlace = std::any_of(kinds().begin(), kinds().end(), [&](const QString &kind) {
        return rest.startsWith(kind); // 海南州 is not 海南省
    });
    return isOtherPlace ? 0 : stem.size();
}

struct Found
{
    Level level = Province;
    QString code;
    qsizetype length = 0; // in the text; 0: nothing
    bool whole = false;   // the name stands there as it is
};

// Who reads an address from its beginning, one place after the other, as far as the regions are known.
class Reader
{
public:
    Reader(const RegionTree &regions, const QString &site) : m_regions(regions), m_site(site) {}

    [[nodiscard]] Residence read(QString text) const
    {
        int reached = -1; // the level down to which it is the hall's own
        for (int from = Province; reached < ownLevel();) {
            const Found found = longest(text, static_cast<Level>(from), reached);
            if (found.length == 0)
                break;
            if (found.code != codeAt(m_site, found.level))
                return isCertain(found, text, reached) ? Residence::Elsewhere : Residence::Unclear;
            text.remove(0, found.length);
            reached = found.level;
            from = reached + 1;
        }
        return reached >= ownLevel() ? Residence::Local : Residence::Unclear;
    }

private:
    // A hall of a county takes everybody of the county; one of a township, or a point in a village, the township.
    [[nodiscard]] Level ownLevel() const
    {
        return codeAt(m_site, Township) == codeAt(m_site, County) ? County : Township;
    }

    // A township says nothing unless its county was named: there are many of the same name.
    [[nodiscard]] Found longest(const QString &text, Level from, int reached) const
    {
        Found best;
        for (int level = from; level <= (reached == County ? Township : County); ++level) {
            const QString above = level == Province ? QString() : codeAt(m_site, static_cast<Level>(level - 1));
            for (const Region &region : m_regions.under(above)) {
                const qsizetype length = lengthAt(text, region.name, static_cast<Level>(level));
                const bool whole = text.startsWith(region.name);
                const bool better = length > best.length || (length == best.length && whole && !best.whole);
                if (length > 0 && better)
                    best = {static_cast<Level>(level), region.code, length, whole};
            }
        }
        return best;
    }

    // Another place than the hall's. Its whole name must stand there; of a province the short one will do where a city
    // or county follows it (湖南长沙市, but not 湖南路). A district by itself is one of many (城关区).
    [[nodiscard]] bool isCertain(const Found &found, const QString &text, int reached) const
    {
        static const QRegularExpression placeFollows(QStringLiteral(
            "^(?![村路街镇乡庄屯道里坊])[\\x{4e00}-\\x{9fff}]{1,12}?(?:州|盟|市|县|(?<!红)旗|(?<![小社园校院厂])区)"));
        if (found.level == Province && !found.whole)
            return placeFollows.match(text.mid(found.length)).hasMatch();
        return found.whole && (reached >= 0 || !m_regions.name(found.code).endsWith(u'区') || found.level == Province);
    }

    const RegionTree &m_regions;
    const QString &m_site;
};

} // namespace

Residence residenceOf(const QString &address, const RegionTree &regions, const QString &site)
{
    QString text = address;
    text.remove(QRegularExpression(QStringLiteral("\\s")));
    if (text.isEmpty() || !regions.contains(codeAt(site, County)))
        return Residence::Unclear;
    return Reader(regions, site).read(text);
}

} // namespace tongban::domain
