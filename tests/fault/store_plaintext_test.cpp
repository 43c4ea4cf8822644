// SPDX-License-Identifier: GPL-3.0-or-later
// Somebody takes the disk away and looks for names. After a whole case, a draft and a discarded draft no name, ID
// number, telephone number or address stands in any file of the state directory or in the log, in any of the encodings
// that a program here would write. First the same search must find each of them where it was planted.
#include "app/core/base/log.h"
#include "tests/unit/offline/store_world.h"

#include <QDirIterator>
#include <QTest>

#include <iconv.h>

using namespace tongban;
using namespace tongban::testing;

namespace {

QByteArray encoded(const QString &text, const char *encoding)
{
    QByteArray utf8 = text.toUtf8();
    QByteArray out(utf8.size() * 4, '\0');
    char *from = utf8.data();
    char *to = out.data();
    auto fromLeft = static_cast<std::size_t>(utf8.size());
    auto toLeft = static_cast<std::size_t>(out.size());
    const iconv_t converter = iconv_open(encoding, "UTF-8");
    if (iconv(converter, &from, &fromLeft, &to, &toLeft) == static_cast<std::size_t>(-1))
        qFatal("%s cannot spell the test's villagers", encoding);
    iconv_close(converter);
    return out.left(out.size() - static_cast<qsizetype>(toLeft));
}

struct Needle
{
    QByteArray bytes;
    QString name;
};

QList<Needle> needles()
{
    QList<Needle> all;
    for (const Villager &villager : {zhang(), li()}) {
        const QList<QPair<QString, QString>> secrets{{QStringLiteral("name"), villager.card.name.reveal()},
                                                     {QStringLiteral("ID number"), villager.card.idNumber.reveal()},
                                                     {QStringLiteral("address"), villager.card.address.reveal()},
                                                     {QStringLiteral("phone"), villager.phone}};
        for (const auto &[name, value] : secrets) {
            for (const char *encoding : {"UTF-8", "UTF-16LE", "GB18030"})
                all << Needle{encoded(value, encoding), name + QLatin1String(" in ") + QLatin1String(encoding)};
        }
    }
    return all;
}

QStringList found(const QByteArray &haystack, const QString &where)
{
    QStringList hits;
    for (const Needle &needle : needles()) {
        if (haystack.contains(needle.bytes))
            hits << where + QStringLiteral(": ") + needle.name;
    }
    return hits;
}

struct Search
{
    QStringList hits;
    int files = 0;
};

Search searched(const QString &directory)
{
    Search search;
    QDirIterator files(directory, QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly))
            qFatal("cannot read %s", qPrintable(file.fileName()));
        search.hits << found(file.readAll(), file.fileName());
        search.hits << found(file.fileName().toUtf8(), QStringLiteral("file name"));
        ++search.files;
    }
    return search;
}

} // namespace

class StorePlaintextTest : public QObject
{
    Q_OBJECT

    static void visit(StoreWorld &world, OfflineStore &store)
    {
        const auto draft = *filledDraft(store, zhang(), world.clock);
        const QByteArray image = "JPEG " + zhang().card.name.reveal().toUtf8();
        QVERIFY(store.vault().put(draft.id, image)); // a page that shows the name
        QVERIFY(store.cases().saveDraft(draft));
        QVERIFY(store.cases().submit(draft));
        const auto entry = store.outbox().claim(world.clock.nowUtc());
        QCOMPARE((*entry)->payload[QLatin1String("applicant")].toObject()[QLatin1String("name")].toString(),
                 zhang().card.name.reveal());
        QVERIFY(store.outbox().complete((*entry)->id, (*entry)->payload)); // a platform that repeats it all
        QVERIFY(store.cases().saveEvaluation({.caseId = draft.id, .level = 5}));
        QVERIFY(store.printJournal().reserve(draft.id));
        const auto kept = *filledDraft(store, li(), world.clock);
        QVERIFY(store.cases().saveDraft(kept));
        const auto discarded = *filledDraft(store, li(), world.clock);
        QVERIFY(store.cases().saveDraft(discarded));
        QVERIFY(store.cases().discardDraft(discarded.id));
    }

private Q_SLOTS:
    void theSearchFindsWhatWasPlanted()
    {
        StoreWorld world;
        QVERIFY(world.open());
        QVERIFY(searched(world.stateDirectory()).hits.isEmpty());
        for (const Needle &needle : needles()) {
            const QString path = world.stateDirectory() + QStringLiteral("/vault/.hidden");
            QVERIFY(world.disk.makeDirectory(world.stateDirectory() + QStringLiteral("/vault")));
            QVERIFY(world.disk.writeSynced(path, QByteArray(4096, '\0') + needle.bytes + "tail"));
            const auto search = searched(world.stateDirectory());
            QVERIFY2(search.hits.contains(path + QStringLiteral(": ") + needle.name), qPrintable(needle.name));
        }
    }

    void nothingOfAPersonStandsOnTheDisk()
    {
        StoreWorld world;
        QByteArray logged;
        setLogSink([&logged](const QByteArray &line) { logged += line + '\n'; });
        {
            const auto store = world.open();
            visit(world, **store);
            const auto running =
                searched(world.stateDirectory()); // as a power cut leaves it: with the log of the database
            QCOMPARE(running.hits, QStringList());
            QVERIFY2(running.files >= 12, qPrintable(QString::number(running.files)));
        }
        const auto stopped = searched(world.stateDirectory());
        QCOMPARE(stopped.hits, QStringList());
        QVERIFY(stopped.files >= 10);
        setLogSink([](const QByteArray &) {});
        QVERIFY(logged.contains("CaseSubmitted"));
        QCOMPARE(found(logged, QStringLiteral("log")), QStringList());
    }
};

QTEST_GUILESS_MAIN(StorePlaintextTest)
#include "store_plaintext_test.moc"
