// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/main/queue/queue_work.h"

#include "app/main/queue/ask_store.h"
#include "app/main/queue/queue_damage.h"
#include "app/main/queue/queue_lines.h"
#include "app/main/queue/queue_receipt.h"
#include "offline/ferry/staff_words.h"
#include "offline/outbox/entry_rows.h"

#include <QJsonArray>

#include <limits>

namespace tongban::app {

using offline::store::OfflineStore;
using ports::OutboxLine;
using ports::OutboxState;

namespace {

constexpr int everything = std::numeric_limits<int>::max();

tl::unexpected<Error> notUnderstood(const QString &detail)
{
    return fail(ErrorKind::InputInvalid, QStringLiteral("queue"), detail);
}

Result<QUuid> entryIn(const QJsonObject &request)
{
    const auto entry = QUuid::fromString(request.value(QStringLiteral("entry")).toString());
    if (entry.isNull())
        return notUnderstood(QStringLiteral("an entry is named by its UUID"));
    return entry;
}

// By its own id or by the number on the receipt. What is not done is looked through first: that is what staff ask for.
Result<QUuid> caseNamed(OfflineStore &store, const QString &name)
{
    if (const auto id = QUuid::fromString(name); !id.isNull())
        return id;
    for (const auto state : {std::optional<OutboxState>(), std::optional(OutboxState::Done)}) {
        const auto lines = store.outboxDesk().lines(state, everything);
        if (!lines)
            return fail(lines.error());
        for (const OutboxLine &line : *lines) {
            if (line.localNumber == name)
                return line.caseId;
        }
    }
    return fail(ErrorKind::NotFound, QStringLiteral("queue.show"), QStringLiteral("no case of this number"));
}

Result<std::vector<OutboxLine>> linesOf(OfflineStore &store, const QUuid &caseId)
{
    std::vector<OutboxLine> ours;
    for (const auto state : {std::optional<OutboxState>(), std::optional(OutboxState::Done)}) {
        const auto lines = store.outboxDesk().lines(state, everything);
        if (!lines)
            return fail(lines.error());
        for (const OutboxLine &line : *lines) {
            if (line.caseId == caseId)
                ours.push_back(line);
        }
    }
    return ours;
}

Result<int> releaseAll(OfflineStore &store)
{
    const auto lines = store.outboxDesk().lines(OutboxState::Parked, everything);
    if (!lines)
        return fail(lines.error());
    for (const OutboxLine &line : *lines) {
        if (const auto released = store.outboxDesk().release(line.entry); !released)
            return fail(released.error());
    }
    return static_cast<int>(lines->size());
}

} // namespace

QJsonObject QueueWork::perform(const QJsonObject &request, std::stop_token stop) const
{
    const QString verb = request.value(QStringLiteral("do")).toString();
    if (verb == QLatin1String("list"))
        return answerOf(list(request), verb);
    if (verb == QLatin1String("show"))
        return answerOf(show(request), verb);
    if (verb == QLatin1String("retry"))
        return answerOf(retry(request), verb);
    if (verb == QLatin1String("park"))
        return answerOf(park(request), verb);
    if (verb == QLatin1String("export"))
        return answerOf(exportTo(request.value(QStringLiteral("directory")).toString(), stop), verb);
    if (verb == QLatin1String("import"))
        return answerOf(importFrom(request.value(QStringLiteral("file")).toString()), verb);
    if (verb == QLatin1String("verify"))
        return answerOf(verify(stop), verb);
    if (verb == QLatin1String("damage"))
        return answerOf(request.value(QStringLiteral("seen")).toBool() ? acknowledgeDamage(m_onStore)
                                                                       : damageReport(m_onStore),
                        verb);
    if (verb == QLatin1String("receipt"))
        return answerOf(
            checkedReceipt(m_onStore, m_settings, m_files, request.value(QStringLiteral("code")).toString().toLatin1()),
            verb);
    return answerOf(notUnderstood(QStringLiteral("no such request")), verb);
}

QueueWork::Answer QueueWork::list(const QJsonObject &request) const
{
    const QString name = request.value(QStringLiteral("state")).toString();
    const auto state = offline::outbox::stateFromName(name);
    if (!name.isEmpty() && !state)
        return notUnderstood(QStringLiteral("no such state"));
    const auto lines =
        askStore(m_onStore, [&](OfflineStore &store) { return store.outboxDesk().lines(state, everything); });
    if (!lines)
        return fail(lines.error());
    return QJsonObject{{QStringLiteral("entries"), toJson(*lines)}};
}

QueueWork::Answer QueueWork::show(const QJsonObject &request) const
{
    return askStore(m_onStore, [&](OfflineStore &store) -> Answer {
        const auto id = caseNamed(store, request.value(QStringLiteral("case")).toString());
        if (!id)
            return fail(id.error());
        const auto found = store.cases().findCase(*id);
        if (!found)
            return fail(found.error());
        const auto lines = linesOf(store, *id);
        if (!lines)
            return fail(lines.error());
        return QJsonObject{{QStringLiteral("case"), maskedCase(*found)}, {QStringLiteral("entries"), toJson(*lines)}};
    });
}

QueueWork::Answer QueueWork::retry(const QJsonObject &request) const
{
    if (request.value(QStringLiteral("all")).toBool()) {
        const auto count = askStore(m_onStore, releaseAll);
        if (!count)
            return fail(count.error());
        noteDone(m_onStore, QStringLiteral("retry"), {}, QStringLiteral("%1 parked entries").arg(*count));
        return QJsonObject{{QStringLiteral("released"), *count}};
    }
    const auto entry = entryIn(request);
    if (!entry)
        return fail(entry.error());
    const auto done = askStore(m_onStore, [&](OfflineStore &store) { return store.outboxDesk().release(*entry); });
    if (!done)
        return fail(done.error());
    noteDone(m_onStore, QStringLiteral("retry"), entry->toString(QUuid::WithoutBraces), {});
    return QJsonObject{{QStringLiteral("released"), 1}};
}

QueueWork::Answer QueueWork::park(const QJsonObject &request) const
{
    const QString reason = request.value(QStringLiteral("reason")).toString().trimmed();
    const auto entry = entryIn(request);
    if (!entry)
        return fail(entry.error());
    if (reason.isEmpty() || reason.size() > 200)
        return notUnderstood(QStringLiteral("a reason of 1 to 200 characters is wanted"));
    const auto done = askStore(m_onStore, [&](OfflineStore &store) { return store.outboxDesk().hold(*entry, reason); });
    if (!done)
        return fail(done.error());
    noteDone(m_onStore, QStringLiteral("park"), entry->toString(QUuid::WithoutBraces), {});
    return QJsonObject();
}

QueueWork::Answer QueueWork::exportTo(const QString &directory, const std::stop_token &stop) const
{
    const auto keys = ferryKeys(m_settings, m_files);
    if (!keys)
        return fail(keys.error());
    QueueSource source(m_onStore);
    const auto report = offline::ferry::exportCases(source, *keys, m_files, directory, m_clock, stop);
    if (!report)
        return fail(report.error());
    noteDone(m_onStore, QStringLiteral("export"), report->file,
             QStringLiteral("%1 cases, %2 requests").arg(report->cases).arg(report->requests));
    return QJsonObject{{QStringLiteral("file"), report->file},
                       {QStringLiteral("cases"), report->cases},
                       {QStringLiteral("requests"), report->requests},
                       {QStringLiteral("bytes"), report->bytes},
                       {QStringLiteral("words"), offline::ferry::wordsFor(*report)}};
}

QueueWork::Answer QueueWork::importFrom(const QString &file) const
{
    const auto keys = ferryKeys(m_settings, m_files);
    if (!keys)
        return fail(keys.error());
    const auto bytes = m_files.read(file);
    if (!bytes)
        return fail(bytes.error());
    const auto read = offline::ferry::readAcknowledgement(*bytes, keys->deviceId, keys->city);
    if (!read)
        return fail(read.error());
    const auto report = askStore(m_onStore, [&](OfflineStore &store) {
        return offline::ferry::applyAcknowledgement(*read, store.outboxDesk());
    });
    if (!report)
        return fail(report.error());
    noteDone(m_onStore, QStringLiteral("import"), read->bundle.toString(QUuid::WithoutBraces),
             QStringLiteral("%1 cases, %2 refused, %3 unknown")
                 .arg(report->cases)
                 .arg(report->refused)
                 .arg(report->unknown));
    return QJsonObject{{QStringLiteral("cases"), report->cases},
                       {QStringLiteral("answers"), report->answers},
                       {QStringLiteral("refused"), report->refused},
                       {QStringLiteral("unknown"), report->unknown},
                       {QStringLiteral("words"), offline::ferry::wordsFor(*report)}};
}

QueueWork::Answer QueueWork::verify(const std::stop_token &stop) const
{
    const auto ids = askStore(m_onStore, [&](OfflineStore &store) { return store.agreementCheck(m_files).cases(); });
    if (!ids)
        return fail(ids.error());
    offline::store::Agreement agreement;
    for (const QUuid &id : *ids) {
        if (stop.stop_requested())
            return fail(ErrorKind::Cancelled, QStringLiteral("queue.verify"));
        const auto checked = askStore(
            m_onStore, [&](OfflineStore &store) { return store.agreementCheck(m_files).checkCase(id, agreement); });
        if (!checked)
            return fail(checked.error());
    }
    const auto whole =
        askStore(m_onStore, [&](OfflineStore &store) { return store.agreementCheck(m_files).checkWhole(agreement); });
    if (!whole)
        return fail(whole.error());
    const auto chain = askStore(m_onStore, [](OfflineStore &store) { return store.audit().verify(); });
    if (!chain)
        return fail(chain.error());
    if (chain->firstBroken)
        agreement.findings.append(QStringLiteral("audit: the chain is broken at row %1").arg(*chain->firstBroken));
    return QJsonObject{{QStringLiteral("cases"), agreement.cases},
                       {QStringLiteral("pages"), agreement.pages},
                       {QStringLiteral("entries"), agreement.entries},
                       {QStringLiteral("findings"), QJsonArray::fromStringList(agreement.findings)}};
}

} // namespace tongban::app
