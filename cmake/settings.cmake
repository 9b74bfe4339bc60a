# How every source of the project is compiled.
if(PROJECT_IS_TOP_LEVEL AND NOT CMAKE_CONFIGURATION_TYPES AND NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE Release CACHE STRING "" FORCE)
endif()
if(NOT CMAKE_CXX_COMPILER_ID STREQUAL "Clang" OR CMAKE_CXX_COMPILER_VERSION VERSION_LESS 19)
  message(FATAL_ERROR "OpenIMR is built with clang 19 or later; this is ${CMAKE_CXX_COMPILER_ID} "
                      "${CMAKE_CXX_COMPILER_VERSION}. Configure with a preset: cmake --preset release")
endif()

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_CXX_SCAN_FOR_MODULES OFF)

# No NDEBUG: a broken invariant stops the program in the release too. A wrong determination costs more than an assertion.
set(CMAKE_CXX_FLAGS_RELEASE "-O2")
set(CMAKE_CXX_FLAGS_DEBUG "-O0 -g -D_GLIBCXX_ASSERTIONS")
set(CMAKE_CXX_FLAGS_SANITIZED "-O1 -gline-tables-only -fno-omit-frame-pointer -D_GLIBCXX_ASSERTIONS")

if(NOT CMAKE_CXX_COMPILER_LAUNCHER)
  find_program(CCACHE ccache)
  if(CCACHE)
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE})
  endif()
endif()

include(CheckLinkerFlag)
check_linker_flag(CXX -fuse-ld=lld HAVE_LLD)
if(HAVE_LLD)
  add_link_options(-fuse-ld=lld)
endif()
add_link_options(-Wl,--as-needed)

if(OPENIMR_SANITIZE)
  add_compile_options(-fsanitize=${OPENIMR_SANITIZE} -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${OPENIMR_SANITIZE})
endif()
if(OPENIMR_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()

add_library(openimr_settings INTERFACE)
target_compile_options(openimr_settings INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Werror)
target_include_directories(openimr_settings INTERFACE ${PROJECT_SOURCE_DIR}/src)
target_compile_definitions(openimr_settings INTERFACE OPENIMR_VERSION="${PROJECT_VERSION}")

# The headers that most sources include, compiled once for all libraries and once more, with those of the tests, for all
# tests, where OPENIMR_PRECOMPILED is on (the asan and tsan builds, and CI, which makes all anew). The release build of whoever
# works on it goes without, so that a missing #include is found there.
option(OPENIMR_PRECOMPILED "Precompile the headers that most sources include" OFF)

# openimr_precompile(KIND TARGET [HEADER...]): the first target of its kind compiles them, and the others take what it made.
function(openimr_precompile kind target)
  if(NOT OPENIMR_PRECOMPILED)
    return()
  endif()
  get_property(first GLOBAL PROPERTY OPENIMR_PRECOMPILED_${kind})
  if(first)
    target_precompile_headers(${target} REUSE_FROM ${first})
    return()
  endif()
  set_property(GLOBAL PROPERTY OPENIMR_PRECOMPILED_${kind} ${target})
  target_precompile_headers(${target} PRIVATE
    <algorithm> <chrono> <filesystem> <functional> <map> <memory> <optional> <set> <sstream> <string> <string_view>
    <utility> <variant> <vector> <fmt/format.h> <nlohmann/json.hpp> ${ARGN})
endfunction()
