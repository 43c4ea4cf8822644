// SPDX-License-Identifier: GPL-3.0-or-later
// A stick carried to the reference city, which reads bundles with code of its own: one case, whoever brings it and
// however often, and the line may bring it at the same time.
#include "offline/crypto/sm2.h"
#include "offline/ferry/acknowledgement.h"
#include "offline/ferry/case_export.h"
#include "tests/fault/sync_city.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace tongban;
using namespace tongban::tests;
using namespace tongban::offline;

class FerryCityTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<SyncCity> m_city;
    std::unique_ptr<QTemporaryDir> m_stick;
    std::optional<ferry::FerryKeys> m_keys;

    static QByteArray contentOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    template <class Work> auto onLane(Work work)
    {
        auto future = m_city->lane->run([work](std::stop_token) { return work(); });
        future.waitForFinished();
        return future.result();
    }
    // The bundle of everything that is open; empty when there is none.
    QByteArray exported()
    {
        const auto report = onLane([&]() -> Result<ferry::ExportReport> {
            auto &store = *m_city->store;
            ferry::StoreSource source(store.outboxDesk(), store.outbox(), store.vault());
            return ferry::exportCases(source, *m_keys, m_city->world.disk, m_stick->path(), m_city->world.clock);
        });
        return report ? contentOf(m_stick->filePath(report->file)) : QByteArray();
    }
    Result<ferry::ImportReport> imported(const QByteArray &file)
    {
        return onLane([&]() -> Result<ferry::ImportReport> {
            const auto read = ferry::readAcknowledgement(file, m_keys->deviceId, m_keys->city);
            return read ? ferry::applyAcknowledgement(*read, m_city->store->outboxDesk()) : fail(read.error());
        });
    }
    QByteArray carried(const QByteArray &bundle)
    {
        const auto answer = m_city->platform.ferry(bundle);
        if (!answer)
            qWarning("%s", qPrintable(answer.error().detail));
        return answer.value_or(QByteArray());
    }

    // The news comes over the line, when there is one again; only then does the terminal know its project number.
    void arrivedOnce(const domain::SubmittedCase &mine)
    {
        QVERIFY(m_city->runUntilAccepted(mine.content.id));
        TONGBAN_VERIFY_ARRIVED(*m_city, mine);
    }

