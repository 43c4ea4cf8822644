// SPDX-License-Identifier: GPL-3.0-or-later
// The licence library is asked with consent, while the list stays in use; what it says counts for this visit, and its
// silence costs nobody anything.
#include "tests/unit/flow/walk.h"

#include "app/core/catalogue/material_resolver.h"
#include "app/flow/service/page_words.h"

#include <QTest>

using namespace tongban;
using namespace tongban::tests;
using catalogue::MaterialWay;

namespace {

const QString licence = QStringLiteral("medicalInvoice");

LibraryAnswered held()
{
    return {{{licence, {Secret(QStringLiteral("4200123456789")), QDate(2026, 10, 30)}}}};
}

catalogue::MaterialLine invoice(const ServiceState &state)
{
    for (const catalogue::MaterialLine &line : catalogue::resolveMaterials(*state.draft)) {
        if (line.key == QLatin1String("invoice"))
            return line;
    }
    return {};
}

Walk asking()
{
    Walk walk(libraryState(LibraryAsking::No));
    walk.then(LibraryAgreed{});
    return walk;
}

} // namespace

class FlowLibraryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void consentIsAskedForBeforeAnythingElse()
    {
        const ServiceState before = libraryState(LibraryAsking::No);
        QCOMPARE(catalogue::licencesToAsk(*before.draft), QStringList{licence});
        QCOMPARE(invoice(before).way, MaterialWay::Deferred);
        const Walk walk = asking();
        QVERIFY(walk.asked<AskLibrary>());
        QCOMPARE(walk.asked<AskLibrary>()->licences, QStringList{licence});
        QCOMPARE(walk.asked<AskLibrary>()->draft, before.draft->id);
        QVERIFY(!walk.state().busy); // the list stays in use
        QVERIFY(offersForward(walk.state()) == offersForward(before));
    }

    void whatIsHeldNeedNotBeBrought()
    {
        Walk walk = asking();
        walk.then(held());
        QCOMPARE(walk.step(), Step::Materials);
        const catalogue::MaterialLine line = invoice(walk.state());
        QCOMPARE(line.way, MaterialWay::FromLibrary);
        QVERIFY2(line.reason.contains(QStringLiteral("6789")) && !line.reason.contains(QStringLiteral("4200")),
                 qPrintable(line.reason)); // its end, and the day
        QVERIFY(line.reason.contains(QStringLiteral("2026年10月30日")));
        QVERIFY(walk.asked<SaveDraft>()); // it is worth keeping
        QVERIFY(catalogue::licencesToAsk(*walk.state().draft).isEmpty());
        const QString text = catalogue::signedText(walk.state().draft->item,
                                                   catalogue::resolveMaterials(*walk.state().draft));
        QVERIFY2(text.contains(QStringLiteral("我同意用电子证照库里我的")), qPrintable(text));
    }

    // Known to be missing is better known today than told in a letter.
    void whatIsNotHeldIsAskedFor()
    {
        Walk walk = asking();
        walk.then(LibraryAnswered{});
        QCOMPARE(invoice(walk.state()).way, MaterialWay::Scan);
        QVERIFY(!offersForward(walk.state()));
    }

    void silenceLeavesItDeferred()
    {
        Walk walk = asking();
        walk.then(LibrarySilent{});
        QCOMPARE(invoice(walk.state()).way, MaterialWay::Deferred);
        QVERIFY(wordsFor(walk.state()).subtitle.contains(QStringLiteral("查不到")));
        walk.then(LibraryAgreed{}); // and may be asked again
        QVERIFY(walk.asked<AskLibrary>());
    }

    void aLateAnswerChangesNothing()
    {
        Walk walk = asking();
        walk.then(LibraryAgreed{}); // twice is once
        QVERIFY(!walk.asked<AskLibrary>());
        walk.then(LibrarySilent{}).then(held());
        QVERIFY(!walk.state().draft->library);
        Walk gone = asking();
        gone.then(Backward{});
        QCOMPARE(gone.step(), Step::Form);
        gone.then(held());
        QVERIFY(!gone.state().draft->library);
    }

    // It may have been withdrawn since, and another sentence is signed now.
    void anotherDayItIsAskedAnew()
    {
        Walk walk = asking();
        walk.then(held());
        domain::CaseDraft kept = *walk.state().draft;
        kept.signature = somePage();
        ServiceState resume = libraryState(LibraryAsking::No);
        resume.step = Step::Resume;
        resume.unfinished = ports::Unfinished{.draft = kept, .withoutReceipt = {}};
        Walk later(resume);
        later.then(DraftContinued{});
        QVERIFY(!later.state().draft->library);
        QVERIFY(!later.state().draft->signature);
    }
};

QTEST_GUILESS_MAIN(FlowLibraryTest)
#include "flow_library_test.moc"
