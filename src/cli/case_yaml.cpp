#include "cli/case_yaml.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

#include <fmt/core.h>
#include <nlohmann/json.hpp>

#include "base/date.h"
#include "base/pattern.h"
#include "records/written_days.h"

namespace openimr::cli {
namespace {

using openimr::records::Document;
using openimr::records::FormField;

std::string in_quotes(const std::string& text) {
  return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

class CaseYaml {
 public:
  CaseYaml(const Form& application, const Form& denial, const std::string& today)
      : application_(application), denial_(denial), today_(today) {}

  std::string write(const std::string& name) {
    out_ =
        "# Read from the forms by openimr case new. Confirm each value marked so against its place, and take the mark "
        "away.\n";
    out_ += fmt::format("case_number: {}  # confirm: the folder's name; the assignment gives the number\n",
                        in_quotes(name));
    out_ += "programme: ca-dwc-imr\n";
    priority();
    out_ += "dates:\n";
    day("injury", "injury_date", {&application_, &denial_});
    day("request", "request_date", {&denial_, &application_});
    day("ur_decision", "ur_date", {&denial_, &application_});
    day("application", "application_date", {&application_});
    out_ += fmt::format("  review: {}  # confirm: today; the day the determination is made\n", today_);
    out_ += "assumed: [dates.review]\nur_served_by: null  # confirm: no field of the forms tells it\n";
    age();
    parties();
    items();
    records();
    return out_;
  }

  const std::vector<std::string>& warnings() const { return warnings_; }

 private:
  static std::string place(const Form& form, const FormField& field) {
    const Place at = form.place(field);
    std::string words = at.text.substr(0, 160);
    std::replace_if(words.begin(), words.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
    return fmt::format("{} p. {}: {}", at.document, at.page, in_quotes(words));
  }
  std::string searched(const std::vector<const Form*>& forms) const {
    std::string out;
    for (const Form* form : forms) {
      if (form->document == nullptr) continue;
      out += fmt::format("{}{} p. {}-{}", out.empty() ? "" : ", ", form->document->name(), form->document->first_page(),
                         form->document->last_page());
    }
    return out.empty() ? "no such form among the files" : "not found; searched " + out;
  }

  void day(const char* key, const char* field, const std::vector<const Form*>& forms) {
    std::optional<Date> chosen;
    std::string where;
    for (const Form* form : forms) {
      const FormField* found = form->field(field);
      const auto days =
          found == nullptr ? std::vector<openimr::records::WrittenDay>{} : openimr::records::written_days(found->value);
      if (days.empty()) continue;
      if (!chosen) {
        chosen = days.front().date;
        where = place(*form, *found);
      } else if (*chosen != days.front().date) {
        warnings_.push_back(fmt::format("dates.{}: the forms differ: {}; {}", key, where, place(*form, *found)));
        where += "; differs: " + place(*form, *found);
      }
    }
    out_ += chosen ? fmt::format("  {}: {}  # confirm: {}\n", key, chosen->iso(), where)
                   : fmt::format("  {}: null  # {}\n", key, searched(forms));
  }

  // "[X] Regular  [ ] Expedited", or the one word.
  void priority() {
    static const RE2 ticked_expedited(
        "(?i)(?:\\[ ?x ?\\]|\\bx|☒|☑) *expedited|expedited *(?:\\[ ?x ?\\]|\\bx\\b|☒|☑) *(?:$|[^a-z])");
    static const RE2 expedited("(?i)expedited");
    static const RE2 regular("(?i)regular|standard");
    const FormField* type = application_.field("review_type");
    const bool told =
        type != nullptr && (contains_match(type->value, expedited) || contains_match(type->value, regular));
    const bool is_expedited =
        told && (contains_match(type->value, ticked_expedited) ||
                 (contains_match(type->value, expedited) && !contains_match(type->value, regular)));
    out_ += fmt::format("priority: {}  # confirm: {}\n", is_expedited ? "expedited" : "standard",
                        told ? place(application_, *type) : "assumed; " + searched({&application_}));
  }

  void age() {
    for (const Form* form : {&application_, &denial_}) {
      const FormField* birth = form->field("birth_date");
      if (birth == nullptr) continue;
      const auto days = openimr::records::written_days(birth->value);
      const auto today = Date::from_iso(today_);
      if (days.empty() || !today || days.front().date > *today) continue;
      const std::string born = days.front().date.iso();
      const int years =
          std::stoi(today_.substr(0, 4)) - std::stoi(born.substr(0, 4)) - (today_.substr(5) < born.substr(5) ? 1 : 0);
      out_ += fmt::format(
          "injured_worker:\n  age: {}  # confirm: at the review, from {}\n  sex: null  # no field of the forms tells "
          "it\n",
          years, place(*form, *birth));
      return;
    }
    out_ += fmt::format("injured_worker:\n  age: null  # {}\n  sex: null  # no field of the forms tells it\n",
                        searched({&application_, &denial_}));
  }

  void parties() {
    std::string rows;
    for (const char* role : {"employee", "employer", "claims_administrator", "requesting_physician"}) {
      for (const Form* form : {&application_, &denial_}) {
        const FormField* found = form->field(role);
        if (found == nullptr) continue;
        rows += fmt::format("  - {{ role: {}, name: {} }}  # confirm: {}\n", role, in_quotes(found->value),
                            place(*form, *found));
        break;
      }
    }
    out_ += rows.empty() ? "parties: []  # " + searched({&application_, &denial_}) + "\n" : "parties:\n" + rows;
  }

  void items() {
    out_ += "disputed_items:\n";
    const FormField* denied = denial_.field("items");
    const Form& form = application_.field("items") != nullptr ? application_ : denial_;
    const FormField* found = form.field("items");
    if (found == nullptr) {
      const std::string where = searched({&application_, &denial_});
      out_ += fmt::format("  - text: \"(not found in the forms)\"  # confirm: {}\n", where);
      warnings_.push_back("disputed_items: " + where);
      return;
    }
    if (denied != nullptr && items_of(*found) != items_of(*denied))
      warnings_.push_back(
          fmt::format("disputed_items: the forms differ: {}; {}", place(form, *found), place(denial_, *denied)));
    for (const std::string& item : items_of(*found)) {
      out_ +=
          fmt::format("  - text: {}  # confirm: {}\n    service_date: null\n", in_quotes(item), place(form, *found));
      std::string told;
      for (const char* key : {"reasons", "guideline"}) {
        if (const FormField* field = denial_.field(key))
          told += fmt::format("      {}: {}  # confirm: {}\n", key, in_quotes(field->value), place(denial_, *field));
      }
      if (!told.empty()) out_ += "    claims_administrator:\n" + told;
    }
  }

  void records() {
    std::string rows;
    std::set<std::string> listed;
    for (const Form* form : {&application_, &denial_}) {
      const Document* document = form->document;
      const bool whole = document != nullptr && document->pages() == static_cast<int>(document->file().pages.size());
      if (!whole || !listed.insert(document->name()).second) continue;
      rows += fmt::format("  - {{ file: {}, kind: {}, date: {} }}\n", in_quotes(document->name()), document->kind,
                          document->date ? document->date->iso() : "null");
    }
    if (!rows.empty()) out_ += "records:\n" + rows;
  }

  const Form& application_;
  const Form& denial_;
  const std::string& today_;
  std::string out_;
  std::vector<std::string> warnings_;
};

}  // namespace

WrittenCase case_yaml(const Form& application, const Form& denial, const std::string& name, const std::string& today) {
  CaseYaml writer(application, denial, today);
  std::string yaml = writer.write(name);
  return {std::move(yaml), writer.warnings()};
}

}  // namespace openimr::cli
