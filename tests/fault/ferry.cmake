# SPDX-License-Identifier: GPL-3.0-or-later
tongban_test(ferry_stick_test LABEL fault TIMEOUT 120
  SOURCES ferry_stick_test.cpp store_fault_files.h ${PROJECT_SOURCE_DIR}/tests/unit/offline/ferry_rig.h
  DEPS tongban_ferry)
tongban_test(ferry_city_test LABEL fault TIMEOUT 180 SOURCES ferry_city_test.cpp
  DEPS tongban_test_sync_city tongban_ferry PROGRAMS tongban-platform)
