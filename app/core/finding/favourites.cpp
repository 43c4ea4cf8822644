// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/finding/favourites.h"

#include <algorithm>

namespace tongban::finding {

namespace {

constexpr qint64 ofMostFrequent = 1000; // points; whole numbers, so that equal is equal
constexpr qint64 inSeason = 500;
constexpr qint64 seasonNear = 200;

qint64 pointsOfSeason(const FindableItem &item, QDate today)
{
    if (!today.isValid())
        return 0;
    if (item.season.contains(today.month()))
        return inSeason;
    return item.season.contains(today.month() % 12 + 1) ? seasonNear : 0;
}

// What is known of one family is known of nobody.
int timesHere(const FavouriteHints &hints, const QString &code)
{
    const int times = hints.timesHere.value(code);
    return times < leastPopular ? 0 : times;
}

struct Place
{
    qsizetype ofHall; // place in the hall's list; its size: not on it
    qint64 points;
    const QString *code;
};

} // namespace

QStringList favourites(const std::vector<FindableItem> &items, const FavouriteHints &hints)
{
    qint64 most = 1;
    for (const FindableItem &item : items)
        most = std::max<qint64>(most, timesHere(hints, item.code));
    std::vector<Place> places;
    for (const FindableItem &item : items) {
        const qsizetype ofHall = hints.ofHall.indexOf(item.code);
        const qint64 times = timesHere(hints, item.code);
        places.push_back({.ofHall = ofHall < 0 ? hints.ofHall.size() : ofHall,
                          .points = ofMostFrequent * times / most + pointsOfSeason(item, hints.today),
                          .code = &item.code});
    }
    std::stable_sort(places.begin(), places.end(), [](const Place &a, const Place &b) {
        return a.ofHall != b.ofHall ? a.ofHall < b.ofHall : a.points > b.points;
    });
    QStringList codes;
    for (const Place &place : places)
        codes << *place.code;
    return codes;
}

FavouriteReason favouriteReason(const FindableItem &item, const FavouriteHints &hints)
{
    int most = 0;
    for (const int times : hints.timesHere)
        most = std::max(most, times);
    const int times = timesHere(hints, item.code);
    if (times > 0 && times >= most - times)
        return FavouriteReason::Popular;
    return hints.today.isValid() && item.season.contains(hints.today.month()) ? FavouriteReason::InSeason
                                                                              : FavouriteReason::None;
}

} // namespace tongban::finding
