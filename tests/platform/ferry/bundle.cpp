// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/ferry/bundle.h"

#include "tests/platform/base/digest.h"
#include "tests/platform/ferry/record_seal.h"

#include <algorithm>
#include <optional>

namespace tongban::tests::platform::ferry {

namespace {

constexpr std::string_view magic = "TONGBAN-BUNDLE-1\n";
constexpr std::string_view title = "tongban bundle 1\n";
constexpr std::size_t signatureBytes = 64;

using Complaint = tl::unexpected<std::string>;

std::uint32_t numberAt(std::string_view bytes)
{
    std::uint32_t number = 0;
    for (const char byte : bytes.substr(0, 4))
        number = number << 8 | static_cast<unsigned char>(byte);
    return number;
}

// Takes counted pieces from the front.
class Pieces
{
public:
    explicit Pieces(std::string_view bytes) : m_bytes(bytes) {}

    std::optional<std::string_view> next()
    {
        if (m_bytes.size() - m_at < 4)
            return std::nullopt;
        const std::size_t count = numberAt(m_bytes.substr(m_at));
        if (count > m_bytes.size() - m_at - 4)
            return std::nullopt;
        m_at += 4 + count;
        return m_bytes.substr(m_at - count, count);
    }
    [[nodiscard]] std::size_t at() const { return m_at; }

private:
    std::string_view m_bytes;
    std::size_t m_at = magic.size();
};

struct Parts
{
    Json header;
    std::string_view sealedKey;
    std::vector<std::string_view> records;
    std::size_t signedBytes = 0;
};

tl::expected<Parts, std::string> partsOf(std::string_view file)
{
    if (file.substr(0, magic.size()) != magic)
        return Complaint("not a bundle");
    Pieces pieces(file);
    const auto header = pieces.next();
    const auto key = pieces.next();
    if (!header || !key)
        return Complaint("cut short");
    Parts parts{.header = Json::parse(*header, nullptr, false), .sealedKey = *key, .records = {}, .signedBytes = 0};
    if (!parts.header.is_object() || parts.header.value("version", 0) != 1)
        return Complaint("a header of another version");
    for (auto record = pieces.next();; record = pieces.next()) {
        if (!record)
            return Complaint("cut short");
        if (record->empty())
            break;
        parts.records.push_back(*record);
    }
    parts.signedBytes = pieces.at();
    if (file.size() - parts.signedBytes != signatureBytes)
        return Complaint("no signature at its end");
    return parts;
}

bool isSigned(std::string_view file, const Parts &parts, const DeviceKeys &keysOf)
{
    RunningDigest digest("SM3");
    digest.update(file.data(), parts.signedBytes);
    const std::string text = std::string(title) + digest.finish();
    const std::string signature = toBase64(file.substr(parts.signedBytes));
    const auto keys = keysOf(parts.header.value("deviceId", ""));
    return std::any_of(keys.begin(), keys.end(), [&](const std::string &pem) {
        const auto key = trust::Sm2Key::fromPublicPem(pem);
        return key && key->id() == parts.header.value("keyId", "") && key->verifies(text, signature);
    });
}

tl::expected<Record, std::string> recordFrom(const std::string &plain)
{
    const std::size_t length = plain.size() < 4 ? plain.size() : numberAt(plain);
    if (plain.size() < 4 || length > plain.size() - 4)
        return Complaint("a record without its JSON");
    Record record{.json = Json::parse(plain.substr(4, length), nullptr, false), .page = plain.substr(4 + length)};
    if (!record.json.is_object() || !record.json.contains("record"))
        return Complaint("a record that says nothing");
    return record;
}

// Cases as the header has counted them, their requests as each says, and the end behind all of them.
bool addsUp(const Bundle &bundle)
{
    std::int64_t cases = 0;
    std::int64_t requests = 0;
    for (const Record &record : bundle.records) {
        cases += record.json["record"] == "case" ? 1 : 0;
        requests += record.json["record"] == "request" ? 1 : 0;
    }
    if (bundle.records.empty() || cases + requests + 1 != static_cast<std::int64_t>(bundle.records.size()))
        return false;
    const Json &end = bundle.records.back().json;
    return end["record"] == "end" && end.value("cases", -1) == cases && end.value("requests", -1) == requests &&
           bundle.header.value("cases", -1) == cases;
}

} // namespace

tl::expected<Bundle, std::string> readBundle(std::string_view file, const trust::Sm2Key &city, const DeviceKeys &keysOf)
{
    const auto parts = partsOf(file);
    if (!parts)
        return Complaint(parts.error());
    if (!isSigned(file, *parts, keysOf))
        return Complaint("not signed by a device of the roster");
    const auto key = city.open(parts->sealedKey);
    if (!key)
        return Complaint("sealed to another key than this city's");
    Bundle bundle{.header = parts->header, .records = {}};
    for (std::size_t number = 0; number < parts->records.size(); ++number) {
        const std::string place =
            std::string(title) + bundle.header.value("bundleId", "") + "\n" + std::to_string(number);
        const auto plain = openRecord(*key, parts->records[number], place);
        if (!plain)
            return Complaint("record " + std::to_string(number) + " does not open");
        auto record = recordFrom(*plain);
        if (!record)
            return Complaint(record.error());
        bundle.records.push_back(std::move(*record));
    }
    if (!addsUp(bundle))
        return Complaint("the counts do not add up");
    return bundle;
}

} // namespace tongban::tests::platform::ferry
