// SPDX-License-Identifier: GPL-3.0-or-later
// A small look at each page: announced with the case, sent ahead of the pages, kept as long as they are, and waited for
// by nobody.
#include "tests/unit/offline/thumbnail_rig.h"

#include <QFile>
#include <QJsonArray>
#include <QTest>

using namespace tongban;
using namespace tongban::testing;
using ports::OutboxKind;

class StoreThumbnailTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<StoreWorld> m_world;
    StorePointer m_store;
    domain::CaseDraft m_draft;

    [[nodiscard]] std::optional<ports::OutboxEntry> claimed()
    {
        return *m_store->outbox().claim(m_world->clock.nowUtc());
    }
    [[nodiscard]] QStringList findings()
    {
        offline::store::Agreement agreement;
        auto check = m_store->agreementCheck(m_world->disk);
        if (!check.checkCase(m_draft.id, agreement) || !check.checkWhole(agreement))
            agreement.findings << QStringLiteral("the look failed");
        return agreement.findings;
    }
    [[nodiscard]] const domain::SealedThumbnail &thumbnail() const { return *m_draft.pages.first().front().thumbnail; }
    [[nodiscard]] QString fileOf(const QUuid &blob) const
    {
        return QStringLiteral("%1/vault/%2/%3")
            .arg(m_world->stateDirectory(), m_draft.id.toString(QUuid::WithoutBraces),
                 blob.toString(QUuid::WithoutBraces));
    }

private Q_SLOTS:
    void init()
    {
        m_world = std::make_unique<StoreWorld>();
        m_store = std::move(*m_world->open());
        m_draft = *filledDraft(*m_store, zhang(), m_world->clock);
        QVERIFY(addThumbnails(*m_store, m_draft));
    }
    void cleanup() { m_store.reset(); }

    void itIsAnnouncedAndGoesAheadOfThePages()
    {
        QVERIFY(m_store->cases().submit(m_draft));
        const auto create = claimed();
        QCOMPARE(create->kind, OutboxKind::CreateCase);
        const QJsonObject page =
            create->payload["materials"].toArray().at(0).toObject()["pages"].toArray().at(0).toObject();
        QCOMPARE(page["thumbnail"].toObject(), (QJsonObject{{"sm3", QString::fromLatin1(thumbnail().sm3.toHex())},
                                                            {"width", 240},
                                                            {"height", 320},
                                                            {"bytes", thumbnail().bytes}}));
        QVERIFY(m_store->outbox().complete(create->id, {}));
        QList<OutboxKind> order;
        QJsonObject first;
        while (const auto entry = claimed()) {
            if (order.isEmpty())
                first = entry->payload;
            order << entry->kind;
            QVERIFY(m_store->outbox().complete(entry->id, {}));
        }
        QCOMPARE(order,
                 (QList<OutboxKind>{OutboxKind::UploadThumbnail, OutboxKind::UploadThumbnail, OutboxKind::UploadPage,
                                    OutboxKind::UploadPage, OutboxKind::UploadPage, OutboxKind::SubmitCase}));
        QCOMPARE(first, (QJsonObject{{"blob", thumbnail().blob.toString(QUuid::WithoutBraces)},
                                     {"caseId", m_draft.id.toString(QUuid::WithoutBraces)},
                                     {"material", "householdRegister"},
                                     {"page", 1},
                                     {"sm3", QString::fromLatin1(thumbnail().sm3.toHex())},
                                     {"contentType", "image/jpeg"},
                                     {"bytes", thumbnail().bytes}}));
    }

    void nobodyWaitsForIt()
    {
        QVERIFY(m_store->cases().submit(m_draft));
        bool submitted = false;
        while (const auto entry = claimed()) {
            submitted = submitted || entry->kind == OutboxKind::SubmitCase;
            if (entry->kind == OutboxKind::UploadThumbnail)
                QVERIFY(m_store->outbox().park(
                    entry->id, {ErrorKind::PlatformRefused, QStringLiteral("test"), QStringLiteral("no thumbnails")}));
            else
                QVERIFY(m_store->outbox().complete(entry->id, {}));
        }
        QVERIFY(submitted);
        QVERIFY(m_store->outboxDesk().unsent()->empty());
        QCOMPARE(findings(), QStringList());
    }

    void itStaysAsLongAsItsPage()
    {
        QVERIFY(m_store->cases().saveDraft(m_draft));
        m_store.reset();
        m_store = std::move(*m_world->open()); // what belongs to nothing is swept at the start
        const auto resumed = m_store->cases().findUnfinished(m_draft.applicant);
        QVERIFY(resumed && resumed->draft);
        QVERIFY(sameContent(*resumed->draft, m_draft));
        QCOMPARE(*m_store->vault().get(m_draft.id, thumbnail().blob), thumbnailImage(1));

        domain::CaseDraft fewer = m_draft; // the villager takes the first page back
        auto &pages = fewer.pages.first();
        pages.erase(pages.begin());
        QVERIFY(m_store->cases().saveDraft(fewer));
        QVERIFY(!QFile::exists(fileOf(thumbnail().blob)));
        QVERIFY(QFile::exists(fileOf(pages.front().thumbnail->blob)));

        QVERIFY(m_store->cases().submit(fewer)); // and what the case does not name goes
        QVERIFY(QFile::exists(fileOf(pages.front().thumbnail->blob)));
        m_draft = fewer;
        QCOMPARE(findings(), QStringList());
    }

    void oneThatIsLostIsFoundAndHoldsNothingUp()
    {
        QVERIFY(m_store->cases().saveDraft(m_draft)); // until then it waits in memory
        QVERIFY(QFile::remove(fileOf(thumbnail().blob)));
        QVERIFY(m_store->cases().submit(m_draft));
        QVERIFY2(findings().join(u' ').contains(QStringLiteral("thumbnail of page 1 of householdRegister")),
                 qPrintable(findings().join(u' ')));
    }
};

QTEST_GUILESS_MAIN(StoreThumbnailTest)
#include "store_thumbnail_test.moc"
