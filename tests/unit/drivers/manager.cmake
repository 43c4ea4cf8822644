# SPDX-License-Identifier: GPL-3.0-or-later
tongban_test(device_slot_test LABEL unit SOURCES device_slot_test.cpp slot_rig.h DEPS tongban_device_manager)
tongban_test(device_looks_test LABEL unit SOURCES device_looks_test.cpp slot_rig.h DEPS tongban_device_manager)
tongban_test(device_manager_test LABEL unit SOURCES device_manager_test.cpp DEPS tongban_device_manager)
tongban_test(hotplug_test LABEL unit SOURCES hotplug_test.cpp DEPS tongban_device_manager)
