// SPDX-License-Identifier: GPL-3.0-or-later
// What the shipped items spare people, held against the goals of the catalogue and against what was measured before: a
// file that asks for one paper or one character more than it did fails here, by its name. Who means it measures anew:
//   tongban-items figures --json resources/items/*.json > tests/data/item_figures.json
#include "app/core/catalogue/item_figures.h"
#include "app/core/domain/item_codec.h"
#include "tests/data/item_files.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace tongban;
using namespace tongban::catalogue;
using namespace tongban::tests;

namespace {

constexpr double goal = 60.0;         // percent fewer, of papers and of characters, all items together
constexpr double leastOfOneItem = 50; // no single one may hide behind the others

// One line of the measured figures, or one that is measured now.
struct Measure
{
    double papers = 0; // of the official list, without the ID card
    double broughtOnline = 0;
    double broughtOffline = 0;
    double characters = 0; // of the blank form
    double typedOnline = 0;
    double typedOffline = 0;
};

Measure measured(const QJsonObject &line)
{
    const auto number = [&line](const char *key) { return line.value(QLatin1String(key)).toDouble(-1); };
    return {.papers = number("officialPapers"),
            .broughtOnline = number("broughtOnline"),
            .broughtOffline = number("broughtOffline"),
            .characters = number("officialCharacters"),
            .typedOnline = number("typedOnline"),
            .typedOffline = number("typedOffline")};
}

Measure measured(const domain::ServiceItem &item)
{
    const ItemFigures figures = figuresOf(item);
    return {.papers = static_cast<double>(figures.officialPapers),
            .broughtOnline = figures.broughtOnline,
            .broughtOffline = figures.broughtOffline,
            .characters = static_cast<double>(figures.officialCharacters),
            .typedOnline = static_cast<double>(figures.typedOnline),
            .typedOffline = static_cast<double>(figures.typedOffline)};
}

// A longer official list or form would make everything look better: it has to be meant, too.
QStringList worse(const Measure &before, const Measure &now)
{
    QStringList what;
    const auto compare = [&what](const char *name, double was, double is) {
        if (is > was + 1e-9)
            what << QStringLiteral("%1: %2, it was %3").arg(QLatin1String(name)).arg(is).arg(was);
    };
    compare("papers of the official list", before.papers, now.papers);
    compare("papers brought online", before.broughtOnline, now.broughtOnline);
    compare("papers brought offline", before.broughtOffline, now.broughtOffline);
    compare("characters of the blank form", before.characters, now.characters);
    compare("characters typed online", before.typedOnline, now.typedOnline);
    compare("characters typed offline", before.typedOffline, now.typedOffline);
    return what;
}

QMap<QString, Measure> allMeasured()
{
    QFile file(QStringLiteral(TONGBAN_SOURCE_DIR "/tests/data/item_figures.json"));
    QMap<QString, Measure> all;
    if (!file.open(QIODevice::ReadOnly))
        return all;
    const QJsonArray lines = QJsonDocument::fromJson(file.readAll()).object().value(QStringLiteral("items")).toArray();
    for (const QJsonValue &line : lines)
        all.insert(line[QStringLiteral("code")].toString(), measured(line.toObject()));
    return all;
}

} // namespace

class ItemsFiguresTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noItemAsksForMoreThanItDid_data()
    {
        QTest::addColumn<QString>("file");
        for (const QString &file : itemFileNames())
            QTest::newRow(qPrintable(file)) << file;
    }
    void noItemAsksForMoreThanItDid()
    {
        QFETCH(QString, file);
        const domain::ServiceItem item = itemOfFile(file);
        QVERIFY2(m_before.contains(item.code), "never measured: see the head of this test");
        const Measure now = measured(item);
        const QStringList what = worse(m_before.value(item.code), now);
        QVERIFY2(what.isEmpty(), qPrintable(what.join(QStringLiteral("; "))));
        QVERIFY(percentSpared(now.papers, now.broughtOnline) >= leastOfOneItem);
        QVERIFY(percentSpared(now.characters, now.typedOnline) >= leastOfOneItem);
    }

    void allTogetherReachTheGoal()
    {
        Measure sum;
        for (const QString &file : itemFileNames()) {
            const Measure one = measured(itemOfFile(file));
            sum.papers += one.papers;
            sum.broughtOnline += one.broughtOnline;
            sum.broughtOffline += one.broughtOffline;
            sum.characters += one.characters;
            sum.typedOnline += one.typedOnline;
            sum.typedOffline += one.typedOffline;
        }
        const double papersOnline = percentSpared(sum.papers, sum.broughtOnline);
        const double papersOffline = percentSpared(sum.papers, sum.broughtOffline);
        const double charactersOnline = percentSpared(sum.characters, sum.typedOnline);
        const double charactersOffline = percentSpared(sum.characters, sum.typedOffline);
        qInfo("papers: %.0f official, %.1f fewer %% online, %.1f offline; characters: %.0f official, %.1f fewer %% "
              "online, %.1f offline",
              sum.papers, papersOnline, papersOffline, sum.characters, charactersOnline, charactersOffline);
        QVERIFY(papersOnline >= goal);
        QVERIFY(charactersOnline >= goal);
        QVERIFY(papersOffline > 0 && papersOffline <= papersOnline); // counted apart: nobody promised these
        QVERIFY(charactersOffline > 0 && charactersOffline <= charactersOnline);
    }

    // What an author might do to a file, and what this test then says.
    void aFileMadeWorseIsCaught()
    {
        const QString code = QStringLiteral("gaoling-jintie");
        const QJsonObject good = itemJson(code + QStringLiteral(".json"));
        const auto complaintsOf = [&](const QJsonObject &changes) {
            QJsonObject changed = good;
            for (auto change = changes.begin(); change != changes.end(); ++change)
                changed.insert(change.key(), change.value());
            const auto item = domain::itemFromJson(changed);
            return item ? worse(m_before.value(code), measured(*item)).join(u'|') : item.error().detail;
        };
        // The list under a key, longer by its first entry with the members of `other`.
        const auto longer = [&](const char *key, const QJsonObject &other) {
            QJsonArray list = good.value(QLatin1String(key)).toArray();
            QJsonObject entry = list.first().toObject();
            for (auto member = other.begin(); member != other.end(); ++member)
                entry.insert(member.key(), member.value());
            list.append(entry);
            return list;
        };
        QCOMPARE(complaintsOf({}), QString());

        const QString papers =
            complaintsOf({{QStringLiteral("materials"),
                           longer("materials", {{QStringLiteral("key"), QStringLiteral("photo")},
                                                {QStringLiteral("name"), QStringLiteral("一寸照片")}})}});
        QVERIFY2(papers.contains(QStringLiteral("papers brought online")), qPrintable(papers));
        QVERIFY2(papers.contains(QStringLiteral("papers brought offline")), qPrintable(papers));

        const QString second = QStringLiteral("secondPhone");
        const QString characters = complaintsOf(
            {{QStringLiteral("fields"), longer("fields", {{QStringLiteral("key"), second}})},
             {QStringLiteral("pages"), longer("pages", {{QStringLiteral("fields"), QJsonArray{second}}})}});
        QVERIFY2(characters.contains(QStringLiteral("characters typed online")), qPrintable(characters));
        QVERIFY2(characters.contains(QStringLiteral("characters typed offline")), qPrintable(characters));

        QJsonArray list = good.value(QStringLiteral("paperMaterials")).toArray();
        list.append(QStringLiteral("村里的介绍信"));
        QVERIFY(complaintsOf({{QStringLiteral("paperMaterials"), list}})
                    .contains(QStringLiteral("papers of the official list")));
        QVERIFY(complaintsOf({{QStringLiteral("paperForms"), 500}})
                    .contains(QStringLiteral("characters of the blank form")));
    }

private:
    const QMap<QString, Measure> m_before = allMeasured();
};

QTEST_GUILESS_MAIN(ItemsFiguresTest)
#include "items_figures_test.moc"
