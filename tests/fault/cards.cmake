# SPDX-License-Identifier: GPL-3.0-or-later
# Vendor libraries of every temper, for the photo program to load.
foreach(temper good crash hang garbage refuse babble leave)
  string(TOUPPER ${temper} macro)
  add_library(photo-${temper} MODULE photo_library.cpp)
  set_target_properties(photo-${temper} PROPERTIES LIBRARY_OUTPUT_DIRECTORY ${CMAKE_RUNTIME_OUTPUT_DIRECTORY} AUTOMOC OFF)
  tongban_compile_rules(photo-${temper})
  target_compile_definitions(photo-${temper} PRIVATE TONGBAN_PHOTO_${macro})
  list(APPEND photo_libraries photo-${temper})
endforeach()
tongban_test(photo_test LABEL fault SOURCES photo_test.cpp sam_peer.h
  DEPS tongban_id_card_reader Qt6::Gui PROGRAMS tongban-photo ${photo_libraries})
tongban_test(smart_card_test LABEL fault SOURCES smart_card_test.cpp pcsc_world.cpp pcsc_world.h
  DEPS tongban_smart_card_reader Qt6::Network PROGRAMS tongban-smart-card TIMEOUT 120)
