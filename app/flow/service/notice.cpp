// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flow/service/notice.h"

#include "app/core/domain/assisted_case.h"
#include "app/core/domain/form_engine.h"
#include "app/flow/service/notice_words.h"

namespace tongban::flow {

namespace {

Helper helperFor(ErrorKind kind)
{
    switch (remedyFor(kind)) {
    case Remedy::VillagerRetries:
    case Remedy::Waits:
    case Remedy::Nothing:
        return Helper::Self;
    case Remedy::StaffFixes:
    case Remedy::Refused:
        return Helper::Staff;
    case Remedy::TechnicianFixes:
        return Helper::Technician;
    }
    Q_UNREACHABLE();
}

// The villager turns to the staff in any case; the staff knows how to call the technician.
QString helpFor(Helper helper, const FlowWords &words)
{
    if (helper == Helper::Self)
        return {};
    return words.hallPhone.isEmpty() ? NoticeWords::tr("工作人员就在大厅里。")
                                     : NoticeWords::tr("也可以打大厅电话：%1。").arg(words.hallPhone);
}

// What an answer is wrong by; empty: it may stand.
QString sentenceOf(const domain::FormField &field, const domain::Answers &answers, QDate today)
{
    const auto verdict = domain::validate(field, answers.value(field.key).reveal(), today);
    return verdict ? QString() : verdict.error().detail;
}

} // namespace

FlowWords flowWordsFor(const ServiceState &state, const domain::SiteProfile &site)
{
    FlowWords words{.hallPhone = site.phone, .fieldSentence = {}};
    const domain::ServiceItem *item = state.draft ? &state.draft->item : state.item ? &*state.item : nullptr;
    if (!state.trouble || !item)
        return words;
    const domain::Answers &answers = state.draft ? state.draft->answers : state.situations;
    if (const domain::FormField *field = item->field(state.trouble->field))
        words.fieldSentence = sentenceOf(*field, answers, state.today);
    for (const domain::FormField &field : domain::namingFields()) {
        if (state.step == Step::Naming && field.key == state.trouble->field)
            words.fieldSentence = sentenceOf(field, state.naming, state.today);
    }
    return words;
}

Notice noticeFor(ErrorKind kind, Step step, const FlowWords &words)
{
    const WhatHappened what = whatHappened(kind, step);
    const Helper helper = helperFor(kind);
    Notice notice{.title = what.title,
                  .body = what.body,
                  .kept = whatIsKept(kind, step),
                  .nextStep = whatToDo(kind, step),
                  .action = retryLabel(kind, step),
                  .help = helpFor(helper, words),
                  .helper = helper,
                  .spoken = {}};
    if (kind == ErrorKind::InputInvalid && !words.fieldSentence.isEmpty())
        notice.body = words.fieldSentence;
    notice.spoken = QStringList{notice.title, notice.body, notice.kept, notice.nextStep};
    return notice;
}

} // namespace tongban::flow
