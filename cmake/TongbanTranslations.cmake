# SPDX-License-Identifier: GPL-3.0-or-later
# Languages of the screen: every resources/translations/tongban_<code>.ts becomes a part of the program.
# (Qt's own CMake functions for this want the package of Designer.)
find_program(TONGBAN_LRELEASE lrelease HINTS ${QT6_INSTALL_PREFIX}/${QT6_INSTALL_BINS} REQUIRED)
find_program(TONGBAN_LUPDATE lupdate HINTS ${QT6_INSTALL_PREFIX}/${QT6_INSTALL_BINS} REQUIRED)

# tongban_translations(TARGET): compiled in under :/tongban/translations.
function(tongban_translations target)
  file(GLOB sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/resources/translations/tongban_*.ts)
  set(compiled "")
  foreach(source IN LISTS sources)
    get_filename_component(name ${source} NAME_WE)
    set(output ${CMAKE_CURRENT_BINARY_DIR}/translations/${name}.qm)
    add_custom_command(OUTPUT ${output} DEPENDS ${source} VERBATIM
                       COMMAND ${CMAKE_COMMAND} -E make_directory ${CMAKE_CURRENT_BINARY_DIR}/translations
                       COMMAND ${TONGBAN_LRELEASE} -silent ${source} -qm ${output})
    list(APPEND compiled ${output})
  endforeach()
  qt_add_resources(${target} ${target}_translations PREFIX /tongban/translations
                   BASE ${CMAKE_CURRENT_BINARY_DIR}/translations FILES ${compiled})
endfunction()
