# SPDX-License-Identifier: GPL-3.0-or-later
# The parts of the city's client that need no server: what is signed, and what of it is believed.
foreach(part canonical)
  tongban_test(platform_${part}_test LABEL unit SOURCES platform_${part}_test.cpp DEPS tongban_platform_client)
endforeach()
