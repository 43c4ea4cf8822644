// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/store/tables.h"

#include "tests/platform/base/log.h"

#include <array>

namespace tongban::tests::platform::store {

namespace {

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

// Two addresses over one city: what came at which, and under which key; thumbnails beside pages; what the city tells
// its terminals. Tables whose keys grow are built anew.
constexpr const char *versionTwo = R"(
CREATE TABLE new_cases(
    id TEXT PRIMARY KEY, device TEXT NOT NULL, site TEXT NOT NULL,
    local_number TEXT NOT NULL, device_case_id TEXT NOT NULL, body TEXT NOT NULL, status TEXT NOT NULL,
    project_number TEXT UNIQUE, created_at INTEGER NOT NULL, submitted_at INTEGER,
    key TEXT NOT NULL, origin TEXT NOT NULL,
    UNIQUE(device, local_number, origin), UNIQUE(device, device_case_id, origin)) STRICT;
INSERT INTO new_cases SELECT id, device, site, local_number, device_case_id, body, status, project_number, created_at,
    submitted_at, '', 'primary' FROM cases;
DROP TABLE cases;
ALTER TABLE new_cases RENAME TO cases;
CREATE INDEX cases_waiting ON cases(submitted_at) WHERE status = 'submitted';
CREATE INDEX cases_by_key ON cases(device, key);

CREATE TABLE new_pages(
    case_id TEXT NOT NULL REFERENCES cases(id), material TEXT NOT NULL, page INTEGER NOT NULL, part TEXT NOT NULL,
    sm3 TEXT NOT NULL, bytes INTEGER NOT NULL, file TEXT,
    PRIMARY KEY(case_id, material, page, part)) STRICT;
INSERT INTO new_pages SELECT case_id, material, page, 'page', sm3, bytes, file FROM pages;
DROP TABLE pages;
ALTER TABLE new_pages RENAME TO pages;
CREATE TABLE new_uploads(
    id TEXT PRIMARY KEY, device TEXT NOT NULL, case_id TEXT NOT NULL, material TEXT NOT NULL, page INTEGER NOT NULL,
    part TEXT NOT NULL, length INTEGER NOT NULL, content_type TEXT NOT NULL, complete INTEGER NOT NULL DEFAULT 0,
    origin TEXT NOT NULL,
    UNIQUE(case_id, material, page, part, origin),
    FOREIGN KEY(case_id, material, page, part) REFERENCES pages(case_id, material, page, part)) STRICT;
INSERT INTO new_uploads SELECT id, device, case_id, material, page, 'page', length, content_type, complete, 'primary'
    FROM uploads;
DROP TABLE uploads;
ALTER TABLE new_uploads RENAME TO uploads;

CREATE TABLE new_answered(
    device TEXT NOT NULL, key TEXT NOT NULL, origin TEXT NOT NULL, at INTEGER NOT NULL, digest TEXT NOT NULL,
    status INTEGER NOT NULL, headers TEXT NOT NULL, body TEXT,
    PRIMARY KEY(device, key, origin)) STRICT;
INSERT INTO new_answered SELECT device, key, 'primary', 0, digest, status, headers, body FROM answered;
DROP TABLE answered;
ALTER TABLE new_answered RENAME TO answered;
ALTER TABLE changes ADD COLUMN origin TEXT NOT NULL DEFAULT 'primary';

CREATE TABLE catalogue_entries(
    version TEXT NOT NULL REFERENCES catalogues(version), code TEXT NOT NULL, sm3 TEXT NOT NULL,
    PRIMARY KEY(version, code)) STRICT;
CREATE TABLE device_keys(
    device TEXT NOT NULL, key_id TEXT NOT NULL, pem TEXT NOT NULL, revoked INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY(device, key_id)) STRICT;
CREATE TABLE device_secrets(device TEXT PRIMARY KEY, secret TEXT NOT NULL) STRICT;
CREATE TABLE enrolments(
    code TEXT PRIMARY KEY, device TEXT NOT NULL, site TEXT NOT NULL, keys TEXT, answer TEXT) STRICT;
CREATE TABLE notices(
    seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, device TEXT NOT NULL,
    case_id TEXT NOT NULL REFERENCES cases(id), kind TEXT NOT NULL, issued_at INTEGER NOT NULL, due TEXT,
    title TEXT NOT NULL, items TEXT NOT NULL) STRICT;
CREATE INDEX notices_of_device ON notices(device, seq);
CREATE TABLE commands(
    seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, device TEXT NOT NULL, kind TEXT NOT NULL, text TEXT,
    issued_at INTEGER NOT NULL, expires_at INTEGER NOT NULL, outcome TEXT, detail TEXT) STRICT;
CREATE INDEX commands_of_device ON commands(device, seq);
PRAGMA user_version = 2;
)";

// Codes that end by themselves; since when the roster is what it is.
constexpr const char *versionThree = R"(
ALTER TABLE enrolments ADD COLUMN expires_at INTEGER;
CREATE TABLE rosters(version TEXT NOT NULL, as_of INTEGER PRIMARY KEY) STRICT;
PRAGMA user_version = 3;
)";

