#include "corpus/collection/comparison.h"

namespace openimr::corpus {
namespace {

struct Period {
  Date from, until;  // the first days of its first and its last month
};

tl::unexpected<Error> no_period(std::string what, const std::string& text, std::string remedy) {
  return fail({ErrorCode::wrong_use, std::move(what), text, "", 0, 0, std::move(remedy)});
}

Result<Period> period_of(const std::string& text) {
  constexpr std::size_t kMonth = 7;
  constexpr std::size_t kLength = 2 * kMonth + 2;
  const bool is_written = text.size() == kLength && text.compare(kMonth, 2, "..") == 0;
  const auto from = is_written ? Date::from_iso(text.substr(0, kMonth) + "-01") : std::nullopt;
  const auto until = is_written ? Date::from_iso(text.substr(kMonth + 2) + "-01") : std::nullopt;
  if (!from || !until) return no_period("this is no period", text, "Write its months as 2016-01..2016-06.");
  if (*until < *from) return no_period("this period ends before it begins", text, "Write the earlier month first.");
  return Period{*from, *until};
}

}  // namespace

Result<Comparison> compare(const Collection& collection, Counting counting, const std::string& earlier,
                           const std::string& later) {
  const auto before = period_of(earlier);
  if (!before) return fail(before.error());
  const auto after = period_of(later);
  if (!after) return fail(after.error());
  if (before->from <= after->until && after->from <= before->until)
    return no_period("the two periods share months", earlier + " and " + later,
                     "An item would be compared with itself: let one end before the other begins.");
  const auto count = [&](const Period& period, const std::string& written) {
    counting.from = period.from;
    counting.until = period.until;
    TableRow out = collection.count(counting).all;
    out.value = written;
    return out;
  };
  Comparison out{.earlier = count(*before, earlier), .later = count(*after, later), .difference = {}};
  out.difference = difference(out.earlier, out.later);
  return out;
}

}  // namespace openimr::corpus
