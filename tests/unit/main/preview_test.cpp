// SPDX-License-Identifier: GPL-3.0-or-later
// tongban-items preview: the real programs, without a screen, from the author's file to the kiosk's form.
#include "app/core/domain/form_engine.h"
#include "app/core/domain/item_codec.h"
#include "app/main/command_line.h"
#include "app/main/items/items_command.h"
#include "app/main/sample_reader.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace tongban;

namespace {

QString shipped(const char *name)
{
    return QStringLiteral(TONGBAN_SOURCE_DIR "/resources/items/") + QLatin1String(name);
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
}

// A program whose temporary files lie in a directory of their own; ended with the test.
class Author
{
public:
    explicit Author(const QString &program)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("TMPDIR"), m_place.path());
        environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), m_session.path()); // else Qt makes one beside our files
        m_process.setProcessEnvironment(environment);
        m_process.setProgram(QStringLiteral(TONGBAN_BIN_DIR "/") + program);
    }
    ~Author() { end(); }

    void start(const QStringList &words)
    {
        m_process.setArguments(words);
        m_process.start();
    }
    int end() // as by Ctrl-C
    {
        if (m_process.state() == QProcess::NotRunning)
            return m_process.exitCode();
        m_process.terminate();
        if (!m_process.waitForFinished(20'000))
            m_process.kill();
        m_process.waitForFinished();
        return m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1;
    }
    [[nodiscard]] QByteArray log() const
    {
        QByteArray lines;
        for (const QFileInfo &directory : QDir(m_place.path()).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot))
            lines += contentOf(directory.filePath() + QStringLiteral("/preview.log"));
        return lines;
    }
    [[nodiscard]] bool entered(const char *step) const
    {
        for (const QByteArray &line : log().split('\n')) {
            if (line.contains("StepEntered") && line.contains(QByteArray("\"") + step + '"'))
                return true;
        }
        return false;
    }
    [[nodiscard]] QStringList left() const
    {
        return QDir(m_place.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    }
    QProcess &process() { return m_process; }

private:
    QTemporaryDir m_place;
    QTemporaryDir m_session;
    QProcess m_process;
};

} // namespace

class PreviewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void opensTheFormAndLeavesNothing()
    {
        Author author(QStringLiteral("tongban-items"));
        author.start({QStringLiteral("preview"), shipped("gaoling-jintie.json")});
        QTRY_VERIFY2_WITH_TIMEOUT(author.entered("Form"), author.log().constData(), 60'000);
        QVERIFY(author.entered("Guide") && author.entered("Identify"));
        QVERIFY(!author.entered("NotEligible")); // the sample person is old enough
        QCOMPARE(author.end(), 0);
        QCOMPARE(author.left(), QStringList());
    }

    void stopsAtTheFirstQuestion()
    {
        Author author(QStringLiteral("tongban-items"));
        author.start({QStringLiteral("preview"), shipped("yanglao-daiyu-shenling.json")});
        QTRY_VERIFY2_WITH_TIMEOUT(author.entered("Situation"), author.log().constData(), 60'000);
        QCOMPARE(author.end(), 0);
    }

    // What only an author is held to is said, and the form opens all the same.
    void aTranslationThatIsMissingIsSaid()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("gaoling-jintie.json"));
        QJsonObject item = QJsonDocument::fromJson(contentOf(shipped("gaoling-jintie.json"))).object();
        item.insert(QStringLiteral("summary"), QStringLiteral("没有人翻译过的一句话。"));
        write(path, QJsonDocument(item).toJson());
        Author author(QStringLiteral("tongban-items"));
        author.start({QStringLiteral("preview"), path});
        QTRY_VERIFY2_WITH_TIMEOUT(author.entered("Form"), author.log().constData(), 60'000);
        QCOMPARE(author.end(), 0);
        QVERIFY(author.process().readAllStandardOutput().startsWith(path.toUtf8() + ':'));
    }

    void aBadFileIsRefusedByItsPlace()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("mine.json"));
        write(path, "{\n  \"code\": 7\n}");
        Author author(QStringLiteral("tongban-items"));
        author.start({QStringLiteral("preview"), path});
        QVERIFY(author.process().waitForFinished(20'000));
        QCOMPARE(author.process().exitCode(), 1);
        const QByteArray said = author.process().readAllStandardOutput();
        QVERIFY2(said.contains(path.toUtf8() + ":2:11: "), said.constData());
        QCOMPARE(author.left(), QStringList()); // no kiosk was started
        author.start({QStringLiteral("preview"), folder.filePath(QStringLiteral("none.json"))});
        QVERIFY(author.process().waitForFinished(20'000));
        QCOMPARE(author.process().exitCode(), 2);
    }

    void theKioskRefusesItToo()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("mine.json"));
        write(path, "{ \"code\": 7 }");
        Author author(QStringLiteral("tongban-kiosk"));
        author.start({QStringLiteral("--preview"), path});
        QVERIFY(author.process().waitForFinished(20'000));
        QCOMPARE(author.process().exitCode(), app::exitMisconfigured);
        QVERIFY(author.process().readAllStandardError().contains("mine.json"));
        QCOMPARE(author.left(), QStringList());
    }

    void theWordsOfTheCommands()
    {
        const auto kiosk = [](std::vector<QByteArray> words) {
            std::vector<char *> argv;
            for (QByteArray &word : words)
                argv.push_back(word.data());
            return app::readCommandLine(static_cast<int>(argv.size()), argv.data());
        };
        QCOMPARE(kiosk({"tongban-kiosk", "--preview", "a.json"}).previewFile, QStringLiteral("a.json"));
        QVERIFY(!kiosk({"tongban-kiosk", "--preview", "a.json"}).exitCode);
        QVERIFY(kiosk({"tongban-kiosk", "--preview"}).exitCode);
        QVERIFY(kiosk({"tongban-kiosk", "--preview", "a.json", "--config", "k.json"}).exitCode);
        QVERIFY(kiosk({"tongban-kiosk", "--preview", "a.json", "--items", "d"}).exitCode);
        const auto items = [](const QStringList &words) { return app::readItemsCommand(words); };
        const QString preview = QStringLiteral("preview");
        QVERIFY(items({preview, QStringLiteral("a.json")}).complaint.isEmpty());
        QVERIFY(!items({preview}).complaint.isEmpty());
        QVERIFY(!items({preview, QStringLiteral("a.json"), QStringLiteral("b.json")}).complaint.isEmpty());
    }

    // Whoever the rules let in, so that the author sees the form; nobody who could be.
    void theSamplePersonIsOfAge_data()
    {
        QTest::addColumn<QString>("file");
        for (const QString &file : QDir(shipped("")).entryList({QStringLiteral("*.json")}))
            QTest::newRow(qPrintable(file)) << file;
    }
    void theSamplePersonIsOfAge()
    {
        QFETCH(QString, file);
        const auto item =
            domain::itemFromJson(QJsonDocument::fromJson(contentOf(shipped(file.toLatin1().constData()))).object());
        QVERIFY(item);
        for (const QDate today : {QDate(2026, 1, 1), QDate(2026, 12, 31), QDate(2028, 2, 29)}) {
            const domain::IdCard card = app::sampleCard(*item, today);
            QVERIFY(domain::isValidIdNumber(card.idNumber.reveal()));
            QVERIFY(!domain::expiredAt(card, today));
            QVERIFY(!domain::brokenRule(*item, card, today, domain::Residence::Unclear));
        }
    }
};

QTEST_GUILESS_MAIN(PreviewTest)
#include "preview_test.moc"
