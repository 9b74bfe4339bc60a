# tests/<folder>/**/*_test.cpp becomes test_<folder>; tests/support is a library for them; tests/build holds tests of the
# build itself, as scripts. A test suite whose name begins with "Shared" needs the material in ../shared and carries the
# label "shared", so that ./run-tests can leave it out where that folder is missing.
#
# The target `tests` builds them all with what they need. Only the tests of server/ and cli/ rest on the server, the command
# and its libraries: without those two folders (OPENIMR_TESTS_WITHOUT) these are not built for it.
find_package(GTest REQUIRED)
find_package(rapidcheck REQUIRED)
include(GoogleTest)

set(tests_folder ${PROJECT_SOURCE_DIR}/tests)
get_property(rooms GLOBAL PROPERTY OPENIMR_FOLDERS)
list(REVERSE rooms)
set(upper_rooms ${rooms})
list(FILTER upper_rooms INCLUDE REGEX "^openimr_(server|cli)$")
list(REMOVE_ITEM rooms ${upper_rooms})

add_library(openimr_test_settings INTERFACE)
target_link_libraries(openimr_test_settings INTERFACE openimr_settings ${rooms} GTest::gtest rapidcheck)
if(TARGET openimr_reader)
  target_link_libraries(openimr_test_settings INTERFACE openimr_reader)
endif()
target_include_directories(openimr_test_settings INTERFACE ${tests_folder})
target_compile_definitions(openimr_test_settings INTERFACE
  OPENIMR_SOURCE_DIR="${PROJECT_SOURCE_DIR}"
  OPENIMR_BINARY="${PROJECT_BINARY_DIR}/bin/openimr"
  OPENIMR_READER="${PROJECT_BINARY_DIR}/bin/openimr-reader"
  OPENIMR_SNAPSHOT="${OPENIMR_SNAPSHOT}")

file(GLOB_RECURSE support CONFIGURE_DEPENDS ${tests_folder}/support/*.cpp)
if(support)
  add_library(openimr_test_support STATIC ${support})
  openimr_precompile(tests openimr_test_support <gtest/gtest.h>)
  target_link_libraries(openimr_test_support PUBLIC openimr_test_settings)
endif()

# Cases written as text are listed when the tests are: a new or changed one makes the list anew.
file(GLOB_RECURSE text_cases CONFIGURE_DEPENDS
  ${tests_folder}/good/* ${tests_folder}/bad/* ${tests_folder}/golden/* ${PROJECT_SOURCE_DIR}/examples/*)

file(GLOB_RECURSE test_sources CONFIGURE_DEPENDS RELATIVE ${tests_folder} ${tests_folder}/*_test.cpp)
set(test_folders)
foreach(source IN LISTS test_sources)
  string(REGEX REPLACE "/.*" "" folder ${source})
  list(APPEND test_folders ${folder})
  list(APPEND sources_${folder} ${tests_folder}/${source})
endforeach()
list(REMOVE_DUPLICATES test_folders)
set(OPENIMR_TESTS_WITHOUT "" CACHE STRING "Folders of tests that are left out (./run-tests --without FOLDER)")
if(OPENIMR_TESTS_WITHOUT)
  list(REMOVE_ITEM test_folders ${OPENIMR_TESTS_WITHOUT})
endif()

# Each test is one of ctest, in a process of its own. Under a sanitizer, where starting takes longer than most tests do, a
# program's tests run in four processes instead: what the packs and the fonts take is then spent four times.
function(openimr_list_tests target)
  set(shared_suites "Shared*:*/Shared*")
  if(NOT OPENIMR_SANITIZE)
    gtest_discover_tests(${target}
      TEST_FILTER "-${shared_suites}" TEST_LIST ${target}_own
      NO_PRETTY_VALUES DISCOVERY_MODE PRE_TEST DISCOVERY_TIMEOUT 120)
    gtest_discover_tests(${target}
      TEST_FILTER "${shared_suites}" TEST_LIST ${target}_shared PROPERTIES LABELS shared
      NO_PRETTY_VALUES DISCOVERY_MODE PRE_TEST DISCOVERY_TIMEOUT 120)
    return()
  endif()
  foreach(part RANGE 1 4)
    math(EXPR index "${part} - 1")
    set(share GTEST_TOTAL_SHARDS=4 GTEST_SHARD_INDEX=${index})
    add_test(NAME ${target}.${part} COMMAND ${target} --gtest_brief=1 "--gtest_filter=-${shared_suites}")
    set_tests_properties(${target}.${part} PROPERTIES ENVIRONMENT "${share}" TIMEOUT 1800)
    add_test(NAME ${target}.shared.${part} COMMAND ${target} --gtest_brief=1 "--gtest_filter=${shared_suites}")
    set_tests_properties(${target}.shared.${part} PROPERTIES ENVIRONMENT "${share}" TIMEOUT 1800 LABELS shared)
  endforeach()
endfunction()

add_custom_target(tests)
foreach(folder IN LISTS test_folders)
  set(target test_${folder})
  add_executable(${target} ${sources_${folder}})
  openimr_precompile(tests ${target} <gtest/gtest.h>)
  target_link_libraries(${target} PRIVATE openimr_test_settings GTest::gtest_main)
  if(support)
    target_link_libraries(${target} PRIVATE openimr_test_support)
  endif()
  set_target_properties(${target} PROPERTIES
    RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/tests
    LINK_DEPENDS "${text_cases}")
  add_dependencies(tests ${target})
  add_dependencies(${target} packs)
  if(TARGET openimr-reader)
    add_dependencies(${target} openimr-reader)
  endif()
  if(folder MATCHES "^(server|cli)$")
    target_link_libraries(${target} PRIVATE ${upper_rooms})
    add_dependencies(${target} openimr)
  endif()
  openimr_list_tests(${target})
endforeach()

file(GLOB build_tests CONFIGURE_DEPENDS ${tests_folder}/build/*_test.cmake)
foreach(script IN LISTS build_tests)
  get_filename_component(name ${script} NAME_WE)
  if(name STREQUAL "install_test" AND "cli" IN_LIST OPENIMR_TESTS_WITHOUT)
    continue()
  endif()
  add_test(NAME build.${name}
    COMMAND ${CMAKE_COMMAND} -DSOURCE_DIR=${PROJECT_SOURCE_DIR} -DBINARY_DIR=${PROJECT_BINARY_DIR}
            -DWORK_DIR=${PROJECT_BINARY_DIR}/tests/${name} -P ${script})
endforeach()
