#include <algorithm>

#include "program/part_readers.h"

namespace openimr::program {
namespace {

using determination::Decision;
using determination::Outcome;
using nlohmann::json;

std::optional<Decision> decision_named(const std::string& name) {
  if (name == "upheld") return Decision::upheld;
  if (name == "overturned") return Decision::overturned;
  return std::nullopt;
}

std::optional<Outcome> outcome_named(const std::string& name) {
  if (name == "upheld") return Outcome::upheld;
  if (name == "overturned") return Outcome::overturned;
  if (name == "partially-overturned") return Outcome::partially_overturned;
  return std::nullopt;
}

}  // namespace

Result<std::optional<Panel>> read_panel(const PackRows& rows) {
  if (!rows.pack().contains("panel")) return std::nullopt;
  const json& row = rows.pack()["panel"];
  Panel panel;
  if (row.at("usual").is_number()) panel.usual = row["usual"].get<int>();
  panel.more_with = text(row, "more_with");
  panel.section = text(row, "section");
  panel.standing = standing_in(row);
  if (row.contains("even_split")) {
    const json& split = row["even_split"];
    panel.even_split = decision_named(text(split, "decides"));
    if (!panel.even_split)
      return rows.refuse(row, "even_split: it decides nothing that is known", text(split, "decides"),
                         "Write upheld or overturned.");
    panel.even_split_section = text(split, "section");
    panel.even_split_standing = standing_in(split);
  }
  return panel;
}

Result<std::vector<OutcomeWord>> read_outcomes(const PackRows& rows) {
  std::vector<OutcomeWord> out;
  for (const json& row : rows.list("outcomes")) {
    OutcomeWord word;
    word.level = text(row, "level") == "case" ? OutcomeWord::Level::whole_case : OutcomeWord::Level::item;
    const std::string outcome = text(row, "outcome");
    word.outcome = outcome_named(outcome);
    if (!word.outcome && outcome != "none")
      return rows.refuse(row, "outcome: no such outcome", outcome,
                         "Use one of: upheld, overturned, partially-overturned, none");
    if (word.level == OutcomeWord::Level::item && word.outcome == Outcome::partially_overturned)
      return rows.refuse(row, "outcome: an item is never decided in part", outcome, "Write level: case.");
    word.says = text(row, "says");
    word.means = text(row, "means");
    word.section = text(row, "section");
    word.standing = standing_in(row);
    const bool is_second = std::any_of(out.begin(), out.end(), [&](const OutcomeWord& other) {
      return other.level == word.level && (other.says == word.says || (word.outcome && other.outcome == word.outcome));
    });
    if (is_second)
      return rows.refuse(row, "outcomes: two words for one outcome", word.says, "Keep one of them for each level.");
    out.push_back(std::move(word));
  }
  return out;
}

}  // namespace openimr::program