private Q_SLOTS:
    void init()
    {
        m_city = std::make_unique<SyncCity>();
        m_stick = std::make_unique<QTemporaryDir>();
        QVERIFY(m_city->start());
        auto device = crypto::Sm2PrivateKey::fromPem(contentOf(m_city->platform.signKeyFile()));
        auto city = crypto::Sm2PublicKey::fromPem(contentOf(m_city->platform.cityKeyFile()));
        QVERIFY(device && city);
        m_keys = ferry::FerryKeys{.deviceId = m_city->world.options().deviceId,
                                  .siteCode = m_city->world.options().siteCode,
                                  .device = *device,
                                  .city = *city};
    }
    void cleanup() { m_city.reset(); }

    void aVillageWithoutALine()
    {
        const auto mine = m_city->submitOne();
        QVERIFY(mine);
        const QByteArray bundle = exported();
        QVERIFY(!bundle.isEmpty());
        const auto report = imported(carried(bundle));
        QVERIFY2(report, report ? "" : qPrintable(report.error().detail));
        QCOMPARE(report->cases, 1);
        QCOMPARE(report->refused + report->unknown, 0);
        for (const QString &state : m_city->boxStates())
            QVERIFY2(state.endsWith(QStringLiteral(" done")), qPrintable(state));
        QCOMPARE(m_city->requests(QStringLiteral("POST /v1/cases")), 0); // nothing went over the line
        const QJsonArray phones = m_city->platform.givenPhones().value_or(QJsonArray());
        QCOMPARE(phones.size(), 1); // no code without a line: the city checks it later
        QCOMPARE(phones.at(0)["state"].toString(), QStringLiteral("unverified"));
        QVERIFY(exported().isEmpty());
        arrivedOnce(*mine);
    }

    void twiceIsOneCase()
    {
        const auto mine = m_city->submitOne();
        QVERIFY(mine);
        const QByteArray bundle = exported();
        const QByteArray first = carried(bundle);
        const QByteArray second = carried(bundle);
        QVERIFY(imported(second));
        QVERIFY(imported(first));
        QVERIFY(imported(second));
        QVERIFY(m_city->boxStates().filter(QStringLiteral(" done")).size() == m_city->boxStates().size());
        arrivedOnce(*mine);
    }

    void besideTheLineIsOneCase()
    {
        const auto mine = m_city->submitOne();
        const auto other = m_city->submitOne();
        QVERIFY(mine && other);
        const QByteArray bundle = exported();
        QVERIFY(m_city->runUntilAccepted(mine->content.id)); // the line has brought it all meanwhile
        const auto late = imported(carried(bundle));
        QVERIFY2(late, late ? "" : qPrintable(late.error().detail));
        QCOMPARE(late->refused + late->unknown, 0);
        QCOMPARE(m_city->platform.cases()->size(), 2);
    }

    void theLineBeginsAndTheStickEnds()
    {
        const auto mine = m_city->submitOne();
        QVERIFY(mine);
        const QByteArray bundle = exported();
        QVERIFY(m_city->platform.planOne(QStringLiteral("PATCH /v1/uploads/*"), QStringLiteral("drop"),
                                         {{QStringLiteral("afterBytes"), 5}, {QStringLiteral("count"), 1}}));
        QVERIFY(m_city->runDue()); // the case is there, the first page is cut
        const auto report = imported(carried(bundle));
        QVERIFY2(report, report ? "" : qPrintable(report.error().detail));
        arrivedOnce(*mine);
    }

    void theStickBeginsAndTheLineEnds()
    {
        const auto mine = m_city->submitOne();
        QVERIFY(mine);
        QVERIFY(!carried(exported()).isEmpty()); // the acknowledgement is lost on the way back
        arrivedOnce(*mine);
        QCOMPARE(m_city->platform.cases()->size(), 1);
    }

    void aLostAnswerOfTheLineDoesNotDouble()
    {
        const auto mine = m_city->submitOne();
        QVERIFY(mine);
        QVERIFY(m_city->platform.planOne(QStringLiteral("POST /v1/cases"), QStringLiteral("loseAnswer"),
                                         {{QStringLiteral("count"), 1}}));
        QVERIFY(m_city->runDue());
        const auto report = imported(carried(exported()));
        QVERIFY2(report, report ? "" : qPrintable(report.error().detail));
        arrivedOnce(*mine);
    }

    void whatIsNotWholeIsNotTaken()
    {
        QVERIFY(m_city->submitOne());
        const QByteArray bundle = exported();
        for (const qsizetype length : {qsizetype{0}, qsizetype{10}, bundle.size() / 2, bundle.size() - 1})
            QVERIFY(!m_city->platform.ferry(bundle.left(length)));
        for (qsizetype at = 0; at < bundle.size(); at += bundle.size() / 97 + 1) {
            QByteArray damaged = bundle;
            damaged[at] = static_cast<char>(damaged.at(at) ^ 0x01);
            QVERIFY2(!m_city->platform.ferry(damaged), qPrintable(QString::number(at)));
        }
        QVERIFY(!m_city->platform.ferry(bundle + "x"));
        QCOMPARE(m_city->platform.cases()->size(), 0);
        QVERIFY(!carried(bundle).isEmpty());
    }

    void aStrangersBundleIsNotTaken()
    {
        QVERIFY(m_city->submitOne());
        m_keys->device = crypto::Sm2PrivateKey::generate();
        QVERIFY(!m_city->platform.ferry(exported()));
        QCOMPARE(m_city->platform.cases()->size(), 0);
    }
};

QTEST_GUILESS_MAIN(FerryCityTest)
#include "ferry_city_test.moc"
