// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/view/receipt_controller.h"

#include "app/view/phase_name.h"

namespace tongban::view {

namespace {

QString paperState(flow::PrintPhase phase)
{
    switch (phase) {
    case flow::PrintPhase::None:
    case flow::PrintPhase::Printing:
        return QStringLiteral("printing");
    case flow::PrintPhase::Confirmed:
        return QStringLiteral("out");
    case flow::PrintPhase::Asking:
        return QStringLiteral("asked");
    case flow::PrintPhase::Failed:
        return QStringLiteral("failed");
    }
    return {};
}

// Their receipts are printed in this order.
QList<QVariantList> rowsOf(const flow::ServiceState &state)
{
    QList<QVariantList> rows;
    QString paper = QStringLiteral("out"); // of those before the one that is printed
    for (const domain::SubmittedCase &one : state.together) {
        const bool isNow = state.submitted && one.content.id == state.submitted->content.id;
        rows.append({one.content.item.name, one.localNumber, isNow ? paperState(state.print) : paper});
        if (isNow)
            paper = QStringLiteral("waiting");
    }
    return rows;
}

} // namespace

ReceiptController::ReceiptController(QObject *parent) : QObject(parent), m_cases({"name", "number", "state"}) {}

void ReceiptController::show(const flow::ServiceState &state)
{
    m_phase = phaseName(state.print);
    m_spare = state.spare;
    const domain::SubmittedCase submitted = state.submitted.value_or(domain::SubmittedCase{});
    m_localNumber = submitted.localNumber;
    m_projectNumber = submitted.projectNumber;
    m_supplement = submitted.content.supplement.has_value();
    m_whenToReturn = m_supplement ? tr("带身份证来，刷一下就知道办到哪一步。") : submitted.content.item.whenToReturn;
    m_whomToCall = submitted.content.item.whomToCall;
    m_cases.setRows(rowsOf(state));
    Q_EMIT changed();
}

} // namespace tongban::view
