// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ports/file_system.h"
#include "offline/crypto/cipher.h"

namespace tongban::offline::vault {

// What guards the device key when the disk is taken away.
enum class KeyProtection {
    Credential, // handed in by systemd, which may keep it sealed by the TPM
    BesideData, // a root-only file on the same disk: nothing
};

struct DeviceKey
{
    crypto::Key key;
    KeyProtection protection = KeyProtection::BesideData;
};

// The terminal's own key, from which every other key comes: 32 bytes. Where it lies, in this order:
//  1. the file "tongban-device-key" in credentialsDirectory (systemd LoadCredential=, may be sealed by the TPM);
//  2. stateDirectory/keys/device.key, mode 0600, made on the first start when mayCreate says that nothing is sealed
//  yet.
// The second lies beside the data and guards only against a disk that is read without it; production wants the first.
// credentialsDirectory: empty when there is none ($CREDENTIALS_DIRECTORY is not set).
// Errors: SealBroken (a key is needed and not there, or is not 32 bytes), StoreFull, StoreUnwritable.
[[nodiscard]] Result<DeviceKey> loadDeviceKey(ports::FileSystem &files, const QString &stateDirectory,
                                              const QString &credentialsDirectory, bool mayCreate);

} // namespace tongban::offline::vault
