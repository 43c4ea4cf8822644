# SPDX-License-Identifier: GPL-3.0-or-later
# How every target of the house is built: one language level, one set of warnings, one way to add a library or a test.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_AUTOMOC ON)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bin)

set(CMAKE_CXX_FLAGS_RELEASE "-O2 -DNDEBUG") # -O3 costs a third more build time and buys a kiosk nothing

find_program(CCACHE ccache)
if(CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE})
endif()
find_program(MOLD mold)
if(MOLD)
  add_link_options(-fuse-ld=mold)
endif()

set(TONGBAN_SANITIZE "" CACHE STRING "Value of -fsanitize=, empty for none")
set(TONGBAN_FUZZ OFF CACHE BOOL "Build the fuzzers with libFuzzer (clang)")
set(TONGBAN_COVERAGE OFF CACHE BOOL "Instrument for gcov")
if(TONGBAN_SANITIZE)
  add_compile_options(-fsanitize=${TONGBAN_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${TONGBAN_SANITIZE})
endif()
if(TONGBAN_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link,address,undefined -fno-omit-frame-pointer -fno-sanitize-recover=all
                      -Wno-gnu-zero-variadic-macro-arguments)
  add_link_options(-fsanitize=address,undefined)
endif()
if(TONGBAN_COVERAGE)
  add_compile_options(--coverage)
  add_link_options(--coverage)
endif()

# Address and thread sanitizers want to be the first library of a process, before any preload.
set(TONGBAN_UMOCKDEV_WRAPPER umockdev-wrapper)
foreach(sanitizer address thread)
  if(TONGBAN_SANITIZE MATCHES ${sanitizer} AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    string(SUBSTRING ${sanitizer} 0 1 letter)
    execute_process(COMMAND ${CMAKE_CXX_COMPILER} -print-file-name=lib${letter}san.so
                    OUTPUT_VARIABLE library OUTPUT_STRIP_TRAILING_WHITESPACE)
    set(TONGBAN_UMOCKDEV_WRAPPER ${CMAKE_COMMAND} -E env LD_PRELOAD=${library}:libumockdev-preload.so.0)
  endif()
endforeach()

# Clang's thread sanitizer stops a process that starts another by Qt (the file says why).
if(TONGBAN_SANITIZE MATCHES thread AND CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
  add_library(tongban_tsan_clone OBJECT ${PROJECT_SOURCE_DIR}/tests/tsan_clone.cpp)
  set_target_properties(tongban_tsan_clone PROPERTIES AUTOMOC OFF)
  set(TONGBAN_PROGRAM_EXTRAS $<TARGET_OBJECTS:tongban_tsan_clone>)
endif()

# What our own code is held to; generated code (QML, moc) is compiled inside the same targets and meets it too.
# ARGN: the precompiled headers it uses, those of the product unless told otherwise.
function(tongban_compile_rules target)
  set(precompiled tongban_precompiled)
  if(ARGN)
    set(precompiled ${ARGN})
  endif()
  target_compile_options(${target} PRIVATE -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual
                                           -Wimplicit-fallthrough -Wformat=2 -Werror)
  # GCC 12 sees overlaps in std::string's operator+ that are not there (GCC bug 105651).
  target_compile_options(${target} PRIVATE $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>)
  target_compile_definitions(${target} PRIVATE QT_NO_KEYWORDS QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING
                                               QT_NO_FOREACH)
  # Every include is written from the root of the house ("app/core/base/result.h"), so that an arrow can be read.
  target_include_directories(${target} PRIVATE ${PROJECT_SOURCE_DIR})
  get_target_property(knows_qt ${target} AUTOMOC) # rooms and targets without Qt have it off
  if(TARGET ${precompiled} AND knows_qt)
    target_compile_options(${target} PRIVATE $<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>) # ccache wants it
    target_precompile_headers(${target} REUSE_FROM ${precompiled})
  endif()
endfunction()

# What a test says itself runs once: optimizing it takes longer than it saves. What it tests is optimized.
set(TONGBAN_TEST_OPTIONS $<$<CONFIG:Release>:-O0>)

option(TONGBAN_PRECOMPILE "Parse Qt's core headers once instead of in every file (halves a build)" ON)
if(TONGBAN_PRECOMPILE AND NOT TONGBAN_FUZZ) # the fuzzers' build shows headers that do not stand on their own
  find_package(Qt6 6.4 REQUIRED COMPONENTS Core)
  find_package(tl-expected REQUIRED)
  file(GENERATE OUTPUT ${CMAKE_BINARY_DIR}/precompiled.cpp CONTENT "")
  foreach(precompiled tongban_precompiled tongban_precompiled_tests)
    add_library(${precompiled} STATIC ${CMAKE_BINARY_DIR}/precompiled.cpp)
    target_link_libraries(${precompiled} PUBLIC Qt6::Core tl::expected)
    set_target_properties(${precompiled} PROPERTIES AUTOMOC OFF)
    tongban_compile_rules(${precompiled}) # definitions and dialect are those of the targets that reuse this
    target_compile_options(${precompiled} PRIVATE $<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>)
    target_precompile_headers(${precompiled} PRIVATE
      <QByteArray> <QDateTime> <QFuture> <QHash> <QJsonArray> <QJsonDocument> <QJsonObject> <QMap> <QObject> <QPromise>
      <QString> <QStringList> <QThread> <QUuid> <QVariant> <chrono> <condition_variable> <deque> <functional> <memory>
      <mutex> <optional> <stop_token> <utility> <variant> <vector> <tl/expected.hpp>)
  endforeach()
  target_compile_options(tongban_precompiled_tests PRIVATE ${TONGBAN_TEST_OPTIONS})
endif()

# tongban_library(NAME SOURCES … [DEPS …] [PRIVATE_DEPS …])
function(tongban_library name)
  cmake_parse_arguments(ARG "" "" "SOURCES;DEPS;PRIVATE_DEPS" ${ARGN})
  add_library(${name} STATIC ${ARG_SOURCES})
  target_link_libraries(${name} PUBLIC ${ARG_DEPS} PRIVATE ${ARG_PRIVATE_DEPS})
  tongban_compile_rules(${name})
endfunction()

# tongban_program(NAME SOURCES … [DEPS …])
function(tongban_program name)
  cmake_parse_arguments(ARG "" "" "SOURCES;DEPS" ${ARGN})
  add_executable(${name} ${ARG_SOURCES} ${TONGBAN_PROGRAM_EXTRAS})
  target_link_libraries(${name} PRIVATE ${ARG_DEPS})
  tongban_compile_rules(${name})
endfunction()

# tongban_test(NAME LABEL room SOURCES … [DEPS …] [TIMEOUT seconds] [PROGRAMS targets it starts] [UMOCKDEV])
# One Qt Test executable; it finds shipped data through TONGBAN_SOURCE_DIR and programs through TONGBAN_BIN_DIR.
# UMOCKDEV: it runs under umockdev's preload and sees the emulator's test bed once it has set UMOCKDEV_DIR.
function(tongban_test name)
  cmake_parse_arguments(ARG "UMOCKDEV" "LABEL;TIMEOUT" "SOURCES;DEPS;PROGRAMS" ${ARGN})
  if(NOT ARG_TIMEOUT)
    set(ARG_TIMEOUT 60)
  endif()
  add_executable(${name} ${ARG_SOURCES} ${TONGBAN_PROGRAM_EXTRAS})
  target_link_libraries(${name} PRIVATE ${ARG_DEPS} Qt6::Test)
  tongban_compile_rules(${name} tongban_precompiled_tests)
  target_compile_options(${name} PRIVATE ${TONGBAN_TEST_OPTIONS})
  target_compile_definitions(${name} PRIVATE TONGBAN_SOURCE_DIR="${PROJECT_SOURCE_DIR}"
                                             TONGBAN_BIN_DIR="${CMAKE_RUNTIME_OUTPUT_DIRECTORY}")
  if(ARG_PROGRAMS)
    add_dependencies(${name} ${ARG_PROGRAMS})
  endif()
  set(wrapper "")
  if(ARG_UMOCKDEV)
    set(wrapper ${TONGBAN_UMOCKDEV_WRAPPER})
  endif()
  add_test(NAME ${name} COMMAND ${wrapper} $<TARGET_FILE:${name}>)
  set_tests_properties(${name} PROPERTIES LABELS "${ARG_LABEL}" TIMEOUT ${ARG_TIMEOUT}
                       ENVIRONMENT "QT_QPA_PLATFORM=offscreen;QT_QUICK_BACKEND=software;LC_ALL=C.UTF-8")
endfunction()

# tongban_fuzzer(NAME [DEPS …]): tests/fuzz/NAME_fuzz.cpp with LLVMFuzzerTestOneInput and the seeds of
# tests/fuzz/corpus/NAME. In the preset "fuzz" a libFuzzer program (packaging/fuzz runs it); in all others a test that
# gives it every seed, so that what was found once stays found.
function(tongban_fuzzer name)
  cmake_parse_arguments(ARG "" "" "DEPS" ${ARGN})
  set(target fuzz_${name})
  set(corpus ${CMAKE_CURRENT_SOURCE_DIR}/corpus/${name})
  if(TONGBAN_FUZZ)
    add_executable(${target} ${name}_fuzz.cpp)
    target_link_options(${target} PRIVATE -fsanitize=fuzzer)
    add_dependencies(fuzzers ${target})
  else()
    add_executable(${target} ${name}_fuzz.cpp replay_seeds.cpp)
    add_test(NAME ${target} COMMAND ${target} ${corpus})
    set_tests_properties(${target} PROPERTIES LABELS "fuzz" TIMEOUT 60)
  endif()
  target_link_libraries(${target} PRIVATE ${ARG_DEPS})
  tongban_compile_rules(${target})
endfunction()
