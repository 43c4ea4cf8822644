// SPDX-License-Identifier: GPL-3.0-or-later
// Every shipped item, on every path of its situations, walked through the journey as a person would and into a real
// store: wrong answers are refused with a sentence at their field and leave no trace, good ones taken, what must be
// scanned is scanned, and what was given is what the store holds and the city will be told.
#include "app/core/base/log.h"
#include "app/core/domain/case_parties.h"
#include "app/core/domain/form_engine.h"
#include "offline/crypto/sm3.h"
#include "tests/data/form_filler.h"
#include "tests/data/item_files.h"
#include "tests/data/item_paths.h"
#include "tests/data/store_walk.h"
#include "tests/unit/offline/store_world.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QTest>

using namespace tongban;
using namespace tongban::domain;
using namespace tongban::flow;
using namespace tongban::tests;

namespace {

constexpr unsigned walksOfAPath = 3; // with other answers each: forms branch, too

bool isAsked(const Condition &when, const ServiceItem &item, const catalogue::SituationPath &path)
{
    return catalogue::truthOf(when, item, path) == catalogue::Truth::Yes;
}

QSet<QString> partiesAsked(const ServiceItem &item, const catalogue::SituationPath &path)
{
    QSet<QString> keys;
    for (const Party &party : item.parties) {
        if (isAsked(party.when, item, path))
            keys.insert(party.key);
    }
    return keys;
}

// The first way, in the file's order, by which the person has to bring it; none: nobody has to bring it today.
std::optional<MaterialOrigin> demandedBy(const MaterialSpec &material)
{
    const bool isSpared = material.comesBy(MaterialOrigin::Library) || material.comesBy(MaterialOrigin::Shared) ||
                          material.comesBy(MaterialOrigin::Commitment);
    return isSpared || material.optional ? std::nullopt : std::optional(material.origins.front());
}

// Read straight from the file, without the resolver that the screen goes by.
QSet<QString> demanded(const ServiceItem &item, const catalogue::SituationPath &path, MaterialOrigin origin)
{
    QSet<QString> keys;
    for (const MaterialSpec &material : item.materials) {
        if (isAsked(material.when, item, path) && demandedBy(material) == origin)
            keys.insert(material.key);
    }
    return keys;
}

IdCard cardOfWalk(int number) // every walk another person, all of age and none very old
{
    return cardOf(QDate(1960, 3, 8).addDays(number / 500), 2 * number % 1000);
}

QString differenceOf(const CaseDraft &stored, const StoreWalk &walk)
{
    Answers told = withoutHidden(stored.item, stored.answers);
    if (told != stored.answers)
        return QStringLiteral("an answer to a question that is not asked");
    for (auto given = walk.given().begin(); given != walk.given().end(); ++given) {
        if (told.take(given.key()).reveal() != given.value())
            return QStringLiteral("%1 is not what was answered").arg(given.key());
    }
    for (auto left = told.begin(); left != told.end(); ++left) {
        if (valueFromCards(*stored.item.field(left.key()), stored) != left->reveal())
            return QStringLiteral("%1 was answered by nobody").arg(left.key());
    }
    return {};
}

bool holdsFiles(const std::vector<SealedPage> &pages, const QList<QByteArray> &images, const QUuid &owner,
                ports::Vault &vault)
{
    return std::equal(pages.begin(), pages.end(), images.begin(), images.end(),
                      [&](const SealedPage &page, const QByteArray &image) {
                          const auto kept = vault.get(owner, page.blob);
                          return kept && *kept == image && page.sm3 == offline::crypto::sm3(image);
                      });
}

struct Figures
{
    int files = 0;
    int paths = 0;
    int closedPaths = 0; // others have to be there, or something has to be photographed: closed on this terminal
    int walks = 0;
    qint64 answers = 0;
    qint64 wrongAnswers = 0;
    int cases = 0;
    qint64 pages = 0;
};

} // namespace

class ItemsFormsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        setLogSink([](const QByteArray &) {}); // some thousand lines of submitted cases
        m_timer.start();
    }
    void everyPathLeadsToACase_data();
    void everyPathLeadsToACase();
    void cleanupTestCase();

