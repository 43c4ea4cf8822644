// SPDX-License-Identifier: GPL-3.0-or-later
// What was answered under which Idempotency-Key. Inside the transaction of what was done, so that both stand or
// neither.
#pragma once

#include "tests/platform/base/json.h"
#include "tests/platform/store/database.h"
#include "tests/platform/store/view.h"

#include <map>

namespace tongban::tests::platform::store {

struct AnsweredRow
{
    std::string digest; // SM3 over operation and request
    int status = 0;
    std::map<std::string, std::string> headers;
    std::optional<Json> body;
};

class Answered
{
public:
    Answered(Database &database, View view) : m_database(database), m_view(std::move(view)) {}

    [[nodiscard]] std::optional<AnsweredRow> find(const std::string &device, const std::string &key);
    void keep(const std::string &device, const std::string &key, const AnsweredRow &row, std::int64_t nowMs);
    // Answers that name a place which is gone (a dropped upload) must not come again.
    void forgetLocation(const std::string &device, const std::string &location);

private:
    Database &m_database;
    View m_view;
};

} // namespace tongban::tests::platform::store
