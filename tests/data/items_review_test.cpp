// SPDX-License-Identifier: GPL-3.0-or-later
// Bad files: every slip is refused with a message that names the place, by line and column; good ones are not.
#include "app/core/catalogue/item_review.h"
#include "app/main/items/icon_names.h"
#include "app/main/items/items_work.h"
#include "tests/data/item_files.h"
#include "tests/data/item_schema.h"
#include "tests/data/json_mutations.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace tongban;
using namespace tongban::catalogue;
using namespace tongban::tests;

namespace {

constexpr int wantedMutations = 200;
constexpr int usualStride = 4; // every slip takes minutes: TONGBAN_SLIP_STRIDE=1

QByteArray textOf(const QJsonObject &json)
{
    return QJsonDocument(json).toJson(QJsonDocument::Indented);
}

bool isNear(const QString &remark, const QString &place)
{
    return remark == place || place.startsWith(remark + u'/') || remark.startsWith(place + u'/');
}

// A line of the text, from 1.
QString lineAt(const QByteArray &text, int line)
{
    return QString::fromUtf8(text.split('\n').value(line - 1));
}

} // namespace

class ItemsReviewTest : public QObject
{
    Q_OBJECT

private:
    ItemSchema m_schema;
    QSet<QString> m_icons;

private Q_SLOTS:
    void initTestCase()
    {
        m_icons = app::iconNames();
        QVERIFY2(m_icons.size() > 1000, "the package fonts-material-design-icons-iconfont is missing");
    }

    // With their items beside them, as an author checks them.
    void everyShippedThemeIsGood()
    {
        app::ItemsCommand command;
        for (const QString &file : itemFileNames())
            command.files << QStringLiteral(TONGBAN_SOURCE_DIR "/resources/items/") + file;
        for (const QString &file : themeFileNames())
            command.files << QStringLiteral(TONGBAN_SOURCE_DIR "/resources/themes/") + file;
        const app::ItemsAnswer answer = app::performItems(command, m_icons);
        QVERIFY2(answer.exit == app::itemsGood, qPrintable(answer.output));
    }

    void aThemeWithoutItsItemsIsNamed()
    {
        app::ItemsCommand command;
        command.files << QStringLiteral(TONGBAN_SOURCE_DIR "/resources/themes/jiuye.json");
        const app::ItemsAnswer answer = app::performItems(command, m_icons);
        QCOMPARE(answer.exit, app::itemsWrong);
        QVERIFY2(answer.output.contains(QStringLiteral("shiye-dengji is not in the catalogue")),
                 qPrintable(answer.output));
    }

