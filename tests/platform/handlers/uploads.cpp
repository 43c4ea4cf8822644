// SPDX-License-Identifier: GPL-3.0-or-later
// tus 1.0 (https://tus.io/protocols/resumable-upload): core and creation.
#include "tests/platform/handlers/operations.h"

#include "tests/platform/base/digest.h"
#include "tests/platform/store/answered.h"
#include "tests/platform/store/cases.h"

#include <charconv>
#include <sstream>

namespace tongban::tests::platform::handlers {

namespace {

constexpr const char *tusVersion = "1.0.0";

std::int64_t numberIn(const std::string &text) // -1: not one
{
    std::int64_t number = -1;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size() ? number : -1;
}

// "caseId base64,material base64,…"; none: not that.
std::optional<std::map<std::string, std::string>> parseMetadata(const std::string &header)
{
    std::map<std::string, std::string> values;
    std::istringstream pairs(header);
    std::string pair;
    while (std::getline(pairs, pair, ',')) {
        std::istringstream words(pair);
        std::string key;
        std::string encoded;
        words >> key >> encoded;
        const auto value = fromBase64(encoded);
        if (key.empty() || !value)
            return std::nullopt;
        values[key] = *value;
    }
    return values;
}

std::string locationOf(const store::UploadRow &row)
{
    return "/v1/uploads/" + row.id;
}

Answer created(const store::UploadRow &row)
{
    return {.status = 201,
            .body = std::nullopt,
            .headers = {{"Location", locationOf(row)}, {"Tus-Resumable", tusVersion}}};
}

// All bytes are here: right, and the page is kept; or wrong, and the upload is dropped. Inside a transaction.
Outcome<void> settle(City &city, const store::UploadRow &row)
{
    const auto page = store::Cases(city.database).page(row.caseId, row.material, row.page);
    if (page && sm3HexOfFile(city.uploads.partialPath(row)) == page->sm3) {
        city.uploads.complete(row);
        return {};
    }
    city.uploads.drop(row);
    store::Answered(city.database).forgetLocation(row.device, locationOf(row));
    return refuse(ProblemCode::DigestMismatch, "the upload was dropped; create it anew");
}

std::optional<store::UploadRow> ownUpload(City &city, const Call &call)
{
    auto row = city.uploads.find(call.pathParameters.at("uploadId"));
    return row && row->device == call.device.id ? row : std::nullopt;
}

} // namespace

Outcome<Answer> uploadCapabilities(City &, const Call &)
{
    return Answer{.status = 204,
                  .body = std::nullopt,
                  .headers = {{"Tus-Resumable", tusVersion},
                              {"Tus-Version", tusVersion},
                              {"Tus-Extension", "creation"},
                              {"Tus-Max-Size", std::to_string(maxUploadBytes)}}};
}

Outcome<Answer> createUpload(City &city, const Call &call)
{
    auto metadata = parseMetadata(call.header("Upload-Metadata"));
    if (!metadata)
        return refuse(ProblemCode::MetadataInvalid, "not pairs of key and base64");
    for (const char *key : {"caseId", "material", "page", "sm3", "contentType"}) {
        if (!metadata->contains(key))
            return refuse(ProblemCode::MetadataInvalid, std::string(key) + " is missing");
    }
    const std::string contentType = (*metadata)["contentType"];
    if (contentType != "image/jpeg" && contentType != "image/png")
        return refuse(ProblemCode::MetadataInvalid, "contentType: image/jpeg or image/png");
    const std::int64_t length = numberIn(call.header("Upload-Length"));
    if (length > maxUploadBytes)
        return refuse(ProblemCode::UploadTooLarge, "at most " + std::to_string(maxUploadBytes) + " bytes");

    store::Cases cases(city.database);
    const auto owner = cases.find((*metadata)["caseId"]);
    if (!owner || owner->device != call.device.id)
        return refuse(ProblemCode::CaseUnknown);
    const std::int64_t number = numberIn((*metadata)["page"]);
    const auto page = cases.page(owner->id, (*metadata)["material"], number);
    if (!page)
        return refuse(ProblemCode::PageNotAnnounced);
    if (page->sm3 != (*metadata)["sm3"] || page->bytes != length)
        return refuse(ProblemCode::PageNotAnnounced, "announced with another digest or length");

    if (const auto begun = city.uploads.findPage(owner->id, page->material, number))
        return created(*begun);
    const store::UploadRow row{.id = randomUuid(),
                               .device = call.device.id,
                               .caseId = owner->id,
                               .material = page->material,
                               .page = number,
                               .length = length,
                               .contentType = contentType};
    city.uploads.create(row);
    return created(row);
}

Outcome<Answer> uploadOffset(City &city, const Call &call)
{
    const auto row = ownUpload(city, call);
    if (!row)
        return refuse(ProblemCode::UploadUnknown);
    // The process may have ended between the last byte and its digest.
    if (!row->complete && city.uploads.offset(*row) == row->length) {
        if (!settle(city, *row))
            return refuse(ProblemCode::UploadUnknown); // dropped
    }
    const auto settled = city.uploads.find(row->id);
    return Answer{.status = 200,
                  .body = std::nullopt,
                  .headers = {{"Tus-Resumable", tusVersion},
                              {"Upload-Offset", std::to_string(city.uploads.offset(*settled))},
                              {"Upload-Length", std::to_string(row->length)},
                              {"Cache-Control", "no-store"}}};
}

namespace {

enum class Arrival { Whole, Cut, TooLarge };

Arrival receive(City &city, const store::UploadRow &row, std::int64_t offset, int stream, BodyStream &body)
{
    bool tooLarge = false;
    store::Appender file(city.uploads.partialPath(row));
    const bool whole = body.read([&](const char *bytes, std::size_t count) {
        offset += static_cast<std::int64_t>(count);
        tooLarge = offset > row.length;
        return !tooLarge && city.streams.ifNewest(row.id, stream, [&] { file.append(bytes, count); });
    });
    file.sync();
    return tooLarge ? Arrival::TooLarge : whole ? Arrival::Whole : Arrival::Cut;
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
        switch (receive(city, *row, offset, stream, *call.stream)) {
        case Arrival::Whole:
            break;
        case Arrival::Cut:
            return refuse(ProblemCode::BodyCut);
        case Arrival::TooLarge:
            return refuse(ProblemCode::UploadTooLarge, "more bytes than Upload-Length");
        }
    }
    return afterArrival(city, call);
}

} // namespace tongban::tests::platform::handlers
