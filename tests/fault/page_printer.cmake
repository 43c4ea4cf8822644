# SPDX-License-Identifier: GPL-3.0-or-later
add_library(tongban_cups_rig STATIC cups_rig.cpp misfit_server.cpp page_pdf.cpp
  cups_rig.h misfit_server.h page_pdf.h)
target_compile_definitions(tongban_cups_rig PRIVATE TONGBAN_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
target_link_libraries(tongban_cups_rig PUBLIC tongban_page_printer Qt6::Test)
tongban_compile_rules(tongban_cups_rig)
foreach(misfortune works stops gone)
  tongban_test(page_printer_${misfortune}_test LABEL fault TIMEOUT 180
               SOURCES page_printer_${misfortune}_test.cpp page_expectations.h DEPS tongban_cups_rig)
  # One cupsd with its filters and its printer at a time: two of them on two cores make each other late.
  set_tests_properties(page_printer_${misfortune}_test PROPERTIES RESOURCE_LOCK cups)
endforeach()
