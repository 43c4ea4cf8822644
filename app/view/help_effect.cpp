// SPDX-License-Identifier: GPL-3.0-or-later
// Who helped whom goes on record when both are known: the draft by its id, the helper by a keyed digest that tells one
// helper from another and nobody who they are.
#include "app/core/base/when_finished.h"
#include "app/view/effect_runner.h"
#include "app/view/lane_work.h"

namespace tongban::view {

void EffectRunner::carryOut(const flow::RecordHelp &effect)
{
    if (!effect.draft.helper)
        return;
    constexpr int digestShown = 16; // bytes
    const auto future = inStore(m_ports, [draft = effect.draft](StorePorts &store) {
        const QByteArray who = store.vault->keyedDigest(draft.helper->card.idNumber.reveal()).left(digestShown);
        return store.audit->append(
            {.actor = ports::AuditActor::Villager,
             .actorId = QString::fromLatin1(who.toHex()),
             .action = QStringLiteral("case.help"),
             .subject = draft.id.toString(QUuid::WithoutBraces),
             .detail = QStringLiteral("helper=%1 assurance=%2").arg(nameOf(draft.helper->role), nameOf(draft.assurance))});
    });
    whenFinished(future, this, [this, session = m_session](const Result<void> &recorded) {
        if (recorded)
            return;
        logStoreTrouble(recorded.error());
        failed(session, recorded.error()); // nobody helps off the record
    });
}

} // namespace tongban::view
