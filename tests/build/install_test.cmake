# cmake --install puts down a tree that works where it lies: the command finds its packs beside it.
cmake_minimum_required(VERSION 3.25)
file(REMOVE_RECURSE ${WORK_DIR})
execute_process(COMMAND ${CMAKE_COMMAND} --install ${BINARY_DIR} --prefix ${WORK_DIR}/usr
                COMMAND_ERROR_IS_FATAL ANY OUTPUT_QUIET)
foreach(file bin/openimr libexec/openimr/openimr-reader share/openimr/packs.snapshot share/openimr/schema/case.schema.json share/doc/openimr/LICENSE)
  if(NOT EXISTS ${WORK_DIR}/usr/${file})
    message(SEND_ERROR "${file} is not installed")
  endif()
endforeach()
execute_process(COMMAND ${WORK_DIR}/usr/bin/openimr review ${SOURCE_DIR}/examples/cases/000
                WORKING_DIRECTORY ${WORK_DIR} RESULT_VARIABLE code OUTPUT_VARIABLE output ERROR_VARIABLE errors)
if(NOT code EQUAL 0 OR NOT output MATCHES "Soma")
  message(SEND_ERROR "The installed command does not draft the first example (code ${code}): ${output}${errors}")
endif()

# A letter written and read back: the command finds the program that takes PDF apart.
execute_process(COMMAND ${WORK_DIR}/usr/bin/openimr write ${SOURCE_DIR}/examples/determinations/invented.json
                        --format pdf --out ${WORK_DIR}/letter.pdf
                COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND ${WORK_DIR}/usr/bin/openimr read ${WORK_DIR}/letter.pdf --format tsv
                RESULT_VARIABLE code OUTPUT_VARIABLE output ERROR_VARIABLE errors)
if(NOT code EQUAL 0 OR NOT output MATCHES "Soma")
  message(SEND_ERROR "The installed command does not read the letter it wrote (code ${code}): ${output}${errors}")
endif()
