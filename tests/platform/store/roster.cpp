// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/store/roster.h"

#include "tests/platform/base/digest.h"
#include "tests/platform/base/log.h"
#include "tests/platform/trust/sm2_key.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace tongban::tests::platform::store {

namespace fs = std::filesystem;

namespace {

// "device-K01-sm2.pub" -> "K01"; none: another file.
std::optional<std::string> deviceOf(const std::string &file)
{
    const std::string begin = "device-";
    const std::string end = "-sm2.pub";
    if (file.size() <= begin.size() + end.size() || file.rfind(begin, 0) != 0 ||
        file.compare(file.size() - end.size(), end.size(), end) != 0)
        return std::nullopt;
    return file.substr(begin.size(), file.size() - begin.size() - end.size());
}

} // namespace

void Roster::takeIn()
{
    std::error_code error;
    for (const auto &entry : fs::directory_iterator(m_directory, error)) {
        const auto device = deviceOf(entry.path().filename().string());
        if (!device)
            continue;
        std::ifstream file(entry.path(), std::ios::binary);
        std::ostringstream text;
        text << file.rdbuf();
        const auto key = trust::Sm2Key::fromPublicPem(text.str());
        if (key)
            add(*device, key->id(), key->publicPem());
        else
            logLine("roster.bad", {{"file", entry.path().filename().string()}});
    }
    if (error)
        logLine("roster.bad", {{"directory", m_directory}, {"why", error.message()}});
}

void Roster::add(const std::string &device, const std::string &keyId, const std::string &pem)
{
    m_database.prepare("INSERT INTO device_keys(device, key_id, pem) VALUES(?,?,?) ON CONFLICT DO NOTHING")
        .bind(device)
        .bind(keyId)
        .bind(pem)
        .run();
}

bool Roster::revoke(const std::string &device, const std::string &keyId, bool revoked)
{
    m_database.prepare("UPDATE device_keys SET revoked = ? WHERE device = ? AND (key_id = ? OR ? = '')")
        .bind(std::int64_t{revoked})
        .bind(device)
        .bind(keyId)
        .bind(keyId)
        .run();
    return m_database.changes() > 0;
}

void Roster::setSecret(const std::string &device, const std::string &secret)
{
    m_database
        .prepare(
            "INSERT INTO device_secrets(device, secret) VALUES(?,?) ON CONFLICT DO UPDATE SET secret = excluded.secret")
        .bind(device)
        .bind(toBase64(secret))
        .run();
}

std::vector<std::string> Roster::validKeys(const std::string &device)
{
    std::vector<std::string> pems;
    Statement statement = m_database.prepare("SELECT pem FROM device_keys WHERE device = ? AND revoked = 0");
    statement.bind(device);
    while (statement.step())
        pems.push_back(statement.text(0));
    return pems;
}

bool Roster::hasKey(const std::string &device)
{
    Statement statement = m_database.prepare("SELECT 1 FROM device_keys WHERE device = ?");
    return statement.bind(device).step();
}

std::optional<std::string> Roster::secret(const std::string &device)
{
    Statement statement = m_database.prepare("SELECT secret FROM device_secrets WHERE device = ?");
    return statement.bind(device).step() ? fromBase64(statement.text(0)) : std::nullopt;
}

std::int64_t Roster::asOfMs(const std::string &version, std::int64_t nowMs)
{
    std::int64_t last = 0;
    {
        Statement statement = m_database.prepare("SELECT version, as_of FROM rosters ORDER BY as_of DESC LIMIT 1");
        if (statement.step()) {
            last = statement.number(1);
            if (statement.text(0) == version)
                return last;
        }
    }
    const std::int64_t asOf = std::max(nowMs, last + 1);
    m_database.prepare("INSERT INTO rosters(version, as_of) VALUES(?,?)").bind(version).bind(asOf).run();
    return asOf;
}

Json Roster::keys()
{
    Json keys = Json::array();
    Statement statement =
        m_database.prepare("SELECT device, key_id, pem, revoked FROM device_keys ORDER BY device, key_id");
    while (statement.step()) {
        keys.push_back({{"deviceId", statement.text(0)},
                        {"keyId", statement.text(1)},
                        {"key", statement.text(2)},
                        {"revoked", statement.number(3) != 0}});
    }
    return keys;
}

} // namespace tongban::tests::platform::store
