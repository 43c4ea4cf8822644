# SPDX-License-Identifier: GPL-3.0-or-later
# The parts of the city's client that need no server: what is signed, and what of it is believed.
foreach(part platform_canonical catalogue_news phone_check remote_command)
  tongban_test(${part}_test LABEL unit SOURCES ${part}_test.cpp catalogue_samples.h DEPS tongban_platform_client)
endforeach()
