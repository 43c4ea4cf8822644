// SPDX-License-Identifier: GPL-3.0-or-later
// The wizard: walked to every list and back, cut down to a catalogue, and refused when it would lead astray.
#include "tests/unit/finding/finding_data.h"

#include "app/core/finding/wizard.h"

#include <QJsonArray>
#include <QTest>

using namespace tongban;
using namespace tongban::finding;
using namespace tongban::tests;

namespace {

Wizard shipped()
{
    return Wizard::fromJson(shippedJson("finding/wizard.json")).value();
}

// Every walk from here on; `end` is called at each list.
void walkAll(WizardWalk walk, const std::function<void(const WizardWalk &)> &end)
{
    const WizardQuestion *question = walk.question();
    if (!question)
        return end(walk);
    for (size_t i = 0; i < question->options.size(); ++i) {
        WizardWalk further = walk;
        QVERIFY(further.choose(i));
        walkAll(further, end);
    }
}

QJsonObject question(const QJsonArray &options)
{
    return {{QStringLiteral("question"), QStringLiteral("问题")},
            {QStringLiteral("prompt"), QStringLiteral("问题")},
            {QStringLiteral("options"), options}};
}

QJsonObject option(const QString &key, const QJsonValue &value)
{
    return {{QStringLiteral("label"), QStringLiteral("问题")},
            {QStringLiteral("icon"), QStringLiteral("home")},
            {key, value}};
}

QJsonObject leaf(const QStringList &codes)
{
    return option(QStringLiteral("items"), QJsonArray::fromStringList(codes));
}

QJsonObject small(const QJsonArray &options)
{
    return {{QStringLiteral("byLifeEvent"), question(options)},
            {QStringLiteral("byIdentity"), question({leaf({QStringLiteral("a")}), leaf({QStringLiteral("b")})})},
            {QStringLiteral("english"), QJsonObject{{QStringLiteral("问题"), QStringLiteral("Question")}}}};
}

} // namespace

class WizardTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyWalkEndsSoonInAShortList()
    {
        const Wizard wizard = shipped();
        for (const WizardEntry entry : {WizardEntry::LifeEvent, WizardEntry::Identity}) {
            int lists = 0;
            walkAll(WizardWalk(wizard, entry), [&lists](const WizardWalk &walk) {
                ++lists;
                QVERIFY(walk.asked() >= 1 && walk.asked() <= maximumQuestions);
                QVERIFY(!walk.items().isEmpty() && walk.items().size() <= maximumItems);
                QCOMPARE(walk.path().size(), static_cast<qsizetype>(walk.asked()));
            });
            QVERIFY(lists > 10);
        }
    }

    void backIsTheWayThatOneCame()
    {
        const Wizard wizard = shipped();
        walkAll(WizardWalk(wizard), [](const WizardWalk &end) {
            WizardWalk walk = end;
            while (walk.back())
                QVERIFY(walk.question() && walk.items().isEmpty());
            QCOMPARE(walk.asked(), 0);
            QVERIFY(walk.path().isEmpty());
        });
    }

    void wrongTurnsChangeNothing()
    {
        WizardWalk walk(shipped());
        QVERIFY(!walk.choose(1000));
        QVERIFY(!walk.back());
        QCOMPARE(walk.asked(), 0);
        while (walk.question())
            QVERIFY(walk.choose(0));
        const QStringList items = walk.items();
        QVERIFY(!walk.choose(0));
        QCOMPARE(walk.items(), items);
    }

    void theCatalogueCutsItDown()
    {
        const Wizard wizard = shipped();
        const QSet<QString> codes{QStringLiteral("gaoling-jintie"), QStringLiteral("linmu-caifa")};
        const Wizard smaller = wizard.limitedTo(codes);
        QCOMPARE(smaller.items(), codes);
        walkAll(WizardWalk(smaller), [&codes](const WizardWalk &walk) {
            QVERIFY(!walk.items().isEmpty());
            for (const QString &code : walk.items())
                QVERIFY(codes.contains(code));
        });
        QCOMPARE(wizard.limitedTo(wizard.items()).items(), wizard.items());
        QVERIFY(wizard.limitedTo({}).byLifeEvent.options.empty());
    }

    void badWizardsAreRefused_data()
    {
        QTest::addColumn<QJsonObject>("json");
        QTest::addColumn<QString>("place");
        const QJsonObject good = leaf({QStringLiteral("a")});
        const auto deeper = [&](const QJsonObject &json) {
            return option(QStringLiteral("next"), question({json, good}));
        };
        QTest::newRow("nothing") << QJsonObject() << "/english";
        QTest::newRow("one option") << small({good}) << "/byLifeEvent/options";
        QTest::newRow("an empty list") << small({good, leaf({})}) << "/byLifeEvent/options/1";
        QTest::newRow("a list too long") << small({good, leaf(QStringLiteral("a b c d e f g").split(QLatin1Char(' ')))})
                                         << "/byLifeEvent/options/1/items";
        QTest::newRow("an item twice") << small({good, leaf({QStringLiteral("a"), QStringLiteral("a")})})
                                       << "/byLifeEvent/options/1/items";
        QTest::newRow("a fourth question")
            << small({deeper(deeper(deeper(good))), good}) << "/byLifeEvent/options/0/next/options/0/next/options/0";
        QJsonObject both = good;
        both.insert(QStringLiteral("next"), question({good, good}));
        QTest::newRow("a question and a list") << small({both, good}) << "/byLifeEvent/options/0";
        QJsonObject strange = good;
        strange.insert(QStringLiteral("label"), QStringLiteral("没有英文"));
        QTest::newRow("no English") << small({strange, good}) << "/byLifeEvent/options/0/label";
        QJsonObject more = small({good, good});
        more.insert(QStringLiteral("more"), 1);
        QTest::newRow("an unknown key") << more << "/more";
    }
    void badWizardsAreRefused()
    {
        QFETCH(QJsonObject, json);
        QFETCH(QString, place);
        const auto wizard = Wizard::fromJson(json);
        QVERIFY(failedWith(wizard, ErrorKind::Misconfigured));
        const QString said = wizard.error().where + QLatin1Char(' ') + wizard.error().detail;
        QVERIFY2(said.contains(place), qPrintable(said));
    }

    void aSmallOneIsFine()
    {
        const QJsonObject good = leaf({QStringLiteral("a")});
        QVERIFY(Wizard::fromJson(small({good, good})).has_value());
    }
};

QTEST_GUILESS_MAIN(WizardTest)
#include "wizard_test.moc"
