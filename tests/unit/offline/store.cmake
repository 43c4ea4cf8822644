# SPDX-License-Identifier: GPL-3.0-or-later
# The store, its vault and its outbox. tongban_store_world is shared with tests/fault.
tongban_library(tongban_store_world SOURCES store_world.cpp store_world.h DEPS tongban_store)
target_compile_definitions(tongban_store_world PRIVATE TONGBAN_SOURCE_DIR="${PROJECT_SOURCE_DIR}")

tongban_test(crypto_test LABEL unit SOURCES crypto_test.cpp DEPS tongban_crypto)
tongban_test(vault_test LABEL unit SOURCES vault_test.cpp DEPS tongban_store_world)
tongban_test(outbox_test LABEL unit SOURCES outbox_test.cpp DEPS tongban_store_world)
tongban_test(outbox_backoff_test LABEL unit SOURCES outbox_backoff_test.cpp DEPS tongban_outbox)
tongban_test(outbox_deadline_test LABEL unit SOURCES outbox_deadline_test.cpp DEPS tongban_outbox)
tongban_test(outbox_desk_test LABEL unit SOURCES outbox_desk_test.cpp DEPS tongban_store_world)
tongban_test(outbox_order_test LABEL unit SOURCES outbox_order_test.cpp DEPS tongban_outbox)
tongban_test(outbox_migration_test LABEL unit SOURCES outbox_migration_test.cpp DEPS tongban_store_world)
tongban_test(store_agreement_test LABEL unit SOURCES store_agreement_test.cpp DEPS tongban_store_world)
tongban_test(store_cases_test LABEL unit SOURCES store_cases_test.cpp DEPS tongban_store_world)
tongban_test(store_devices_test LABEL unit SOURCES store_devices_test.cpp DEPS tongban_store_world)
tongban_test(store_journal_test LABEL unit SOURCES store_journal_test.cpp DEPS tongban_store_world)
tongban_test(store_messages_test LABEL unit SOURCES store_messages_test.cpp DEPS tongban_store_world)
tongban_test(store_open_test LABEL unit SOURCES store_open_test.cpp DEPS tongban_store_world)
