#include "records/partial_approval.h"

#include <algorithm>
#include <array>

#include "base/clean_text.h"

namespace openimr::records {
namespace {

// Marks of the form, in the order in which they stand.
constexpr std::string_view kOriginalEnds = "was the original request";
constexpr std::string_view kOriginalEndsPlural = "were the original request";
constexpr std::array<std::string_view, 4> kAuthorizedEnds = {
    "was authorized by the claims administrator", "were authorized by the claims administrator",
    "was certified by the claims administrator", "was approved by the claims administrator"};
constexpr std::array<std::string_view, 3> kAuthorizedBegins = {
    "the claims administrator authorized", "the claims administrator certified", "the claims administrator approved"};
constexpr std::string_view kLeaving = "leaving the original request";
constexpr std::array<std::string_view, 3> kDisputedBegins = {
    "eligible portion of the original request", "remaining portion of the original request", "the original request,"};

class Parts {
 public:
  explicit Parts(std::string_view text) : clean_(text) {}

  std::optional<PartialApproval> read() const {
    const std::string_view text = clean_.text();
    std::size_t original = text.find(kOriginalEnds);
    std::size_t after = original + kOriginalEnds.size();
    if (original == std::string_view::npos) {
      original = text.find(kOriginalEndsPlural);
      after = original + kOriginalEndsPlural.size();
    }
    if (original == std::string_view::npos) return std::nullopt;
    PartialApproval out{words(0, original), "", ""};
    std::size_t end = after;
    for (const std::string_view mark : kAuthorizedEnds) {
      const std::size_t at = text.find(mark, after);
      if (at == std::string_view::npos) continue;
      out.authorized = words(after, at);
      end = at + mark.size();
      break;
    }
    for (const std::string_view mark : kAuthorizedBegins) {
      const std::size_t at = text.find(mark, after);
      if (at == std::string_view::npos || !out.authorized.empty()) continue;
      const std::size_t leaving = text.find(kLeaving, at);
      const std::size_t sentence = text.find(". ", at);
      const std::size_t until = std::min({leaving, sentence, text.size()});
      out.authorized = words(at + mark.size(), until);
      end = leaving == std::string_view::npos ? until : leaving + kLeaving.size();
      break;
    }
    for (const std::string_view mark : kDisputedBegins) {
      const std::size_t at = text.find(mark, end);
      if (at == std::string_view::npos) continue;
      out.disputed = without_verb(words(at + mark.size(), text.size()));
      break;
    }
    if (out.disputed.empty()) out.disputed = out.original;
    if (out.original.empty()) return std::nullopt;
    return out;
  }

 private:
  // The original's words between two bytes of the clean text, without the signs around them.
  std::string words(std::size_t begin, std::size_t end) const {
    static constexpr std::string_view kAround = " \n,.:;";
    const std::string_view text = clean_.text();
    while (begin < end && kAround.find(text[begin]) != std::string_view::npos) ++begin;
    while (begin < end && kAround.find(text[end - 1]) != std::string_view::npos) --end;
    if (begin >= end) return {};
    std::string out;
    for (const char c : clean_.original_text({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)})) {
      const bool white = c == ' ' || (c >= '\t' && c <= '\r');
      if (!white) {
        out += c;
      } else if (!out.empty() && out.back() != ' ') {
        out += ' ';
      }
    }
    return out;
  }

  // The form ends with the verb that the letter's decision follows: "Norco #35 is".
  static std::string without_verb(std::string text) {
    for (const std::string_view verb : {" is", " are", " is not medically necessary", " is medically necessary"}) {
      if (!text.ends_with(verb)) continue;
      text.resize(text.size() - verb.size());
      while (!text.empty() && (text.back() == ',' || text.back() == ' ')) text.pop_back();
      return text;
    }
    return text == "is" || text == "are" ? std::string{} : text;
  }

  CleanText clean_;
};

}  // namespace

std::optional<PartialApproval> read_partial_approval(std::string_view text) {
  return Parts(text).read();
}

}  // namespace openimr::records
