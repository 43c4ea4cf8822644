# SPDX-License-Identifier: GPL-3.0-or-later
# What keeps the built devices running; a library of its own, because a test of a driver wants the registry without it.
tongban_library(tongban_device_manager
  SOURCES device_manager.cpp device_slot.cpp hotplug.cpp path_watch.cpp supervised/make_supervised.cpp
          device_manager.h device_slot.h hotplug.h manager_times.h path_watch.h
          supervised/cabinet.h supervised/eyes.h supervised/printers.h supervised/readers.h supervised/supervised.h
  DEPS tongban_registry
  PRIVATE_DEPS PkgConfig::UDEV)
