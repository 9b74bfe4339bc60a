# The packs as the program finds them: share/openimr beside its bin/, in the build tree as where it is installed.
set(OPENIMR_SHARE ${PROJECT_BINARY_DIR}/share/openimr)
set(OPENIMR_SNAPSHOT ${OPENIMR_SHARE}/packs.snapshot)
file(GLOB_RECURSE pack_files CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/packs/*.yaml)
file(GLOB schema_files CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/packs/schema/*.json)

set(pack_outputs)
foreach(schema IN LISTS schema_files)
  get_filename_component(name ${schema} NAME)
  add_custom_command(
    OUTPUT ${OPENIMR_SHARE}/schema/${name}
    COMMAND ${CMAKE_COMMAND} -E copy ${schema} ${OPENIMR_SHARE}/schema/${name}
    DEPENDS ${schema}
    VERBATIM)
  list(APPEND pack_outputs ${OPENIMR_SHARE}/schema/${name})
endforeach()

# The API as the server describes it and holds requests to it.
add_custom_command(
  OUTPUT ${OPENIMR_SHARE}/openapi.yaml
  COMMAND ${CMAKE_COMMAND} -E copy ${PROJECT_SOURCE_DIR}/api/openapi.yaml ${OPENIMR_SHARE}/openapi.yaml
  DEPENDS ${PROJECT_SOURCE_DIR}/api/openapi.yaml
  VERBATIM)
list(APPEND pack_outputs ${OPENIMR_SHARE}/openapi.yaml)

if(TARGET pack_compiler)
  file(MAKE_DIRECTORY ${OPENIMR_SHARE})
  # The list of files is an input of its own: a pack that was taken away must leave the snapshot too.
  file(CONFIGURE OUTPUT ${PROJECT_BINARY_DIR}/pack_files.txt CONTENT "${pack_files};${schema_files}\n")
  add_custom_command(
    OUTPUT ${OPENIMR_SNAPSHOT}
    COMMAND pack_compiler ${PROJECT_SOURCE_DIR}/packs ${OPENIMR_SNAPSHOT}
    DEPENDS pack_compiler ${pack_files} ${schema_files} ${PROJECT_BINARY_DIR}/pack_files.txt
    COMMENT "Compiling the packs"
    VERBATIM)
  list(APPEND pack_outputs ${OPENIMR_SNAPSHOT})
endif()
add_custom_target(packs ALL DEPENDS ${pack_outputs})
