// SPDX-License-Identifier: GPL-3.0-or-later
// Every shipped theme, on every path of its situations, walked through the journey as a person would and into a real
// store: wrong answers refused, good ones taken, and each office's case whole by the rules of its own item.
#include "app/core/base/log.h"
#include "app/core/catalogue/material_resolver.h"
#include "app/core/domain/case_parties.h"
#include "app/core/domain/theme_cases.h"
#include "offline/crypto/sm3.h"
#include "tests/data/form_filler.h"
#include "tests/data/item_files.h"
#include "tests/data/item_paths.h"
#include "tests/data/store_walk.h"
#include "tests/unit/offline/store_world.h"

#include <QTest>

using namespace tongban;
using namespace tongban::domain;
using namespace tongban::flow;
using namespace tongban::tests;

class ThemesFormsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        setLogSink([](const QByteArray &) {});
    }
    void everyPathLeadsToACaseAnOffice_data();
    void everyPathLeadsToACaseAnOffice();

private:
    void walkThrough(const QStringList &parts, const catalogue::SituationPath &path, int number);
    void checkCase(const SubmittedCase &made, const StoreWalk &walk);

    ServiceItem m_theme;
    ServiceItem m_form; // of the parts that are wanted
    std::unique_ptr<testing::StoreWorld> m_world;
    testing::StorePointer m_store;
    int m_walks = 0;
};

void ThemesFormsTest::everyPathLeadsToACaseAnOffice_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QStringList>("parts");
    for (const QString &file : themeFileNames()) {
        const ServiceItem theme = themeOfFile(file);
        QTest::newRow(qPrintable(file)) << file << QStringList();
        for (const ServiceItem &part : theme.parts)
            QTest::newRow(qPrintable(file + QStringLiteral(", only ") + part.code)) << file << QStringList{part.code};
    }
}

void ThemesFormsTest::everyPathLeadsToACaseAnOffice()
{
    QFETCH(QString, file);
    QFETCH(QStringList, parts);
    m_theme = themeOfFile(file);
    const auto form = parts.isEmpty() ? Result<ServiceItem>(m_theme) : formOfParts(m_theme, parts);
    QVERIFY2(form, form ? "" : qPrintable(form.error().detail));
    m_form = *form;
    m_world = std::make_unique<testing::StoreWorld>();
    m_world->clock.advance(
        std::chrono::milliseconds(m_world->clock.nowUtc().msecsTo(QDateTime(testDay, QTime(8, 30), Qt::UTC))));
    auto store = m_world->open();
    QVERIFY2(store, store ? "" : qPrintable(store.error().detail));
    m_store = std::move(*store);
    m_walks = 0;
    int number = 0;
    for (const catalogue::SituationPath &path : everyPath(m_form)) {
        for (int round = 0; round < 3; ++round) { // with other answers each: forms branch, too
            m_world->clock.advance(std::chrono::seconds(40));
            walkThrough(parts, path, number++);
            if (QTest::currentTestFailed())
                return;
        }
    }
    QVERIFY(m_walks > 0);
    const auto census = testing::censusOf(m_world->databasePath());
    QVERIFY(census);
    QCOMPARE(census->cases, m_walks * static_cast<int>(std::max<size_t>(1, m_form.parts.size())));
    QCOMPARE(census->drafts, 0);
    m_store.reset();
}

void ThemesFormsTest::walkThrough(const QStringList &parts, const catalogue::SituationPath &path, int number)
{
    StoreWalk walk(*m_store, m_world->clock, cardOf(QDate(1960, 3, 8).addDays(number), 2 * number % 1000),
                   static_cast<unsigned>(number) + 1);
    walk.choose(m_theme, parts);
    walk.answerSituations(path);
    if (asksWhomNoCardBrings(m_form, path)) {
        QCOMPARE(walk.state().step, Step::Situation);
        return;
    }
    ++m_walks;
    walk.layCard();
    walk.fillForm();
    walk.bringMaterials();
    walk.signAndSubmit();
    QVERIFY2(walk.complaint().isEmpty(), qPrintable(walk.complaint()));
    QCOMPARE(walk.state().step, Step::Receipt);
    QCOMPARE(walk.state().print, PrintPhase::Confirmed); // the last one, too
    const bool isOne = m_form.parts.empty();             // an application like any other
    QCOMPARE(walk.state().together.size(), m_form.parts.size());
    const auto made = isOne ? std::vector<SubmittedCase>{*walk.state().submitted} : walk.state().together;
    QSet<QString> told;
    for (const SubmittedCase &one : made) {
        checkCase(one, walk);
        for (const QString &key : one.content.answers.keys())
            told.insert(key);
    }
    for (const QString &key : walk.given().keys()) // nobody was asked in vain
        QVERIFY2(told.contains(key), qPrintable(key));
}

// Asked of the store anew, and judged by the rules of the office's own item.
void ThemesFormsTest::checkCase(const SubmittedCase &made, const StoreWalk &walk)
{
    const auto stored = m_store->cases().findCase(made.content.id);
    QVERIFY2(stored, stored ? "" : qPrintable(stored.error().detail));
    const CaseDraft &content = stored->content;
    QVERIFY(content.item.parts.empty());
    QCOMPARE(withoutHidden(content.item, content.answers), content.answers);
    QVERIFY(!firstOpenPage(content.item, content.answers, testDay));
    QVERIFY(catalogue::isComplete(catalogue::resolveMaterials(content)));
    QVERIFY(!missingParty(content));
    QVERIFY(content.signature);
    const QList<QString> keys = content.answers.keys();
    for (const QString &key : keys) {
        if (walk.given().contains(key))
            QCOMPARE(content.answers.value(key).reveal(), walk.given().value(key));
    }
    for (const auto &pages : content.pages) {
        for (const SealedPage &page : pages) {
            const auto kept = m_store->vault().get(content.id, page.blob);
            QVERIFY(kept && offline::crypto::sm3(*kept) == page.sm3);
        }
    }
}

QTEST_GUILESS_MAIN(ThemesFormsTest)
#include "themes_forms_test.moc"
