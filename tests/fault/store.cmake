# SPDX-License-Identifier: GPL-3.0-or-later
# Misfortunes of the store: its disk, its files, its process, and eyes that look for names.
find_package(SQLite3 REQUIRED)

tongban_test(store_supplement_disk_test LABEL fault TIMEOUT 180
  SOURCES store_supplement_disk_test.cpp store_fault_vfs.cpp store_fault_vfs.h shim_vfs.cpp shim_vfs.h
  DEPS tongban_store_world SQLite::SQLite3)
tongban_test(store_together_disk_test LABEL fault TIMEOUT 180
  SOURCES store_together_disk_test.cpp store_fault_vfs.cpp store_fault_vfs.h shim_vfs.cpp shim_vfs.h
  DEPS tongban_store_world tongban_item_data SQLite::SQLite3)
tongban_test(store_disk_test LABEL fault TIMEOUT 180
  SOURCES store_disk_test.cpp store_fault_vfs.cpp store_fault_vfs.h shim_vfs.cpp shim_vfs.h DEPS tongban_store_world SQLite::SQLite3)
tongban_test(vault_disk_test LABEL fault TIMEOUT 180
  SOURCES vault_disk_test.cpp store_fault_files.h DEPS tongban_store_world)
tongban_program(store_crash_child
  SOURCES store_crash_child.cpp store_fault_vfs.cpp store_fault_vfs.h shim_vfs.cpp shim_vfs.h store_fault_files.h
  DEPS tongban_store_world SQLite::SQLite3)
tongban_test(store_crash_test LABEL fault TIMEOUT 180
  SOURCES store_crash_test.cpp DEPS tongban_store_world PROGRAMS store_crash_child)
tongban_test(store_plaintext_test LABEL fault
  SOURCES store_plaintext_test.cpp DEPS tongban_store_world)
tongban_test(receipt_paper_test LABEL fault TIMEOUT 120
  SOURCES receipt_paper_test.cpp printer_rig.h ${PROJECT_SOURCE_DIR}/tests/unit/offline/receipt_samples.h
          ${PROJECT_SOURCE_DIR}/tests/data/form_filler.cpp ${PROJECT_SOURCE_DIR}/tests/data/item_files.cpp
  DEPS tongban_receipt tongban_store_world tongban_receipt_printer tongban_test_emulator Qt6::Gui ZXing::ZXing
  PROGRAMS tongban-emulate)
tongban_test(notice_paper_test LABEL fault TIMEOUT 120
  SOURCES notice_paper_test.cpp printer_rig.h ${PROJECT_SOURCE_DIR}/tests/data/item_files.cpp
  DEPS tongban_catalogue tongban_receipt_printer tongban_test_emulator Qt6::Gui ZXing::ZXing
  PROGRAMS tongban-emulate)
tongban_test(store_power_test LABEL fault TIMEOUT 300
  SOURCES store_power_test.cpp power_disk.cpp power_disk.h power_image.cpp power_image.h shim_vfs.cpp shim_vfs.h
  DEPS tongban_store_world SQLite::SQLite3)
tongban_program(backup_crash_child
  SOURCES backup_crash_child.cpp store_fault_vfs.cpp store_fault_vfs.h shim_vfs.cpp shim_vfs.h store_fault_files.h
  DEPS tongban_store_world SQLite::SQLite3)
tongban_test(backup_crash_test LABEL fault TIMEOUT 240
  SOURCES backup_crash_test.cpp DEPS tongban_store_world PROGRAMS backup_crash_child)
tongban_test(kiosk_disk_test LABEL fault TIMEOUT 120
  SOURCES kiosk_disk_test.cpp store_fault_files.h store_fault_vfs.cpp store_fault_vfs.h shim_vfs.cpp shim_vfs.h
  DEPS tongban_view_rig tongban_store_world SQLite::SQLite3)
tongban_test(store_damage_test LABEL fault TIMEOUT 180
  SOURCES store_damage_test.cpp DEPS tongban_store_world)
tongban_test(store_sweep_test LABEL fault
  SOURCES store_sweep_test.cpp gated_files.h DEPS tongban_store_world)