private:
    void walkThrough(StoreWalk &walk, const ServiceItem &item, const catalogue::SituationPath &path);
    void compareCase(const QUuid &id, const StoreWalk &walk, const catalogue::SituationPath &path);
    void compareMessages(const SubmittedCase &stored, const StoreWalk &walk);

    std::unique_ptr<testing::StoreWorld> m_world; // of the file
    testing::StorePointer m_store;
    int m_cases = 0;    // of the file
    int m_messages = 0; // of the file
    Figures m_figures;
    QElapsedTimer m_timer;
};

void ItemsFormsTest::everyPathLeadsToACase_data()
{
    QTest::addColumn<QString>("file");
    for (const QString &file : itemFileNames())
        QTest::newRow(qPrintable(file)) << file;
}

void ItemsFormsTest::everyPathLeadsToACase()
{
    QFETCH(QString, file);
    const ServiceItem item = itemOfFile(file);
    ++m_figures.files;
    if (item.selfService.level == SelfService::Level::View)
        return; // told about, not applied for here
    m_world = std::make_unique<testing::StoreWorld>();
    m_world->clock.advance(
        std::chrono::milliseconds(m_world->clock.nowUtc().msecsTo(QDateTime(testDay, QTime(8, 30), Qt::UTC))));
    auto store = m_world->open();
    QVERIFY2(store, store ? "" : qPrintable(store.error().detail));
    m_store = std::move(*store);
    m_cases = m_messages = 0;
    const qint64 wrongBefore = m_figures.wrongAnswers;
    unsigned number = 0;
    for (const catalogue::SituationPath &path : everyPath(item)) {
        ++m_figures.paths;
        m_figures.closedPaths +=
            asksWhomNoCardBrings(item, path) || !demanded(item, path, MaterialOrigin::Camera).isEmpty();
        for (unsigned round = 0; round < walksOfAPath; ++round) {
            m_world->clock.advance(std::chrono::seconds(40));
            StoreWalk walk(*m_store, m_world->clock, cardOfWalk(static_cast<int>(number)), number + 1);
            ++number;
            walkThrough(walk, item, path);
            if (QTest::currentTestFailed())
                return;
        }
    }
    const auto census = testing::censusOf(m_world->databasePath());
    QVERIFY(census);
    QCOMPARE(census->cases, m_cases);
    QCOMPARE(census->messages, m_messages);
    QCOMPARE(m_store->outboxDesk().unsent()->size(), static_cast<size_t>(m_cases));
    const bool isForSeveral = !item.parties.empty() && item.parties.front().when.kind == Condition::Kind::Always;
    QVERIFY(m_figures.wrongAnswers > wrongBefore || isForSeveral);
    m_figures.cases += m_cases;
    m_store.reset();
}

void ItemsFormsTest::walkThrough(StoreWalk &walk, const ServiceItem &item, const catalogue::SituationPath &path)
{
    walk.choose(item);
    walk.answerSituations(path);
    if (asksWhomNoCardBrings(item, path)) { // told at the question; nothing is begun
        if (path.isEmpty())                 // told before it: DeviceBoard closes the item
            return;
        QCOMPARE(walk.state().step, Step::Situation);
        QVERIFY(walk.state().trouble && walk.state().trouble->kind == ErrorKind::NotEligible);
        return;
    }
    ++m_figures.walks;
    walk.layCard();
    walk.fillForm();
    QVERIFY2(walk.complaint().isEmpty(), qPrintable(walk.complaint()));
    m_figures.answers += walk.given().size();
    m_figures.wrongAnswers += walk.wrongAnswers();
    walk.bringMaterials();
    if (!demanded(item, path, MaterialOrigin::Camera).isEmpty()) { // no page photographs yet: DeviceBoard closes it
        QCOMPARE(walk.state().step, Step::Materials);
        return;
    }
    walk.signAndSubmit();
    QVERIFY2(walk.complaint().isEmpty(), qPrintable(walk.complaint()));
    QCOMPARE(walk.state().step, Step::Receipt);
    QVERIFY(walk.state().submitted);
    compareCase(walk.state().submitted->content.id, walk, path);
}

