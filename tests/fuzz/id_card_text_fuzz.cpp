// SPDX-License-Identifier: GPL-3.0-or-later
// Any 256 bytes: a card that holds together, or CardUnreadable whose detail repeats nothing of the card.
#include "drivers/codec/id_card_text.h"
#include "tests/fuzz/fuzz_input.h"

using namespace tongban;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const auto card = drivers::codec::decodeIdCardText(fuzz::bytesOf(data, size));
    if (card)
        fuzz::require(!card->name.reveal().isEmpty() && !card->idNumber.reveal().isEmpty() && card->birth.isValid() &&
                      domain::isValidCardNumber(card->kind, card->idNumber.reveal()));
    else
        fuzz::require(card.error().kind == ErrorKind::CardUnreadable);
    return 0;
}
