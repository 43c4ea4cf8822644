// SPDX-License-Identifier: GPL-3.0-or-later
// One application on its way from the first answer to submission. Each step takes a draft and returns a new one.
#pragma once

#include "app/core/base/sensitive.h"
#include "app/core/domain/helper.h"
#include "app/core/domain/id_card.h"
#include "app/core/domain/residence.h"
#include "app/core/domain/service_item.h"

#include <QByteArray>
#include <QDateTime>
#include <QMap>
#include <QSize>
#include <QUuid>

#include <optional>
#include <vector>

namespace tongban::domain {

// A small look at a page that goes ahead of it, sealed in the vault.
struct SealedThumbnail
{
    QUuid blob;       // id in the vault
    QSize size;       // pixels
    qint64 bytes = 0; // of the JPEG
    QByteArray sm3;   // 32 bytes

    [[nodiscard]] bool operator==(const SealedThumbnail &) const = default;
};

// A page image or signature, sealed in the vault.
struct SealedPage
{
    QUuid blob;                                 // id in the vault
    QSize size;                                 // pixels
    qint64 bytes = 0;                           // of the image file (JPEG; PNG for a signature)
    QByteArray sm3;                             // 32 bytes, digest of the image file
    std::optional<SealedThumbnail> thumbnail{}; // none: of a signature, of a page scanned before there were any

    [[nodiscard]] bool operator==(const SealedPage &) const = default;
};

// A licence of the applicant that the licence library (电子证照库) holds.
struct HeldLicence
{
    Secret number;
    QDate issued; // invalid: the library does not say

    [[nodiscard]] bool operator==(const HeldLicence &) const = default;
};

// A number whose holder typed in the code that the city had sent to it. It stands for this number and no other.
struct ConfirmedPhone
{
    Secret number;
    Secret token; // the city's word for it, opaque (ConfirmationToken of the contract)

    [[nodiscard]] bool operator==(const ConfirmedPhone &) const = default;
};

// Another person of the case (domain::Party) who was here.
struct PresentParty
{
    IdCard card;
    std::optional<SealedPage> signature{}; // under Party::consent, where there is one
};

// One thing that the office wants in a letter of correction (补正).
struct Demand
{
    QString material{}; // key of the item's material that it is about; empty: of none
    QString field{};    // key of the item's field; empty: of none
    QString text;       // in the office's words

    [[nodiscard]] bool operator==(const Demand &) const = default;
};

// The letter that a draft answers (supplement.h).
struct SupplementOf
{
    QUuid caseId;       // the case here
    QUuid letter;       // id of the notice
    QString caseNumber; // 预受理编号 of the case
    QDate due;          // until when, local; invalid: the letter does not say
    std::vector<Demand> demands;

    [[nodiscard]] bool operator==(const SupplementOf &) const = default;
};

struct CaseDraft
{
    QUuid id; // UUIDv7; becomes the case id
    ServiceItem item;
    IdCard applicant;
    QDateTime startedAt;                          // UTC
    bool appliesAgainstAdvice = false;            // 仍要申请: an eligibility rule said no
    Residence residence = Residence::Unclear;     // as the applicant's card says, seen from this hall
    QMap<QString, Secret> answers;                // field key → value (a choice's code); prefilled ones included
    QMap<QString, std::vector<SealedPage>> pages; // material key → pages in paper order
    std::optional<SealedPage> signature;
    QMap<QString, QDate> later{};          // 容缺: material key → the last day for it, local, as promised
    QMap<QString, PresentParty> parties{}; // party key → who came
    QString theme{};                       // code of the 一件事 under which it was applied for; empty: by itself
    // What the licence library answered while the person was here, by the names of MaterialSpec::licence; none: it was
    // not asked, or nobody could.
    std::optional<QMap<QString, HeldLicence>> library{};
    QMap<QString, ConfirmedPhone> confirmedPhones{}; // by the key of the phone field; read it through phone_check.h
    std::optional<Helper> helper{};  // 帮办代办: who stands beside the applicant
    Assurance assurance = Assurance::Card; // of the applicant
    bool isMark = false; // the signature is a scanned sheet with a mark (JPEG), the helper its witness; else a PNG
    // 补正: what is brought to a case that stands already, not an application; its item asks for nothing else.
    std::optional<SupplementOf> supplement{};
};

enum class CaseStatus {
    Draft,
    Queued,
    Submitted,
    PreReturned,
    PrePassed,
    Received,
    Supplementing,
    NotAccepted,
    Accepted,
    Reviewing,
    Suspended,
    Approved,
    Rejected,
    FeeDue,
    FeePaid,
    LicenceReady,
    Closed,
    Delivered,
    Withdrawn,
    Terminated
};

// A case as this terminal holds it: durable from the moment it exists.
struct SubmittedCase
{
    CaseDraft content;
    QString localNumber;   // 预受理编号, printed on the receipt
    QDateTime submittedAt; // UTC
    CaseStatus status = CaseStatus::Queued;
    QString projectNumber; // 受理编号, only ever from the platform; empty until then
};

} // namespace tongban::domain
