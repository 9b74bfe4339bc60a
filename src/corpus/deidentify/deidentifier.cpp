#include "corpus/deidentify/deidentifier.h"

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

#include <nlohmann/json.hpp>

#include "corpus/deidentify/known_names.h"
#include "corpus/deidentify/reading.h"
#include "corpus/deidentify/rules.h"

namespace openimr::corpus::deidentify {
namespace {

constexpr std::array<std::string_view, 11> kKinds = {"name",    "employer",   "facility", "claims administrator",
                                                     "address", "phone",      "e-mail",   "web address",
                                                     "number",  "birth date", "age"};
constexpr std::array<std::string_view, 11> kReplacements = {
    "[name]",   "[employer]",    "[facility]", "[claims administrator]", "[address]",    "[phone]",
    "[e-mail]", "[web address]", "[number]",   "[birth date]",           "[age over 89]"};

constexpr std::size_t kPiece = 256U << 10U;   // bytes looked at together
constexpr std::size_t kPieceEnd = 8U << 10U;  // at the end of which a good place to part is looked for
// What was removed may show more: "[name] Invented". Four times is more than any text of the tests asks for.
constexpr int kMostPasses = 4;

struct Piece {
  std::size_t begin = 0;
  std::string_view text;
};

// Parted where a paragraph ends, a line, or at least a word.
std::vector<Piece> pieces_of(std::string_view text) {
  std::vector<Piece> out;
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t size = std::min(kPiece, text.size() - begin);
    if (begin + size < text.size()) {
      const std::string_view tail = text.substr(begin + size - kPieceEnd, kPieceEnd);
      std::size_t cut = tail.rfind("\n\n");
      if (cut == std::string_view::npos) cut = tail.rfind('\n');
      if (cut == std::string_view::npos) cut = tail.rfind(' ');
      if (cut != std::string_view::npos) size -= kPieceEnd - cut - 1;
    }
    out.push_back({begin, text.substr(begin, size)});
    begin += size;
  }
  return out;
}

// Overlapping finds become one, of the kind of the longest.
std::vector<Found> apart(std::vector<Found> found) {
  const auto earlier = [](const Found& a, const Found& b) {
    if (a.span.begin != b.span.begin) return a.span.begin < b.span.begin;
    if (a.span.end != b.span.end) return a.span.end > b.span.end;
    return std::tie(a.kind, a.rule->id) < std::tie(b.kind, b.rule->id);
  };
  std::sort(found.begin(), found.end(), earlier);
  std::vector<Found> out;
  std::uint32_t longest = 0;
  for (const Found& one : found) {
    if (out.empty() || out.back().span.end <= one.span.begin) {
      out.push_back(one);
      longest = one.span.end - one.span.begin;
      continue;
    }
    Found& last = out.back();
    last.span.end = std::max(last.span.end, one.span.end);
    if (one.span.end - one.span.begin > longest) {
      longest = one.span.end - one.span.begin;
      last.kind = one.kind;
      last.rule = one.rule;
    }
  }
  return out;
}

class Pass {
 public:
  Pass(const Lexicon& lexicon, const Rules& rules, const KnownParties& parties)
      : lexicon_(lexicon), rules_(rules), known_(lexicon, rules) {
    for (const KnownParty& party : parties) known_.add(party);
  }

  std::vector<Found> over(std::string_view text) {
    const auto pieces = pieces_of(text);
    std::vector<std::vector<Found>> found(pieces.size());
    for (std::size_t i = 0; i < pieces.size(); ++i) found[i] = first(pieces[i].text);
    std::vector<Found> out;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      for (Found& one : second(pieces[i].text, std::exchange(found[i], {}))) {
        one.span.begin += static_cast<std::uint32_t>(pieces[i].begin);
        one.span.end += static_cast<std::uint32_t>(pieces[i].begin);
        out.push_back(one);
      }
    }
    return out;
  }

 private:
  std::vector<Found> first(std::string_view text) {
    Reading reading(text, lexicon_, rules_);
    find_patterns(reading);
    find_labelled(reading);
    find_titled(reading);
    find_signed(reading);
    find_organisations(reading);
    find_employers_and_towns(reading);
    find_subjects(reading);
    for (const NameWords& name : reading.names) known_.add_found(name);
    for (const Found& one : reading.found) {
      const bool organisation =
          one.kind == Kind::employer || one.kind == Kind::facility || one.kind == Kind::claims_administrator;
      if (organisation) known_.add_organisation(text.substr(one.span.begin, one.span.end - one.span.begin), one.kind);
    }
    return std::move(reading.found);
  }

  std::vector<Found> second(std::string_view text, std::vector<Found> found) {
    Reading reading(text, lexicon_, rules_);
    for (const Found& one : found) reading.add(one.kind, one.rule, one.span);
    known_.find(reading);
    find_kept(reading);
    auto out = without_kept(apart(std::move(reading.found)), std::move(reading.kept), false);
    return without_kept(std::move(out), std::move(reading.kept_alone), true);
  }

