# SPDX-License-Identifier: GPL-3.0-or-later
tongban_program(camera-scripted SOURCES camera_scripted.cpp scripted_camera.h DEPS tongban_camera_capture PkgConfig::QRENCODE)
tongban_test(camera_program_test LABEL fault SOURCES camera_program_test.cpp DEPS tongban_camera
             PROGRAMS camera-scripted tongban-camera)
tongban_test(camera_stream_test LABEL fault SOURCES camera_stream_test.cpp scripted_camera.h
             DEPS tongban_camera PkgConfig::QRENCODE PROGRAMS camera-scripted)
tongban_test(camera_emulated_test LABEL fault SOURCES camera_emulated_test.cpp scripted_camera.h UMOCKDEV TIMEOUT 120
             DEPS tongban_camera tongban_imaging tongban_test_emulator Qt6::Gui PkgConfig::QRENCODE
             PROGRAMS tongban-emulate tongban-camera)
