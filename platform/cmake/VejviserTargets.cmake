# What every target of ours has: includes from the repository root, warnings, sanitizers.
function(vejviser_options target)
  target_include_directories(${target} PUBLIC ${CMAKE_SOURCE_DIR})
  target_compile_options(${target} PRIVATE -Wall -Wextra -Wpedantic -Wconversion
    -Wsign-conversion -Wold-style-cast -Wnon-virtual-dtor -Woverloaded-virtual)
  if(VEJVISER_STRICT)
    target_compile_options(${target} PRIVATE -Werror)
  endif()
  if(VEJVISER_SANITIZE)
    target_compile_options(${target} PUBLIC -fsanitize=${VEJVISER_SANITIZE} -fno-omit-frame-pointer)
    target_link_options(${target} PUBLIC -fsanitize=${VEJVISER_SANITIZE})
  endif()
endfunction()

# A layer of the house: a static library of the files in its own folder.
#   vejviser_layer(name SOURCES a.cpp ... LINKS targets ...)
function(vejviser_layer name)
  cmake_parse_arguments(ARG "" "" "SOURCES;LINKS" ${ARGN})
  add_library(${name} STATIC ${ARG_SOURCES})
  vejviser_options(${name})
  target_link_libraries(${name} PUBLIC ${ARG_LINKS})
endfunction()
