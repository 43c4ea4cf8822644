// SPDX-License-Identifier: GPL-3.0-or-later
#include "offline/platform/enrolment_files.h"

#include "offline/vault/durable_file.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

#include <utility>
#include <vector>

namespace tongban::offline::platform {

namespace {

const QString where = QStringLiteral("platform.enrolment");
const QString pendingFile = QStringLiteral("pending.json");
const QString generationPrefix = QStringLiteral("keys-");
const QString tlsKeyMember = QStringLiteral("tlsKey");
const QString signKeyMember = QStringLiteral("signKey");

QString inside(const QString &directory, const QString &name)
{
    return directory + QLatin1Char('/') + name;
}

// The directory and its own name, durably. An earlier attempt may have failed between the two.
Result<void> makeDurable(ports::FileSystem &files, const QString &directory)
{
    auto step = files.makeDirectory(directory);
    if (step)
        step = files.syncDirectory(QFileInfo(directory).path());
    return step;
}

Result<TerminalKeys> keysIn(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    auto tls = crypto::P256PrivateKey::fromPem(object.value(tlsKeyMember).toString().toLatin1());
    auto sign = crypto::Sm2PrivateKey::fromPem(object.value(signKeyMember).toString().toLatin1());
    if (!tls || !sign)
        return fail(ErrorKind::StoreCorrupt, where,
                    pendingFile + QStringLiteral(" holds no keys; remove it and ask for a new code"));
    return TerminalKeys{.tls = std::move(*tls), .sign = std::move(*sign)};
}

Result<TerminalKeys> makeKeys(ports::FileSystem &files, const QString &directory)
{
    TerminalKeys keys{.tls = crypto::P256PrivateKey::generate(), .sign = crypto::Sm2PrivateKey::generate()};
    const QJsonObject object{{tlsKeyMember, QString::fromLatin1(keys.tls.toPem())},
                             {signKeyMember, QString::fromLatin1(keys.sign.toPem())}};
    const auto written = vault::writeDurably(files, directory, pendingFile, QJsonDocument(object).toJson());
    if (!written)
        return fail(written.error().within(where));
    return keys;
}

Result<void> writeGeneration(ports::FileSystem &files, const QString &generation, const TerminalKeys &keys,
                             const EnrolledPapers &papers)
{
    const std::vector<std::pair<QString, QByteArray>> contents{{QStringLiteral("tls.key"), keys.tls.toPem()},
                                                               {QStringLiteral("sm2.key"), keys.sign.toPem()},
                                                               {QStringLiteral("tls.pem"), papers.certificates},
                                                               {QStringLiteral("ca.pem"), papers.authority},
                                                               {QStringLiteral("city-sm2.pub"), papers.cityKey}};
    for (const auto &[name, bytes] : contents) {
        if (const auto written = vault::writeDurably(files, generation, name, bytes); !written)
            return written;
    }
    return {};
}

QByteArray enrolledJson(const QString &generation, const EnrolledPapers &papers)
{
    const auto file = [&generation](const char *name) { return generation + QLatin1Char('/') + QLatin1String(name); };
    return QJsonDocument(QJsonObject{{QStringLiteral("deviceId"), papers.deviceId},
                                     {QStringLiteral("siteCode"), papers.siteCode},
                                     {QStringLiteral("appId"), papers.appId},
                                     {QStringLiteral("ca"), file("ca.pem")},
                                     {QStringLiteral("certificate"), file("tls.pem")},
                                     {QStringLiteral("key"), file("tls.key")},
                                     {QStringLiteral("cityKeyFile"), file("city-sm2.pub")},
                                     {QStringLiteral("signKeyFile"), file("sm2.key")}})
        .toJson();
}

Result<void> removeDirectory(ports::FileSystem &files, const QString &path)
{
    const auto names = files.list(path);
    if (!names)
        return fail(names.error());
    for (const QString &name : *names) {
        if (const auto gone = files.remove(inside(path, name)); !gone)
            return gone;
    }
    return files.remove(path);
}

// A key that serves no more can only be stolen.
Result<void> removeOlder(ports::FileSystem &files, const QString &directory, const QString &generation)
{
    const auto names = files.list(directory);
    if (!names)
        return fail(names.error());
    for (const QString &name : *names) {
        if (!name.startsWith(generationPrefix) || name == generation)
            continue;
        if (const auto gone = removeDirectory(files, inside(directory, name)); !gone)
            return gone;
    }
    const auto gone = files.remove(inside(directory, pendingFile));
    return gone ? files.syncDirectory(directory) : gone;
}

} // namespace

Result<TerminalKeys> keysForEnrolment(ports::FileSystem &files, const QString &directory)
{
    if (const auto made = makeDurable(files, directory); !made)
        return fail(made.error().within(where));
    const auto pending = files.read(inside(directory, pendingFile));
    if (failedWith(pending, ErrorKind::NotFound))
        return makeKeys(files, directory);
    if (!pending)
        return fail(pending.error().within(where));
    // It may have got its name without the directory being synced.
    if (const auto synced = files.syncDirectory(directory); !synced)
        return fail(synced.error().within(where));
    return keysIn(*pending);
}

Result<void> putInForce(ports::FileSystem &files, const QString &directory, const TerminalKeys &keys,
                        const EnrolledPapers &papers)
{
    const QString generation = generationPrefix + QString::fromLatin1(keys.sign.publicKey().id().toHex());
    auto step = makeDurable(files, inside(directory, generation));
    if (step)
        step = writeGeneration(files, inside(directory, generation), keys, papers);
    if (step)
        step = vault::writeDurably(files, directory, QLatin1String(enrolledFile), enrolledJson(generation, papers));
    if (!step)
        return fail(step.error().within(where));
    // The next enrolment tries again.
    static_cast<void>(removeOlder(files, directory, generation));
    return {};
}

} // namespace tongban::offline::platform
