#include "letter/checklist.h"

#include <algorithm>

#include <fmt/core.h>
#include <nlohmann/json.hpp>

#include "letter/json.h"
#include "letter/screen_text.h"
#include "letter/searched.h"

namespace openimr::letter {
namespace {

using determination::CriterionTrace;
using determination::ItemDraft;
using guidelines::Finding;
using guidelines::Kind;
using nlohmann::ordered_json;

// How a criterion stands for whoever prepares the request. Allowances are none of these: they only help.
enum class Standing : std::uint8_t { documented, missing, against, aside };

Standing standing_of(const CriterionTrace& c) {
  const guidelines::Criterion& rule = *c.evaluated.criterion;
  const bool met = c.evaluated.finding == Finding::met;
  switch (rule.kind) {
    case Kind::required:
    case Kind::limit:
      return met || c.rescued                          ? Standing::documented
             : rule.soft                               ? Standing::aside
             : c.evaluated.finding == Finding::not_met ? Standing::against
                                                       : Standing::missing;
    case Kind::exclusion:
      return met && !rule.soft && !c.rescued ? Standing::against : Standing::aside;
    case Kind::allowance:
    case Kind::note:
      break;
  }
  return Standing::aside;
}

std::vector<const CriterionTrace*> those(const ItemDraft& item, Standing standing) {
  std::vector<const CriterionTrace*> out;
  for (const CriterionTrace& c : item.criteria) {
    if (standing_of(c) == standing) out.push_back(&c);
  }
  return out;
}

bool lacks_nothing(const ItemDraft& item) {
  return item.addressed && those(item, Standing::missing).empty() && those(item, Standing::against).empty();
}

class Writer {
 public:
  explicit Writer(int width) : width_(static_cast<std::size_t>(std::max(width, 40))) {}

  void item(const ItemDraft& item, const determination::Draft& draft) {
    line(0, item.text);
    if (!item.addressed) {
      line(2, "No loaded guideline addresses this request: nothing can be checked.");
      out_ += '\n';
      return;
    }
    for (const auto& citation : item.citations) line(2, citation.text);
    out_ += '\n';
    group("To add", item, Standing::missing, [&](const CriterionTrace& c) {
      line(2, "[ ] " + wanted(c), 4);
      line(6, fmt::format("asked: {}", c.evaluated.criterion->says), 2);
      if (c.evaluated.conflict) line(6, "the records contradict each other on it:", 2);
      places(c);
    });
    group("Against the request", item, Standing::against, [&](const CriterionTrace& c) {
      line(2, fmt::format("\u2715 {}", c.evaluated.criterion->failed), 2);
      line(6, fmt::format("asked: {}", c.evaluated.criterion->says), 2);
      places(c);
    });
    group("Documented", item, Standing::documented, [&](const CriterionTrace& c) {
      line(2, fmt::format("\u25CF {}", c.evaluated.criterion->says), 2);
      places(c);
    });
    if (!those(item, Standing::missing).empty())
      line(2, fmt::format("Searched: {}.", searched_sentence(draft.searched)));
    out_ += '\n';
  }

  std::string take() { return std::move(out_); }

 private:
  template <class Print>
  void group(std::string_view heading, const ItemDraft& item, Standing standing, const Print& print) {
    const auto list = those(item, standing);
    if (list.empty()) return;
    line(2, fmt::format("{} ({})", heading, list.size()));
    for (const CriterionTrace* c : list) print(*c);
    out_ += '\n';
  }

  static std::string wanted(const CriterionTrace& c) {
    return c.evaluated.criterion->shown_by.empty() ? c.evaluated.criterion->says : c.evaluated.criterion->shown_by;
  }

  void places(const CriterionTrace& c) {
    constexpr std::size_t kShown = 3;
    const auto& all = c.evaluated.places;
    for (std::size_t i = 0; i < std::min(kShown, all.size()); ++i)
      line(6, fmt::format("\"{}\" - {} p. {}", on_one_line(all[i].text), all[i].document, all[i].page), 2);
    if (all.size() > kShown) line(6, fmt::format("and {} more places", all.size() - kShown));
  }

  void line(std::size_t indent, const std::string& text, std::size_t hang = 0) {
    bool first = true;
    for (const std::string& part : folded_lines(on_one_line(text), width_ - indent - hang)) {
      out_ += std::string(indent + (first ? 0 : hang), ' ') + part + '\n';
      first = false;
    }
  }

  std::size_t width_;
  std::string out_;
};

ordered_json criteria_json(const ItemDraft& item, Standing standing) {
  ordered_json out = ordered_json::array();
  for (const CriterionTrace* c : those(item, standing)) {
    const auto& rule = *c->evaluated.criterion;
    ordered_json places = ordered_json::array();
    for (const Place& place : c->evaluated.places) places.push_back(to_json(place));
    out.push_back({{"id", rule.id},
                   {"kind", guidelines::name_of(rule.kind)},
                   {"says", rule.says},
                   {"shown_by", rule.shown_by},
                   {"finding", guidelines::name_of(c->evaluated.finding)},
                   {"conflict", c->evaluated.conflict},
                   {"standing", guidelines::name_of(rule.standing)},
                   {"citation", to_json(c->citation)},
                   {"places", std::move(places)}});
  }
  return out;
}

}  // namespace

bool is_complete(const determination::Draft& draft) {
  return std::all_of(draft.items.begin(), draft.items.end(), [](const ItemDraft& item) { return lacks_nothing(item); });
}

std::string checklist(const determination::Draft& draft, int width) {
  Writer writer(width);
  for (const ItemDraft& item : draft.items) writer.item(item, draft);
  return writer.take();
}

ordered_json checklist_json(const determination::Draft& draft) {
  ordered_json items = ordered_json::array();
  for (const ItemDraft& item : draft.items) {
    ordered_json citations = ordered_json::array();
    for (const auto& citation : item.citations) citations.push_back(to_json(citation));
    items.push_back({{"text", item.text},
                     {"addressed", item.addressed},
                     {"complete", lacks_nothing(item)},
                     {"citations", std::move(citations)},
                     {"documented", criteria_json(item, Standing::documented)},
                     {"missing", criteria_json(item, Standing::missing)},
                     {"against", criteria_json(item, Standing::against)}});
  }
  return {{"complete", is_complete(draft)}, {"items", std::move(items)}};
}

}  // namespace openimr::letter
