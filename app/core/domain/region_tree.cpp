// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/domain/region_tree.h"

#include "app/core/domain/json_reader.h"

#include <QRegularExpression>

#include <array>

namespace tongban::domain {

namespace {

constexpr qsizetype codeLength = 12;
constexpr std::array<qsizetype, 6> levels{0, 2, 4, 6, 9, codeLength}; // digits that say something

// The index in `levels`; 0 for what is no code.
std::size_t levelOf(const QString &code)
{
    static const QRegularExpression form(QStringLiteral("^[1-8][0-9]{11}$"));
    if (!form.match(code).hasMatch())
        return 0;
    std::size_t level = levels.size() - 1;
    while (level > 1 && code.mid(levels.at(level - 1), levels.at(level) - levels.at(level - 1)).count(u'0') ==
                            levels.at(level) - levels.at(level - 1))
        --level;
    return level;
}

QString upTo(const QString &code, std::size_t level)
{
    return level == 0 ? QString() : code.left(levels.at(level)).leftJustified(codeLength, u'0');
}

} // namespace

QString regionAbove(const QString &code)
{
    const std::size_t level = levelOf(code);
    return level == 0 ? QString() : upTo(code, level - 1);
}

Result<RegionTree> RegionTree::fromJson(const QJsonObject &json)
{
    JsonVerdict verdict{.kind = ErrorKind::Misconfigured, .where = QStringLiteral("regions")};
    JsonReader in(json, {}, verdict);
    (void)in.text(QStringLiteral("version"), 64);
    (void)in.text(QStringLiteral("source"), 400);
    const QJsonArray list = in.array(QStringLiteral("regions"));
    in.refuseOthers();
    RegionTree tree;
    for (qsizetype i = 0; i < list.size(); ++i) {
        const QString pointer = QStringLiteral("/regions/%1").arg(i);
        JsonReader entry(objectAt(list, i, pointer, verdict), pointer, verdict);
        const QString code = entry.text(QStringLiteral("code"), codeLength);
        const QString name = entry.text(QStringLiteral("name"), 20);
        entry.refuseOthers();
        if (levelOf(code) == 0)
            verdict.blame(entry.at(QStringLiteral("code")), QStringLiteral("12 digits are expected"));
        if (tree.m_names.contains(code))
            verdict.blame(entry.at(QStringLiteral("code")), QStringLiteral("this code was used before"));
        tree.m_names.insert(code, name);
    }
    for (qsizetype i = 0; i < list.size() && !verdict.error; ++i) {
        const QString above = regionAbove(list.at(i).toObject().value(QStringLiteral("code")).toString());
        if (!above.isEmpty() && !tree.m_names.contains(above))
            verdict.blame(QStringLiteral("/regions/%1/code").arg(i), QStringLiteral("what it lies in (%1) is missing").arg(above));
    }
    if (!verdict.error && tree.isEmpty())
        verdict.blame(QStringLiteral("/regions"), QStringLiteral("a region at least is expected"));
    if (verdict.error)
        return fail(std::move(*verdict.error));
    return tree;
}

std::vector<Region> RegionTree::under(const QString &code) const
{
    const std::size_t level = levelOf(code);
    if (level == levels.size() - 1)
        return {};
    const QString prefix = code.left(levels.at(level));
    std::vector<Region> regions;
    for (auto it = m_names.lowerBound(prefix); it != m_names.end() && it.key().startsWith(prefix); ++it) {
        const std::size_t own = levelOf(it.key());
        if (own == level + 1)
            regions.push_back({.code = it.key(), .name = it.value()});
        else if (own > level + 1 && !regions.empty())
            regions.back().hasMore = true; // codes are sorted: what lies in it follows it
    }
    return regions;
}

QString RegionTree::fullName(const QString &code) const
{
    QString name;
    for (std::size_t level = 1; level <= levelOf(code); ++level) {
        if (const QString part = upTo(code, level); level == 1 || part != upTo(code, level - 1))
            name += m_names.value(part);
    }
    return name;
}

} // namespace tongban::domain
