# SPDX-License-Identifier: GPL-3.0-or-later
# The city's client and the sync worker.
tongban_library(tongban_test_http
  SOURCES http_scripted_server.cpp http_scripted_server.h http_rig.h
  DEPS tongban_platform_client Qt6::Network Qt6::Test)
target_compile_definitions(tongban_test_http PRIVATE TONGBAN_SOURCE_DIR="${PROJECT_SOURCE_DIR}")

foreach(part access addresses client clock manners pieces signer time upload upload_memory)
  tongban_test(http_${part}_test LABEL unit SOURCES http_${part}_test.cpp DEPS tongban_test_http)
endforeach()

foreach(part schedule pages feed catalogue notices commands)
  tongban_test(sync_${part}_test LABEL unit SOURCES sync_${part}_test.cpp sync_fakes.h sync_fake_city.h sync_feed_fakes.h
               sync_rig.h DEPS tongban_sync)
endforeach()

tongban_test(enrolment_test LABEL unit TIMEOUT 120 SOURCES enrolment_test.cpp enrolment_rig.h DEPS tongban_test_http)
tongban_test(roster_test LABEL unit SOURCES roster_test.cpp DEPS tongban_sync)
