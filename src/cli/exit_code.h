// How the command ends (docs/formats.md, Exit codes).
#pragma once

#include "base/result.h"

namespace openimr::cli {

enum class ExitCode : int {
  done = 0,
  failed = 1,  // a check or comparison failed
  wrong_use = 2,
  skipped = 3,      // done, but something was skipped
  bad_input = 4,    // unreadable or invalid
  unavailable = 5,  // not now: a store whose disk or database does not answer, a case that others changed meanwhile
  our_fault = 70,
};

inline ExitCode exit_code(const Error& error) {
  switch (error.code) {
    case ErrorCode::wrong_use:
      return ExitCode::wrong_use;
    case ErrorCode::not_found:
    case ErrorCode::unreadable:
    case ErrorCode::invalid:
      return ExitCode::bad_input;
    case ErrorCode::unavailable:
    case ErrorCode::changed:
      return ExitCode::unavailable;
    case ErrorCode::internal:
      return ExitCode::our_fault;
  }
  return ExitCode::our_fault;
}

}  // namespace openimr::cli
