// SPDX-License-Identifier: GPL-3.0-or-later
// Every shipped item, on every path of its situations, walked through the journey as a person would: wrong answers are
// refused with a sentence, good ones taken, what must be scanned is scanned, and what is submitted is whole.
#include "app/core/catalogue/material_resolver.h"
#include "app/core/catalogue/situation_paths.h"
#include "app/core/domain/form_engine.h"
#include "app/flow/service/page_words.h"
#include "app/flow/service/service_flow.h"
#include "tests/data/form_filler.h"
#include "tests/data/item_files.h"

#include <QRegularExpression>
#include <QTest>

using namespace tongban;
using namespace tongban::domain;
using namespace tongban::flow;
using namespace tongban::tests;

namespace {

const IdCard person = cardOf(QDate(1960, 3, 8), 6);
const QDateTime startedAt(testDay, QTime(8, 30), Qt::UTC);
const QUuid draftId = QUuid(QStringLiteral("01934f00-0000-7000-8000-000000000001"));

SealedPage somePage()
{
    return {.blob = draftId, .size = QSize(1200, 1600), .bytes = 80'000, .sm3 = QByteArray(32, '\x11')};
}

// One application from the tile to the submission.
class Application
{
public:
    Application(const ServiceItem &item, unsigned seed) : m_random(seed)
    {
        then(Touched{});
        then(ItemChosen{item});
        then(Forward{});
    }

    void situations(const catalogue::SituationPath &path)
    {
        for (int i = 0; i <= path.size() && m_state.step == Step::Situation; ++i) {
            const QString key = m_state.item->situations.at(static_cast<size_t>(m_state.formPage)).field.key;
            then(AnswerGiven{key, Secret(path.value(key))});
            then(Forward{});
        }
    }
    void identify()
    {
        then(CardWasRead{person, draftId, startedAt, testDay});
        then(UnfinishedFound{});
        if (m_state.step == Step::NotEligible)
            then(Forward{});
    }
    // Every page of the form: first each wrong answer, then a good one.
    void form()
    {
        for (int page = 0; page < 200 && m_state.step == Step::Form && m_complaint.isEmpty(); ++page)
            fillPage();
    }
    void materials()
    {
        if (m_state.step != Step::Materials)
            return;
        for (const auto &line : catalogue::resolveMaterials(*m_state.draft)) {
            if (line.way != catalogue::MaterialWay::Scan || line.isOptional)
                continue;
            then(ScanAsked{line.key});
            then(PagesSealed{{somePage()}});
            then(PageKept{});
        }
        then(Forward{});
    }
    void signAndSubmit()
    {
        then(SignatureSealed{somePage()});
        then(Forward{});
    }

    [[nodiscard]] const ServiceState &state() const { return m_state; }
    [[nodiscard]] const std::vector<ServiceEffect> &effects() const { return m_effects; }
    [[nodiscard]] const QString &complaint() const { return m_complaint; }
    [[nodiscard]] int refused() const { return m_refused; }

private:
    void then(const ServiceEvent &event)
    {
        Transition transition = next(m_state, event);
        m_state = std::move(transition.state);
        m_effects = std::move(transition.effects);
    }

    void fillPage()
    {
        const int index = m_state.formPage;
        const FormPage page = m_state.draft->item.pages.at(static_cast<size_t>(index));
        for (const QString &key : page.fields) {
            const FormField field = *m_state.draft->item.field(key); // a copy: every event makes a new state
            if (!isVisible(m_state.draft->item, field, m_state.draft->answers) ||
                !valueFromCard(field, person).isEmpty())
                continue;
            refuseWrong(field);
            then(AnswerGiven{key, Secret(answerFor(field, m_random))});
        }
        then(Forward{});
        if (m_state.step == Step::Form && m_state.formPage == index)
            m_complaint = QStringLiteral("page %1 takes no good answer").arg(page.title);
    }

    void refuseWrong(const FormField &field)
    {
        for (const QString &wrong : wrongAnswersFor(field)) {
            const auto verdict = validate(field, wrong, testDay);
            if (verdict) {
                m_complaint = QStringLiteral("%1 takes a wrong answer").arg(field.label);
                return;
            }
            static const QRegularExpression latin(QStringLiteral("[A-Za-z%]"));
            if (!verdict.error().detail.endsWith(u'。') || verdict.error().detail.contains(latin))
                m_complaint = QStringLiteral("not a sentence: ") + verdict.error().detail;
            ++m_refused;
            const int page = m_state.formPage;
            then(AnswerGiven{field.key, Secret(wrong)});
            then(Forward{});
            const bool stands = m_state.step == Step::Form && m_state.formPage == page && m_state.trouble &&
                                m_state.trouble->kind == ErrorKind::InputInvalid;
            if (!stands)
                m_complaint = QStringLiteral("%1 goes on with a wrong answer").arg(field.label);
        }
    }

    ServiceState m_state;
    std::vector<ServiceEffect> m_effects;
    std::mt19937 m_random;
    QString m_complaint;
    int m_refused = 0;
};

std::vector<catalogue::SituationPath> everyPath(const ServiceItem &item)
{
    QSet<QString> all;
    for (const Situation &situation : item.situations)
        all.insert(situation.field.key);
    return catalogue::pathsOver(item, all);
}

bool asksParties(const ServiceItem &item, const catalogue::SituationPath &path)
{
    return !path.isEmpty() && std::any_of(item.parties.begin(), item.parties.end(), [&](const Party &party) {
        return catalogue::truthOf(party.when, item, path) == catalogue::Truth::Yes;
    });
}

bool mustBePhotographed(const CaseDraft &draft)
{
    const auto lines = catalogue::resolveMaterials(draft);
    return std::any_of(lines.begin(), lines.end(),
                       [](const auto &line) { return line.way == catalogue::MaterialWay::Camera && !line.isOptional; });
}

} // namespace

class ItemsFormsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPathLeadsToASubmission_data()
    {
        QTest::addColumn<QString>("file");
        for (const QString &file : itemFileNames())
            QTest::newRow(qPrintable(file)) << file;
    }
    void everyPathLeadsToASubmission()
    {
        QFETCH(QString, file);
        const ServiceItem item = itemOfFile(file);
        if (item.selfService.level == SelfService::Level::View)
            return; // told about, not applied for here
        int refused = 0;
        unsigned seed = 1;
        for (const catalogue::SituationPath &path : everyPath(item)) {
            Application application(item, seed++);
            application.situations(path);
            if (asksParties(item, path)) { // told at the question; nothing is begun
                QCOMPARE(application.state().step, Step::Situation);
                QCOMPARE(application.state().trouble->kind, ErrorKind::NotEligible);
                continue;
            }
            QCOMPARE(application.state().step, Step::Identify);
            application.identify();
            application.form();
            refused += application.refused();
            QVERIFY2(application.complaint().isEmpty(), qPrintable(application.complaint()));
            if (mustBePhotographed(*application.state().draft))
                continue; // no page photographs yet: DeviceBoard closes such an item
            application.materials();
            QCOMPARE(application.state().step, Step::Signature);
            application.signAndSubmit();
            QCOMPARE(application.state().step, Step::Submitting);
            const auto *submit = std::get_if<SubmitDraft>(&application.effects().front());
            QVERIFY(submit);
            for (auto answer = path.begin(); answer != path.end(); ++answer)
                QCOMPARE(submit->draft.answers.value(answer.key()).reveal(), answer.value());
            QVERIFY(withoutHidden(item, submit->draft.answers) == submit->draft.answers);
            for (auto answer = submit->draft.answers.begin(); answer != submit->draft.answers.end(); ++answer)
                QVERIFY2(!displayValue(*item.field(answer.key()), *answer, Shown::Masked).isEmpty(),
                         qPrintable(answer.key()));
        }
        const bool isForSeveral = !item.parties.empty() && item.parties.front().when.kind == Condition::Kind::Always;
        QVERIFY(refused > 0 || isForSeveral);
    }
};

QTEST_GUILESS_MAIN(ItemsFormsTest)
#include "items_forms_test.moc"
