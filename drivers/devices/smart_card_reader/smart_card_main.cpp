// SPDX-License-Identifier: GPL-3.0-or-later
// tongban-smart-card: asks pcscd for one card and ends. Speaks smart_card_protocol on standard input and output; why it is a
// process of its own stands in pcsc_reader.h.
#include "drivers/devices/child_side.h"
#include "drivers/devices/smart_card_reader/pcsc_session.h"
#include "drivers/devices/smart_card_reader/smart_card_protocol.h"

#include <unistd.h>

#include <algorithm>
#include <cstdlib>

using namespace tongban;
using namespace tongban::drivers;
using namespace tongban::drivers::devices;

namespace {

// Seconds after which this process ends itself when pcscd has hung for so long: the kiosk's own time-out (at most 20 s)
// is over then, or the kiosk is gone.
constexpr unsigned longestHang = 30;

Result<SmartCardRequest> awaitRequest()
{
    const auto message = readChildRequest();
    if (!message)
        return fail(message.error());
    if (message->type != SmartCardMessage::request)
        return fail(ErrorKind::ProtocolViolation, QStringLiteral("smart-card"), QStringLiteral("no request"));
    return SmartCardRequest::fromPayload(message->payload);
}

// The slots of before, with those that were plugged in since.
Result<std::vector<ReaderSlot>> readersNow(PcscSession &session, const QString &prefix,
                                           const std::vector<ReaderSlot> &before)
{
    auto now = session.readers(prefix);
    if (!now)
        return now;
    for (ReaderSlot &slot : *now) {
        const auto known =
            std::find_if(before.begin(), before.end(), [&](const ReaderSlot &s) { return s.name == slot.name; });
        if (known != before.end())
            slot.state = known->state;
    }
    return now;
}

// A card that was not given yet.
const ReaderSlot *newCardIn(const std::vector<ReaderSlot> &slots, const CardEvents &given)
{
    for (const ReaderSlot &slot : slots) {
        const auto last = given.constFind(QString::fromUtf8(slot.name));
        if (slot.hasCard() && (last == given.constEnd() || *last != slot.event()))
            return &slot;
    }
    return nullptr;
}

Result<ports::SmartCard> awaitCard(PcscSession &session, const SmartCardRequest &request, const ChildSpeech &speech)
{
    std::vector<ReaderSlot> slots;
    while (true) {
        ::alarm(longestHang);
        auto now = readersNow(session, request.reader, slots);
        if (!now)
            return fail(now.error());
        slots = std::move(*now);
        if (const auto waited = session.wait(slots, request.interval); !waited)
            return fail(waited.error());
        if (const ReaderSlot *slot = newCardIn(slots, request.given)) {
            const SeenCard seen{.reader = QString::fromUtf8(slot->name), .event = slot->event()};
            speech.say(SmartCardMessage::seen, seen.toPayload());
            if (slot->isMute())
                return fail(ErrorKind::CardUnreadable, QStringLiteral("pcsc"), QStringLiteral("the card does not answer"));
            return session.read(slot->name);
        }
        speech.say(SmartCardMessage::alive);
    }
}

void serve(const ChildSpeech &speech)
{
    const auto tell = [&speech](const Error &error) { speech.say(SmartCardMessage::failure, codec::errorToPayload(error)); };
    const auto request = awaitRequest();
    if (!request)
        return tell(request.error());
    const auto session = PcscSession::open();
    if (!session)
        return tell(session.error());
    if (request->opensOnly) {
        const auto readers = (*session)->readers(request->reader);
        return readers ? speech.say(SmartCardMessage::end) : tell(readers.error());
    }
    const auto card = awaitCard(**session, *request, speech);
    return card ? speech.say(SmartCardMessage::card, smartCardToPayload(*card)) : tell(card.error());
}

} // namespace

int main()
{
    ::alarm(longestHang);
    serve(ChildSpeech());
    return EXIT_SUCCESS;
}