  // `alone`: kept only where no longer name of an organisation holds it.
  std::vector<Found> without_kept(std::vector<Found> found, std::vector<Span> kept, bool alone) const {
    std::sort(kept.begin(), kept.end());
    std::size_t next = 0;
    std::erase_if(found, [&](const Found& one) {
      while (next < kept.size() && kept[next].end <= one.span.begin) ++next;
      if (next == kept.size() || !kept[next].overlaps(one.span)) return false;
      const bool is_longer = alone && one.kind != Kind::name && one.span.contains(kept[next]) && one.span != kept[next];
      return !is_longer && one.rule != rules_.title && one.rule != rules_.party && one.rule != rules_.credential;
    });
    return found;
  }

  const Lexicon& lexicon_;
  const Rules& rules_;
  KnownNames known_;
};

std::string replaced(std::string_view text, const std::vector<Found>& found) {
  std::string out;
  std::size_t at = 0;
  for (const Found& one : found) {
    out += text.substr(at, one.span.begin - at);
    out += replacement_of(one.kind);
    at = one.span.end;
  }
  out += text.substr(at);
  return out;
}

// From the text with replacements back to the original.
class WayBack {
 public:
  explicit WayBack(const std::vector<Found>& found) : found_(found) {}

  // Asked for spans in their order.
  Span operator()(Span span) {
    pass(span.begin);
    const std::uint32_t begin = original(span.begin, false);
    pass(span.end - 1);
    return {begin, original(span.end - 1, true)};
  }

 private:
  std::uint32_t begin_of_next() const { return static_cast<std::uint32_t>(found_[next_].span.begin + moved_); }
  std::size_t size_of_next() const { return replacement_of(found_[next_].kind).size(); }

  void pass(std::uint32_t at) {
    while (next_ < found_.size() && begin_of_next() + size_of_next() <= at) {
      moved_ += static_cast<std::int64_t>(size_of_next()) - (found_[next_].span.end - found_[next_].span.begin);
      ++next_;
    }
  }
  std::uint32_t original(std::uint32_t at, bool end) const {
    if (next_ < found_.size() && begin_of_next() <= at) return end ? found_[next_].span.end : found_[next_].span.begin;
    return static_cast<std::uint32_t>(at - moved_) + (end ? 1 : 0);
  }

  const std::vector<Found>& found_;
  std::size_t next_ = 0;
  std::int64_t moved_ = 0;
};

}  // namespace

std::string_view name_of(Kind kind) {
  return kKinds[static_cast<std::size_t>(kind)];
}

std::string_view replacement_of(Kind kind) {
  return kReplacements[static_cast<std::size_t>(kind)];
}

Deidentified with_number(Deidentified done, std::string_view text, std::string_view number) {
  if (number.empty() || std::erase_if(done.removals, [&](const Removal& each) { return each.original == number; }) == 0)
    return done;
  std::vector<Found> found;
  for (const Removal& each : done.removals) found.push_back({each.span, each.kind, each.rule});
  done.text = replaced(text, found);
  return done;
}

Deidentifier::Deidentifier(std::unique_ptr<const Lexicon> lexicon, std::unique_ptr<const Rules> rules)
    : lexicon_(std::move(lexicon)), rules_(std::move(rules)) {}
Deidentifier::Deidentifier(Deidentifier&&) noexcept = default;
Deidentifier& Deidentifier::operator=(Deidentifier&&) noexcept = default;
Deidentifier::~Deidentifier() = default;

Result<Deidentifier> Deidentifier::from_packs(const nlohmann::json& packs) {
  if (!packs.contains("deidentify")) {
    return fail({ErrorCode::invalid, "the packs have no rules of de-identification", "", "packs/deidentify", 0, 0,
                 "Take the folder that came with the program"});
  }
  auto lexicon = Lexicon::from_packs(packs);
  if (!lexicon) return fail(std::move(lexicon.error()));
  auto rules = Rules::from_packs(packs);
  if (!rules) return fail(std::move(rules.error()));
  return Deidentifier(std::make_unique<const Lexicon>(std::move(*lexicon)), std::move(*rules));
}

Deidentified Deidentifier::operator()(std::string_view text, const KnownParties& parties) const {
  std::vector<Found> found;
  std::string now(text);
  for (int pass = 0; pass < kMostPasses; ++pass) {
    const auto more = Pass(*lexicon_, *rules_, parties).over(now);
    if (more.empty()) break;
    WayBack back(found);
    std::vector<Found> all = found;
    for (Found one : more) {
      one.span = back(one.span);
      all.push_back(one);
    }
    found = apart(std::move(all));
    now = replaced(text, found);
  }
  Deidentified out{std::move(now), {}};
  out.removals.reserve(found.size());
  for (const Found& one : found)
    out.removals.push_back(
        {one.span, one.kind, one.rule, std::string(text.substr(one.span.begin, one.span.end - one.span.begin))});
  return out;
}

}  // namespace openimr::corpus::deidentify
