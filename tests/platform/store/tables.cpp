// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/store/tables.h"

#include "tests/platform/base/log.h"

namespace tongban::tests::platform::store {

namespace {

constexpr std::int64_t version = 1;

// Times are milliseconds since 1970 UTC. A case's body is kept as it came; what is asked for stands in columns.
constexpr const char *versionOne = R"(
CREATE TABLE cases(
    id TEXT PRIMARY KEY, device TEXT NOT NULL, site TEXT NOT NULL,
    local_number TEXT NOT NULL, device_case_id TEXT NOT NULL, body TEXT NOT NULL, status TEXT NOT NULL,
    project_number TEXT UNIQUE, created_at INTEGER NOT NULL, submitted_at INTEGER,
    UNIQUE(device, local_number), UNIQUE(device, device_case_id)) STRICT;
CREATE INDEX cases_waiting ON cases(submitted_at) WHERE status = 'submitted';
CREATE TABLE pages(
    case_id TEXT NOT NULL REFERENCES cases(id), material TEXT NOT NULL, page INTEGER NOT NULL,
    sm3 TEXT NOT NULL, bytes INTEGER NOT NULL, file TEXT,
    PRIMARY KEY(case_id, material, page)) STRICT;
CREATE TABLE uploads(
    id TEXT PRIMARY KEY, device TEXT NOT NULL, case_id TEXT NOT NULL, material TEXT NOT NULL, page INTEGER NOT NULL,
    length INTEGER NOT NULL, content_type TEXT NOT NULL, complete INTEGER NOT NULL DEFAULT 0,
    UNIQUE(case_id, material, page),
    FOREIGN KEY(case_id, material, page) REFERENCES pages(case_id, material, page)) STRICT;
CREATE TABLE answered(
    device TEXT NOT NULL, key TEXT NOT NULL, digest TEXT NOT NULL, status INTEGER NOT NULL,
    headers TEXT NOT NULL, body TEXT,
    PRIMARY KEY(device, key)) STRICT;
CREATE TABLE changes(
    seq INTEGER PRIMARY KEY AUTOINCREMENT, device TEXT NOT NULL, case_id TEXT NOT NULL REFERENCES cases(id),
    status TEXT NOT NULL, project_number TEXT, at INTEGER NOT NULL) STRICT;
CREATE INDEX changes_of_device ON changes(device, seq);
CREATE TABLE serials(county_day TEXT PRIMARY KEY, last INTEGER NOT NULL) STRICT;
CREATE TABLE evaluations(
    case_id TEXT PRIMARY KEY REFERENCES cases(id), level INTEGER NOT NULL, channel INTEGER NOT NULL,
    at TEXT NOT NULL) STRICT;
CREATE TABLE catalogues(version TEXT PRIMARY KEY, as_of INTEGER NOT NULL) STRICT;
PRAGMA user_version = 1;
)";

} // namespace

void migrate(Database &database)
{
    Statement statement = database.prepare("PRAGMA user_version");
    const std::int64_t found = statement.step() ? statement.number(0) : 0;
    if (found > version)
        stopBroken("this database is of a newer program");
    if (found == 0)
        database.exec(versionOne);
}

} // namespace tongban::tests::platform::store
