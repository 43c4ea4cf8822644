// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/base/result.h"

#include <QString>
#include <QUuid>

namespace tongban::ports {

// Reserved → Printing → Done | Unknown | Failed (before the first byte); Unknown → Confirmed | Denied by a person.
// A crash while Printing reads as Unknown. A copy after Done or Confirmed is a 补打 and marked so on paper.
enum class PrintState { Reserved, Printing, Done, Failed, Unknown, Confirmed, Denied };

struct PrintJob
{
    QUuid id;
    bool isReprint = false; // an earlier copy is (or may be) on paper
};

struct NewestPrint
{
    QUuid job; // for record(): the person's word on an outcome that nobody could know
    PrintState state = PrintState::Reserved;
};

class PrintJournal // on the store's Lane; durable when a call returns; errors as CaseStore
{
public:
    virtual ~PrintJournal() = default;
    virtual Result<PrintJob> reserve(const QUuid &caseId) = 0;
    // Paper that is no case's (a one-time notice, say): `sheet` says what it is, not empty, nothing of a person. Each
    // is new: there is no copy of it.
    virtual Result<PrintJob> reserveSheet(const QString &sheet) = 0;
    // An empty detail leaves the one that stands.
    virtual Result<void> record(const QUuid &job, PrintState state, const QString &detail = {}) = 0;
    // The newest job of the case; NotFound when there was none.
    virtual Result<NewestPrint> newest(const QUuid &caseId) = 0;
};

} // namespace tongban::ports
