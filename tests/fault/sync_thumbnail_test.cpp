// SPDX-License-Identifier: GPL-3.0-or-later
// Thumbnails at the real reference city: there before the pages, refused without harm, and the same by line and stick.
#include "offline/crypto/sm2.h"
#include "offline/ferry/case_export.h"
#include "tests/fault/sync_city.h"
#include "tests/unit/offline/thumbnail_rig.h"

#include <QFile>
#include <QTest>

using namespace tongban;
using namespace tongban::tests;

class SyncThumbnailTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<SyncCity> m_city;

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
    std::optional<domain::SubmittedCase> submitted()
    {
        const auto done = onLane([this]() -> Result<domain::SubmittedCase> {
            auto draft = testing::filledDraft(*m_city->store, testing::zhang(), m_city->world.clock);
            if (!draft)
                return fail(draft.error());
            if (const auto added = testing::addThumbnails(*m_city->store, *draft); !added)
                return fail(added.error());
            return m_city->store->cases().submit(*draft);
        });
        return done ? std::optional(*done) : std::nullopt;
    }
    // The bytes of the thumbnails that the city holds, in paper order.
    [[nodiscard]] QByteArrayList held()
    {
        QByteArrayList files;
        const auto cases = m_city->platform.cases().value_or(QJsonArray());
        if (cases.size() != 1)
            return files;
        const QJsonArray materials = cases.first().toObject().value(QLatin1String("materials")).toArray();
        for (const QJsonValue &material : materials) {
            const QJsonArray pages = material.toObject().value(QLatin1String("pages")).toArray();
            for (const QJsonValue &page : pages) {
                const QString file = page["thumbnail"]["file"].toString();
                if (!file.isEmpty())
                    files << contentOf(m_city->platform.directory() + QStringLiteral("/files/") + file);
            }
        }
        return files;
    }

private Q_SLOTS:
    void init()
    {
        m_city = std::make_unique<SyncCity>();
        QVERIFY(m_city->start());
    }
    void cleanup() { m_city.reset(); }

    void theyArriveWithTheCase()
    {
        const auto mine = submitted();
        QVERIFY(mine);
        m_city->worker->wake();
        QVERIFY2(m_city->runUntilAccepted(mine->content.id), m_city->platform.log().constData());
        TONGBAN_VERIFY_ARRIVED(*m_city, *mine);
        QCOMPARE(held(), (QByteArrayList{testing::thumbnailImage(1), testing::thumbnailImage(2)}));
        for (const QString &state : m_city->boxStates())
            QVERIFY2(state.endsWith(QStringLiteral(" done")), qPrintable(state));
    }

    void aCityThatRefusesThemGetsTheCase()
    {
        const auto mine = submitted();
        QVERIFY(mine);
        const auto thumbnails = QStringLiteral("part ") + QLatin1String(QByteArray("thumbnail").toBase64());
        QVERIFY(m_city->platform.planOne(QStringLiteral("POST /v1/uploads"), QStringLiteral("status"),
                                         {{QStringLiteral("announces"), thumbnails},
                                          {QStringLiteral("status"), 422},
                                          {QStringLiteral("code"), QStringLiteral("metadata_invalid")},
                                          {QStringLiteral("count"), 2}}));
        m_city->worker->wake();
        QVERIFY2(m_city->runUntilAccepted(mine->content.id), m_city->platform.log().constData());
        TONGBAN_VERIFY_ARRIVED(*m_city, *mine);
        QCOMPARE(held(), QByteArrayList());
        QCOMPARE(m_city->boxStates().filter(QStringLiteral("uploadThumbnail parked")).size(), 2);
    }

    void lineAndStickBringTheSame()
    {
        const auto mine = submitted();
        QVERIFY(mine);
        QTemporaryDir stick;
        auto device = offline::crypto::Sm2PrivateKey::fromPem(contentOf(m_city->platform.signKeyFile()));
        auto city = offline::crypto::Sm2PublicKey::fromPem(contentOf(m_city->platform.cityKeyFile()));
        QVERIFY(device && city);
        const offline::ferry::FerryKeys keys{.deviceId = m_city->world.options().deviceId,
                                             .siteCode = m_city->world.options().siteCode,
                                             .device = *device,
                                             .city = *city};
        const auto report = onLane([&]() -> Result<offline::ferry::ExportReport> {
            auto &store = *m_city->store;
            offline::ferry::StoreSource source(store.outboxDesk(), store.outbox(), store.vault());
            return offline::ferry::exportCases(source, keys, m_city->world.disk, stick.path(), m_city->world.clock);
        });
        QVERIFY2(report, report ? "" : qPrintable(report.error().detail));
        const QByteArray bundle = contentOf(stick.filePath(report->file));
        const auto acknowledged = m_city->platform.ferry(bundle);
        QVERIFY2(acknowledged, acknowledged ? "" : qPrintable(acknowledged.error().detail));
        QCOMPARE(held(), (QByteArrayList{testing::thumbnailImage(1), testing::thumbnailImage(2)}));
        m_city->worker->wake(); // nobody brought the answers back: the line says it all again, under the same keys
        QVERIFY2(m_city->runUntilAccepted(mine->content.id), m_city->platform.log().constData());
        TONGBAN_VERIFY_ARRIVED(*m_city, *mine);
        for (const QString &state : m_city->boxStates())
            QVERIFY2(state.endsWith(QStringLiteral(" done")), qPrintable(state));
    }
};

QTEST_GUILESS_MAIN(SyncThumbnailTest)
#include "sync_thumbnail_test.moc"
