// SPDX-License-Identifier: GPL-3.0-or-later
// An author's folder, and that nothing of author mode reaches what counts.
#include "app/core/base/log.h"
#include "app/main/author_mode.h"
#include "app/main/command_line.h"
#include "app/main/folder_catalogue.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace tongban;

class AuthorModeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFolderIsReadAnew();
    void aWrongFileIsLeftOutAndNamed();
    void aFolderThatIsNotThere();
    void nothingOfItReachesTheCity();
    void theCommandLineSaysWhichFolder();

private:
    [[nodiscard]] static QString shipped(const char *name)
    {
        return QStringLiteral(TONGBAN_SOURCE_DIR "/resources/items/") + QLatin1String(name);
    }
    static void write(const QString &path, const QByteArray &bytes)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    }
};

void AuthorModeTest::theFolderIsReadAnew()
{
    const QTemporaryDir folder;
    app::FolderCatalogue catalogue(folder.path());
    QVERIFY(catalogue.current()->items.empty());
    QVERIFY(QFile::copy(shipped("gaoling-jintie.json"), folder.filePath(QStringLiteral("mine.json"))));
    QCOMPARE(catalogue.current()->items.size(), size_t(1));
    QVERIFY(failedWith(catalogue.held(), ErrorKind::NotFound));
    QVERIFY(failedWith(catalogue.adopt({}), ErrorKind::Misconfigured)); // the city writes nothing there
}

void AuthorModeTest::aWrongFileIsLeftOutAndNamed()
{
    const QTemporaryDir folder;
    QVERIFY(QFile::copy(shipped("gaoling-jintie.json"), folder.filePath(QStringLiteral("a.json"))));
    QVERIFY(QFile::copy(shipped("gaoling-jintie.json"), folder.filePath(QStringLiteral("b.json"))));
    write(folder.filePath(QStringLiteral("c.json")), "{ \"code\": ");
    write(folder.filePath(QStringLiteral("d.json")), "{ \"code\": \"d\" }");
    write(folder.filePath(QStringLiteral("notes.txt")), "no item");
    QByteArrayList lines;
    setLogSink([&](const QByteArray &line) { lines << line; });
    app::FolderCatalogue catalogue(folder.path());
    const auto current = catalogue.current();
    setLogSink([](const QByteArray &) {});
    QVERIFY(current);
    QCOMPARE(current->items.size(), size_t(1));
    QCOMPARE(lines.size(), 3);
    QVERIFY(lines.at(0).contains("b.json") && lines.at(0).contains("/code"));
    QVERIFY(lines.at(1).contains("c.json") && lines.at(1).contains("byte"));
    QVERIFY(lines.at(2).contains("d.json") && lines.at(2).contains("/version"));
}

void AuthorModeTest::aFolderThatIsNotThere()
{
    QVERIFY(failedWith(app::FolderCatalogue(QStringLiteral("/nowhere/at/all")).current(), ErrorKind::NotFound));
}

void AuthorModeTest::nothingOfItReachesTheCity()
{
    app::KioskConfig config;
    config.itemsDirectory = QStringLiteral("/items");
    config.stateDirectory = QStringLiteral("/var/lib/tongban");
    config.site.hallName = QStringLiteral("青山镇便民服务中心");
    config.platform.signKeyFile = QStringLiteral("/keys/sign");
    config.backup.directory = QStringLiteral("/backup");
    const app::KioskConfig author = app::forAuthors(config, QStringLiteral("/tmp/x"));
    QCOMPARE(author.stateDirectory, QStringLiteral("/tmp/x"));
    QVERIFY(author.site.hallName.contains(QStringLiteral("不生效"))); // on the screen and on paper
    QVERIFY(author.platform.signKeyFile.isEmpty());
    QVERIFY(author.backup.directory.isEmpty());
    QCOMPARE(author.itemsDirectory, config.itemsDirectory); // by which the wiring makes no line
}

void AuthorModeTest::theCommandLineSaysWhichFolder()
{
    const auto read = [](std::vector<QByteArray> words) {
        std::vector<char *> argv;
        for (QByteArray &word : words)
            argv.push_back(word.data());
        return app::readCommandLine(static_cast<int>(argv.size()), argv.data());
    };
    const app::CommandLine line = read({"tongban-kiosk", "--config", "kiosk.json", "--items", "/items"});
    QVERIFY(!line.exitCode);
    QCOMPARE(line.itemsDirectory, QStringLiteral("/items"));
    QVERIFY(read({"tongban-kiosk", "--config", "kiosk.json"}).itemsDirectory.isEmpty());
    QVERIFY(read({"tongban-kiosk", "--config", "kiosk.json", "--items"}).exitCode);
}

QTEST_GUILESS_MAIN(AuthorModeTest)
#include "author_mode_test.moc"
