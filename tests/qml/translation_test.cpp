// SPDX-License-Identifier: GPL-3.0-or-later
// Every language is whole: what lupdate finds in the sources stands translated in each file of resources/translations,
// with the same placeholders, and nothing else does.
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

namespace {

struct Message
{
    QString context, source;
    QStringList translations;
    bool isFinished = true;
};

Message readMessage(QXmlStreamReader &xml, const QString &context)
{
    Message message{.context = context, .source = {}, .translations = {}};
    while (xml.readNextStartElement()) {
        if (xml.name() == u"source") {
            message.source = xml.readElementText();
        } else if (xml.name() == u"translation") {
            message.isFinished = xml.attributes().value(QStringLiteral("type")).isEmpty();
            QString plain;
            while (!(xml.readNext() == QXmlStreamReader::EndElement && xml.name() == u"translation")) {
                if (xml.isStartElement())
                    message.translations << xml.readElementText(); // numerusform
                else if (xml.isCharacters())
                    plain += xml.text();
            }
            if (message.translations.isEmpty())
                message.translations << plain;
        } else {
            xml.skipCurrentElement();
        }
    }
    return message;
}

QList<Message> messagesOf(const QString &file)
{
    QFile ts(file);
    if (!ts.open(QIODevice::ReadOnly))
        return {};
    QList<Message> messages;
    QXmlStreamReader xml(&ts);
    QString context;
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isStartElement() && xml.name() == u"name")
            context = xml.readElementText();
        else if (xml.isStartElement() && xml.name() == u"message")
            messages << readMessage(xml, context);
    }
    return xml.hasError() ? QList<Message>() : messages;
}

QStringList placeholdersOf(const QString &text)
{
    static const QRegularExpression place(QStringLiteral("%[0-9n]"));
    QStringList places;
    for (auto found = place.globalMatch(text); found.hasNext();)
        places << found.next().captured();
    places.sort();
    return places;
}

} // namespace

class TranslationTest : public QObject
{
    Q_OBJECT

    static void languages()
    {
        QTest::addColumn<QString>("file");
        const QDir folder(QStringLiteral(TONGBAN_SOURCE_DIR "/resources/translations"));
        for (const QString &name : folder.entryList({QStringLiteral("tongban_*.ts")}))
            QTest::newRow(qPrintable(name)) << folder.filePath(name);
    }

private Q_SLOTS:
    void englishIsThere()
    {
        QVERIFY(messagesOf(QStringLiteral(TONGBAN_SOURCE_DIR "/resources/translations/tongban_en.ts")).size() > 400);
    }

    void nothingIsMissingAndNothingStale_data() { languages(); }
    void nothingIsMissingAndNothingStale()
    {
        QFETCH(QString, file);
        const QTemporaryDir scratch;
        const QString fresh = scratch.filePath(QStringLiteral("fresh.ts"));
        QVERIFY(QFile::copy(file, fresh));
        QProcess lupdate;
        lupdate.setWorkingDirectory(QStringLiteral(TONGBAN_SOURCE_DIR));
        lupdate.start(QStringLiteral(TONGBAN_LUPDATE),
                      {QStringLiteral("-silent"), QStringLiteral("-locations"), QStringLiteral("none"),
                       QStringLiteral("-extensions"), QStringLiteral("qml,cpp,h"), QStringLiteral("-I"),
                       QStringLiteral("."), QStringLiteral("app/core"), QStringLiteral("app/flow"),
                       QStringLiteral("app/view"), QStringLiteral("qml"), QStringLiteral("-ts"), fresh});
        QVERIFY(lupdate.waitForFinished(50'000));
        QCOMPARE(lupdate.exitCode(), 0);
        const QList<Message> messages = messagesOf(fresh);
        QVERIFY(messages.size() > 400);
        int faults = 0;
        for (const Message &message : messages)
            if (!message.isFinished) { // new: unfinished; stale: vanished
                ++faults;
                qWarning("%s: «%s» is new or stale; run packaging/translate", qPrintable(message.context),
                         qPrintable(message.source));
            }
        QCOMPARE(faults, 0);
    }

    void everyTranslationSaysWhatTheSourceSays_data() { languages(); }
    void everyTranslationSaysWhatTheSourceSays()
    {
        QFETCH(QString, file);
        int faults = 0;
        for (const Message &message : messagesOf(file))
            for (const QString &text : message.translations)
                if (text.isEmpty() || placeholdersOf(text) != placeholdersOf(message.source)) {
                    ++faults;
                    qWarning("%s: «%s» → «%s»", qPrintable(message.context), qPrintable(message.source),
                             qPrintable(text));
                }
        QCOMPARE(faults, 0);
    }
};

QTEST_GUILESS_MAIN(TranslationTest)
#include "translation_test.moc"
