# fuzz/<name>_fuzzer.cpp defines LLVMFuzzerTestOneInput; what it found and learned is kept in fuzz/corpus/<name>/.
# With OPENIMR_FUZZ it becomes the fuzzer fuzz/<name>_fuzzer in the build tree. Otherwise, with the tests, a program that gives
# it every file of its corpus once: what was found stays found in every build.
file(GLOB fuzzers CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/fuzz/*_fuzzer.cpp)
get_property(rooms GLOBAL PROPERTY OPENIMR_FOLDERS)
list(REVERSE rooms)
list(REMOVE_ITEM rooms openimr_cli openimr_server)
if(TARGET openimr_reader)
  list(PREPEND rooms openimr_reader)
endif()
if(fuzzers AND (OPENIMR_FUZZ OR OPENIMR_TESTS))
  set(replay ${PROJECT_BINARY_DIR}/fuzz/replay.cpp)
  file(CONFIGURE OUTPUT ${replay} @ONLY CONTENT [=[
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

int main(int count, char** folders) {
  int inputs = 0;
  LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(""), 0);
  for (int i = 1; i < count; ++i) {
    if (!std::filesystem::exists(folders[i])) continue;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folders[i])) {
      if (!entry.is_regular_file()) continue;
      std::printf("%s\n", entry.path().c_str());
      std::fflush(stdout);
      std::ifstream file(entry.path(), std::ios::binary);
      const std::string text{std::istreambuf_iterator<char>(file), {}};
      LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(text.data()), text.size());
      ++inputs;
    }
  }
  std::printf("%d inputs of the corpus\n", inputs);
}
]=])
endif()
foreach(source IN LISTS fuzzers)
  get_filename_component(target ${source} NAME_WE)
  string(REGEX REPLACE "_fuzzer$" "" name ${target})
  set(corpus ${PROJECT_SOURCE_DIR}/fuzz/corpus/${name})
  if(OPENIMR_FUZZ)
    add_executable(${target} ${source})
    target_compile_options(${target} PRIVATE -fsanitize=fuzzer)
    target_link_options(${target} PRIVATE -fsanitize=fuzzer)
  elseif(OPENIMR_TESTS)
    add_executable(${target} ${source} ${replay})
    openimr_precompile(libraries ${target})
    add_test(NAME fuzz_corpus.${name} COMMAND ${target} ${corpus})
    add_dependencies(tests ${target})
  else()
    continue()
  endif()
  target_link_libraries(${target} PRIVATE openimr_settings ${rooms})
  target_compile_definitions(${target} PRIVATE
    OPENIMR_SOURCE_DIR="${PROJECT_SOURCE_DIR}" OPENIMR_SNAPSHOT="${OPENIMR_SNAPSHOT}")
  add_dependencies(${target} packs)
  set_target_properties(${target} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/fuzz)
endforeach()
