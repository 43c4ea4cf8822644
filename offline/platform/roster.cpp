// SPDX-License-Identifier: GPL-3.0-or-later
#include "offline/platform/roster.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QSet>

namespace tongban::offline::platform {

namespace {

tl::unexpected<Error> wrong(const char *what)
{
    return fail(ErrorKind::PlatformBadAnswer, QStringLiteral("platform.roster"), QString::fromLatin1(what));
}

QString textIn(const QJsonObject &json, const char *member)
{
    return json.value(QLatin1String(member)).toString();
}

QByteArray signedTextOf(const QJsonObject &json)
{
    QByteArray text =
        "tongban roster 1\n" + textIn(json, "version").toUtf8() + '\n' + textIn(json, "asOf").toUtf8() + '\n';
    for (const auto &value : json.value(QLatin1String("keys")).toArray()) {
        const QJsonObject key = value.toObject();
        text += textIn(key, "deviceId").toUtf8() + ' ' + textIn(key, "keyId").toUtf8() + ' ' +
                (key.value(QLatin1String("revoked")).toBool() ? "revoked" : "valid") + '\n';
    }
    return text;
}

Result<RosterKey> keyIn(const QJsonObject &entry)
{
    const QJsonValue revoked = entry.value(QLatin1String("revoked"));
    auto key = crypto::Sm2PublicKey::fromPem(textIn(entry, "key").toLatin1());
    // The city signed the id; the key itself is only as good as the id says.
    if (!key || QString::fromLatin1(key->id().toHex()) != textIn(entry, "keyId"))
        return wrong("a key is not the one that its id names");
    // A blank or a line's end in it would let one signed text be read as another.
    static const QRegularExpression deviceForm(QStringLiteral("^[A-Za-z0-9._-]{1,64}\\z"));
    if (!deviceForm.match(textIn(entry, "deviceId")).hasMatch() || !revoked.isBool())
        return wrong("a key of no device, or of which nobody knows whether it is revoked");
    return RosterKey{.deviceId = textIn(entry, "deviceId"), .key = std::move(*key), .isRevoked = revoked.toBool()};
}

} // namespace

Result<Roster> Roster::open(const QJsonObject &json, const crypto::Sm2PublicKey &cityKey)
{
    const auto signature =
        QByteArray::fromBase64Encoding(textIn(json, "signature").toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    if (!signature || !cityKey.verifies(signedTextOf(json), *signature))
        return wrong("not signed by the city");
    Roster roster;
    roster.m_version = textIn(json, "version");
    roster.m_asOf = QDateTime::fromString(textIn(json, "asOf"), Qt::ISODateWithMs).toUTC();
    if (roster.m_version.isEmpty() || roster.m_version.contains(QLatin1Char('\n')))
        return wrong("version is no code");
    if (!roster.m_asOf.isValid() || !textIn(json, "asOf").endsWith(QLatin1Char('Z')))
        return wrong("asOf is no time in UTC");
    QSet<QByteArray> ids; // the same key twice could be valid and revoked
    for (const auto &value : json.value(QLatin1String("keys")).toArray()) {
        auto key = keyIn(value.toObject());
        if (!key)
            return fail(key.error());
        const auto before = ids.size();
        ids.insert(key->key.id());
        if (ids.size() == before)
            return wrong("a key stands there twice");
        roster.m_keys.push_back(std::move(*key));
    }
    return roster;
}

} // namespace tongban::offline::platform
