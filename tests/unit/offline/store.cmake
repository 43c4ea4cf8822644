# SPDX-License-Identifier: GPL-3.0-or-later
# The store, its vault and its outbox. tongban_store_world is shared with tests/fault.
tongban_library(tongban_store_world SOURCES store_world.cpp store_world.h DEPS tongban_store)
target_compile_definitions(tongban_store_world PRIVATE TONGBAN_SOURCE_DIR="${PROJECT_SOURCE_DIR}")

tongban_test(crypto_test LABEL unit SOURCES crypto_test.cpp DEPS tongban_crypto)
foreach(part vault vault_waiting)
  tongban_test(${part}_test LABEL unit SOURCES ${part}_test.cpp vault_rig.h DEPS tongban_vault)
endforeach()
tongban_test(outbox_test LABEL unit SOURCES outbox_test.cpp outbox_rig.h DEPS tongban_store_world)
tongban_test(outbox_claim_test LABEL unit SOURCES outbox_claim_test.cpp outbox_rig.h DEPS tongban_store_world)
tongban_test(outbox_backoff_test LABEL unit SOURCES outbox_backoff_test.cpp DEPS tongban_outbox)
tongban_test(outbox_deadline_test LABEL unit SOURCES outbox_deadline_test.cpp DEPS tongban_outbox)
tongban_test(outbox_desk_test LABEL unit SOURCES outbox_desk_test.cpp DEPS tongban_store_world)
tongban_test(outbox_order_test LABEL unit SOURCES outbox_order_test.cpp DEPS tongban_outbox)
tongban_test(outbox_pace_test LABEL unit SOURCES outbox_pace_test.cpp DEPS tongban_outbox)
tongban_test(outbox_migration_test LABEL unit SOURCES outbox_migration_test.cpp DEPS tongban_store_world)
tongban_test(store_agreement_test LABEL unit SOURCES store_agreement_test.cpp DEPS tongban_store_world)
tongban_test(store_cases_test LABEL unit SOURCES store_cases_test.cpp DEPS tongban_store_world)
tongban_test(store_devices_test LABEL unit SOURCES store_devices_test.cpp DEPS tongban_store_world)
tongban_test(store_journal_test LABEL unit SOURCES store_journal_test.cpp DEPS tongban_store_world)
tongban_test(store_ledger_test LABEL unit SOURCES store_ledger_test.cpp DEPS tongban_store_world)
tongban_test(store_messages_test LABEL unit SOURCES store_messages_test.cpp DEPS tongban_store_world)
tongban_test(store_open_test LABEL unit SOURCES store_open_test.cpp DEPS tongban_store_world)
tongban_test(store_audit_test LABEL unit SOURCES store_audit_test.cpp DEPS tongban_store_world)
tongban_test(store_retention_test LABEL unit SOURCES store_retention_test.cpp DEPS tongban_store_world)
foreach(part backup backup_rules)
  tongban_test(store_${part}_test LABEL unit SOURCES store_${part}_test.cpp store_backup_rig.h DEPS tongban_store_world)
endforeach()
foreach(part catalogue catalogue_keeping city_word)
  tongban_test(store_${part}_test LABEL unit
               SOURCES store_${part}_test.cpp catalogue_samples.h store_catalogue_rig.h
               DEPS tongban_store_world tongban_platform_client)
endforeach()
tongban_test(store_transaction_test LABEL unit SOURCES store_transaction_test.cpp DEPS tongban_store_world)
tongban_test(store_keys_test LABEL unit SOURCES store_keys_test.cpp DEPS tongban_store_world)
tongban_test(store_together_test LABEL unit
  SOURCES store_together_test.cpp
          ${PROJECT_SOURCE_DIR}/tests/data/form_filler.cpp ${PROJECT_SOURCE_DIR}/tests/data/item_files.cpp
  DEPS tongban_store_world)
tongban_test(store_supplement_test LABEL unit SOURCES store_supplement_test.cpp supplement_rig.h DEPS tongban_store_world)
tongban_test(store_thumbnail_test LABEL unit SOURCES store_thumbnail_test.cpp thumbnail_rig.h DEPS tongban_store_world)
