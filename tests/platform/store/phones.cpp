// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/store/phones.h"

#include "tests/platform/base/digest.h"

#include <algorithm>

namespace tongban::tests::platform::store {

namespace {

constexpr std::int64_t deviceWindowMs = 600'000;

std::string sixDigits()
{
    const std::string text = std::to_string(std::stoull(sm3Hex(randomToken()).substr(0, 15), nullptr, 16) % 1'000'000);
    return std::string(6 - text.size(), '0') + text;
}

int secondsUntil(std::int64_t thenMs, std::int64_t nowMs)
{
    return static_cast<int>(std::max<std::int64_t>(0, (thenMs - nowMs + 999) / 1000));
}

} // namespace

int Phones::waitFor(const std::string &phone, const std::string &device, const PhoneRules &rules, std::int64_t nowMs)
{
    int wait = 0;
    Statement last = m_database.prepare("SELECT sent_at FROM phone_codes WHERE phone = ? ORDER BY seq DESC LIMIT 1");
    last.bind(phone);
    if (last.step())
        wait = secondsUntil(last.number(0) + rules.againSeconds * std::int64_t{1000}, nowMs);
    Statement many =
        m_database.prepare("SELECT count(*), min(sent_at) FROM phone_codes WHERE device = ? AND sent_at > ?");
    many.bind(device).bind(nowMs - deviceWindowMs);
    if (many.step() && many.number(0) >= rules.codesPerDevice)
        wait = std::max(wait, secondsUntil(many.number(1) + deviceWindowMs, nowMs));
    return wait;
}

std::string Phones::send(const std::string &phone, const std::string &device, const PhoneRules &rules,
                         std::int64_t nowMs)
{
    const std::string challenge = randomUuid();
    m_database
        .prepare("INSERT INTO phone_codes(challenge, device, phone, code, sent_at, tries_left) VALUES(?,?,?,?,?,?)")
        .bind(challenge)
        .bind(device)
        .bind(phone)
        .bind(sixDigits())
        .bind(nowMs)
        .bind(rules.tries)
        .run();
    return challenge;
}

Json Phones::check(const std::string &challenge, const std::string &phone, const std::string &device,
                   const std::string &code, const PhoneRules &rules, std::int64_t nowMs)
{
    const Json gone{{"result", "gone"}};
    std::string right;
    std::string token;
    std::int64_t tries = 0;
    {
        Statement row = m_database.prepare("SELECT code, sent_at, tries_left, token, "
                                           "seq = (SELECT max(seq) FROM phone_codes WHERE phone = ?2) "
                                           "FROM phone_codes WHERE challenge = ?1 AND phone = ?2 AND device = ?3");
        row.bind(challenge).bind(phone).bind(device);
        if (!row.step())
            return gone;
        const bool isOld = nowMs >= row.number(1) + rules.validSeconds * std::int64_t{1000};
        if (isOld || row.number(4) == 0)
            return gone;
        right = row.text(0);
        tries = row.number(2);
        token = row.optionalText(3).value_or("");
    }
    if (tries <= 0)
        return gone;
    if (code == right) {
        if (token.empty()) {
            token = randomToken();
            m_database.prepare("UPDATE phone_codes SET token = ? WHERE challenge = ?")
                .bind(token)
                .bind(challenge)
                .run();
        }
        return {{"result", "confirmed"}, {"token", token}};
    }
    m_database.prepare("UPDATE phone_codes SET tries_left = tries_left - 1 WHERE challenge = ?").bind(challenge).run();
    return tries > 1 ? Json{{"result", "wrong"}, {"triesLeft", tries - 1}} : gone;
}

bool Phones::isConfirmed(const Json &given, const std::string &phone, const std::string &device)
{
    if (given.at("state") != "confirmed" || !given.contains("token"))
        return false;
    Statement row = m_database.prepare("SELECT 1 FROM phone_codes WHERE token = ? AND phone = ? AND device = ?");
    row.bind(given.at("token").get_ref<const std::string &>()).bind(phone).bind(device);
    return row.step();
}

void Phones::take(const std::string &caseId, const Json &body)
{
    const std::string device = body.at("deviceId");
    for (const Json &given : body.value("phones", Json::array())) {
        const std::string &field = given.at("field").get_ref<const std::string &>();
        const std::string phone = body.at("answers").value(field, "");
        m_database
            .prepare("INSERT INTO case_phones(case_id, field, phone, state) VALUES(?,?,?,?) ON CONFLICT DO NOTHING")
            .bind(caseId)
            .bind(field)
            .bind(phone)
            .bind(isConfirmed(given, phone, device) ? "confirmed" : "unverified")
            .run();
    }
}

Json Phones::codes()
{
    Json all = Json::array();
    Statement row = m_database.prepare("SELECT challenge, device, phone, code FROM phone_codes ORDER BY seq");
    while (row.step())
        all.push_back(
            {{"challenge", row.text(0)}, {"device", row.text(1)}, {"phone", row.text(2)}, {"code", row.text(3)}});
    return all;
}

Json Phones::given()
{
    Json all = Json::array();
    Statement row = m_database.prepare("SELECT case_id, field, phone, state FROM case_phones ORDER BY rowid");
    while (row.step())
        all.push_back(
            {{"caseId", row.text(0)}, {"field", row.text(1)}, {"phone", row.text(2)}, {"state", row.text(3)}});
    return all;
}

} // namespace tongban::tests::platform::store
