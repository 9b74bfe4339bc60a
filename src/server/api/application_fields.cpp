#include "server/api/application_fields.h"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "base/ascii.h"

namespace openimr::server {
namespace {

using Json = nlohmann::json;

// Whose treatment is in dispute, as every programme names them.
constexpr const char* kWorker = "employee";

class Check {
 public:
  Check(const program::Programme& programme, Date today) : programme_(programme), today_(today) {}

  WrongFields of(const Json& application) {
    const auto injury = day(application, "injury", "");
    const auto request = day(application, "request", "");
    const auto decision = day(application, "ur_decision", "");
    in_order(injury, request, "request", "The treatment was requested before the injury.");
    in_order(injury, decision, "ur_decision", "The treatment was denied before the injury.");
    in_order(request, decision, "ur_decision", "The treatment was denied before it was requested.");
    way_of_service(application, "ur_served_by", "");
    const Json& items = application.at("items");
    for (std::size_t i = 0; i < items.size(); ++i) item(items[i], fmt::format("items/{}/", i));
    const Json& parties = application.at("parties");
    for (std::size_t i = 0; i < parties.size(); ++i) party(parties[i], fmt::format("parties/{}/", i));
    if (programme_.party(kWorker) != nullptr &&
        std::none_of(parties.begin(), parties.end(), [](const Json& each) { return each.at("role") == kWorker; }))
      wrong_.add("parties", fmt::format("Tell who the {} is.", programme_.party(kWorker)->says));
    return std::move(wrong_);
  }

 private:
  std::optional<Date> day(const Json& in, const char* name, const std::string& at) {
    const auto found = in.find(name);
    if (found == in.end()) return {};
    const auto day = Date::from_iso(found->get_ref<const std::string&>());
    if (!day) wrong_.add(at + name, "There is no such day. Write a day of the calendar as YYYY-MM-DD.");
    if (day && *day > today_) wrong_.add(at + name, "This day is still to come.");
    return day;
  }
  void in_order(const std::optional<Date>& first, const std::optional<Date>& then, const char* field,
                const char* otherwise) {
    if (first && then && *then < *first) wrong_.add(field, otherwise);
  }
  void words(const Json& in, const char* name, const std::string& at, const char* wanted) {
    const auto& text = in.at(name).get_ref<const std::string&>();
    if (std::all_of(text.begin(), text.end(), is_white)) wrong_.add(at + name, wanted);
  }
  void way_of_service(const Json& in, const char* name, const std::string& at) {
    const auto found = in.find(name);
    if (found == in.end() || programme_.way(found->get_ref<const std::string&>()) != nullptr) return;
    std::vector<std::string_view> known;
    for (const program::WayOfService& each : programme_.service()) known.push_back(each.by);
    wrong_.add(at + name, fmt::format("Use one of: {}.", fmt::join(known, ", ")));
  }
  void item(const Json& item, const std::string& at) {
    words(item, "text", at, "Write which treatment was denied.");
    day(item, "service_date", at);
  }
  void party(const Json& party, const std::string& at) {
    if (programme_.party(party.at("role").get_ref<const std::string&>()) == nullptr)
      wrong_.add(at + "role", fmt::format("Use one of: {}.", program::words_of(programme_.parties())));
    words(party, "name", at, "Write the name.");
    way_of_service(party, "by", at);
  }

  const program::Programme& programme_;
  Date today_;
  WrongFields wrong_;
};

}  // namespace

WrongFields check_application(const Json& application, const program::Programme& programme, Date today) {
  return Check(programme, today).of(application);
}

}  // namespace openimr::server
