// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/view/receipt_controller.h"

namespace tongban::view {

namespace {

QString phaseName(flow::PrintPhase phase)
{
    switch (phase) {
    case flow::PrintPhase::None:
        return {};
    case flow::PrintPhase::Printing:
        return QStringLiteral("printing");
    case flow::PrintPhase::Confirmed:
        return QStringLiteral("confirmed");
    case flow::PrintPhase::Asking:
        return QStringLiteral("asking");
    case flow::PrintPhase::Failed:
        return QStringLiteral("failed");
    }
    return {};
}

} // namespace

ReceiptController::ReceiptController(QObject *parent) : QObject(parent) {}

void ReceiptController::show(const flow::ServiceState &state)
{
    m_phase = phaseName(state.print);
    const domain::SubmittedCase submitted = state.submitted.value_or(domain::SubmittedCase{});
    m_localNumber = submitted.localNumber;
    m_projectNumber = submitted.projectNumber;
    m_whenToReturn = submitted.content.item.whenToReturn;
    m_whomToCall = submitted.content.item.whomToCall;
    Q_EMIT changed();
}

} // namespace tongban::view
