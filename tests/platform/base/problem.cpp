// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/base/problem.h"

#include <cstdlib>

namespace tongban::tests::platform {

namespace {

struct Wording
{
    int status;
    const char *code;
    const char *title;
    const char *spoken;
    bool retryable = false;
};

Wording wordingOf(ProblemCode code)
{
    switch (code) {
    case ProblemCode::RequestInvalid:
        return {400, "request_invalid", "The request breaks the contract", "这份申请的格式不对，请联系工作人员。"};
    case ProblemCode::BodyNotJson:
        return {400, "body_not_json", "The body is not JSON", "这份申请的格式不对，请联系工作人员。"};
    case ProblemCode::BodyInvalid:
        return {422, "body_invalid", "The body breaks its schema", "这份申请的内容不完整，请联系工作人员。"};
    case ProblemCode::BodyTooLarge:
        return {413, "body_too_large", "The body is too large", "这份申请太大，请联系工作人员。"};
    case ProblemCode::BodyCut:
        return {400, "body_cut", "The body ended early", "网络中断，稍后会自动重传。", true};
    case ProblemCode::SessionExpired:
        return {401, "session_expired", "Sign on again", "正在重新连接，请稍候。", true};
    case ProblemCode::SignatureMissing:
        return {401, "signature_missing", "The request is not signed", "这台机器没有登记，请联系工作人员。"};
    case ProblemCode::SignatureWrong:
        return {401, "signature_wrong", "The signature is not this device's", "这台机器没有登记，请联系工作人员。"};
    case ProblemCode::NonceSeen:
        return {401, "nonce_seen", "This signed request came before; sign anew", "正在重新连接，请稍候。", true};
    case ProblemCode::ClockSkew:
        return {401, "clock_skew", "The clocks differ too much; sign anew", "正在校准时间，请稍候。", true};
    case ProblemCode::DeviceMismatch:
        return {403, "device_mismatch", "Not the device of the certificate", "这台机器没有登记，请联系工作人员。"};
    case ProblemCode::NotFound:
        return {404, "not_found", "Nothing is here", "没有找到，请联系工作人员。"};
    case ProblemCode::MethodNotAllowed:
        return {405, "method_not_allowed", "Not with this method", "这项操作不支持，请联系工作人员。"};
    case ProblemCode::MediaType:
        return {415, "media_type", "Not this content type", "这份申请的格式不对，请联系工作人员。"};
    case ProblemCode::CursorInvalid:
        return {400, "cursor_invalid", "Not a cursor of ours", "正在重新查询进度，请稍候。"};
    case ProblemCode::CursorGone:
        return {410, "cursor_gone", "Too old; take the whole", "正在更新事项目录，请稍候。"};
    case ProblemCode::KeyUnknown:
        return {404, "key_unknown", "No case came under this key", "这份申请还没有送达，稍后会自动重传。"};
    case ProblemCode::CaseUnknown:
        return {404, "case_unknown", "No such case of this device", "没有找到这份申请，请联系工作人员。"};
    case ProblemCode::CaseExists:
        return {409, "case_exists", "This local number came under another key", "这份申请已经提交过了。"};
    case ProblemCode::PagesMissing:
        return {409, "pages_missing", "Announced pages have not arrived", "材料还没有传完，请联系工作人员。"};
    case ProblemCode::IdempotencyMismatch:
        return {422, "idempotency_mismatch", "The same key with another body", "这份申请前后不一致，请联系工作人员。"};
    case ProblemCode::TusVersion:
        return {412, "tus_version", "Only tus 1.0.0 is spoken here", "这台机器需要升级，请联系工作人员。"};
    case ProblemCode::UploadUnknown:
        return {404, "upload_unknown", "No such upload of this device", "材料需要重新上传，稍后会自动重传。"};
    case ProblemCode::UploadTooLarge:
        return {413, "upload_too_large", "More bytes than announced", "材料太大，请联系工作人员。"};
    case ProblemCode::OffsetConflict:
        return {409, "offset_conflict", "Not the offset at which this upload stands", "正在继续上传材料，请稍候。",
                true};
    case ProblemCode::DigestMismatch:
        return {460, "digest_mismatch", "The bytes do not have the announced digest", "材料传输出错，稍后会自动重传。",
                true};
    case ProblemCode::ChecksumUnsupported:
        return {400, "checksum_unsupported", "Not a checksum that is spoken here",
                "这台机器需要升级，请联系工作人员。"};
    case ProblemCode::ChecksumMismatch:
        return {460, "checksum_mismatch", "These bytes do not have their checksum", "材料传输出错，稍后会自动重传。",
                true};
    case ProblemCode::MetadataInvalid:
        return {422, "metadata_invalid", "Upload-Metadata is incomplete", "材料信息不完整，请联系工作人员。"};
    case ProblemCode::PageNotAnnounced:
        return {422, "page_not_announced", "The case announced no such page", "这页材料不在申请里，请联系工作人员。"};
    case ProblemCode::EvaluationExists:
        return {409, "evaluation_exists", "This case has been rated", "您已经评价过了，谢谢。"};
    case ProblemCode::PhoneTooSoon:
        return {429, "phone_too_soon", "No more codes for this number or terminal now", "验证码刚刚发过，请等一等再发。",
                true};
    case ProblemCode::LetterUnknown:
        return {404, "letter_unknown", "No such letter of correction", "没有找到这份补正通知，请联系工作人员。"};
    case ProblemCode::LetterAnswered:
        return {409, "letter_answered", "Another supplement answered this letter",
                "这份补正通知已经补过了，请联系工作人员。"};
    case ProblemCode::LetterWithdrawn:
        return {410, "letter_withdrawn", "The case does not wait for this any more",
                "这份补正通知已经撤回，请到窗口问一问。"};
    case ProblemCode::CommandUnknown:
        return {404, "command_unknown", "No such command to this device", "没有找到，请联系工作人员。"};
    case ProblemCode::OutcomeExists:
        return {409, "outcome_exists", "The outcome was reported under another key", "这项操作已经完成。"};
    case ProblemCode::EnrolmentCodeUnknown:
        return {403, "code_unknown", "Not a code for this device and hall", "登记码不正确，请联系技术人员。"};
    case ProblemCode::EnrolmentCodeUsed:
        return {403, "code_used", "The code was used with other keys", "登记码已经用过，请联系技术人员。"};
    case ProblemCode::EnrolmentCodeExpired:
        return {403, "code_expired", "The code was issued too long ago", "登记码已经过期，请联系技术人员。"};
    case ProblemCode::CertificateRequestInvalid:
        return {422, "certificate_request_invalid", "A certificate request is not what it must be",
                "登记信息不正确，请联系技术人员。"};
    case ProblemCode::Internal:
        return {500, "internal", "The platform failed", "平台暂时有故障，稍后会自动重试。", true};
    }
    std::abort(); // a value outside the enum
}

Json problemJson(const Wording &wording, const std::string &detail)
{
    return {{"type", std::string("urn:tongban:problem:") + wording.code},
            {"title", wording.title},
            {"status", wording.status},
            {"code", wording.code},
            {"detail", detail},
            {"spoken", wording.spoken},
            {"retryable", wording.retryable}};
}

} // namespace

int statusOf(ProblemCode code)
{
    return wordingOf(code).status;
}

Json toJson(const Problem &problem)
{
    return problemJson(wordingOf(problem.code), problem.detail);
}

Json plannedProblem(int status, const std::string &code)
{
    const bool retryable = status >= 500 || status == 408 || status == 429;
    const std::string name = code.empty() ? "fault" : code;
    return problemJson(
        {status, name.c_str(), "Planned through the control port", "平台暂时无法受理，请稍候。", retryable},
        "a fault on demand");
}

} // namespace tongban::tests::platform
