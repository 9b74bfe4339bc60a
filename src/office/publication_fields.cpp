#include "office/publication_fields.h"

#include <utility>

#include <fmt/format.h>

#include "program/programme.h"
#include "program/publication.h"

namespace openimr::office {
namespace {

using determination::Determination;
using determination::Printed;
using determination::PrintedDate;

std::string emptied(Printed& field) {
  return std::exchange(field, {}).text;
}

std::string emptied(PrintedDate& field) {
  const PrintedDate old = std::exchange(field, {});
  return old.date ? old.date->iso() : "";
}

std::string emptied(std::vector<Printed>& list) {
  std::string out;
  for (const Printed& each : std::exchange(list, {})) out += (out.empty() ? "" : "; ") + each.text;
  return out;
}

// What a letter can be without. Each gives what stood there.
struct Field {
  const char* id;  // in the rows `publication`
  std::string (*empty)(Determination&);
};
constexpr Field kFields[] = {
    {"injury", [](Determination& letter) { return emptied(letter.injury); }},
    {"application-received", [](Determination& letter) { return emptied(letter.application_received); }},
    {"decided", [](Determination& letter) { return emptied(letter.decided); }},
    {"assigned", [](Determination& letter) { return emptied(letter.assigned); }},
    {"ur-decision", [](Determination& letter) { return emptied(letter.ur_denial); }},
    {"priority", [](Determination& letter) { return emptied(letter.priority); }},
    {"reviewer-licensure", [](Determination& letter) { return emptied(letter.licensure); }},
    {"reviewer-specialty",
     [](Determination& letter) { return emptied(letter.certification) + emptied(letter.subspecialty); }},
    {"records-reviewed", [](Determination& letter) { return emptied(letter.records_reviewed); }},
    {"clinical-summary", [](Determination& letter) { return emptied(letter.summary); }},
};
constexpr const char* kNeeded[] = {"case-number", "request", "item-decision", "rationale"};

}  // namespace

Result<std::vector<TakenOut>> keep_back(Determination& letter, const program::Programme& programme) {
  for (const char* field : kNeeded) {
    if (!program::is_published(programme, field).value_or(false))
      return fail({ErrorCode::wrong_use, fmt::format("{} does not publish determinations", programme.id()), field, "",
                   0, 0, "See the rows publication of its pack."});
  }
  std::vector<TakenOut> out;
  for (const Field& field : kFields) {
    if (program::is_published(programme, field.id).value_or(false)) continue;
    std::string original = field.empty(letter);
    if (!original.empty())
      out.push_back({0, field.id, "publication", "the programme does not publish this field", std::move(original)});
  }
  return out;
}

}  // namespace openimr::office
