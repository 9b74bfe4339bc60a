// openimr search.
#include <iostream>
#include <sstream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <unistd.h>

#include "cli/corpus/asked.h"
#include "cli/deliver.h"
#include "cli/numbers.h"
#include "cli/report.h"
#include "cli/terminal.h"
#include "corpus/collection/collection.h"

namespace openimr::cli {
namespace {

using OrderedJson = nlohmann::ordered_json;

constexpr std::size_t kFacetValues = 8;  // of each facet that a person sees
constexpr std::string_view kBold = "\x1b[1m";
constexpr std::string_view kPlain = "\x1b[0m";

Result<corpus::Question> question_of(const CorpusOptions& options) {
  corpus::Question out;
  out.words = options.words;
  auto where = conditions_of(options.where);
  if (!where) return fail(where.error());
  out.where = std::move(*where);
  const auto from = day_of(options.from, "--from");
  if (!from) return fail(from.error());
  const auto until = day_of(options.until, "--until");
  if (!until) return fail(until.error());
  out.from = *from;
  out.until = *until;
  out.order = options.sort == "newest"   ? corpus::Order::newest
              : options.sort == "oldest" ? corpus::Order::oldest
                                         : corpus::Order::relevance;
  out.skip = options.skip;
  out.most = options.most;
  out.facets = options.facets;
  return out;
}

std::string decision_of(const corpus::PublishedItem& item) {
  return item.decision ? std::string(determination::name_of(*item.decision)) : "not decided";
}

std::string marked(const corpus::Snippet& snippet, bool colour) {
  std::string out;
  std::size_t at = 0;
  for (const Span mark : snippet.marks) {
    out += shown(snippet.text.substr(at, mark.begin - at));
    if (colour) out += kBold;
    out += shown(snippet.text.substr(mark.begin, mark.end - mark.begin));
    if (colour) out += kPlain;
    at = mark.end;
  }
  return out + shown(snippet.text.substr(at));
}

std::string in_words(const corpus::Answer& answer) {
  return (answer.is_exact ? "" : "about ") + counted(static_cast<std::uint64_t>(answer.total), "letter");
}

std::string table(const corpus::Answer& answer, const CorpusOptions& options, bool colour, std::size_t width) {
  std::string out = in_words(answer) + "\n";
  if (!answer.suggestion.empty()) out += fmt::format("Did you mean: {}\n", shown(answer.suggestion));
  int number = options.skip;
  for (const corpus::Found& each : answer.found) {
    const corpus::Published& letter = each.letter;
    out +=
        fmt::format("\n{:>3}. {}  {}  {}\n", ++number, shown(letter.reference.empty() ? "no number" : letter.reference),
                    letter.decided     ? letter.decided->iso()
                    : letter.year != 0 ? std::to_string(letter.year)
                                       : "no date",
                    each.id);
    for (const corpus::PublishedItem& item : letter.items)
      out += in_lines(fmt::format("{}: {}", decision_of(item), shown(item.text)), "     ", width);
    if (!each.snippet.marks.empty()) out += in_lines(marked(each.snippet, colour), "     ", width);
  }
  for (const auto& [facet, counts] : answer.facets) {
    if (counts.empty()) continue;
    std::vector<std::string> values;
    for (std::size_t i = 0; i < counts.size() && i < kFacetValues; ++i)
      values.push_back(
          fmt::format("{} {}", shown(counts[i].value), grouped(static_cast<std::uint64_t>(counts[i].letters))));
    if (counts.size() > kFacetValues) values.push_back(fmt::format("{} more", counts.size() - kFacetValues));
    out += "\n" + in_lines(fmt::format("{}", fmt::join(values, " · ")),
                           fmt::format("{}: ", corpus::name_of(facet).says), width);
  }
  return out;
}

std::string as_json(const corpus::Answer& answer) {
  OrderedJson out = {{"total", answer.total}, {"exact", answer.is_exact}, {"suggestion", answer.suggestion}};
  auto found = OrderedJson::array();
  for (const corpus::Found& each : answer.found) {
    OrderedJson one = corpus::to_json(each.letter);
    one.erase("text");
    auto marks = OrderedJson::array();
    for (const Span mark : each.snippet.marks) marks.push_back({mark.begin, mark.end});
    one["snippet"] = {{"text", each.snippet.text}, {"marks", std::move(marks)}};
    one["why"] = each.why;
    found.push_back(std::move(one));
  }
  out["found"] = std::move(found);
  if (!answer.facets.empty()) {
    for (const auto& [facet, counts] : answer.facets) {
      auto values = OrderedJson::array();
      for (const corpus::FacetCount& count : counts)
        values.push_back({{"value", count.value}, {"letters", count.letters}});
      out["facets"][std::string(corpus::name_of(facet).name)] = std::move(values);
    }
  }
  return out.dump(2, ' ', false, OrderedJson::error_handler_t::replace) + "\n";
}

}  // namespace

ExitCode search(const Common& common, const CorpusOptions& options, std::ostream& out) {
  const auto question = question_of(options);
  if (!question) return report(question.error(), {});
  const auto collection = collection_of(options);
  if (!collection) return report(collection.error(), {});
  const auto answer = collection->answer(*question);
  if (!answer) return report(answer.error(), {});
  if (options.format == "json") return deliver(as_json(*answer), options.out, out);
  const auto width = static_cast<std::size_t>(terminal_width(STDOUT_FILENO));
  return deliver(table(*answer, options, common.colour && options.out.empty(), width), options.out, out);
}

}  // namespace openimr::cli
