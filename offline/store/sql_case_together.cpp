// SPDX-License-Identifier: GPL-3.0-or-later
// 一件事: one draft, one case for each item, all or none.
#include "app/core/base/log.h"
#include "app/core/domain/theme_cases.h"
#include "offline/store/case_records.h"
#include "offline/store/page_copier.h"
#include "offline/store/sql_case_store.h"
#include "offline/store/text.h"

namespace tongban::offline::store {

using domain::CaseDraft;
using domain::SubmittedCase;

namespace {

const auto where = QStringLiteral("store.submit-all");

void report(const Error &error)
{
    log(LogEvent::StoreTrouble,
        {{"kind", QLatin1String(nameOf(error.kind))}, {"where", error.where}, {"detail", error.detail}});
}

} // namespace

Result<std::vector<SubmittedCase>> SqlCaseStore::submitAll(const CaseDraft &draft)
{
    if (draft.item.parts.empty()) {
        auto one = draft.supplement ? giveSupplement(draft) : submit(draft);
        return one ? Result<std::vector<SubmittedCase>>({*std::move(one)}) : fail(one.error());
    }
    auto contents = domain::casesOf(draft);
    if (!contents)
        return fail(contents.error().within(where));
    auto existing = findAll(*contents);
    if (existing || !failedWith(existing, ErrorKind::NotFound))
        return existing;
    if (const auto room = m_parts.reserve.check(); !room)
        return fail(room.error().within(where));
    if (const auto copied = copyPages(draft, *contents); !copied) {
        forgetCopies(*contents);
        return fail(copied.error());
    }
    return writeTogether(*contents);
}

// All of them or NotFound: they were written in one transaction.
Result<std::vector<SubmittedCase>> SqlCaseStore::findAll(const std::vector<CaseDraft> &contents)
{
    std::vector<SubmittedCase> cases;
    for (const CaseDraft &content : contents) {
        auto found = findCase(content.id);
        if (!found)
            return fail(found.error());
        cases.push_back(*std::move(found));
    }
    return cases;
}

Result<void> SqlCaseStore::copyPages(const CaseDraft &draft, std::vector<CaseDraft> &contents)
{
    if (const auto whole = m_parts.vault.makeDurable(draft.id, [&] { return checkPages(draft); }); !whole)
        return fail(whole.error().within(where));
    for (CaseDraft &content : contents) {
        if (content.id == draft.id)
            continue;
        PageCopier copier(m_parts.vault, draft.id, content.id);
        copier.copyAll(content);
        if (copier.error())
            return fail(*copier.error());
        if (const auto whole = m_parts.vault.makeDurable(content.id, [&] { return checkPages(content); }); !whole)
            return fail(whole.error().within(where));
    }
    return {};
}

// A commit that failed may stand on the disk all the same, and be found at the next start: the copies stay. Handing in
// again finds or prunes them, else that start sweeps them.
Result<std::vector<SubmittedCase>> SqlCaseStore::writeTogether(const std::vector<CaseDraft> &contents)
{
    std::vector<SubmittedCase> cases;
    for (const CaseDraft &content : contents)
        cases.push_back(
            {.content = content, .localNumber = {}, .submittedAt = m_parts.clock.nowUtc(), .projectNumber = {}});
    const auto written = m_parts.database.transact(where, [&]() -> Result<void> {
        for (SubmittedCase &one : cases) {
            if (const auto put = writeCase(one); !put)
                return put;
        }
        return {};
    });
    if (!written)
        return fail(written.error());
    for (const SubmittedCase &one : cases) {
        log(LogEvent::CaseSubmitted, {{"case", textOf(one.content.id)}, {"number", one.localNumber}});
        // They stand; a leftover page is no reason to tell their owner otherwise.
        if (const auto pruned = prunePages(one.content); !pruned)
            report(pruned.error());
    }
    return cases;
}

// Before anything is written: the draft keeps its own pages, and copies that can belong to no case go at once.
void SqlCaseStore::forgetCopies(const std::vector<CaseDraft> &contents)
{
    for (size_t i = 1; i < contents.size(); ++i) {
        if (const auto erased = m_parts.vault.erase(contents[i].id); !erased)
            report(erased.error()); // the next start takes them
    }
}

} // namespace tongban::offline::store
