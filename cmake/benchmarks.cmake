# bench/<name>_bench.cpp becomes bench/<name> in the build tree. Each brings its own main (BENCHMARK_MAIN() or another).
find_package(benchmark REQUIRED)
file(GLOB benchmarks CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/bench/*_bench.cpp)
get_property(rooms GLOBAL PROPERTY OPENIMR_FOLDERS)
list(REVERSE rooms)
foreach(source IN LISTS benchmarks)
  get_filename_component(name ${source} NAME_WE)
  add_executable(${name} ${source})
  openimr_precompile(libraries ${name})
  target_link_libraries(${name} PRIVATE part::memory openimr_settings ${rooms} benchmark::benchmark part::command_line part::pdf_text
    part::pictures part::recognition part::words)
  target_compile_definitions(${name} PRIVATE
    OPENIMR_SOURCE_DIR="${PROJECT_SOURCE_DIR}"
    OPENIMR_BINARY="${PROJECT_BINARY_DIR}/bin/openimr"
    OPENIMR_READER="${PROJECT_BINARY_DIR}/bin/openimr-reader"
    OPENIMR_SNAPSHOT="${OPENIMR_SNAPSHOT}")
  add_dependencies(${name} packs)
  if(TARGET openimr-reader)
    add_dependencies(${name} openimr-reader)
  endif()
  string(REGEX REPLACE "_bench$" "" output ${name})
  set_target_properties(${name} PROPERTIES
    OUTPUT_NAME ${output} RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/bench)
endforeach()
