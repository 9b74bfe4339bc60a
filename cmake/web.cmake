# The browser application: web/ becomes share/openimr/web, which `openimr serve` serves.
#
#   cmake --build --preset release --target web
#
# npm brings what package-lock.json names, again only where that changed. A machine without Node gets it by
# scripts/install-node.sh before the build; without one the pages are left out, with a warning.
option(OPENIMR_WEB "Build the browser application" ON)
if(NOT OPENIMR_WEB)
  return()
endif()
find_program(OPENIMR_NODE node)
find_program(OPENIMR_NPM npm)
if(NOT OPENIMR_NODE OR NOT OPENIMR_NPM)
  message(WARNING "Node or npm is missing, so the pages are not built. Run scripts/install-node.sh and configure again.")
  return()
endif()

set(web_source ${PROJECT_SOURCE_DIR}/web)
set(OPENIMR_WEB_OUT ${OPENIMR_SHARE}/web)
file(GLOB_RECURSE web_files CONFIGURE_DEPENDS ${web_source}/src/* ${web_source}/public/* ${web_source}/tools/*)
list(APPEND web_files ${web_source}/index.html ${web_source}/vite.config.ts ${web_source}/tsconfig.json
     ${web_source}/package.json ${PROJECT_SOURCE_DIR}/api/openapi.yaml)
list(REMOVE_ITEM web_files ${web_source}/src/api/schema.ts)

set(web_modules ${web_source}/node_modules/.package-lock.json)  # npm's own note of what it brought
add_custom_command(
  OUTPUT ${web_modules}
  COMMAND ${OPENIMR_NPM} ci --no-audit --no-fund --loglevel=error
  COMMAND ${CMAKE_COMMAND} -E touch ${web_modules}
  DEPENDS ${web_source}/package-lock.json ${web_source}/.npmrc
  WORKING_DIRECTORY ${web_source}
  COMMENT "Fetching what the pages are built with"
  VERBATIM)
add_custom_command(
  OUTPUT ${OPENIMR_WEB_OUT}/index.html
  COMMAND ${CMAKE_COMMAND} -E env OPENIMR_WEB_OUT=${OPENIMR_WEB_OUT} ${OPENIMR_NPM} run --silent build
  DEPENDS ${web_modules} ${web_files}
  WORKING_DIRECTORY ${web_source}
  COMMENT "Building the pages"
  VERBATIM)
add_custom_target(web ALL DEPENDS ${OPENIMR_WEB_OUT}/index.html)
install(DIRECTORY ${OPENIMR_WEB_OUT} DESTINATION ${CMAKE_INSTALL_DATADIR}/openimr)

if(NOT OPENIMR_TESTS)
  return()
endif()
enable_testing()
add_test(NAME Pages.helpers COMMAND ${OPENIMR_NPM} test --silent WORKING_DIRECTORY ${web_source})
find_program(OPENIMR_CHROMIUM chromium)
if(NOT OPENIMR_CHROMIUM)
  message(WARNING "Chromium is missing, so the pages are not tested. Run scripts/install-node.sh --browser and configure again.")
  return()
endif()
file(GLOB page_tests CONFIGURE_DEPENDS ${web_source}/e2e/tests/*.test.mjs)
foreach(test IN LISTS page_tests)
  string(REGEX REPLACE ".*/(.*)\\.test\\.mjs" "Pages.\\1" name ${test})
  add_test(NAME ${name} COMMAND ${OPENIMR_NODE} --test ${test} WORKING_DIRECTORY ${web_source})
  list(APPEND page_test_names ${name})
endforeach()
set_tests_properties(${page_test_names} PROPERTIES LABELS browser TIMEOUT 1800 ENVIRONMENT
  "OPENIMR_WEB_OUT=${OPENIMR_WEB_OUT};OPENIMR_SCREENSHOTS=${PROJECT_BINARY_DIR}/tests/screenshots;OPENIMR_BINARY=${PROJECT_BINARY_DIR}/bin/openimr;OPENIMR_CHROMIUM=${OPENIMR_CHROMIUM}")
