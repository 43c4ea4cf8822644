# SPDX-License-Identifier: GPL-3.0-or-later
# Every device × every misfortune: one executable a class, so that they run side by side.
tongban_library(tongban_device_matrix
  SOURCES heartbeat.cpp matrix/device_matrix.cpp
          heartbeat.h matrix/device_rig.h matrix/rigs.h
  DEPS tongban_device_manager tongban_device_words tongban_test_emulator Qt6::Test)

tongban_test(device_matrix_id_card_reader LABEL fault TIMEOUT 180 UMOCKDEV
  SOURCES matrix/id_card_reader.cpp matrix/id_card_reader_serial.cpp matrix/id_card_reader_usb.cpp
          matrix/id_card_reader_rig.h matrix/emulated_desk.h matrix/emulated_line.h
  DEPS tongban_device_matrix PROGRAMS tongban-emulate)
tongban_test(device_matrix_receipt_printer LABEL fault TIMEOUT 240 UMOCKDEV
  SOURCES matrix/receipt_printer.cpp matrix/receipt_printer_serial.cpp matrix/receipt_printer_usb.cpp
          matrix/receipt_printer_tcp.cpp matrix/receipt_printer_rig.h matrix/emulated_desk.h matrix/emulated_line.h
  DEPS tongban_device_matrix tongban_receipt_printer Qt6::Network PROGRAMS tongban-emulate)
tongban_test(device_matrix_code_scanner LABEL fault TIMEOUT 180 UMOCKDEV
  SOURCES matrix/code_scanner.cpp matrix/code_scanner_wires.cpp matrix/emulated_desk.h matrix/emulated_line.h
  DEPS tongban_device_matrix PROGRAMS tongban-emulate)
tongban_test(device_matrix_document_scanner LABEL fault TIMEOUT 180
  SOURCES matrix/document_scanner.cpp matrix/document_scanner_sane.cpp matrix/child_of_ours.h
  DEPS tongban_device_matrix PROGRAMS tongban-scan)

tongban_test(device_matrix_io_board LABEL fault TIMEOUT 180
  SOURCES matrix/io_board.cpp matrix/io_board_modbus.cpp matrix/emulated_line.h
  DEPS tongban_device_matrix PROGRAMS tongban-emulate)
tongban_test(device_matrix_power_supply LABEL fault TIMEOUT 180
  SOURCES matrix/power_supply.cpp matrix/power_supply_nut.cpp matrix/server_line.cpp matrix/server_line.h nut_server.h
  DEPS tongban_device_matrix Qt6::Network)
tongban_test(device_matrix_page_printer LABEL fault TIMEOUT 240
  SOURCES matrix/page_printer.cpp matrix/page_printer_cups.cpp matrix/server_line.cpp matrix/server_line.h
  DEPS tongban_device_matrix tongban_cups_rig)
set_tests_properties(device_matrix_page_printer PROPERTIES RESOURCE_LOCK cups)
tongban_test(device_matrix_camera LABEL fault TIMEOUT 180 UMOCKDEV
  SOURCES matrix/camera.cpp matrix/camera_v4l2.cpp matrix/camera_code.cpp matrix/camera_rig.h matrix/child_of_ours.h
          scripted_camera.h
  DEPS tongban_device_matrix tongban_camera Qt6::Gui PkgConfig::QRENCODE PROGRAMS tongban-emulate tongban-camera)
tongban_test(device_matrix_smart_card_reader LABEL fault TIMEOUT 180
  SOURCES matrix/smart_card_reader.cpp matrix/smart_card_reader_pcsc.cpp matrix/server_line.cpp matrix/server_line.h
          matrix/child_of_ours.h pcsc_world.cpp pcsc_world.h
  DEPS tongban_device_matrix Qt6::Network PROGRAMS tongban-smart-card)

tongban_test(device_added_test LABEL fault SOURCES device_added_test.cpp matrix/emulated_line.h
  DEPS tongban_device_manager tongban_receipt_printer tongban_test_emulator PROGRAMS tongban-emulate)
tongban_test(heartbeat_test LABEL fault SOURCES heartbeat_test.cpp heartbeat.cpp heartbeat.h)
