# SPDX-License-Identifier: GPL-3.0-or-later
tongban_library(tongban_test_sync_city SOURCES sync_city.cpp sync_city.h
                DEPS tongban_sync tongban_store_world tongban_test_platform Qt6::Test)
foreach(misfortune drops lost_answer bad_answer line_down wrong_keys roster service word addresses)
  tongban_test(sync_${misfortune}_test LABEL fault TIMEOUT 180 SOURCES sync_${misfortune}_test.cpp
               DEPS tongban_test_sync_city PROGRAMS tongban-platform)
endforeach()
tongban_test(supplement_city_test LABEL fault TIMEOUT 240
  SOURCES supplement_city_test.cpp ${PROJECT_SOURCE_DIR}/tests/unit/offline/supplement_rig.h
  DEPS tongban_test_sync_city PROGRAMS tongban-platform)
tongban_test(sync_thumbnail_test LABEL fault TIMEOUT 120
  SOURCES sync_thumbnail_test.cpp ${PROJECT_SOURCE_DIR}/tests/unit/offline/thumbnail_rig.h
  DEPS tongban_test_sync_city tongban_ferry PROGRAMS tongban-platform)
tongban_test(items_city_test LABEL fault TIMEOUT 300 SOURCES items_city_test.cpp
             DEPS tongban_test_sync_city tongban_store_walk PROGRAMS tongban-platform)
tongban_test(city_screen_test LABEL fault TIMEOUT 180 SOURCES city_screen_test.cpp city_screen.h publisher.h
             DEPS tongban_test_sync_city tongban_city_line tongban_view_rig PROGRAMS tongban-platform)
tongban_test(helped_city_test LABEL fault TIMEOUT 240 SOURCES helped_city_test.cpp city_screen.h
             DEPS tongban_test_sync_city tongban_city_line tongban_view_rig PROGRAMS tongban-platform)
tongban_test(library_city_test LABEL fault TIMEOUT 240 SOURCES library_city_test.cpp city_screen.h
             DEPS tongban_test_sync_city tongban_city_line tongban_view_rig PROGRAMS tongban-platform)
tongban_test(phone_city_test LABEL fault TIMEOUT 240 SOURCES phone_city_test.cpp city_screen.h
             DEPS tongban_test_sync_city tongban_city_line tongban_view_rig PROGRAMS tongban-platform)
tongban_test(theme_city_test LABEL fault TIMEOUT 180 SOURCES theme_city_test.cpp city_screen.h
             DEPS tongban_test_sync_city tongban_city_line tongban_view_rig PROGRAMS tongban-platform)
tongban_test(progress_city_test LABEL fault TIMEOUT 180 SOURCES progress_city_test.cpp city_screen.h
             DEPS tongban_test_sync_city tongban_city_line tongban_view_rig PROGRAMS tongban-platform)
tongban_test(outbox_storm_test LABEL fault TIMEOUT 180
             SOURCES outbox_storm_test.cpp outbox_storm_city.cpp outbox_storm_city.h DEPS tongban_outbox)

tongban_test(enrolment_disk_test LABEL fault TIMEOUT 300
  SOURCES enrolment_disk_test.cpp enrolment_world.h power_disk.cpp power_disk.h power_image.cpp power_image.h
          shim_vfs.cpp shim_vfs.h store_fault_files.h
  DEPS tongban_test_http tongban_test_platform SQLite::SQLite3 PROGRAMS tongban-platform)
tongban_test(config_program_test LABEL fault TIMEOUT 240 SOURCES config_program_test.cpp
             DEPS tongban_app PROGRAMS tongban-kiosk)
tongban_test(enrolment_program_test LABEL fault TIMEOUT 120
  SOURCES enrolment_program_test.cpp enrolment_world.h
  DEPS tongban_app tongban_test_http tongban_test_platform PROGRAMS tongban-platform tongban-enrol)
