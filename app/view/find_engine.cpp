// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/view/find_engine.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>

#include <algorithm>

namespace tongban::view {

namespace {

QString markFor(finding::FavouriteReason reason)
{
    switch (reason) {
    case finding::FavouriteReason::None:
        return {};
    case finding::FavouriteReason::Popular:
        return QString::fromUtf8(QT_TRANSLATE_NOOP("FavouriteMarks", "本厅常办"));
    case finding::FavouriteReason::InSeason:
        return QString::fromUtf8(QT_TRANSLATE_NOOP("FavouriteMarks", "这段时间集中办"));
    }
    Q_UNREACHABLE();
}

// Part of the program (resources/finding): the terminal must find before it ever reached its city.
Result<QJsonObject> carried(const QString &name)
{
    QFile file(QStringLiteral(":/tongban/finding/") + name);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorKind::Misconfigured, QStringLiteral("find-engine"),
                    name + QStringLiteral(": ") + file.errorString());
    return QJsonDocument::fromJson(file.readAll()).object();
}

template <class T> Result<T> read(const QString &name)
{
    const Result<QJsonObject> json = carried(name);
    return json ? T::fromJson(*json) : Result<T>(fail(json.error()));
}

} // namespace

Result<std::shared_ptr<const FindEngine>> findEngineFor(const std::vector<finding::FindableItem> &items)
{
    auto pinyin = read<finding::PinyinTable>(QStringLiteral("pinyin.json"));
    if (!pinyin)
        return fail(pinyin.error());
    const auto words = read<finding::FindingWords>(QStringLiteral("words.json"));
    if (!words)
        return fail(words.error());
    const auto wizard = read<finding::Wizard>(QStringLiteral("wizard.json"));
    if (!wizard)
        return fail(wizard.error());
    QSet<QString> codes;
    for (const finding::FindableItem &item : items)
        codes.insert(item.code);
    return std::make_shared<const FindEngine>(
        FindEngine{.search = finding::Search(items, *words, *std::move(pinyin)), .wizard = wizard->limitedTo(codes)});
}

std::vector<domain::ServiceItem> favouritesFirst(std::vector<domain::ServiceItem> items,
                                                 const finding::FavouriteHints &hints)
{
    std::vector<finding::FindableItem> findable;
    for (const domain::ServiceItem &item : items)
        findable.push_back(finding::findableOf(item));
    QHash<QString, qsizetype> place;
    for (const QString &code : finding::favourites(findable, hints))
        place.insert(code, place.size());
    std::stable_sort(items.begin(), items.end(), [&place](const domain::ServiceItem &a, const domain::ServiceItem &b) {
        return place.value(a.code) < place.value(b.code);
    });
    return items;
}

QHash<QString, QString> marksOf(const std::vector<domain::ServiceItem> &items, const finding::FavouriteHints &hints)
{
    QHash<QString, QString> marks;
    for (const domain::ServiceItem &item : items) {
        const QString mark = markFor(finding::favouriteReason(finding::findableOf(item), hints));
        if (!mark.isEmpty())
            marks.insert(item.code, mark);
    }
    return marks;
}

} // namespace tongban::view
