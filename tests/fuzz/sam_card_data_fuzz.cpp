// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as what a SAM answers beside frames: card data in both forms, the id, a new address. Sections add up to what
// came, an id is printed, an address holds no padding; else the one error that each may have.
#include "drivers/codec/id_card_text.h"
#include "drivers/codec/sam_card_data.h"
#include "drivers/codec/sam_id.h"
#include "tests/fuzz/fuzz_input.h"

using namespace tongban;
using namespace tongban::drivers::codec;

namespace {

void check(const Result<SamCardData> &card, qsizetype header, const QByteArray &bytes)
{
    if (card)
        fuzz::require(bytes.first(header) + card->text + card->photo + card->fingerprint == bytes &&
                      card->text.size() == 256 && card->photo.size() == 1024);
    else
        fuzz::require(card.error().kind == ErrorKind::ProtocolViolation);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes = fuzz::bytesOf(data, size);
    check(splitBase(bytes), 4, bytes);
    check(splitBaseAndFingerprint(bytes), 6, bytes);
    const auto id = decodeSamId(bytes);
    fuzz::require(id ? id->printed().count(u'-') == 3 : failedWith(id, ErrorKind::ProtocolViolation));
    const auto address = decodeNewAddress(bytes);
    fuzz::require(address ? !address->endsWith(u' ') : failedWith(address, ErrorKind::CardUnreadable));
    return 0;
}
