// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fault/matrix/rigs.h"

int main(int argc, char **argv)
{
    return tongban::tests::runDeviceMatrix(argc, argv,
                                           {{"serial", &tongban::tests::serialIdCardReader},
                                            {"USB, header and body apart", &tongban::tests::splitUsbIdCardReader},
                                            {"USB, one pair of pipes", &tongban::tests::pairUsbIdCardReader}});
}
