// SPDX-License-Identifier: GPL-3.0-or-later
// tus 1.0: the bytes themselves, and their digests.
#include "tests/platform/handlers/upload_body.h"

#include "tests/platform/base/digest.h"
#include "tests/platform/handlers/operations.h"
#include "tests/platform/store/answered.h"

#include <charconv>

namespace tongban::tests::platform::handlers {

std::int64_t numberIn(const std::string &text)
{
    std::int64_t number = -1;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size() ? number : -1;
}

std::string locationOf(const store::UploadRow &row)
{
    return "/v1/uploads/" + row.id;
}

std::optional<store::UploadRow> ownUpload(City &city, const Call &call)
{
    auto row = city.uploads.find(call.pathParameters.at("uploadId"));
    return row && row->device == call.device.id ? row : std::nullopt;
}

Outcome<void> settle(City &city, const store::UploadRow &row)
{
    const auto file = city.cases().file(row.caseId, row.name);
    if (file && sm3HexOfFile(city.uploads.partialPath(row)) == file->sm3) {
        city.uploads.complete(row);
        return {};
    }
    city.uploads.drop(row);
    store::Answered(city.database, city.view()).forgetLocation(row.device, locationOf(row));
    return refuse(ProblemCode::DigestMismatch, "the upload was dropped; create it anew");
}

namespace {

// What this request says of its own body, checked when all of it is here.
class BodyChecks
{
public:
    static Outcome<BodyChecks> of(const Call &call)
    {
        BodyChecks checks;
        if (!call.signedBodySm3.empty())
            checks.m_list.push_back({"SM3", fromHex(call.signedBodySm3).value_or(""), ProblemCode::SignatureWrong});
        const std::string header = call.header("Upload-Checksum");
        if (header.empty())
            return checks;
        const std::string name = header.substr(0, header.find(' '));
        const auto expected = fromBase64(header.substr(header.find(' ') + 1));
        if (!expected || (name != "sha1" && name != "sha256"))
            return refuse(ProblemCode::ChecksumUnsupported, "sha1 or sha256, a space, base64");
        checks.m_list.push_back({name == "sha1" ? "SHA-1" : "SHA-256", *expected, ProblemCode::ChecksumMismatch});
        return checks;
    }

    void take(const char *bytes, std::size_t count)
    {
        for (Check &check : m_list)
            check.digest.update(bytes, count);
    }

    Outcome<void> finish()
    {
        for (Check &check : m_list) {
            if (check.digest.finish() != check.expected)
                return refuse(check.code, "nothing of this body was kept");
        }
        return {};
    }

private:
    struct Check
    {
        Check(const char *name, std::string wanted, ProblemCode problem)
            : digest(name), expected(std::move(wanted)), code(problem)
        {}
        RunningDigest digest;
        std::string expected; // raw bytes
        ProblemCode code;
    };
    std::vector<Check> m_list;
};

enum class Arrival { Whole, Cut, TooLarge };

Arrival receive(City &city, const store::UploadRow &row, std::int64_t offset, int stream, BodyStream &body,
                BodyChecks &checks)
{
    bool tooLarge = false;
    store::Appender file(city.uploads.partialPath(row));
    const bool whole = body.read([&](const char *bytes, std::size_t count) {
        offset += static_cast<std::int64_t>(count);
        tooLarge = offset > row.length;
        checks.take(bytes, count);
        return !tooLarge && city.streams.ifNewest(row.id, stream, [&] { file.append(bytes, count); });
    });
    file.sync();
    return tooLarge ? Arrival::TooLarge : whole ? Arrival::Whole : Arrival::Cut;
}

Outcome<void> takeBody(City &city, const Call &call, const store::UploadRow &row, std::int64_t offset, int stream)
{
    auto checks = BodyChecks::of(call);
    if (!checks)
        return tl::unexpected<Problem>(checks.error());
    switch (receive(city, row, offset, stream, *call.stream, *checks)) {
    case Arrival::Whole:
        break;
    case Arrival::Cut:
        return refuse(ProblemCode::BodyCut);
    case Arrival::TooLarge:
        return refuse(ProblemCode::UploadTooLarge, "more bytes than Upload-Length");
    }
    auto kept = checks->finish();
    if (!kept)
        (void)city.streams.ifNewest(row.id, stream, [&] { city.uploads.truncate(row, offset); });
    return kept;
}

Outcome<Answer> afterArrival(City &city, const Call &call)
{
    store::Transaction transaction(city.database);
    const auto row = ownUpload(city, call);
    if (!row)
        return refuse(ProblemCode::UploadUnknown);
    const std::int64_t offset = city.uploads.offset(*row);
    if (!row->complete && offset == row->length) {
        auto settled = settle(city, *row);
        transaction.commit(); // the drop, too
        if (!settled)
            return tl::unexpected<Problem>(settled.error());
    }
    return Answer{.status = 204,
                  .body = std::nullopt,
                  .headers = {{"Tus-Resumable", tusVersion}, {"Upload-Offset", std::to_string(offset)}}};
}

} // namespace

Outcome<Answer> continueUpload(City &city, const Call &call)
{
    std::optional<store::UploadRow> row;
    {
        const store::Transaction reading(city.database);
        row = ownUpload(city, call);
    }
    if (!row)
        return refuse(ProblemCode::UploadUnknown);
    const int stream = city.streams.takeOver(row->id);
    const std::int64_t offset = city.uploads.offset(*row);
    if (numberIn(call.header("Upload-Offset")) != offset)
        return refuse(ProblemCode::OffsetConflict, "it stands at " + std::to_string(offset));
    if (!row->complete) {
        if (auto taken = takeBody(city, call, *row, offset, stream); !taken)
            return tl::unexpected<Problem>(taken.error());
    }
    return afterArrival(city, call);
}

} // namespace tongban::tests::platform::handlers
