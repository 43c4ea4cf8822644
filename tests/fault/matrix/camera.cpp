// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fault/matrix/rigs.h"

int main(int argc, char **argv)
{
    return tongban::tests::runDeviceMatrix(
        argc, argv, {{"v4l2", &tongban::tests::v4l2Camera}, {"camera-code", &tongban::tests::cameraCodeScanner}});
}
