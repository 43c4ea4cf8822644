// SPDX-License-Identifier: GPL-3.0-or-later
// Pages on their way (tus 1.0). The row says what is awaited; the partial file's length is the offset, so that what
// arrived before a cut or a crash counts. An upload belongs to the address where it was begun; a page that is here is
// here at every address. Every call happens inside the caller's Transaction, but for appending.
#pragma once

#include "tests/platform/store/cases.h"

namespace tongban::tests::platform::store {

struct UploadRow
{
    std::string id;
    std::string device;
    std::string caseId;
    FileName name;
    std::int64_t length = 0; // bytes of the whole file
    std::string contentType; // image/jpeg, image/png
    bool complete = false;
};

class Uploads
{
public:
    // directory: the platform's; partial bodies go below files/partial, pages below files/CASE. address: this one's.
    Uploads(Database &database, std::string directory, std::string address);

    [[nodiscard]] std::optional<UploadRow> find(const std::string &id);
    [[nodiscard]] std::optional<UploadRow> findFile(const std::string &caseId, const FileName &name);
    void create(const UploadRow &row);
    [[nodiscard]] std::int64_t offset(const UploadRow &row) const;
    [[nodiscard]] std::string partialPath(const UploadRow &row) const;
    // The partial file becomes the page: synced, renamed, noted as arrived.
    void complete(const UploadRow &row);
    // These very bytes are in the case already, in `file` (below files/): the upload is complete, the page has arrived.
    void completeFrom(const UploadRow &row, const std::string &file);
    // Of the partial file only so much is kept.
    void truncate(const UploadRow &row, std::int64_t offset);
    void drop(const UploadRow &row);

private:
    [[nodiscard]] std::optional<UploadRow> findBy(const Statement &statement) const;
    void noteArrived(const UploadRow &row, const std::string &file);

    Database &m_database;
    std::string m_directory;
    std::string m_address;
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
