// SPDX-License-Identifier: GPL-3.0-or-later
// The table error × shown × spoken × kept × next step: what a person is told when something went wrong. Plain spoken
// Chinese, no word that only an engineer knows; the technician reads the log.
#pragma once

#include "app/core/domain/site_profile.h"
#include "app/flow/service/service_flow.h"

#include <QStringList>

namespace tongban::flow {

enum class Helper { Self, Staff, Technician }; // who can put it right

struct Notice
{
    QString title;    // what happened, in a few words
    QString body;     // one sentence more
    QString kept;     // what the terminal keeps
    QString nextStep; // the next thing to do
    QString action;   // label of the button that means TriedAgain; empty: there is nothing to try again here
    QString help;     // whom to ask, with the hall's telephone number where one is known; empty when nobody is needed
    Helper helper = Helper::Self;
    QStringList spoken; // clauses; each is one of the texts above
};

// What the sentences need to know of this hall and this moment.
struct FlowWords
{
    QString hallPhone;     // may be empty
    QString fieldSentence; // InputInvalid: what is wrong with the field; may be empty
};

[[nodiscard]] FlowWords flowWordsFor(const ServiceState &state, const domain::SiteProfile &site);
[[nodiscard]] Notice noticeFor(ErrorKind kind, Step step, const FlowWords &words);

} // namespace tongban::flow
