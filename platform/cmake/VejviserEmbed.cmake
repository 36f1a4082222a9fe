# Puts a text file into a target as `std::string_view vejviser::<function>()`.
#   vejviser_embed(target FILE path FUNCTION name)
function(vejviser_embed target)
  cmake_parse_arguments(ARG "" "FILE;FUNCTION" "" ${ARGN})
  get_filename_component(path ${ARG_FILE} ABSOLUTE)
  set(source ${CMAKE_CURRENT_BINARY_DIR}/embedded_${ARG_FUNCTION}.cpp)
  add_custom_command(OUTPUT ${source}
    COMMAND ${CMAKE_COMMAND} -D IN=${path} -D OUT=${source} -D FUNCTION=${ARG_FUNCTION}
            -P ${CMAKE_SOURCE_DIR}/platform/cmake/embed.cmake
    DEPENDS ${path} ${CMAKE_SOURCE_DIR}/platform/cmake/embed.cmake VERBATIM)
  target_sources(${target} PRIVATE ${source})
endfunction()
