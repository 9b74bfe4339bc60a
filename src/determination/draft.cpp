#include "determination/draft.h"

namespace openimr::determination {

std::string_view name_of(Conclusion conclusion) {
  switch (conclusion) {
    case Conclusion::none:
      return "none";
    case Conclusion::agrees:
      return "agrees";
    case Conclusion::guideline_stands:
      return "guideline_stands";
    case Conclusion::sequence_is_strict:
      return "sequence_is_strict";
    case Conclusion::rebutted:
      return "rebutted";
    case Conclusion::decides:
      return "decides";
    case Conclusion::for_the_physician:
      return "for_the_physician";
  }
  return "";
}

}  // namespace openimr::determination
