# SPDX-License-Identifier: GPL-3.0-or-later
tongban_test(ferry_import_test LABEL unit SOURCES ferry_import_test.cpp ferry_rig.h DEPS tongban_ferry)
