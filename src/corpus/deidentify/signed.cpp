// Signatures: a name alone on a line, behind "Sincerely," or with the last name first.
#include "corpus/deidentify/reading.h"

namespace openimr::corpus::deidentify {
namespace {

constexpr std::size_t kLinesBelowClosing = 8;
constexpr std::size_t kLongestLine = 90;

// The name that is all of a line, credentials apart; empty where it is something else.
Run only_name_in(const Reading& r, const Line& line, Context context) {
  if (line.first == line.last || line.end - line.begin > kLongestLine) return {};
  std::size_t first = line.first;
  while (first < line.last && r.tokens.has(first, kTitle)) ++first;
  Run name = name_at(r, first, context, line.last);
  if (name.empty()) return {};
  if (name.last < line.last && r.tokens.joined_behind(name.last - 1, ",")) {
    const Run given = name_at(r, name.last, Context::maybe, line.last);
    if (!given.empty()) name.last = given.last;
  }
  std::size_t at = name.last;
  while (at < line.last && r.is_credential(at)) ++at;
  return at == line.last ? name : Run{};
}

bool closes(const Reading& r, const Line& line) {
  return line.first < line.last && r.tokens.has(line.first, kClosing) && line.last - line.first <= 3;
}

bool is_other(const Reading& r, Run name) {
  return any_in(r, name, kClinical | kHeading | kNever | kState | kCountry | kMonth);
}

// "/s/ John Sample"
void find_behind_mark(Reading& r) {
  for (std::size_t i = 0; i + 1 < r.tokens.size(); ++i) {
    const bool is_mark =
        r.tokens[i].key == "s" && r.tokens.gap_before(i).ends_with('/') && r.tokens.gap(i).starts_with('/');
    if (is_mark) r.add_name(r.rules.signature, name_at(r, i + 1, Context::sure, r.tokens.size()));
  }
}

}  // namespace

void find_signed(Reading& r) {
  find_behind_mark(r);
  const auto& lines = r.tokens.lines();
  std::size_t below = kLinesBelowClosing + 1;  // lines since the closing
  for (const Line& line : lines) {
    if (closes(r, line)) {
      below = 0;
      continue;
    }
    ++below;
    if (line.first == line.last) continue;
    if (below <= kLinesBelowClosing) {
      const Run name = only_name_in(r, line, Context::sure);
      if (!name.empty() && !is_other(r, name)) {
        r.add_name(r.rules.signature, name);
        below = kLinesBelowClosing + 1;
        continue;
      }
    }
    const Run name = only_name_in(r, line, Context::maybe);
    if (name.empty() || is_other(r, name) || words_of(r, name) < 2) continue;
    const std::size_t unknown = unknown_in(r, name);
    const bool listed = any_in(r, name, kFirstName);
    const bool turned = line.last - line.first > 1 && r.tokens.gap(name.first).starts_with(',');
    if ((unknown > 0 && (listed || turned)) || unknown == words_of(r, name)) r.add_name(r.rules.signature, name);
  }
}

}  // namespace openimr::corpus::deidentify
