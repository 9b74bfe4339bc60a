#include "base/place.h"

#include <algorithm>

namespace openimr {

Box together(Box a, Box b) {
  if (a.empty()) return b;
  if (b.empty()) return a;
  return {std::min(a.left, b.left), std::min(a.top, b.top), std::max(a.right, b.right), std::max(a.bottom, b.bottom)};
}

}  // namespace openimr