    void badThemesAreRefusedByLine_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QJsonValue>("value");
        QTest::newRow("one item") << QStringLiteral("items") << QJsonValue(QJsonArray{QStringLiteral("a")});
        QTest::newRow("an item twice") << QStringLiteral("items")
                                       << QJsonValue(QJsonArray{QStringLiteral("a"), QStringLiteral("a")});
        QTest::newRow("no name") << QStringLiteral("name") << QJsonValue(QString());
        QTest::newRow("an unknown key") << QStringLiteral("more") << QJsonValue(1);
        QTest::newRow("a syllable too few") << QStringLiteral("pinyin") << QJsonValue(QStringLiteral("zhao gong zuo"));
        QTest::newRow("no such icon") << QStringLiteral("icon") << QJsonValue(QStringLiteral("no_such_icon"));
        QTest::newRow("alone with oneself") << QStringLiteral("samePeople")
                                            << QJsonValue(QJsonArray{QJsonArray{QStringLiteral("a")}});
    }
    void badThemesAreRefusedByLine()
    {
        QFETCH(QString, key);
        QFETCH(QJsonValue, value);
        QJsonObject json = themeJson(QStringLiteral("jiuye.json"));
        json.insert(key, value);
        const QByteArray text = textOf(json);
        const ItemReview review = reviewItem(text, {.fileName = QStringLiteral("jiuye.json"), .icons = m_icons});
        QVERIFY(!review.remarks.empty());
        const Remark &first = review.remarks.front();
        QVERIFY2(isNear(first.pointer, QStringLiteral("/") + key), qPrintable(first.pointer + first.what));
        QVERIFY(first.place.line > 1);
    }

    void everyShippedFileIsGood()
    {
        app::ItemsCommand command;
        for (const QString &file : itemFileNames())
            command.files << QStringLiteral(TONGBAN_SOURCE_DIR "/resources/items/") + file;
        const app::ItemsAnswer answer = app::performItems(command, m_icons);
        QVERIFY2(answer.exit == app::itemsGood, qPrintable(answer.output + answer.errors));
    }

    // What the schema refuses is refused here, too, at the place that was touched and on its line. One file without
    // situations, one with everything.
    void everySlipIsNamed_data()
    {
        QTest::addColumn<QString>("file");
        for (const char *file : {"gaoling-jintie.json", "geti-gongshanghu-sheli.json"})
            QTest::newRow(file) << QString::fromLatin1(file);
    }
    void everySlipIsNamed()
    {
        QFETCH(QString, file);
        const int stride = qEnvironmentVariableIntValue("TONGBAN_SLIP_STRIDE");
        int refused = 0;
        int number = 0;
        for (const JsonMutation &mutation : jsonMutations(itemJson(file))) {
            if (number++ % (stride > 0 ? stride : usualStride) != 0)
                continue;
            if (m_schema.complaint(mutation.document).isEmpty())
                continue;
            ++refused;
            const QByteArray text = textOf(mutation.document);
            const ItemReview review = reviewItem(text, {.fileName = file, .icons = m_icons});
            const QString told = mutation.what + u' ' + mutation.pointer;
            QVERIFY2(!review.item && !review.remarks.empty(), qPrintable(told));
            const auto named = std::find_if(review.remarks.begin(), review.remarks.end(), [&](const Remark &remark) {
                return isNear(remark.pointer, mutation.pointer);
            });
            QVERIFY2(named != review.remarks.end(), qPrintable(told + u' ' + review.remarks.front().pointer));
            const QString name = named->pointer.section(u'/', -1);
            const bool isThere =
                mutation.what != QStringLiteral("left out") && !name.isEmpty() && !name.at(0).isDigit();
            QVERIFY2(!isThere || lineAt(text, named->place.line).contains(QStringLiteral("\"%1\"").arg(name)) ||
                         mutation.pointer.startsWith(QStringLiteral("/english")),
                     qPrintable(told));
        }
        qInfo("%d slips, all refused", refused);
        QVERIFY(refused >= wantedMutations);
    }

    void severalErrorsAreToldAtOnce()
    {
        QJsonObject json = itemJson(QStringLiteral("gaoling-jintie.json"));
        json.insert(QStringLiteral("name"), QStringLiteral("高"));
        json.insert(QStringLiteral("colour"), QStringLiteral("red"));
        json.remove(QStringLiteral("consent"));
        const auto remarks = reviewItem(textOf(json), {}).remarks;
        QStringList places;
        for (const Remark &remark : remarks) {
            places << remark.pointer;
            QVERIFY2(!remark.hint.isEmpty(), qPrintable(remark.what));
        }
        QCOMPARE(places, QStringList({QStringLiteral("/consent"), QStringLiteral("/colour"), QStringLiteral("/name")}));
    }

    // What a schema cannot see and a terminal would bear.
    void anAuthorIsHeldToMore()
    {
        const auto toldOf = [this](const QString &key, const QJsonValue &value) {
            QJsonObject json = itemJson(QStringLiteral("gaoling-jintie.json"));
            json.insert(key, value);
            QStringList told;
            for (const Remark &remark : reviewItem(textOf(json), {.fileName = {}, .icons = m_icons}).remarks)
                told << remark.pointer;
            return told;
        };
        QCOMPARE(toldOf(QStringLiteral("pinyin"), QStringLiteral("gao ling")), QStringList{QStringLiteral("/pinyin")});
        QCOMPARE(toldOf(QStringLiteral("icon"), QStringLiteral("no_such_icon")), QStringList{QStringLiteral("/icon")});
        QCOMPARE(toldOf(QStringLiteral("summary"), QStringLiteral("每月可以领一份新的津贴。")).mid(0, 2),
                 QStringList(
                     {QStringLiteral("/english"), QStringLiteral("/english/年满80周岁的老人，每月可以领一份津贴。")}));
        // Another sentence wants another English one, too.
        const QString before = itemJson(QStringLiteral("gaoling-jintie.json")).value(QStringLiteral("whomToCall")).toString();
        QStringList toldOfApp = toldOf(QStringLiteral("whomToCall"), QStringLiteral("想问进度，请上 APP 看一看。"));
        toldOfApp.sort();
        QCOMPARE(toldOfApp, QStringList({QStringLiteral("/english"), QStringLiteral("/english/") + before,
                                         QStringLiteral("/whomToCall")}));
        const ItemReview named = reviewItem(textOf(itemJson(QStringLiteral("gaoling-jintie.json"))),
                                            {.fileName = QStringLiteral("other.json"), .icons = {}});
        QVERIFY(named.item && named.remarks.size() == 1 && named.remarks.front().pointer == QStringLiteral("/code"));
    }

    void filesAreComparedWithEachOther()
    {
        const domain::ServiceItem one = itemOfFile(QStringLiteral("gaoling-jintie.json"));
        QVERIFY(reviewTogether({one}).empty());
        QCOMPARE(reviewTogether({one, one}).size(), size_t(2)); // the code, the name
        const std::vector<domain::ServiceItem> many(10, one);
        QVERIFY(reviewTogether(many).size() > 10); // and every sentence
    }

    void brokenTextIsNamed_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("line");
        QTest::addColumn<int>("column");
        const auto row = [](const char *name, const char *text, int line, int column) {
            QTest::newRow(name) << QByteArray(text) << line << column;
        };
        row("nothing", "", 1, 1);
        row("no quotes", "{\n  name: 1\n}", 2, 3);
        row("comma missing", "{\n  \"a\": 1\n  \"b\": 2\n}", 3, 3);
        row("comma too many", "{\n  \"a\": 1,\n}", 3, 1);
        row("comma too many in a list", "[1, ]", 1, 5);
        row("quotation mark missing", "{ \"a\": \"高龄\n}", 1, 11);
        row("Chinese quotes", "{ “a”: 1 }", 1, 3);
        row("no value", "{ \"a\": }", 1, 8);
        row("name twice", "{ \"a\": 1,\n  \"a\": 2 }", 2, 3);
        row("zero in front", "{ \"a\": 012 }", 1, 11);
        row("bad escape", "{ \"a\": \"\\q\" }", 1, 10);
        row("something behind", "{}\n{}", 2, 1);
        row("byte order mark", "\xEF\xBB\xBF{}", 1, 1);
        row("not UTF-8", "{ \"a\": \"\xFF\" }", 1, 1);
        row("no object", "[]", 1, 1);
    }
    void brokenTextIsNamed()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, line);
        QFETCH(int, column);
        const ItemReview review = reviewItem(text, {});
        QVERIFY(!review.item);
        QCOMPARE(review.remarks.size(), size_t(1));
        const TextPlace place = review.remarks.front().place;
        QVERIFY2(
            place == (TextPlace{line, column}),
            qPrintable(QStringLiteral("%1:%2 %3").arg(place.line).arg(place.column).arg(review.remarks.front().what)));
    }

    void deepNestingEndsTheReading() { QVERIFY(JsonPlaces(QByteArray(100'000, '[')).error().has_value()); }

    void theProgramTellsFileLineAndColumn()
    {
        QTemporaryDir directory;
        const QString path = directory.filePath(QStringLiteral("x.json"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{\n  \"code\" 1\n}");
        file.close();
        app::ItemsCommand command = app::readItemsCommand({QStringLiteral("check"), path});
        QVERIFY(command.complaint.isEmpty());
        const app::ItemsAnswer answer = app::performItems(command, m_icons);
        QCOMPARE(answer.exit, app::itemsWrong);
        QVERIFY2(answer.output.startsWith(path + QStringLiteral(":2:10: ")), qPrintable(answer.output));
        command.asJson = true;
        const QJsonObject json = QJsonDocument::fromJson(app::performItems(command, m_icons).output.toUtf8()).object();
        QCOMPARE(json[QStringLiteral("remarks")][0][QStringLiteral("line")].toInt(), 2);
        command.files = {directory.filePath(QStringLiteral("none.json"))};
        QCOMPARE(app::performItems(command, m_icons).exit, app::itemsMisused);
        QVERIFY(!app::readItemsCommand({QStringLiteral("chekc"), path}).complaint.isEmpty());
        QVERIFY(!app::readItemsCommand({QStringLiteral("check")}).complaint.isEmpty());
    }
};

QTEST_GUILESS_MAIN(ItemsReviewTest)
#include "items_review_test.moc"
