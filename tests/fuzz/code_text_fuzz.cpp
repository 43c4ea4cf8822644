// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes that a scanner may send as one code, under every setting of the identifier.
#include "drivers/codec/code_text.h"
#include "tests/fuzz/fuzz_input.h"

using namespace tongban;
using namespace tongban::drivers::codec;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes = fuzz::bytesOf(data, size);
    for (const AimPrefix prefix : {AimPrefix::Auto, AimPrefix::Always, AimPrefix::Never}) {
        const auto code = decodePrefixedCode(prefix, bytes);
        if (!code)
            fuzz::require(code.error().kind == ErrorKind::CodeUnreadable);
        else
            fuzz::require(code->bytes.reveal().size() <= bytes.size() &&
                          !code->text.reveal().startsWith(QChar::ByteOrderMark));
    }
    return 0;
}
