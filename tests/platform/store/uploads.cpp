// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/store/uploads.h"

#include "tests/platform/base/log.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>

namespace tongban::tests::platform::store {

namespace fs = std::filesystem;

namespace {

constexpr const char *columns =
    "SELECT id, device, case_id, material, page, part, length, content_type, complete FROM uploads ";

void demand(bool held, const std::string &what)
{
    if (!held)
        stopBroken(what + ": " + std::strerror(errno));
}

void syncDirectory(const fs::path &path)
{
    const int handle = ::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    demand(handle >= 0 && ::fsync(handle) == 0, path.string());
    ::close(handle);
}

const char *extensionOf(const std::string &contentType)
{
    return contentType == "image/png" ? ".png" : ".jpg";
}

} // namespace

Uploads::Uploads(Database &database, std::string directory, std::string address)
    : m_database(database), m_directory(std::move(directory)), m_address(std::move(address))
{
    std::error_code error;
    fs::create_directories(m_directory + "/files/partial", error);
    if (error)
        stopBroken(m_directory + "/files/partial: " + error.message());
}

std::optional<UploadRow> Uploads::findBy(const Statement &statement) const
{
    return UploadRow{.id = statement.text(0),
                     .device = statement.text(1),
                     .caseId = statement.text(2),
                     .name = {.material = statement.text(3), .page = statement.number(4), .part = statement.text(5)},
                     .length = statement.number(6),
                     .contentType = statement.text(7),
                     .complete = statement.number(8) != 0};
}

std::optional<UploadRow> Uploads::find(const std::string &id)
{
    Statement statement = m_database.prepare((std::string(columns) + "WHERE id = ? AND origin = ?").c_str());
    return statement.bind(id).bind(m_address).step() ? findBy(statement) : std::nullopt;
}

std::optional<UploadRow> Uploads::findFile(const std::string &caseId, const FileName &name)
{
    Statement statement = m_database.prepare(
        (std::string(columns) + "WHERE case_id = ? AND material = ? AND page = ? AND part = ? AND origin = ?").c_str());
    return statement.bind(caseId).bind(name.material).bind(name.page).bind(name.part).bind(m_address).step()
               ? findBy(statement)
               : std::nullopt;
}

void Uploads::create(const UploadRow &row)
{
    m_database
        .prepare("INSERT INTO uploads(id, device, case_id, material, page, part, length, content_type, origin) "
                 "VALUES(?,?,?,?,?,?,?,?,?)")
        .bind(row.id)
        .bind(row.device)
        .bind(row.caseId)
        .bind(row.name.material)
        .bind(row.name.page)
        .bind(row.name.part)
        .bind(row.length)
        .bind(row.contentType)
        .bind(m_address)
        .run();
}

std::string Uploads::partialPath(const UploadRow &row) const
{
    return m_directory + "/files/partial/" + row.id;
}

std::int64_t Uploads::offset(const UploadRow &row) const
{
    if (row.complete)
        return row.length;
    std::error_code error;
    const auto size = fs::file_size(partialPath(row), error);
    return error ? 0 : static_cast<std::int64_t>(size); // nothing has arrived: there is no file yet
}

void Uploads::complete(const UploadRow &row)
{
    const std::string name = row.caseId + "/" + row.name.material + "-" + std::to_string(row.name.page) +
                             (row.name.part == "page" ? "" : "-" + row.name.part) + extensionOf(row.contentType);
    const fs::path target = fs::path(m_directory) / "files" / name;
    fs::create_directories(target.parent_path());
    demand(::rename(partialPath(row).c_str(), target.c_str()) == 0, name);
    syncDirectory(target.parent_path());
    syncDirectory(target.parent_path().parent_path());
    noteArrived(row, name);
}

void Uploads::completeFrom(const UploadRow &row, const std::string &file)
{
    noteArrived(row, file);
}

void Uploads::noteArrived(const UploadRow &row, const std::string &file)
{
    m_database.prepare("UPDATE uploads SET complete = 1 WHERE id = ?").bind(row.id).run();
    m_database.prepare("UPDATE pages SET file = ? WHERE case_id = ? AND material = ? AND page = ? AND part = ?")
        .bind(file)
        .bind(row.caseId)
        .bind(row.name.material)
        .bind(row.name.page)
        .bind(row.name.part)
        .run();
}

void Uploads::drop(const UploadRow &row)
{
    m_database.prepare("DELETE FROM uploads WHERE id = ?").bind(row.id).run();
    std::error_code gone;
    fs::remove(partialPath(row), gone); // a file without its row harms nobody
}

void Uploads::truncate(const UploadRow &row, std::int64_t offset)
{
    demand(::truncate(partialPath(row).c_str(), offset) == 0, "truncate");
}

Appender::Appender(const std::string &path)
    : m_file(::open(path.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600))
{
    demand(m_file >= 0, path);
}

Appender::~Appender()
{
    ::close(m_file);
}

void Appender::append(const char *bytes, std::size_t count)
{
    while (count > 0) {
        const ssize_t written = ::write(m_file, bytes, count);
        if (written < 0 && errno == EINTR)
            continue;
        demand(written >= 0, "append");
        bytes += written;
        count -= static_cast<std::size_t>(written);
    }
}

void Appender::sync()
{
    demand(::fdatasync(m_file) == 0, "sync");
}

} // namespace tongban::tests::platform::store
