// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/view/fake_store.h"

#include "app/core/domain/theme_cases.h"

#include <QCryptographicHash>

namespace tongban::test {

QString wordFor(ports::PrintState state)
{
    switch (state) {
    case ports::PrintState::Reserved:
        return QStringLiteral("Reserved");
    case ports::PrintState::Printing:
        return QStringLiteral("Printing");
    case ports::PrintState::Done:
        return QStringLiteral("Done");
    case ports::PrintState::Failed:
        return QStringLiteral("Failed");
    case ports::PrintState::Unknown:
        return QStringLiteral("Unknown");
    case ports::PrintState::Confirmed:
        return QStringLiteral("Confirmed");
    case ports::PrintState::Denied:
        return QStringLiteral("Denied");
    }
    return {};
}

void FakeStore::failOnce(const QString &operation, ErrorKind kind)
{
    const std::lock_guard lock(m_mutex);
    m_failing.insert(operation, kind);
}

void FakeStore::setItems(std::vector<domain::ServiceItem> items)
{
    const std::lock_guard lock(m_mutex);
    m_items = std::move(items);
}

void FakeStore::setUnfinished(ports::Unfinished unfinished)
{
    const std::lock_guard lock(m_mutex);
    m_unfinished = std::move(unfinished);
}

void FakeStore::setFollowed(ports::Followed followed)
{
    const std::lock_guard lock(m_mutex);
    m_followed = std::move(followed);
}

void FakeStore::setCounts(const QHash<QString, int> &counts)
{
    const std::lock_guard lock(m_mutex);
    m_counts = counts;
}

QDateTime FakeStore::countedSince()
{
    const std::lock_guard lock(m_mutex);
    return m_countedSince;
}

void FakeStore::setNewest(ports::PrintState state)
{
    const std::lock_guard lock(m_mutex);
    m_newest = ports::NewestPrint{QUuid::createUuid(), state};
}

void FakeStore::note(const QString &line)
{
    const std::lock_guard lock(m_mutex);
    m_lines.append(line);
}

void FakeStore::forget()
{
    const std::lock_guard lock(m_mutex);
    m_lines.clear();
}

QStringList FakeStore::lines()
{
    const std::lock_guard lock(m_mutex);
    return m_lines;
}

Result<void> FakeStore::enter(const QString &operation)
{
    gate.pass();
    const std::lock_guard lock(m_mutex);
    m_lines.append(operation);
    if (!m_failing.contains(operation))
        return {};
    return fail(m_failing.take(operation), QStringLiteral("fake store.") + operation, QStringLiteral("planted"));
}

Result<void> FakeStore::saveDraft(const domain::CaseDraft &)
{
    return enter(QStringLiteral("saveDraft"));
}

Result<ports::Unfinished> FakeStore::findUnfinished(const domain::IdCard &)
{
    const auto entered = enter(QStringLiteral("findUnfinished"));
    if (!entered)
        return fail(entered.error());
    const std::lock_guard lock(m_mutex);
    return m_unfinished;
}

Result<void> FakeStore::discardDraft(const QUuid &)
{
    return enter(QStringLiteral("discardDraft"));
}

Result<domain::SubmittedCase> FakeStore::submit(const domain::CaseDraft &draft)
{
    const auto entered = enter(QStringLiteral("submit"));
    if (!entered)
        return fail(entered.error());
    return domain::SubmittedCase{.content = draft,
                                 .localNumber = QStringLiteral("K01-20261121-0007"),
                                 .submittedAt = draft.startedAt,
                                 .status = domain::CaseStatus::Queued,
                                 .projectNumber = {}};
}

Result<std::vector<domain::SubmittedCase>> FakeStore::submitAll(const domain::CaseDraft &draft)
{
    const auto contents = domain::casesOf(draft);
    if (!contents)
        return fail(contents.error());
    std::vector<domain::SubmittedCase> cases;
    for (const domain::CaseDraft &content : *contents) {
        auto one = submit(content);
        if (!one)
            return fail(one.error());
        one->localNumber = QStringLiteral("K01-20261121-%1").arg(7 + cases.size(), 4, 10, QLatin1Char('0'));
        cases.push_back(*std::move(one));
    }
    return cases;
}

Result<domain::SubmittedCase> FakeStore::findCase(const QUuid &)
{
    return fail(ErrorKind::NotFound, QStringLiteral("fake store"));
}

Result<QHash<QString, int>> FakeStore::countsSince(const QDateTime &sinceUtc)
{
    const auto entered = enter(QStringLiteral("countsSince"));
    if (!entered)
        return fail(entered.error());
    const std::lock_guard lock(m_mutex);
    m_countedSince = sinceUtc;
    return m_counts;
}

Result<void> FakeStore::recordStatus(const QUuid &, domain::CaseStatus, const QString &, const QDateTime &)
{
    return enter(QStringLiteral("recordStatus"));
}

Result<void> FakeStore::saveEvaluation(const domain::Evaluation &evaluation)
{
    const QStringList said = QStringList(QString::number(evaluation.level)) + evaluation.reasons;
    return enter(QStringLiteral("saveEvaluation ") + said.join(u' '));
}

Result<ports::KeptFile> FakeStore::put(const QUuid &, const QByteArray &plain)
{
    const auto entered = enter(QStringLiteral("put"));
    if (!entered)
        return fail(entered.error());
    const std::lock_guard lock(m_mutex);
    const QUuid blob = QUuid::createUuid();
    m_blobs.insert(blob, plain);
    // Any digest of 32 bytes does: this store compares nothing.
    return ports::KeptFile{
        .blob = blob, .sm3 = QtFuture::makeReadyFuture(QCryptographicHash::hash(plain, QCryptographicHash::Sha256))};
}

Result<QByteArray> FakeStore::get(const QUuid &, const QUuid &blob)
{
    const std::lock_guard lock(m_mutex);
    if (!m_blobs.contains(blob))
        return fail(ErrorKind::NotFound, QStringLiteral("fake store"));
    return m_blobs.value(blob);
}

Result<void> FakeStore::erase(const QUuid &)
{
    return {};
}

Result<QByteArray> FakeStore::seal(const QByteArray &plain, const QByteArray &)
{
    return plain;
}

Result<QByteArray> FakeStore::open(const QByteArray &sealed, const QByteArray &)
{
    return sealed;
}

Result<QByteArray> FakeStore::sealForHolder(const QByteArray &plain, const QString &, const QByteArray &)
{
    return plain;
}

Result<QByteArray> FakeStore::openForHolder(const QByteArray &sealed, const QString &, const QByteArray &)
{
    return sealed;
}

QByteArray FakeStore::keyedDigest(const QString &value) const
{
    return value.toUtf8();
}

Result<ports::PrintJob> FakeStore::reserve(const QUuid &)
{
    const auto entered = enter(QStringLiteral("reserve"));
    if (!entered)
        return fail(entered.error());
    const std::lock_guard lock(m_mutex);
    const bool again = m_newest && m_newest->state != ports::PrintState::Failed;
    m_newest = ports::NewestPrint{QUuid::createUuid(), ports::PrintState::Reserved};
    return ports::PrintJob{.id = m_newest->job, .isReprint = again};
}

Result<ports::PrintJob> FakeStore::reserveSheet(const QString &sheet)
{
    const auto entered = enter(QStringLiteral("reserveSheet ") + sheet);
    if (!entered)
        return fail(entered.error());
    const std::lock_guard lock(m_mutex);
    m_newest = ports::NewestPrint{QUuid::createUuid(), ports::PrintState::Reserved};
    return ports::PrintJob{.id = m_newest->job};
}

Result<void> FakeStore::record(const QUuid &job, ports::PrintState state, const QString &detail)
{
    const QString remark =
        state == ports::PrintState::Printing && !detail.isEmpty() ? QStringLiteral(": ") + detail : QString();
    const auto entered = enter(QStringLiteral("record ") + wordFor(state) + remark);
    if (!entered)
        return entered;
    const std::lock_guard lock(m_mutex);
    if (!m_newest || m_newest->job != job)
        return fail(ErrorKind::NotFound, QStringLiteral("fake store"), QStringLiteral("another job"));
    m_newest->state = state;
    return {};
}

Result<ports::NewestPrint> FakeStore::newest(const QUuid &)
{
    const std::lock_guard lock(m_mutex);
    if (!m_newest)
        return fail(ErrorKind::NotFound, QStringLiteral("fake store"));
    return *m_newest;
}

Result<ports::CatalogueSnapshot> FakeStore::current()
{
    gate.pass();
    const std::lock_guard lock(m_mutex);
    if (m_failing.contains(QStringLiteral("current")))
        return fail(m_failing.take(QStringLiteral("current")), QStringLiteral("fake store"));
    if (m_items.empty())
        return fail(ErrorKind::NotFound, QStringLiteral("fake store"));
    return ports::CatalogueSnapshot{.version = QStringLiteral("1"), .asOf = {}, .items = m_items};
}

Result<ports::HeldCatalogue> FakeStore::held()
{
    return fail(ErrorKind::NotFound, QStringLiteral("fake store"));
}

Result<void> FakeStore::adopt(const ports::CatalogueNews &)
{
    return {};
}

} // namespace tongban::test
