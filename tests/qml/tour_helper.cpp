// SPDX-License-Identifier: GPL-3.0-or-later
// The stops of 帮办代办: who helps, their card, an applicant without one, and the sheet for a thumbprint.
#include "tests/qml/tour.h"

#include <QTest>

namespace tongban::qmltest {

namespace {

const QString applicantId = QStringLiteral("422823194003120021"); // 86 years old: no rule of the item says no
const QString helperId = QStringLiteral("422823196003120020");

} // namespace

void Tour::helped()
{
    nameApplicant();
    if (!m_problem.isEmpty() || !reach(QStringLiteral("Form")))
        return;
    stop(QStringLiteral("form-card-named"));
    for (int page = 0; page < 20 && m_kiosk->step() == QStringLiteral("Form"); ++page) {
        (void)answerPage(
            {}, {{QStringLiteral("ethnic"), QStringLiteral("土家")},
                 {QStringLiteral("address"), cardOf(QStringLiteral("欧阳秀英"), applicantId).address.reveal()}});
        m_kiosk->forward();
    }
    if (!reach(QStringLiteral("Materials")))
        return;
    m_kiosk->materials()->tellMissing(QStringLiteral("helperPapers"));
    stop(QStringLiteral("helping-missing"));
    m_kiosk->backward();
    scanMaterial(QStringLiteral("householdRegister"));
    stop(QStringLiteral("materials-papers"));
    scanMaterial(QStringLiteral("helperPapers"));
    m_kiosk->forward();
    if (reach(QStringLiteral("Signature")))
        mark();
    m_kiosk->startOver();
    (void)reach(QStringLiteral("Farewell"));
}

void Tour::scanMaterial(const QString &key)
{
    m_kiosk->materials()->scan(key);
    m_hall.scanner.pages.give(std::vector{ports::ScannedPage{householdPage(), {1200, 1600}}});
    if (!reach(QStringLiteral("PageReview")))
        return;
    m_kiosk->keepPage();
    (void)reach(QStringLiteral("Materials"));
}

// Card by card to the form, and what is refused on the way.
void Tour::nameApplicant()
{
    goHome();
    m_kiosk->chooseItem(QStringLiteral("gaoling-jintie"));
    if (!reach(QStringLiteral("Guide")))
        return;
    m_kiosk->forward();
    press(QStringLiteral("有人帮我办"));
    if (!reach(QStringLiteral("Helping")))
        return;
    stop(QStringLiteral("helping"));
    m_kiosk->helper()->choose(QStringLiteral("cadre"));
    if (!reach(QStringLiteral("HelperCard")))
        return;
    stop(QStringLiteral("helper-card"));
    m_hall.reader.cards.give(cardOf(QStringLiteral("覃大山"), helperId));
    if (!reach(QStringLiteral("Identify")))
        return;
    stop(QStringLiteral("identify-helped"));
    m_hall.reader.cards.give(cardOf(QStringLiteral("覃大山"), helperId));
    if (!QTest::qWaitFor([this] { return m_kiosk->trouble()->active(); }, 5'000))
        m_problem = QStringLiteral("one card for two is no trouble");
    stop(QStringLiteral("identify-helped-same"));
    m_kiosk->backward();
    m_kiosk->backward();
    press(QStringLiteral("没带身份证"));
    stop(QStringLiteral("helping-cardless"));
    m_kiosk->helper()->choose(QStringLiteral("volunteer")); // who sits finds it on the second leaf
    stop(QStringLiteral("helping-closed"));
    press(QStringLiteral("知道了"));
    m_kiosk->helper()->choose(QStringLiteral("relative"));
    m_hall.reader.cards.give(cardOf(QStringLiteral("覃大山"), helperId));
    if (!reach(QStringLiteral("Naming")))
        return;
    for (const QChar letter : QStringLiteral("ou"))
        press(QString(letter));
    stop(QStringLiteral("naming-name"));
    m_kiosk->form()->setAnswer(QStringLiteral("applicantName"), QStringLiteral("欧阳秀英"));
    m_kiosk->forward();
    m_kiosk->form()->setAnswer(QStringLiteral("applicantNumber"), QStringLiteral("422823194003120022"));
    m_kiosk->forward();
    stop(QStringLiteral("naming-number-wrong"));
    m_kiosk->form()->setAnswer(QStringLiteral("applicantNumber"), applicantId);
    stop(QStringLiteral("naming-number"));
    m_kiosk->forward();
}

void Tour::mark()
{
    stop(QStringLiteral("signature-helped"));
    press(QStringLiteral("不会写字，按手印"));
    if (!reach(QStringLiteral("MarkSheet")))
        return;
    stop(QStringLiteral("mark-sheet-printing"));
    m_hall.printer.outcomes.give(fail(ErrorKind::PaperOut, QStringLiteral("fake-printer")));
    if (!QTest::qWaitFor([this] { return m_kiosk->trouble()->active(); }, 5'000))
        m_problem = QStringLiteral("a sheet without paper is no trouble");
    stop(QStringLiteral("mark-sheet-paper-out"));
    m_kiosk->tryAgain();
    m_hall.printer.outcomes.give(ports::PrintOutcome::Unknown);
    if (!QTest::qWaitFor([this] { return m_kiosk->receipt()->phase() == QStringLiteral("asking"); }, 5'000))
        m_problem = QStringLiteral("a sheet whose answer is lost asks nobody");
    stop(QStringLiteral("mark-sheet-asking"));
    press(QStringLiteral("出来了"));
    stop(QStringLiteral("mark-sheet"));
    m_kiosk->forward();
    m_hall.scanner.pages.give(std::vector{ports::ScannedPage{householdPage(), {1200, 1600}}});
    if (!reach(QStringLiteral("PageReview")))
        return;
    stop(QStringLiteral("page-review-sheet"));
    m_kiosk->keepPage();
    if (reach(QStringLiteral("Review")))
        stop(QStringLiteral("review-helped"));
}

} // namespace tongban::qmltest
