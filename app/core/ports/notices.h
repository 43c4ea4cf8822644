// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/base/result.h"

#include <QDate>
#include <QDateTime>
#include <QString>
#include <QUuid>

#include <vector>

namespace tongban::ports {

enum class NoticeKind {
    Correction,  // 补正
    Accepted,    // 受理
    NotAccepted, // 不予受理
    Decision,    // 决定
};

struct NoticeItem
{
    QString material; // key of the material that it is about; empty: of none
    QString text;
    QString field{}; // key of the answer that it is about; empty: of none
};

// What the office says of a case that was applied for here. Its words are about a person.
struct Notice
{
    QUuid id;
    QUuid caseId;
    NoticeKind kind = NoticeKind::Accepted;
    QDateTime issuedAt; // UTC
    QDate due;          // until when to act; invalid: there is none
    QString title;
    std::vector<NoticeItem> items;
    bool isRead = false; // somebody opened it here, with the applicant's card
};

// A letter that its reader must not miss: something is wanted, or the office said no.
struct UnreadLetter
{
    QUuid caseId;
    QUuid notice;
    NoticeKind kind = NoticeKind::Correction;
    QString itemName; // in the item's own words
};

// The office's notices, sealed with their cases' keys and erased with them. On the store's Lane. Errors as CaseStore.
class NoticeBoard
{
public:
    virtual ~NoticeBoard() = default;
    // False when it was here before. NotFound: no such case here, or one that is erased.
    virtual Result<bool> keep(const Notice &notice) = 0;
    virtual Result<std::vector<Notice>> ofCase(const QUuid &caseId) = 0; // oldest first
};

} // namespace tongban::ports
