# The rules of the house that a compiler does not know, held in every build.
add_custom_target(check_includes ALL
  COMMAND ${CMAKE_COMMAND} -DSOURCE=${PROJECT_SOURCE_DIR}/src -P ${PROJECT_SOURCE_DIR}/cmake/check_includes.cmake
  WORKING_DIRECTORY ${PROJECT_SOURCE_DIR}
  COMMENT "Checking what the folders include"
  VERBATIM)
