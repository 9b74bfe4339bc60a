#include "records/cited_evidence.h"

#include <algorithm>

namespace openimr::records {

bool CitedEvidence::concerns(int item) const {
  return items.empty() || std::find(items.begin(), items.end(), item) != items.end();
}

}  // namespace openimr::records
