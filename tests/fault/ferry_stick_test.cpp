// SPDX-License-Identifier: GPL-3.0-or-later
// A stick that is full, lies or is pulled at any moment: never is there a half bundle that anybody takes.
#include "offline/ferry/staff_words.h"
#include "tests/fault/store_fault_files.h"
#include "tests/unit/offline/ferry_rig.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace tongban;
using namespace tongban::testing;
using namespace tongban::offline::ferry;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// Passes everything on; remembers the largest piece, and gives back another byte when told to.
class WatchedFiles final : public ports::FileSystem
{
public:
    Result<void> writeSynced(const QString &path, const QByteArray &bytes) override
    {
        return m_disk.writeSynced(path, bytes);
    }
    Result<void> rename(const QString &from, const QString &to) override { return m_disk.rename(from, to); }
    Result<void> syncDirectory(const QString &path) override { return m_disk.syncDirectory(path); }
    Result<void> makeDirectory(const QString &path) override { return m_disk.makeDirectory(path); }
    Result<QByteArray> read(const QString &path) override { return m_disk.read(path); }
    Result<QStringList> list(const QString &path) override { return m_disk.list(path); }
    Result<void> remove(const QString &path) override { return m_disk.remove(path); }
    Result<qint64> freeBytes(const QString &path) override { return m_disk.freeBytes(path); }
    Result<QByteArray> readPart(const QString &path, qint64 offset, qint64 count) override
    {
        auto part = m_disk.readPart(path, offset, count);
        if (part && lieAt >= offset && lieAt < offset + part->size())
            (*part)[lieAt - offset] = static_cast<char>(part->at(lieAt - offset) ^ 0x10);
        return part;
    }
    Result<void> appendSynced(const QString &path, const QByteArray &bytes) override
    {
        largestPiece = std::max(largestPiece, bytes.size());
        return m_disk.appendSynced(path, bytes);
    }

    qint64 lieAt = -1;
    qsizetype largestPiece = 0;

private:
    offline::vault::PosixFileSystem m_disk;
};

} // namespace

class FerryStickTest : public QObject
{
    Q_OBJECT

private:
    FerryPair m_pair;
    ManualClock m_clock{QDateTime(QDate(2026, 11, 21), QTime(0, 30), Qt::UTC)};

    static QStringList bundlesOn(const QTemporaryDir &stick)
    {
        return QDir(stick.path()).entryList({QStringLiteral("*.bundle")}, QDir::Files);
    }
    void everyBundleIsWhole(const QTemporaryDir &stick)
    {
        for (const QString &name : bundlesOn(stick))
            QVERIFY2(opened(contentOf(stick.filePath(name)), m_pair).has_value(), qPrintable(name));
    }

private Q_SLOTS:
    void oneFileInTheOrderOfNeed()
    {
        const QTemporaryDir stick;
        CaseSource source(2, 3, 1000);
        offline::vault::PosixFileSystem disk;
        const auto report = exportCases(source, m_pair.keys(), disk, stick.path(), m_clock);
        QVERIFY2(report, report ? "" : qPrintable(report.error().detail));
        QCOMPARE(report->cases, 2);
        QCOMPARE(report->requests, 10);
        QCOMPARE(QDir(stick.path()).entryList(QDir::Files), QStringList{report->file});
        const QByteArray file = contentOf(stick.filePath(report->file));
        QCOMPARE(file.size(), report->bytes);
        const auto records = opened(file, m_pair);
        QVERIFY(records.has_value());
        QStringList kinds;
        for (const QJsonObject &record : *records) {
            kinds << record.value(QStringLiteral("kind")).toString(record.value(QStringLiteral("record")).toString());
            const QString body = record.value(QStringLiteral("body")).toString();
            QVERIFY(!body.contains(QStringLiteral("blob")) && !body.contains(QStringLiteral("bytes")));
        }
        const QStringList one{QStringLiteral("case"),       QStringLiteral("createCase"), QStringLiteral("uploadPage"),
                              QStringLiteral("uploadPage"), QStringLiteral("uploadPage"), QStringLiteral("submitCase")};
        QCOMPARE(kinds, one + one + QStringList{QStringLiteral("end")});
        QVERIFY(wordsFor(*report).contains(QStringLiteral("可以拔U盘了")));
    }

    void nothingToExportWritesNothing()
    {
        const QTemporaryDir stick;
        CaseSource source(0, 0, 0);
        offline::vault::PosixFileSystem disk;
        const auto report = exportCases(source, m_pair.keys(), disk, stick.path(), m_clock);
        QVERIFY(report && report->file.isEmpty());
        QVERIFY(QDir(stick.path()).isEmpty());
        QVERIFY(!wordsFor(*report).contains(QStringLiteral("可以拔")));
    }

    void aSecondExportDoesNotOverwriteTheFirst()
    {
        const QTemporaryDir stick;
        CaseSource source(1, 1, 10);
        offline::vault::PosixFileSystem disk;
        const auto first = exportCases(source, m_pair.keys(), disk, stick.path(), m_clock);
        const auto second = exportCases(source, m_pair.keys(), disk, stick.path(), m_clock); // in the same second
        QVERIFY(first && second && first->file != second->file);
        QCOMPARE(bundlesOn(stick).size(), 2);
        everyBundleIsWhole(stick);
    }

