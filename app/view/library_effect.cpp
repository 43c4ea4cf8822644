// SPDX-License-Identifier: GPL-3.0-or-later
// The licence library is asked: consent on record, then the city, and for no longer than a person likes to wait.
#include "app/core/base/when_finished.h"
#include "app/view/effect_runner.h"
#include "app/view/lane_work.h"

#include <QTimer>

namespace tongban::view {

namespace {

void logSilence(const Error &error)
{
    log(LogEvent::PlatformTrouble,
        {{"kind", QLatin1String(nameOf(error.kind))}, {"where", error.where}, {"detail", error.detail}});
}

} // namespace

void EffectRunner::carryOut(const flow::AskLibrary &effect)
{
    const quint64 question = ++m_question;
    QTimer::singleShot(m_times.library, this, [this, question] { libraryEnded(question, flow::LibrarySilent{}); });
    const ports::AuditEvent consent{.actor = ports::AuditActor::Villager,
                                    .action = QStringLiteral("library.consent"),
                                    .subject = effect.draft.toString(QUuid::WithoutBraces),
                                    .detail = effect.licences.join(u' ')};
    // What is not on record is not asked.
    const auto future = inStore(m_ports, [consent](StorePorts &store) { return store.audit->append(consent); });
    whenFinished(future, this, [this, effect, question](const Result<void> &recorded) {
        if (recorded)
            return askCity(effect, question);
        logStoreTrouble(recorded.error());
        libraryEnded(question, flow::LibrarySilent{});
    });
}

void EffectRunner::askCity(const flow::AskLibrary &effect, quint64 question)
{
    ports::CityDesk *city = m_ports.city ? m_ports.city() : nullptr;
    if (question != m_question)
        return;
    if (!city)
        return libraryEnded(question, flow::LibrarySilent{});
    const auto future = city->queryLicences({effect.draft, effect.holder, effect.licences});
    whenFinished(future, this, [this, question](const Result<QMap<QString, domain::HeldLicence>> &held) {
        if (held)
            return libraryEnded(question, flow::LibraryAnswered{*held});
        logSilence(held.error());
        libraryEnded(question, flow::LibrarySilent{});
    });
}

void EffectRunner::libraryEnded(quint64 question, const flow::ServiceEvent &event)
{
    if (question != m_question)
        return;
    ++m_question;
    answer(m_session, event);
}

} // namespace tongban::view
