// SPDX-License-Identifier: GPL-3.0-or-later
// Pages on their way (tus 1.0). The row says what is awaited; the partial file's length is the offset, so that what
// arrived before a cut or a crash counts. Every call happens inside the caller's Transaction, but for appending.
#pragma once

#include "tests/platform/store/database.h"

namespace tongban::tests::platform::store {

struct UploadRow
{
    std::string id;
    std::string device;
    std::string caseId;
    std::string material;
    std::int64_t page = 0;
    std::int64_t length = 0; // bytes of the whole file
    std::string contentType; // image/jpeg, image/png
    bool complete = false;
};

class Uploads
{
public:
    // directory: the platform's; partial bodies go below files/partial, pages below files/CASE.
    Uploads(Database &database, std::string directory);

    [[nodiscard]] std::optional<UploadRow> find(const std::string &id);
    [[nodiscard]] std::optional<UploadRow> findPage(const std::string &caseId, const std::string &material, std::int64_t page);
    void create(const UploadRow &row);
    [[nodiscard]] std::int64_t offset(const UploadRow &row) const;
    [[nodiscard]] std::string partialPath(const UploadRow &row) const;
    // The partial file becomes the page: synced, renamed, noted as arrived.
    void complete(const UploadRow &row);
    void drop(const UploadRow &row);

private:
    [[nodiscard]] std::optional<UploadRow> findBy(const Statement &statement) const;

    Database &m_database;
    std::string m_directory;
};

// Appends to a partial file; what was handed over is in the file when the call returns.
class Appender
{
public:
    explicit Appender(const std::string &path);
    ~Appender();
    Appender(const Appender &) = delete;
    Appender &operator=(const Appender &) = delete;
    void append(const char *bytes, std::size_t count);
    void sync();

private:
    int m_file;
};

} // namespace tongban::tests::platform::store