    void aCaseThatTheLineFinishedMeanwhileDoesNoHarm()
    {
        const QTemporaryDir stick;
        CaseSource source(3, 1, 10);
        source.finished.insert(source.openCases()->at(1));
        offline::vault::PosixFileSystem disk;
        const auto report = exportCases(source, m_pair.keys(), disk, stick.path(), m_clock);
        QVERIFY(report);
        QCOMPARE(report->cases, 3);
        QCOMPARE(report->requests, 6);
    }

    void fiveHundredCasesAreWrittenInPieces()
    {
        const QTemporaryDir stick;
        CaseSource source(500, 2, 8000);
        WatchedFiles files;
        const auto report = exportCases(source, m_pair.keys(), files, stick.path(), m_clock);
        QVERIFY(report);
        QCOMPARE(report->requests, 2000);
        QVERIFY(report->bytes > 8'000'000);
        QVERIFY2(files.largestPiece < 1024 * 1024 + 9000, qPrintable(QString::number(files.largestPiece)));
    }

    void pulledInAnyOperation_data()
    {
        QTest::addColumn<FaultFiles::Kind>("kind");
        QTest::addColumn<ErrorKind>("error");
        QTest::addColumn<int>("pageBytes");
        const int severalPieces = 1'100'000;
        QTest::newRow("pulled") << FaultFiles::Kind::FromThenOn << ErrorKind::StoreUnwritable << severalPieces;
        QTest::newRow("full") << FaultFiles::Kind::FromThenOn << ErrorKind::StoreFull << 5000;
        QTest::newRow("one bad moment") << FaultFiles::Kind::Once << ErrorKind::StoreUnwritable << 5000;
    }
    void pulledInAnyOperation()
    {
        QFETCH(FaultFiles::Kind, kind);
        QFETCH(ErrorKind, error);
        QFETCH(int, pageBytes);
        CaseSource source(1, 1, pageBytes);
        for (int nth = 1;; ++nth) {
            const QTemporaryDir stick;
            FaultFiles files;
            files.arm(kind, nth, error);
            const auto report = exportCases(source, m_pair.keys(), files, stick.path(), m_clock);
            if (!files.fired()) {
                QVERIFY(report);
                QVERIFY2(nth > 10, qPrintable(QString::number(nth))); // every step was one that could fail
                return;
            }
            // The sweep of a temporary file is the one step that may fail behind a good end; there is none here.
            QVERIFY2(failedWith(report, error), qPrintable(QString::number(nth)));
            QVERIFY(!exportTrouble(report.error()).isEmpty());
            everyBundleIsWhole(stick);
            files.disarm();
            const auto again = exportCases(source, m_pair.keys(), files, stick.path(), m_clock);
            QVERIFY2(again, qPrintable(QString::number(nth)));
            QVERIFY(QDir(stick.path()).entryList({QStringLiteral("*.tmp")}, QDir::Files).isEmpty());
            everyBundleIsWhole(stick);
        }
    }

    void aStickThatGivesBackOtherBytesIsFoundOut()
    {
        CaseSource source(1, 1, 3000);
        qint64 size = 0;
        {
            const QTemporaryDir stick;
            offline::vault::PosixFileSystem disk;
            const auto report = exportCases(source, m_pair.keys(), disk, stick.path(), m_clock);
            QVERIFY(report);
            size = report->bytes;
        }
        for (qint64 at = 0; at < size - 200; at += 61) {
            const QTemporaryDir stick;
            WatchedFiles files;
            files.lieAt = at;
            const auto report = exportCases(source, m_pair.keys(), files, stick.path(), m_clock);
            QVERIFY2(failedWith(report, ErrorKind::StoreCorrupt), qPrintable(QString::number(at)));
            QVERIFY(bundlesOn(stick).isEmpty());
        }
    }

    void aStopLeavesNothing()
    {
        const QTemporaryDir stick;
        CaseSource source(2, 1, 10);
        offline::vault::PosixFileSystem disk;
        std::stop_source stop;
        stop.request_stop();
        QVERIFY(failedWith(exportCases(source, m_pair.keys(), disk, stick.path(), m_clock, stop.get_token()),
                           ErrorKind::Cancelled));
        QVERIFY(QDir(stick.path()).isEmpty());
    }

    void noStickIsSaid()
    {
        CaseSource source(1, 1, 10);
        offline::vault::PosixFileSystem disk;
        const auto report = exportCases(source, m_pair.keys(), disk, QStringLiteral("/nowhere/at/all"), m_clock);
        QVERIFY(failedWith(report, ErrorKind::NotFound));
        QVERIFY(exportTrouble(report.error()).contains(QStringLiteral("没有找到U盘")));
    }
};

QTEST_GUILESS_MAIN(FerryStickTest)
#include "ferry_stick_test.moc"
