// SPDX-License-Identifier: GPL-3.0-or-later
// The stops of a 一件事: found among the errands, one form, one signature, a receipt for each case.
#include "tests/qml/tour.h"

#include <QTest>

namespace tongban::qmltest {

void Tour::together()
{
    const QString theme = QStringLiteral("canji-liangxiang");
    goHome();
    press(QStringLiteral("办事申请"));
    press(QStringLiteral("按拼音找"));
    for (const QChar letter : QStringLiteral("cjbty"))
        press(QString(letter));
    stop(QStringLiteral("find-found-theme"));
    press(QStringLiteral("残疾补贴一件事"));
    if (!reach(QStringLiteral("Guide")))
        return;
    stop(QStringLiteral("guide-theme"));
    m_kiosk->forward();
    if (!reach(QStringLiteral("Parts")))
        return;
    stop(QStringLiteral("parts"));
    m_kiosk->form()->setAnswer(QStringLiteral("parts"), {});
    m_kiosk->forward();
    stop(QStringLiteral("parts-none"));
    goToForm(theme, QStringLiteral("home"), {});
    stop(QStringLiteral("situation-theme"));
    goToForm(theme, QStringLiteral("phone"), {{QStringLiteral("who"), QStringLiteral("self")}});
    m_kiosk->form()->setAnswer(QStringLiteral("phone"), QStringLiteral("13872650418"));
    for (int page = 0; page < 20 && m_kiosk->step() == QStringLiteral("Form"); ++page) {
        (void)answerPage({}, {});
        m_kiosk->forward();
    }
    if (!reach(QStringLiteral("Materials")))
        return;
    stop(QStringLiteral("materials-theme"));
    m_kiosk->forward();
    if (!reach(QStringLiteral("Signature")))
        return;
    stop(QStringLiteral("signature-theme"));
    m_kiosk->signature()->beginStroke({120, 200}, {984, 700});
    m_kiosk->signature()->extendStroke({700, 260});
    m_kiosk->forward();
    if (!reach(QStringLiteral("Review")))
        return;
    stop(QStringLiteral("review-theme"));
    m_kiosk->forward();
    m_hall.store.maySubmit.give(true);
    if (reach(QStringLiteral("Receipt")))
        printTogether();
}

void Tour::printTogether()
{
    stop(QStringLiteral("receipt-together-first"));
    m_hall.printer.outcomes.give(ports::PrintOutcome::Confirmed);
    const auto isAt = [this](const QString &number, const QString &phase) {
        return QTest::qWaitFor(
            [&] {
                return m_kiosk->receipt()->localNumber().endsWith(number) && m_kiosk->receipt()->phase() == phase;
            },
            5'000);
    };
    if (!isAt(QStringLiteral("0008"), QStringLiteral("printing")))
        m_problem = QStringLiteral("the second receipt does not follow the first");
    m_hall.printer.outcomes.give(fail(ErrorKind::PaperOut, QStringLiteral("fake-printer")));
    if (!isAt(QStringLiteral("0008"), QStringLiteral("failed")))
        m_problem = QStringLiteral("paper out is no trouble");
    stop(QStringLiteral("receipt-together-paper-out"));
    m_kiosk->tryAgain();
    m_hall.printer.outcomes.give(ports::PrintOutcome::Unknown);
    if (!isAt(QStringLiteral("0008"), QStringLiteral("asking")))
        m_problem = QStringLiteral("a lost answer asks nobody");
    stop(QStringLiteral("receipt-together-asking"));
    press(QStringLiteral("出来了"));
    stop(QStringLiteral("receipt-together"));
}

} // namespace tongban::qmltest
