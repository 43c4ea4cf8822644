# SPDX-License-Identifier: GPL-3.0-or-later
tongban_test(ferry_stick_test LABEL fault TIMEOUT 120
  SOURCES ferry_stick_test.cpp store_fault_files.h ${PROJECT_SOURCE_DIR}/tests/unit/offline/ferry_rig.h
  DEPS tongban_ferry)
