// SPDX-License-Identifier: GPL-3.0-or-later
// The card reader of a preview: lays down the card of a person that nobody is, so that an author sees the form without
// a device and without anybody's data. Wired in by --preview only (preview.h), never where an application counts.
#pragma once

#include "app/core/domain/service_item.h"
#include "app/core/ports/id_card_reader.h"

namespace tongban::app {

// Of an age that the item's rules take (45 where they leave it open), so that the form follows. The name says what it
// is.
[[nodiscard]] domain::IdCard sampleCard(const domain::ServiceItem &item, QDate today);

class SampleReader final : public ports::IdCardReader
{
public:
    explicit SampleReader(domain::IdCard card) : m_card(std::move(card)) {}

    Result<void> probe(Deadline, std::stop_token) override { return {}; }
    void close() override {}
    Result<domain::IdCard> read(Deadline, std::stop_token) override { return m_card; } // at once, each time

private:
    domain::IdCard m_card;
};

} // namespace tongban::app
