// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/view/resume_controller.h"

namespace tongban::view {

ResumeController::ResumeController(QObject *parent) : QObject(parent) {}

void ResumeController::show(const flow::ServiceState &state)
{
    const ports::Unfinished found = state.unfinished.value_or(ports::Unfinished{});
    m_hasLetter = found.letter.has_value();
    m_hasDraft = found.draft.has_value();
    m_isSupplement = m_hasDraft && found.draft->supplement;
    m_hasReceipt = found.withoutReceipt.has_value();
    m_itemName.clear();
    m_startedText.clear();
    const domain::CaseDraft *content = m_hasDraft     ? &*found.draft
                                       : m_hasReceipt ? &found.withoutReceipt->content
                                                      : nullptr;
    if (content) {
        const QDateTime when = m_hasDraft ? content->startedAt : found.withoutReceipt->submittedAt;
        m_itemName = m_isSupplement ? tr("补材料（%1）").arg(content->item.name) : content->item.name;
        m_startedText = when.toLocalTime().toString(tr("M月d日 HH:mm"));
    }
    Q_EMIT changed();
}

} // namespace tongban::view
