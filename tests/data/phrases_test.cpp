// SPDX-License-Identifier: GPL-3.0-or-later
// The shipped catalogue is found by what people say: the first result is right for at least 95 % of the everyday
// phrases. Every fifth phrase is held out: nobody looks at it while the search is tuned, and it is counted apart.
#include "app/core/finding/search.h"
#include "tests/data/item_files.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>
#include <QTest>

using namespace tongban;
using namespace tongban::finding;
using namespace tongban::tests;

namespace {

QJsonObject objectIn(const char *path)
{
    QFile file(QStringLiteral(TONGBAN_SOURCE_DIR "/resources/finding/") + QLatin1String(path));
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

QStringList texts(const QJsonValue &array)
{
    QStringList list;
    for (const auto &text : array.toArray())
        list << text.toString();
    return list;
}

struct Phrase
{
    QString say;
    QString kind;
    QStringList items;
    bool heldOut = false;
};

std::vector<Phrase> phrases()
{
    std::vector<Phrase> all;
    for (const auto &entry : objectIn("phrases.json").value(QStringLiteral("phrases")).toArray()) {
        const QJsonObject phrase = entry.toObject();
        all.push_back({.say = phrase.value(QStringLiteral("say")).toString(),
                       .kind = phrase.value(QStringLiteral("kind")).toString(),
                       .items = texts(phrase.value(QStringLiteral("items"))),
                       .heldOut = all.size() % 5 == 4});
    }
    return all;
}

struct Tally
{
    int right = 0;
    int asked = 0;
    [[nodiscard]] double share() const { return asked == 0 ? 0 : 100.0 * right / asked; }
};

} // namespace

class PhrasesTest : public QObject
{
    Q_OBJECT

    [[nodiscard]] static Search search()
    {
        std::vector<FindableItem> items;
        for (const QString &file : itemFileNames())
            items.push_back(findableOf(itemOfFile(file)));
        for (const QString &file : themeFileNames()) // they are found among the items
            items.push_back(findableOf(themeOfFile(file)));
        return {items, FindingWords::fromJson(objectIn("words.json")).value(),
                PinyinTable::fromJson(objectIn("pinyin.json")).value()};
    }

private Q_SLOTS:
    // All kinds, every item three times, nothing twice.
    void theListIsWhole()
    {
        QHash<QString, int> times;
        QSet<QString> said;
        QSet<QString> kinds;
        for (const Phrase &phrase : phrases()) {
            QVERIFY2(!said.contains(phrase.say), qPrintable(phrase.say));
            said.insert(phrase.say);
            kinds.insert(phrase.kind);
            for (const QString &item : phrase.items)
                ++times[item];
        }
        QVERIFY(said.size() >= 200);
        QCOMPARE(kinds.size(), 7);
        for (const QString &file : itemFileNames()) {
            const QString code = itemOfFile(file).code;
            QVERIFY2(times.take(code) >= 3, qPrintable(code));
        }
        QVERIFY2(times.isEmpty(), qPrintable(times.keys().join(QLatin1Char(' '))));
    }

    void theFirstResultIsRight()
    {
        const Search index = search();
        Tally tuned;
        Tally heldOut;
        QMap<QString, Tally> kinds;
        for (const Phrase &phrase : phrases()) {
            const std::vector<Found> found = index.find(phrase.say);
            const bool right = !found.empty() && phrase.items.contains(found.front().code);
            for (Tally *tally : {phrase.heldOut ? &heldOut : &tuned, &kinds[phrase.kind]}) {
                ++tally->asked;
                tally->right += right ? 1 : 0;
            }
            if (!right)
                qInfo().noquote() << "wrong:" << (phrase.heldOut ? QStringLiteral("(held out)") : phrase.say)
                                  << (found.empty() || phrase.heldOut ? QString() : found.front().code);
        }
        for (auto kind = kinds.cbegin(); kind != kinds.cend(); ++kind)
            qInfo().noquote() << kind.key() << kind->right << "of" << kind->asked;
        qInfo().noquote() << "tuned" << tuned.right << "of" << tuned.asked << "; held out" << heldOut.right << "of"
                          << heldOut.asked;
        const Tally all{tuned.right + heldOut.right, tuned.asked + heldOut.asked};
        QVERIFY2(all.share() >= 95, qPrintable(QString::number(all.share())));
        QVERIFY2(heldOut.share() >= 90,
                 qPrintable(QString::number(heldOut.share()))); // 44 phrases: four more or less are chance
    }
};

QTEST_GUILESS_MAIN(PhrasesTest)
#include "phrases_test.moc"
