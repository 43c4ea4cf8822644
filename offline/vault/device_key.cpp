// SPDX-License-Identifier: GPL-3.0-or-later
#include "offline/vault/device_key.h"

#include "offline/vault/durable_file.h"

namespace tongban::offline::vault {

using crypto::Key;

namespace {

const auto where = QStringLiteral("vault.device-key");

Result<DeviceKey> checked(const QByteArray &bytes, KeyProtection protection)
{
    if (bytes.size() != crypto::keyBytes)
        return fail(ErrorKind::SealBroken, where, QStringLiteral("the device key is not 32 bytes long"));
    return DeviceKey{.key = crypto::keyFromBytes(bytes), .protection = protection};
}

Result<void> syncKeyDirectory(ports::FileSystem &files, const QString &stateDirectory)
{
    const auto synced = files.syncDirectory(stateDirectory);
    return synced ? files.syncDirectory(stateDirectory + QStringLiteral("/keys")) : synced;
}

Result<DeviceKey> create(ports::FileSystem &files, const QString &stateDirectory)
{
    const Key key = crypto::randomKey();
    const QByteArray bytes = crypto::bytesOf(key);
    const QString directory = stateDirectory + QStringLiteral("/keys");
    if (const auto made = files.makeDirectory(directory); !made)
        return fail(made.error().within(where));
    if (const auto synced = files.syncDirectory(stateDirectory); !synced)
        return fail(synced.error().within(where));
    if (const auto written = writeDurably(files, directory, QStringLiteral("device.key"), bytes); !written)
        return fail(written.error().within(where));
    return DeviceKey{.key = key, .protection = KeyProtection::BesideData};
}

} // namespace

Result<DeviceKey> loadDeviceKey(ports::FileSystem &files, const QString &stateDirectory,
                                const QString &credentialsDirectory, bool mayCreate)
{
    if (!credentialsDirectory.isEmpty()) {
        const auto credential = files.read(credentialsDirectory + QStringLiteral("/tongban-device-key"));
        if (credential)
            return checked(*credential, KeyProtection::Credential);
        if (!failedWith(credential, ErrorKind::NotFound))
            return fail(credential.error().within(where));
    }
    const auto stored = files.read(stateDirectory + QStringLiteral("/keys/device.key"));
    if (stored && mayCreate) {
        // An earlier start may have failed between making the key and making it durable.
        if (const auto synced = syncKeyDirectory(files, stateDirectory); !synced)
            return fail(synced.error().within(where));
    }
    if (stored)
        return checked(*stored, KeyProtection::BesideData);
    if (!failedWith(stored, ErrorKind::NotFound))
        return fail(stored.error().within(where));
    // A new key now would make everything sealed before unreadable for ever, without a word.
    if (!mayCreate)
        return fail(ErrorKind::SealBroken, where, QStringLiteral("sealed data exist, their device key is missing"));
    return create(files, stateDirectory);
}

} // namespace tongban::offline::vault
