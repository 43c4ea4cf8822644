// SPDX-License-Identifier: GPL-3.0-or-later
// Which terminals the city knows: SM2 keys (from a directory of files, and by enrolment) and the shared secrets of
// older ones. Every call happens inside the caller's Transaction.
#pragma once

#include "tests/platform/base/json.h"
#include "tests/platform/store/database.h"

#include <vector>

namespace tongban::tests::platform::store {

class Roster
{
public:
    // directory: files device-ID-sm2.pub, SubjectPublicKeyInfo in PEM.
    Roster(Database &database, std::string directory) : m_database(database), m_directory(std::move(directory)) {}

    // Takes in what the directory has and the roster has not; a file that is no SM2 key is told in the log.
    void takeIn();
    void add(const std::string &device, const std::string &keyId, const std::string &pem);
    // False: there is no such key. An empty keyId: all keys of the device.
    [[nodiscard]] bool revoke(const std::string &device, const std::string &keyId, bool revoked);
    void setSecret(const std::string &device, const std::string &secret); // raw bytes

    [[nodiscard]] std::vector<std::string> validKeys(const std::string &device); // PEM
    [[nodiscard]] bool hasKey(const std::string &device);                        // valid or revoked
    [[nodiscard]] std::optional<std::string> secret(const std::string &device);
    // Since when the roster is this version; one that comes back begins anew. Later versions are later, always.
    [[nodiscard]] std::int64_t asOfMs(const std::string &version, std::int64_t nowMs);
    [[nodiscard]] Json keys(); // DeviceKey of the contract, sorted by device and key

private:
    Database &m_database;
    std::string m_directory;
};

} // namespace tongban::tests::platform::store