// What is asked of the store is asked anew: nothing here is what the walk has in its hands.
void ItemsFormsTest::compareCase(const QUuid &id, const StoreWalk &walk, const catalogue::SituationPath &path)
{
    const auto stored = m_store->cases().findCase(id);
    QVERIFY2(stored, stored ? "" : qPrintable(stored.error().detail));
    const CaseDraft &content = stored->content;
    QCOMPARE(stored->status, CaseStatus::Queued);
    QVERIFY(!stored->localNumber.isEmpty());
    for (auto answer = path.begin(); answer != path.end(); ++answer)
        QCOMPARE(content.answers.value(answer.key()).reveal(), answer.value());
    QCOMPARE(differenceOf(content, walk), QString());
    QVERIFY(!firstOpenPage(content.item, content.answers, testDay));
    const QList<QString> keys = content.pages.keys();
    QCOMPARE(QSet<QString>(keys.begin(), keys.end()), demanded(content.item, path, MaterialOrigin::Scan));
    for (const QString &key : keys) {
        QVERIFY2(holdsFiles(content.pages.value(key), walk.brought().value(key), id, m_store->vault()),
                 qPrintable(key));
        m_figures.pages += walk.brought().value(key).size();
    }
    const QList<QString> others = content.parties.keys();
    QCOMPARE(QSet<QString>(others.begin(), others.end()), partiesAsked(content.item, path));
    for (const QString &party : others)
        QCOMPARE(content.parties.value(party).card.idNumber, walk.others().value(party).idNumber);
    QVERIFY(walk.signatures().contains(QString()));
    for (auto drawn = walk.signatures().begin(); drawn != walk.signatures().end(); ++drawn) {
        const auto &page = signatureOf(content, drawn.key());
        QVERIFY(page && holdsFiles({*page}, {drawn.value()}, id, m_store->vault()));
    }
    const auto left = m_store->cases().findUnfinished(content.applicant);
    QVERIFY(left && !left->draft && !left->withoutReceipt);
    compareMessages(*stored, walk);
    ++m_cases;
}

void ItemsFormsTest::compareMessages(const SubmittedCase &stored, const StoreWalk &walk)
{
    const auto entries = m_store->outboxDesk().openEntriesOf(stored.content.id);
    QVERIFY(entries);
    m_messages += static_cast<int>(entries->size());
    qsizetype files = walk.signatures().size();
    for (const QList<QByteArray> &pages : walk.brought())
        files += pages.size();
    QCOMPARE(entries->size(), static_cast<size_t>(files + 2));
    QCOMPARE(entries->front().kind, ports::OutboxKind::CreateCase);
    QCOMPARE(entries->back().kind, ports::OutboxKind::SubmitCase);
    QCOMPARE(entries->back().payload.value(QStringLiteral("pages")).toInt(), static_cast<int>(files));
    const QJsonObject told = entries->front().payload;
    QCOMPARE(told.value(QStringLiteral("itemCode")).toString(), stored.content.item.code);
    QCOMPARE(told.value(QStringLiteral("localNumber")).toString(), stored.localNumber);
    const QJsonObject answers = told.value(QStringLiteral("answers")).toObject();
    QCOMPARE(answers.size(), stored.content.answers.size());
    for (auto given = walk.given().begin(); given != walk.given().end(); ++given)
        QCOMPARE(answers.value(given.key()).toString(), given.value());
    QSet<QString> scanned;
    for (const QJsonValue &material : told.value(QStringLiteral("materials")).toArray()) {
        if (material[QStringLiteral("origin")].toString() == QStringLiteral("scan"))
            scanned.insert(material[QStringLiteral("key")].toString());
    }
    const QList<QString> brought = walk.brought().keys();
    QCOMPARE(scanned, QSet<QString>(brought.begin(), brought.end()));
}

void ItemsFormsTest::cleanupTestCase()
{
    qInfo(
        "%d files, %d paths (%d of them closed here), %d walks: %lld answers taken, %lld wrong ones refused, %d cases "
        "with %lld pages stored and in the outbox, %.1f s",
        m_figures.files, m_figures.paths, m_figures.closedPaths, m_figures.walks, m_figures.answers,
        m_figures.wrongAnswers, m_figures.cases, m_figures.pages, static_cast<double>(m_timer.elapsed()) / 1000.0);
    QVERIFY(m_figures.cases > 0 || m_figures.files < itemFileNames().size());
}

QTEST_GUILESS_MAIN(ItemsFormsTest)
#include "items_forms_test.moc"
