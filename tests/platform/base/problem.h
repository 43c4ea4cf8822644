// SPDX-License-Identifier: GPL-3.0-or-later
// What the platform says when it says no: one vocabulary of codes, each with its status, title, spoken sentence and
// whether the same request may succeed later (RFC 9457 and resources/api/platform.openapi.yaml).
#pragma once

#include "tests/platform/base/json.h"

#include <tl/expected.hpp>

#include <string>

namespace tongban::tests::platform {

enum class ProblemCode {
    RequestInvalid, // a parameter breaks the contract
    BodyNotJson,
    BodyInvalid, // the schema says no; detail begins with the JSON pointer
    BodyTooLarge,
    BodyCut, // the connection ended before the body; nobody hears this answer
    SessionExpired,
    DeviceMismatch,
    NotFound,
    MethodNotAllowed,
    MediaType,
    CursorInvalid,
    CaseUnknown,
    CaseExists,
    PagesMissing,
    IdempotencyMismatch,
    TusVersion,
    UploadUnknown,
    UploadTooLarge,
    OffsetConflict,
    DigestMismatch,
    MetadataInvalid,
    PageNotAnnounced,
    EvaluationExists,
    Internal, // also: an answer outside our own contract
};

struct Problem
{
    ProblemCode code;
    std::string detail; // English, for a technician; never a value that a person gave
};

template <class T> class [[nodiscard]] Outcome : public tl::expected<T, Problem>
{
public:
    using tl::expected<T, Problem>::expected;
};

[[nodiscard]] inline tl::unexpected<Problem> refuse(ProblemCode code, std::string detail = {})
{
    return tl::unexpected<Problem>(Problem{code, std::move(detail)});
}

[[nodiscard]] int statusOf(ProblemCode code);
[[nodiscard]] Json toJson(const Problem &problem);
// A problem of any status, as a fault plan asks for; code "fault" unless given.
[[nodiscard]] Json plannedProblem(int status, const std::string &code);

} // namespace tongban::tests::platform