// What the licence library holds of whom.
constexpr const char *versionFour = R"(
CREATE TABLE licences(
    id_number TEXT NOT NULL, licence TEXT NOT NULL, number TEXT NOT NULL, issued TEXT,
    PRIMARY KEY(id_number, licence)) STRICT;
PRAGMA user_version = 4;
)";

// Why somebody was not content: a JSON array of the contract's words.
constexpr const char *versionFive = R"(
ALTER TABLE evaluations ADD COLUMN reasons TEXT NOT NULL DEFAULT '[]';
PRAGMA user_version = 5;
)";

// Codes that went to telephones; which numbers of which case somebody has shown to be theirs.
constexpr const char *versionSix = R"(
CREATE TABLE phone_codes(
    seq INTEGER PRIMARY KEY AUTOINCREMENT, challenge TEXT NOT NULL UNIQUE, device TEXT NOT NULL, phone TEXT NOT NULL,
    code TEXT NOT NULL, sent_at INTEGER NOT NULL, tries_left INTEGER NOT NULL, token TEXT UNIQUE) STRICT;
CREATE INDEX phone_codes_of_number ON phone_codes(phone, seq);
CREATE TABLE case_phones(
    case_id TEXT NOT NULL REFERENCES cases(id), field TEXT NOT NULL, phone TEXT NOT NULL, state TEXT NOT NULL,
    PRIMARY KEY(case_id, field)) STRICT;
PRAGMA user_version = 6;
)";

// What applicants brought for letters of correction; letters that the office took back.
constexpr const char *versionSeven = R"(
CREATE TABLE supplements(
    id TEXT PRIMARY KEY, case_id TEXT NOT NULL REFERENCES cases(id), notice TEXT NOT NULL UNIQUE, body TEXT NOT NULL,
    at INTEGER NOT NULL) STRICT;
CREATE INDEX supplements_of_case ON supplements(case_id, at);
ALTER TABLE notices ADD COLUMN withdrawn INTEGER NOT NULL DEFAULT 0;
PRAGMA user_version = 7;
)";

constexpr std::array steps{versionOne,  versionTwo, versionThree, versionFour,
                           versionFive, versionSix, versionSeven}; // the n-th leads from version n to n + 1

std::int64_t versionOf(Database &database)
{
    Statement statement = database.prepare("PRAGMA user_version"); // ended before a table is built anew
    return statement.step() ? statement.number(0) : 0;
}

} // namespace

void migrate(Database &database)
{
    const std::int64_t found = versionOf(database);
    if (found > static_cast<std::int64_t>(steps.size()))
        stopBroken("this database is of a newer program");
    for (auto step = static_cast<std::size_t>(found); step < steps.size(); ++step)
        database.exec(steps[step]);
}

} // namespace tongban::tests::platform::store
