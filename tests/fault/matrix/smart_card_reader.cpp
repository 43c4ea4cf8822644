// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fault/matrix/rigs.h"
#include "tests/fault/pcsc_world.h"

int main(int argc, char **argv)
{
    tongban::tests::enterPcscWorld(argv);
    return tongban::tests::runDeviceMatrix(argc, argv, {{"pcsc", &tongban::tests::pcscSmartCardReader}});
}
