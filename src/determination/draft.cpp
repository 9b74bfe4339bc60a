#include "determination/draft.h"

namespace openimr::determination {

std::string_view name_of(Decision decision) {
  return decision == Decision::upheld ? "Upheld" : "Overturned";
}

}  // namespace openimr::determination
