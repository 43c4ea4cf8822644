// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/trust/signed_text.h"

namespace tongban::tests::platform::trust {

namespace {

const std::string &textOf(const Json &object, const char *member)
{
    return object.at(member).get_ref<const std::string &>();
}

} // namespace

std::string timeText(const std::string &nonce, const std::string &now)
{
    return "tongban time 1\n" + nonce + "\n" + now;
}

std::string rosterText(const std::string &version, const std::string &asOf, const Json &keys)
{
    std::string text = "tongban roster 1\n" + version + "\n" + asOf + "\n";
    for (const Json &key : keys)
        text += textOf(key, "deviceId") + " " + textOf(key, "keyId") + " " + (key.at("revoked") ? "revoked" : "valid") +
                "\n";
    return text;
}

std::string manifestText(const std::string &version, const std::string &asOf, const Json &entries)
{
    std::string text = "tongban catalogue 1\n" + version + "\n" + asOf + "\n";
    for (const Json &entry : entries)
        text += textOf(entry, "code") + " " + textOf(entry, "version") + " " + textOf(entry, "sm3") + "\n";
    return text;
}

std::string commandText(const std::string &deviceId, const Json &command)
{
    return "tongban command 1\n" + deviceId + "\n" + textOf(command, "id") + "\n" + textOf(command, "kind") + "\n" +
           textOf(command, "expiresAt") + "\n" + command.value("text", "");
}

} // namespace tongban::tests::platform::trust
