#include "cli/day_assignment.h"

#include <algorithm>
#include <ostream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "cli/rows.h"
#include "cli/terminal.h"

namespace openimr::cli {
namespace {

using cases::Proposal;
using nlohmann::json;

std::string_view words_of(office::Recorded recorded) {
  switch (recorded) {
    case office::Recorded::not_tried:
      return "would be proposed";
    case office::Recorded::recorded:
      return "proposed";
    case office::Recorded::meanwhile:
      return "assigned meanwhile";
  }
  return "";
}

std::string why_of(const Proposal& proposal) {
  return fmt::format("{}", fmt::join(proposal.why, "; "));
}

// A line in as many as it takes, the further ones below its text.
void print_folded(std::ostream& out, std::string_view label, const std::string& text, std::size_t width) {
  constexpr std::size_t kLabel = 14;
  std::string line = in_column(label, kLabel);
  std::size_t used = kLabel;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    const std::string word = text.substr(at, end - at);
    if (used > kLabel && used + shown_width(word) > width) {
      line.erase(line.find_last_not_of(' ') + 1);
      out << line << '\n';
      line = std::string(kLabel, ' ');
      used = kLabel;
    }
    line += word + ' ';
    used += shown_width(word) + 1;
    at = end + 1;
  }
  line.erase(line.find_last_not_of(' ') + 1);
  out << line << '\n';
}

std::string counted(std::size_t n, const char* one, const char* many) {
  return fmt::format("{} {}", n, n == 1 ? one : many);
}

void print_table(std::ostream& out, const office::DayAssignment& it, std::size_t width, bool colour) {
  const auto heading = [&](const std::string& text) {
    out << (colour ? "\x1b[1m" : "") << text << (colour ? "\x1b[0m" : "") << '\n';
  };
  for (std::size_t i = 0; i < it.found.proposals.size(); ++i) {
    const Proposal& each = it.found.proposals[i];
    if (it.recorded[i] == office::Recorded::meanwhile) {
      heading(fmt::format("{}  was assigned meanwhile", each.number));
      continue;
    }
    heading(fmt::format("{}  {}  {}", each.number, each.reviewer, words_of(it.recorded[i])));
    print_folded(out, "  because", why_of(each), width);
    print_folded(out, "  next best", cases::next_best_in_words(each), width);
    print_folded(out, "  the others", cases::in_words(each.why_not), width);
  }
  for (const cases::Unassigned& each : it.found.unassigned) {
    heading(fmt::format("{}  waits{}", each.number, each.places > 1 ? fmt::format(", {} places", each.places) : ""));
    print_folded(out, "  because", each.why, width);
    print_folded(out, "  reviewers", cases::in_words(each.why_not), width);
  }
  for (const office::NotReady& each : it.not_ready) {
    heading(fmt::format("{}  is not ready", each.number));
    print_folded(out, "  because", each.why, width);
  }
  if (it.cases == 0) {
    out << "No case waits for a reviewer.\n";
    return;
  }
  const auto of = [&](office::Recorded what) {
    return static_cast<std::size_t>(std::count(it.recorded.begin(), it.recorded.end(), what));
  };
  out << fmt::format("\n{}: {} for {}. ", it.day.iso(), counted(it.cases, "case", "cases"),
                     counted(it.reviewers, "reviewer", "reviewers"));
  if (const std::size_t n = of(office::Recorded::not_tried); n > 0 || it.recorded.empty())
    out << fmt::format("{} would be proposed", n);
  else
    out << fmt::format("{} proposed", of(office::Recorded::recorded));
  if (const std::size_t n = of(office::Recorded::meanwhile); n > 0) out << fmt::format(", {} assigned meanwhile", n);
  out << fmt::format(", {} waiting, {} not ready.\n", it.found.unassigned.size(), it.not_ready.size());
}

void print_json(std::ostream& out, const office::DayAssignment& it) {
  json all = cases::to_json(it.found);
  all["day"] = it.day.iso();
  all["cases"] = it.cases;
  all["reviewers"] = it.reviewers;
  for (std::size_t i = 0; i < it.recorded.size(); ++i)
    all["proposals"][i]["outcome"] = std::string(words_of(it.recorded[i]));
  all["not_ready"] = json::array();
  for (const office::NotReady& each : it.not_ready)
    all["not_ready"].push_back({{"case", each.number}, {"why", each.why}});
  out << all.dump(2, ' ', false, json::error_handler_t::replace) << '\n';
}

void print_csv(std::ostream& out, const office::DayAssignment& it) {
  Rows rows{{{"case_number", ""}, {"outcome", ""}, {"reviewer", ""}, {"why", ""}, {"next_best", ""}, {"why_not", ""}},
            {},
            ""};
  for (std::size_t i = 0; i < it.found.proposals.size(); ++i) {
    const Proposal& each = it.found.proposals[i];
    if (it.recorded[i] == office::Recorded::meanwhile) {
      rows.rows.push_back({each.number, std::string(words_of(it.recorded[i])), "", "", "", ""});
      continue;
    }
    rows.rows.push_back({each.number, std::string(words_of(it.recorded[i])), each.reviewer, why_of(each),
                         each.next_best.empty() ? "" : cases::next_best_in_words(each), cases::in_words(each.why_not)});
  }
  for (const cases::Unassigned& each : it.found.unassigned)
    rows.rows.push_back({each.number, "waits", "", each.why, "", cases::in_words(each.why_not)});
  for (const office::NotReady& each : it.not_ready)
    rows.rows.push_back({each.number, "not ready", "", each.why, "", ""});
  print_rows(out, rows, "csv", 0, false);
}

}  // namespace

void print_assignment(std::ostream& out, const office::DayAssignment& assignment, const std::string& format,
                      std::size_t width, bool colour) {
  if (format == "json") {
    print_json(out, assignment);
  } else if (format == "csv") {
    print_csv(out, assignment);
  } else {
    print_table(out, assignment, width, colour);
  }
}

}  // namespace openimr::cli
