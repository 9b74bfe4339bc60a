# cmake/check_includes.cmake: a right tree passes, each wrong line fails with its file, line and reason.
cmake_minimum_required(VERSION 3.25)

# Puts one line as the third of a file that is right otherwise, and expects the reason; an empty reason: it passes.
function(expect file line reason)
  file(REMOVE_RECURSE ${WORK_DIR})
  file(WRITE ${WORK_DIR}/src/base/place.h "#pragma once\n#include <string>\n")
  file(WRITE ${WORK_DIR}/src/${file} "#include <vector>\n\n${line}\nint after = 1;\n")
  execute_process(
    COMMAND ${CMAKE_COMMAND} -DSOURCE=${WORK_DIR}/src -P ${SOURCE_DIR}/cmake/check_includes.cmake
    RESULT_VARIABLE code OUTPUT_VARIABLE output ERROR_VARIABLE errors)
  if(reason STREQUAL "")
    if(NOT code EQUAL 0 OR NOT output STREQUAL "")
      message(SEND_ERROR "${file}: '${line}' should pass, but: ${output}${errors}")
    endif()
  else()
    string(FIND "${output}" "src/${file}:3: ${reason}" at)
    if(code EQUAL 0 OR NOT at EQUAL 0)
      message(SEND_ERROR "${file}: '${line}' should fail with 'src/${file}:3: ${reason}', but (code ${code}): ${output}${errors}")
    endif()
  endif()
endfunction()

# The order of the folders.
expect(facts/age.cpp "#include \"base/place.h\"" "")
expect(facts/age.cpp "#include \"facts/age.h\"" "")
expect(facts/age.cpp "#include \"guidelines/pack.h\"" "facts/ may not include guidelines/, which stands after it")
expect(base/date.cpp "#include <cli/main.h>" "base/ may not include cli/, which stands after it")
expect(base/date.cpp "  #  include \"records/open.h\"" "base/ may not include records/, which stands after it")
expect(server/api.cpp "#include \"corpus/search.h\"" "")

# Neighbours that never meet.
expect(letter/text.cpp "#include \"review/draft.h\"" "letter/ and review/ never include one another")
expect(program/clock.cpp "#include \"review/draft.h\"" "program/ and review/ never include one another")
expect(program/clock.cpp "#include \"letter/read.h\"" "program/ and letter/ never include one another")
expect(corpus/search.cpp "#include \"cases/event.h\"" "corpus/ and cases/ never include one another")
expect(cases/event.cpp "#include \"store/stream.h\"" "")

# Headers without a folder, folders without a place.
expect(base/date.cpp "#include \"place.h\"" "\"place.h\" is in no folder of src/")
expect(base/date.cpp "#include \"gtest/gtest.h\"" "\"gtest/gtest.h\" is in no folder of src/")
expect(base/date.cpp "#include <gtest/gtest.h>" "")
expect(base/date.cpp "#include <regex>" "<regex> is not used here")

# Purity.
foreach(header fstream filesystem iostream cstdio ctime sys/socket.h netinet/in.h unistd.h boost/asio/io_context.hpp)
  expect(review/draft.cpp "#include <${header}>" "review/ is pure and may not include <${header}>")
  expect(records/open.cpp "#include <${header}>" "")
endforeach()
foreach(folder facts guidelines determination review program cases)
  expect(${folder}/a.h "#include <fstream>" "${folder}/ is pure and may not include <fstream>")
  expect(${folder}/a.h "auto t = std::chrono::system_clock::now()" "${folder}/ is pure and may not call system_clock::now()")
endforeach()
expect(facts/a.cpp "auto t = std::time(nullptr)" "facts/ is pure and may not call std::time()")
expect(facts/a.cpp "time(nullptr)" "facts/ is pure and may not call time()")
expect(facts/a.cpp "auto t = openimr::read_file(path, 5)" "facts/ is pure and may not call read_file()")
expect(facts/a.cpp "auto t = event.time()" "")
expect(facts/a.cpp "auto t = lifetime(5)" "")
expect(records/a.cpp "auto t = std::chrono::system_clock::now()" "")

# Comments do not count.
expect(facts/a.cpp "// #include <fstream>, std::time(nullptr)" "")
expect(base/a.cpp "// #include \"cli/main.h\"" "")

# A folder that the design does not know stands in the first line.
file(REMOVE_RECURSE ${WORK_DIR})
file(WRITE ${WORK_DIR}/src/utils/strings.h "#pragma once\n")
execute_process(
  COMMAND ${CMAKE_COMMAND} -DSOURCE=${WORK_DIR}/src -P ${SOURCE_DIR}/cmake/check_includes.cmake
  RESULT_VARIABLE code OUTPUT_VARIABLE output ERROR_QUIET)
if(code EQUAL 0 OR NOT output MATCHES "^src/utils/strings.h:1: utils/ is no folder of the design")
  message(SEND_ERROR "An unknown folder should fail, but (code ${code}): ${output}")
endif()

# The house itself holds.
execute_process(
  COMMAND ${CMAKE_COMMAND} -DSOURCE=${SOURCE_DIR}/src -P ${SOURCE_DIR}/cmake/check_includes.cmake
  RESULT_VARIABLE code OUTPUT_VARIABLE output ERROR_QUIET)
if(NOT code EQUAL 0)
  message(SEND_ERROR "src/ breaks the rule:\n${output}")
endif()
