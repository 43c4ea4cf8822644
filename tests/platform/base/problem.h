// SPDX-License-Identifier: GPL-3.0-or-later
// What the platform says when it says no: one vocabulary of codes, each with its status, title, spoken sentence and
// whether the same request may succeed later (RFC 9457 and resources/api/platform.openapi.yaml).
#pragma once

#include "tests/platform/base/json.h"

#include <tl/expected.hpp>

#include <map>
#include <string>

namespace tongban::tests::platform {

enum class ProblemCode {
    RequestInvalid, // a parameter breaks the contract
    BodyNotJson,
    BodyInvalid, // the schema says no; detail begins with the JSON pointer
    BodyTooLarge,
    BodyCut, // the connection ended before the body; nobody hears this answer
    SessionExpired,
    SignatureMissing,
    SignatureWrong, // also: the body is not the one that was signed
    NonceSeen,
    ClockSkew, // carries the signed time
    DeviceMismatch,
    NotFound,
    MethodNotAllowed,
    MediaType,
    CursorInvalid,
    CursorGone,
    KeyUnknown,
    CaseUnknown,
    CaseExists,
    PagesMissing,
    IdempotencyMismatch,
    TusVersion,
    UploadUnknown,
    UploadTooLarge,
    OffsetConflict,
    DigestMismatch,
    ChecksumUnsupported,
    ChecksumMismatch, // of one request's body; the upload stands
    MetadataInvalid,
    PageNotAnnounced,
    EvaluationExists,
    PhoneTooSoon, // of one number or terminal; carries Retry-After
    LetterUnknown,
    LetterAnswered,
    LetterWithdrawn, // or the case waits for nothing any more
    CommandUnknown,
    OutcomeExists,
    EnrolmentCodeUnknown,
    EnrolmentCodeUsed,
    EnrolmentCodeExpired,
    CertificateRequestInvalid,
    Internal, // also: an answer outside our own contract
};

struct Problem
{
    ProblemCode code;
    std::string detail; // English, for a technician; never a value that a person gave
    std::map<std::string, std::string> headers = {};
};

template <class T> class [[nodiscard]] Outcome : public tl::expected<T, Problem>
{
public:
    using tl::expected<T, Problem>::expected;
};

[[nodiscard]] inline tl::unexpected<Problem> refuse(ProblemCode code, std::string detail = {},
                                                    std::map<std::string, std::string> headers = {})
{
    return tl::unexpected<Problem>(Problem{code, std::move(detail), std::move(headers)});
}

[[nodiscard]] int statusOf(ProblemCode code);
[[nodiscard]] Json toJson(const Problem &problem);
// A problem of any status, as a fault plan asks for; code "fault" unless given.
[[nodiscard]] Json plannedProblem(int status, const std::string &code);

} // namespace tongban::tests::platform
