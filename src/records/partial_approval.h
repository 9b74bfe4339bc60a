// The wording of a request that utilization review approved in part: "X was the original request. Y was authorized by
// the Claims Administrator. The remaining IMR eligible portion of the original request, Z is", and "X was the original
// request. The Claims Administrator authorized Y, leaving the original request IMR eligible. The original request, X
// is".
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace openimr::records {

// The three parts as printed, white space folded.
struct PartialApproval {
  std::string original;
  std::string authorized;  // empty where the words do not say it
  std::string disputed;    // the part that is still in dispute; never empty
};

// Nothing where the text is no partial approval.
std::optional<PartialApproval> read_partial_approval(std::string_view text);

}  // namespace openimr::records
