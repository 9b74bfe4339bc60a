// The facts of a case that the wording of a notice may ask for, by name: "due by {records_due}". The names belong to no
// programme; which of them a notice needs, its pack says (packs/programs/README.md lists them for its authors).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace openimr::program {

enum class PlaceholderKind : std::uint8_t {
  value,  // one text: {case_number}
  list,   // texts, each in a block of its own: `each: reasons`, and in it {reason}
  flag,   // holds or does not: `if: expedited`
};

struct Placeholder {
  std::string_view name;
  PlaceholderKind kind;
  std::string_view entry;  // of a list: the name of one of its texts within the block
  std::string_view means;
};

const std::vector<Placeholder>& placeholders();
// Null where there is none of this name.
const Placeholder* placeholder(std::string_view name);

// A wording taken apart at its braces.
struct TemplatePart {
  std::string text;  // as it is printed, or the name of a fact
  bool is_name = false;
  auto operator<=>(const TemplatePart&) const = default;
};
using Template = std::vector<TemplatePart>;

struct TemplateRead {
  Template parts;
  bool is_whole = true;  // false where a brace has no partner, or nothing in it
};
TemplateRead template_from(std::string_view text);

}  // namespace openimr::program
