// SPDX-License-Identifier: GPL-3.0-or-later
// A resident ID-card reader that speaks the SAM protocol (GA 467, DEVICES 1) over any transport.
//
//   find      again and again until a card lies in the field
//   select    mandatory after find
//   read      text and photo, with the option `fingerprint` that too
//   photo     where the terminal has a vendor's library for it, decoded in a process of its own
//   address   with the option `readNewAddress`: the one the holder moved to since the card was made
//
// The card must be lifted and laid down again for another read.
#pragma once

#include "app/core/ports/id_card_reader.h"
#include "drivers/codec/sam_card_data.h"
#include "drivers/codec/sam_frame.h"
#include "drivers/devices/id_card_reader/photo/photo_decoder.h"
#include "drivers/devices/id_card_reader/sam_reader_options.h"
#include "drivers/transport/transport.h"

#include <memory>
#include <optional>

namespace tongban::drivers::devices {

class SamReader final : public ports::IdCardReader // all calls on the reader's Lane
{
public:
    // photos: null = cards without photo.
    SamReader(std::unique_ptr<transport::Transport> transport, SamReaderOptions options,
              std::unique_ptr<PhotoDecoder> photos = nullptr);

    Result<domain::IdCard> read(Deadline deadline, std::stop_token stop) override;
    Result<void> probe(Deadline deadline, std::stop_token stop) override; // SAM status
    void close() override { m_transport->close(); }

private:
    Result<domain::IdCard> readCard(Deadline deadline, const std::stop_token &stop);
    Result<codec::SamCardData> readCardData(Deadline deadline, const std::stop_token &stop);
    Result<void> replaceAddress(domain::IdCard &card, Deadline deadline, const std::stop_token &stop);
    // The photo is a help for the clerk, not the errand: without it the card is read all the same, and the log says why.
    // Cancelled only.
    Result<void> addPhoto(domain::IdCard &card, const QByteArray &wlt, Deadline deadline, const std::stop_token &stop);
    Result<void> awaitCard(Deadline deadline, const std::stop_token &stop);

    // Sends a command and returns the data of its answer. A frame that came over broken is asked for once more in
    // silence: the line may have lost a bit; twice is the card's or the cable's fault.
    Result<QByteArray> exchange(codec::SamCommand command, Deadline deadline, const std::stop_token &stop);
    // Nothing: the frame came, its checksum does not fit.
    Result<std::optional<QByteArray>> roundTrip(codec::SamCommand command, Deadline deadline,
                                                const std::stop_token &stop);
    [[nodiscard]] std::chrono::milliseconds timeoutOf(codec::SamCommand command) const;
    [[nodiscard]] Error silence(const QString &where, Deadline deadline) const;

    std::unique_ptr<transport::Transport> m_transport;
    SamReaderOptions m_options;
    std::unique_ptr<PhotoDecoder> m_photos;
    codec::SamFrameDecoder m_decoder;
    bool m_answered = false; // the reader has answered during this read
};

} // namespace tongban::drivers::devices
