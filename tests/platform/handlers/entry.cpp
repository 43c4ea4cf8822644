// SPDX-License-Identifier: GPL-3.0-or-later
// Who comes in: the time, signing on, the roster, and a new terminal.
#include "tests/platform/handlers/operations.h"

#include "tests/platform/base/digest.h"
#include "tests/platform/base/time.h"
#include "tests/platform/store/enrolments.h"
#include "tests/platform/trust/signed_text.h"

namespace tongban::tests::platform::handlers {

Outcome<Answer> signOn(City &city, const Call &call)
{
    if (call.body["deviceId"] != call.device.id || call.body["siteCode"] != call.device.site)
        return refuse(ProblemCode::DeviceMismatch, "deviceId or siteCode is not the client certificate's");
    const Sessions::Session session = city.sessions.open(call.device.id, nowMs());
    return Answer{.status = 201,
                  .body = Json{{"token", session.token}, {"expiresAt", formatUtc(session.expiresAtMs)}},
                  .headers = {}};
}

Json signedTime(const City &city, const std::string &nonce, std::int64_t clockMs)
{
    const std::string now = formatUtc(clockMs);
    return {{"now", now}, {"nonce", nonce}, {"signature", city.options.cityKey.sign(trust::timeText(nonce, now))}};
}

Outcome<Answer> tellTime(City &city, const Call &call)
{
    return Answer{.status = 200, .body = signedTime(city, call.query.at("nonce"), call.clockMs), .headers = {}};
}

Outcome<Answer> fetchRoster(City &city, const Call &call)
{
    store::Roster roster = city.roster();
    roster.takeIn();
    Json keys = roster.keys();
    const std::string version = "sm3-" + sm3Hex(trust::rosterText("", "", keys)).substr(0, 24);
    const std::string tag = "\"" + version + "\"";
    if (call.header("If-None-Match").find(tag) != std::string::npos)
        return Answer{.status = 304, .body = std::nullopt, .headers = {{"ETag", tag}}};
    const std::string asOf = formatUtc(roster.asOfMs(version, nowMs()));
    const std::string signature = city.options.cityKey.sign(trust::rosterText(version, asOf, keys));
    return Answer{.status = 200,
                  .body =
                      Json{{"version", version}, {"asOf", asOf}, {"keys", std::move(keys)}, {"signature", signature}},
                  .headers = {{"ETag", tag}}};
}

Outcome<Answer> enrolTerminal(City &city, const Call &call)
{
    const std::string code = call.body["code"];
    store::Enrolments enrolments(city.database);
    const auto row = enrolments.find(code);
    if (!city.options.desk || !row || row->device != call.body["deviceId"] || row->site != call.body["siteCode"])
        return refuse(ProblemCode::EnrolmentCodeUnknown);
    const auto tlsKey = trust::tlsKeyOf(call.body["tlsRequest"]);
    if (!tlsKey)
        return refuse(ProblemCode::CertificateRequestInvalid, tlsKey.error());
    const auto signingKey = trust::signingKeyOf(call.body["signRequest"]);
    if (!signingKey)
        return refuse(ProblemCode::CertificateRequestInvalid, signingKey.error());
    const std::string keys = sm3Hex(*tlsKey + signingKey->publicPem());
    if (row->keys && row->keys != keys)
        return refuse(ProblemCode::EnrolmentCodeUsed);
    if (row->answer) // also when the code has expired since: a lost answer costs no visit
        return Answer{.status = 201, .body = row->answer, .headers = {}};
    if (row->expiresAtMs && nowMs() >= *row->expiresAtMs)
        return refuse(ProblemCode::EnrolmentCodeExpired);
    const Json answer = {{"tlsCertificate", city.options.desk->issue(*tlsKey, row->device, row->site)},
                         {"caCertificate", city.options.desk->caPem()},
                         {"cityKey", city.options.cityKey.publicPem()},
                         {"appId", city.options.appId},
                         {"keyId", signingKey->id()}};
    enrolments.use(code, keys, answer);
    city.roster().add(row->device, signingKey->id(), signingKey->publicPem());
    return Answer{.status = 201, .body = answer, .headers = {}};
}

} // namespace tongban::tests::platform::handlers
