// SPDX-License-Identifier: GPL-3.0-or-later
// tus 1.0 (https://tus.io/protocols/resumable-upload): creation, offset, termination.
#include "tests/platform/handlers/operations.h"
#include "tests/platform/handlers/upload_body.h"

#include "tests/platform/base/digest.h"
#include "tests/platform/store/answered.h"
#include "tests/platform/store/supplements.h"

#include <regex>
#include <sstream>

namespace tongban::tests::platform::handlers {

namespace {

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

Answer created(const City &city, const store::UploadRow &row)
{
    Answer answer{
        .status = 201, .body = std::nullopt, .headers = {{"Location", locationOf(row)}, {"Tus-Resumable", tusVersion}}};
    // All there and its digest not looked at (the process has ended in between): HEAD does that.
    const std::int64_t offset = city.uploads.offset(row);
    if (row.complete || offset < row.length)
        answer.headers["Upload-Offset"] = std::to_string(offset);
    return answer;
}

// What Upload-Metadata says.
struct Announcement
{
    std::string caseId;
    store::FileName name;
    std::string sm3;
    std::string contentType;
    bool isOfSupplement = false;
};

// A name that is stored, and becomes one of a file.
bool isSound(const Announcement &said, const std::string &supplement, const std::string &material)
{
    static const std::regex uuid("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    static const std::regex key("[A-Za-z0-9][A-Za-z0-9_.-]{0,63}");
    static const std::regex sm3("[0-9a-f]{64}");
    constexpr std::int64_t lastPage = 200;
    return std::regex_match(supplement, uuid) && std::regex_match(material, key) && std::regex_match(said.sm3, sm3) &&
           said.name.part == "page" && said.name.page >= 1 && said.name.page <= lastPage;
}

Outcome<Announcement> readAnnouncement(const std::string &header)
{
    auto metadata = parseMetadata(header);
    if (!metadata)
        return refuse(ProblemCode::MetadataInvalid, "not pairs of key and base64");
    for (const char *key : {"caseId", "material", "page", "sm3", "contentType"}) {
        if (!metadata->contains(key))
            return refuse(ProblemCode::MetadataInvalid, std::string(key) + " is missing");
    }
    const std::string part = metadata->contains("part") ? (*metadata)["part"] : "page";
    if (part != "page" && part != "thumbnail")
        return refuse(ProblemCode::MetadataInvalid, "part: page or thumbnail");
    const std::string contentType = (*metadata)["contentType"];
    if (contentType != "image/jpeg" && contentType != "image/png")
        return refuse(ProblemCode::MetadataInvalid, "contentType: image/jpeg or image/png");
    Announcement said{
        .caseId = (*metadata)["caseId"],
        .name = {.material = (*metadata)["material"], .page = numberIn((*metadata)["page"]), .part = part},
        .sm3 = (*metadata)["sm3"],
        .contentType = contentType};
    const auto supplement = metadata->find("supplement");
    if (supplement == metadata->end())
        return said;
    if (!isSound(said, supplement->second, said.name.material))
        return refuse(ProblemCode::MetadataInvalid, "a page of a supplement: its id, material, page or sm3");
    said.name = store::supplementFile(supplement->second, said.name.material, said.name.page);
    said.isOfSupplement = true;
    return said;
}

// Where these bytes lie already in this case; none: they have not come.
std::optional<std::string> alreadyHere(const std::vector<store::PageRow> &files, const store::PageRow &wanted)
{
    for (const store::PageRow &file : files) {
        if (file.file && file.sm3 == wanted.sm3 && file.bytes == wanted.bytes)
            return file.file;
    }
    return std::nullopt;
}

} // namespace

Outcome<Answer> uploadCapabilities(City &, const Call &)
{
    return Answer{.status = 204,
                  .body = std::nullopt,
                  .headers = {{"Tus-Resumable", tusVersion},
                              {"Tus-Version", tusVersion},
                              {"Tus-Extension", "creation,checksum,termination"},
                              {"Tus-Checksum-Algorithm", "sha1,sha256"},
                              {"Tus-Max-Size", std::to_string(maxUploadBytes)}}};
}

Outcome<Answer> createUpload(City &city, const Call &call)
{
    const auto said = readAnnouncement(call.header("Upload-Metadata"));
    if (!said)
        return tl::unexpected<Problem>(said.error());
    const std::int64_t length = numberIn(call.header("Upload-Length"));
    if (length > maxUploadBytes)
        return refuse(ProblemCode::UploadTooLarge, "at most " + std::to_string(maxUploadBytes) + " bytes");

    store::Cases cases = city.cases();
    const auto owner = cases.find(said->caseId);
    if (!owner || owner->device != call.device.id)
        return refuse(ProblemCode::CaseUnknown);
    if (said->isOfSupplement && !waitsForApplicant(*owner))
        return refuse(ProblemCode::LetterWithdrawn);
    if (said->isOfSupplement) // nobody announced it: the supplement that names it comes behind its pages
        cases.expect(owner->id, said->name, {{"sm3", said->sm3}, {"bytes", length}});
    const auto file = cases.file(owner->id, said->name);
    if (!file)
        return refuse(ProblemCode::PageNotAnnounced);
    if (file->sm3 != said->sm3 || file->bytes != length)
        return refuse(ProblemCode::PageNotAnnounced, "announced with another digest or length");

    if (const auto begun = city.uploads.findFile(owner->id, file->name))
        return created(city, *begun);
    const store::UploadRow row{.id = randomUuid(),
                               .device = call.device.id,
                               .caseId = owner->id,
                               .name = file->name,
                               .length = length,
                               .contentType = said->contentType};
    city.uploads.create(row);
    if (const auto here = alreadyHere(cases.files(owner->id), *file))
        city.uploads.completeFrom(row, *here);
    return created(city, city.uploads.find(row.id).value());
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

Outcome<Answer> terminateUpload(City &city, const Call &call)
{
    const auto row = ownUpload(city, call);
    if (!row)
        return refuse(ProblemCode::UploadUnknown);
    (void)city.streams.takeOver(row->id); // who may still be sending appends nothing more
    city.uploads.drop(*row);
    store::Answered(city.database, city.view()).forgetLocation(row->device, locationOf(*row));
    return Answer{.status = 204, .body = std::nullopt, .headers = {{"Tus-Resumable", tusVersion}}};
}

} // namespace tongban::tests::platform::handlers
