// SPDX-License-Identifier: GPL-3.0-or-later
// The order of the home page: the hall's word first, then season and use; the same whenever the same is known.
#include "app/core/finding/favourites.h"

#include <QTest>

using namespace tongban::finding;

namespace {

QString order(const FavouriteHints &hints)
{
    const std::vector<FindableItem> items{
        {.code = QStringLiteral("a")},
        {.code = QStringLiteral("school"), .season = {5, 6, 7, 8}},
        {.code = QStringLiteral("c")},
        {.code = QStringLiteral("insurance"), .season = {9, 10, 11, 12}},
        {.code = QStringLiteral("travel"), .season = {1}},
    };
    return favourites(items, hints).join(QLatin1Char(' '));
}

QDate day(int month)
{
    return QDate(2026, month, 15);
}

} // namespace

class FavouritesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingKnownKeepsTheCataloguesOrder() { QCOMPARE(order({}), QStringLiteral("a school c insurance travel")); }

    void inSeasonComesBefore()
    {
        QCOMPARE(order({.today = day(6)}), QStringLiteral("school a c insurance travel"));
        QCOMPARE(order({.today = day(10)}), QStringLiteral("insurance a school c travel"));
    }

    void whatBeginsNextMonthIsNear()
    {
        QCOMPARE(order({.today = day(8)}), QStringLiteral("school insurance a c travel"));
        QCOMPARE(order({.today = day(12)}), QStringLiteral("insurance travel a school c")); // January follows December
    }

    void whatPeopleComeForComesBefore()
    {
        QCOMPARE(order({.timesHere = {{QStringLiteral("c"), 90}, {QStringLiteral("a"), 9}}}),
                 QStringLiteral("c a school insurance travel"));
    }

    // Four cases are a family, not a hall.
    void fewCasesMoveNothing()
    {
        QCOMPARE(order({.timesHere = {{QStringLiteral("c"), leastPopular - 1}}}),
                 QStringLiteral("a school c insurance travel"));
        QCOMPARE(order({.timesHere = {{QStringLiteral("c"), leastPopular}}}),
                 QStringLiteral("c a school insurance travel"));
        const FavouriteHints rare{.timesHere = {{QStringLiteral("c"), 4}, {QStringLiteral("a"), 3}}, .today = day(6)};
        QCOMPARE(order(rare), QStringLiteral("school a c insurance travel"));
    }

    void theReasonIsSaid()
    {
        const FindableItem school{.code = QStringLiteral("school"), .season = {6}};
        const auto reason = [&school](int here, int elsewhere, QDate today) {
            return favouriteReason(
                school,
                {.timesHere = {{QStringLiteral("school"), here}, {QStringLiteral("c"), elsewhere}}, .today = today});
        };
        QCOMPARE(reason(0, 0, {}), FavouriteReason::None);
        QCOMPARE(reason(4, 0, {}), FavouriteReason::None); // below five nothing is called popular
        QCOMPARE(reason(5, 0, {}), FavouriteReason::Popular);
        QCOMPARE(reason(5, 10, {}), FavouriteReason::Popular); // half as often as the most frequent
        QCOMPARE(reason(5, 11, {}), FavouriteReason::None);
        QCOMPARE(reason(5, 11, day(6)), FavouriteReason::InSeason);
        QCOMPARE(reason(5, 10, day(6)), FavouriteReason::Popular); // use before season
        QCOMPARE(reason(0, 0, day(5)), FavouriteReason::None);     // near is not yet
        QCOMPARE(reason(-7, 2147483647, day(6)), FavouriteReason::InSeason);
    }

    void seasonWeighsLikeHalfOfTheMostFrequent()
    {
        const FavouriteHints often{.timesHere = {{QStringLiteral("c"), 100}, {QStringLiteral("a"), 40}},
                                   .today = day(6)};
        QCOMPARE(order(often), QStringLiteral("c school a insurance travel"));
        const FavouriteHints oftener{.timesHere = {{QStringLiteral("c"), 100}, {QStringLiteral("a"), 60}},
                                     .today = day(6)};
        QCOMPARE(order(oftener), QStringLiteral("c a school insurance travel"));
    }

    void theHallHasTheFirstWord()
    {
        const FavouriteHints hints{.ofHall = {QStringLiteral("gone"), QStringLiteral("travel"), QStringLiteral("a")},
                                   .timesHere = {{QStringLiteral("c"), 1000}, {QStringLiteral("gone"), 1'000'000}},
                                   .today = day(6)};
        QCOMPARE(order(hints), QStringLiteral("travel a c school insurance"));
    }

    void strangeCountsDoNoHarm()
    {
        QCOMPARE(order({.timesHere = {{QStringLiteral("c"), -5}, {QStringLiteral("a"), 2147483647}}}),
                 QStringLiteral("a school c insurance travel"));
    }
};

QTEST_GUILESS_MAIN(FavouritesTest)
#include "favourites_test.moc"
