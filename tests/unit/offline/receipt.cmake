# SPDX-License-Identifier: GPL-3.0-or-later
# The codes at the foot of a receipt; samples are shared with tests/fault.
foreach(part facts codes)
  tongban_test(receipt_${part}_test LABEL unit
    SOURCES receipt_${part}_test.cpp receipt_samples.h ${PROJECT_SOURCE_DIR}/tests/data/form_filler.cpp
            ${PROJECT_SOURCE_DIR}/tests/data/item_files.cpp
    DEPS tongban_receipt)
endforeach()
