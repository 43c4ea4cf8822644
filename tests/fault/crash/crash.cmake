# SPDX-License-Identifier: GPL-3.0-or-later
# kill -9 at random instants over a terminal's whole work, with the reference platform at the far end.
tongban_program(crash_terminal
  SOURCES crash/crash_terminal.cpp crash/marked_outbox.h crash/stages.cpp crash/stages.h
  DEPS tongban_sync tongban_store_world)
tongban_test(terminal_crash_test LABEL fault TIMEOUT 1800
  SOURCES crash/terminal_crash_test.cpp crash/life.cpp crash/life.h crash/old_database.cpp crash/old_database.h
  DEPS tongban_store_world tongban_test_platform PROGRAMS crash_terminal tongban-platform)
set_property(TEST terminal_crash_test APPEND PROPERTY ENVIRONMENT QTEST_FUNCTION_TIMEOUT=1800000) # as long as the test
