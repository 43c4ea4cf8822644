// SPDX-License-Identifier: GPL-3.0-or-later
// Every shipped item and every theme, walked as a person would, into the real store and on to the reference city: each
// office has its case, with every answer, page and signature, and the contract holds for all of them.
#include "app/core/base/log.h"
#include "app/core/domain/form_engine.h"
#include "tests/data/form_filler.h"
#include "tests/data/item_files.h"
#include "tests/data/item_paths.h"
#include "tests/data/store_walk.h"
#include "tests/fault/sync_city.h"

#include <QTest>

using namespace tongban;
using namespace tongban::domain;
using namespace tongban::tests;

class ItemsCityTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyErrandArrives_data();
    void everyErrandArrives();
    void theContractHolds();
    void cleanupTestCase() { m_city.reset(); }

private:
    [[nodiscard]] std::vector<SubmittedCase> walked(const ServiceItem &item, int number);
    [[nodiscard]] QJsonObject heldOf(const SubmittedCase &submitted);
    void checkAtCity(const SubmittedCase &submitted);

    std::unique_ptr<SyncCity> m_city;
    QString m_complaint;
    int m_sent = 0;
};

void ItemsCityTest::initTestCase()
{
    setLogSink([](const QByteArray &) {});
    m_city = std::make_unique<SyncCity>(); // items and themes as shipped
    QVERIFY(m_city->start());
}

void ItemsCityTest::everyErrandArrives_data()
{
    QTest::addColumn<ServiceItem>("item");
    QTest::addColumn<int>("number");
    int number = 0;
    for (const QString &file : itemFileNames()) {
        const ServiceItem item = itemOfFile(file);
        if (item.selfService.level != SelfService::Level::View)
            QTest::newRow(qPrintable(file)) << item << number++;
    }
    for (const QString &file : themeFileNames())
        QTest::newRow(qPrintable(file)) << themeOfFile(file) << number++;
}

// On the first path on which nobody has to be there who cannot be by a card.
std::vector<SubmittedCase> ItemsCityTest::walked(const ServiceItem &item, int number)
{
    const auto paths = everyPath(item);
    const auto open = std::find_if(paths.begin(), paths.end(),
                                   [&](const auto &path) { return !asksWhomNoCardBrings(item, path); });
    if (open == paths.end())
        return {};
    std::vector<SubmittedCase> made;
    m_complaint.clear();
    m_city->lane
        ->run([&](std::stop_token) {
            StoreWalk walk(*m_city->store, m_city->world.clock, cardOf(QDate(1960, 3, 8).addDays(number), 2),
                           static_cast<unsigned>(number) + 1);
            walk.choose(item);
            walk.answerSituations(*open);
            walk.layCard();
            walk.fillForm();
            walk.bringMaterials();
            walk.signAndSubmit();
            m_complaint = walk.complaint();
            if (!walk.state().together.empty())
                made = walk.state().together;
            else if (walk.state().submitted)
                made = {*walk.state().submitted};
            return Result<void>();
        })
        .waitForFinished();
    return made;
}

void ItemsCityTest::everyErrandArrives()
{
    QFETCH(ServiceItem, item);
    QFETCH(int, number);
    const auto made = walked(item, number);
    QVERIFY2(m_complaint.isEmpty(), qPrintable(m_complaint));
    const auto paths = everyPath(item);
    if (made.empty()) { // told at the question on every path, or it is no errand of this terminal
        for (const auto &path : paths)
            QVERIFY(asksWhomNoCardBrings(item, path));
        return;
    }
    QCOMPARE(made.size(), std::max<size_t>(1, item.parts.size()));
    m_city->worker->wake();
    for (const SubmittedCase &one : made) {
        QVERIFY2(m_city->runUntilAccepted(one.content.id), qPrintable(m_city->boxStates().last()));
        ++m_sent;
        checkAtCity(one);
    }
}

QJsonObject ItemsCityTest::heldOf(const SubmittedCase &submitted)
{
    const auto cases = m_city->platform.cases();
    if (!cases)
        return {};
    for (const QJsonValue &held : *cases) {
        if (held[QStringLiteral("localNumber")].toString() == submitted.localNumber)
            return held.toObject();
    }
    return {};
}

void ItemsCityTest::checkAtCity(const SubmittedCase &submitted)
{
    const QJsonObject held = heldOf(submitted);
    QVERIFY(!held.isEmpty());
    QCOMPARE(held[QStringLiteral("status")].toString(), QStringLiteral("accepted"));
    const QString wrong = wrongFilesAt(held, submitted.content, m_city->platform.directory());
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
    const QJsonObject told = held[QStringLiteral("answers")].toObject();
    for (auto answer = submitted.content.answers.begin(); answer != submitted.content.answers.end(); ++answer)
        QVERIFY2(told.contains(answer.key()), qPrintable(answer.key()));
}

void ItemsCityTest::theContractHolds()
{
    QVERIFY(m_sent >= 45);
    const auto counters = m_city->platform.counters();
    QVERIFY(counters);
    QCOMPARE(counters->value(QStringLiteral("violations")).toObject(), QJsonObject());
}

Q_DECLARE_METATYPE(tongban::domain::ServiceItem)
QTEST_MAIN(ItemsCityTest)
#include "items_city_test.moc"
