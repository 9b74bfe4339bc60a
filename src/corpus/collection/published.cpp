#include "corpus/collection/published.h"

#include <nlohmann/json.hpp>

#include "store/ids.h"

namespace openimr::corpus {
namespace {

using Json = nlohmann::json;
using OrderedJson = nlohmann::ordered_json;

constexpr std::size_t kIdDigits = 16;

OrderedJson day_or_null(const std::optional<Date>& day) {
  return day ? OrderedJson(day->iso()) : OrderedJson();
}

OrderedJson to_json(const PublishedItem& item) {
  return {{"text", item.text},
          {"decision", item.decision ? OrderedJson(determination::name_of(*item.decision)) : OrderedJson()},
          {"kind", item.kind},
          {"drug", item.drug},
          {"drug_class", item.drug_class},
          {"treatment", item.treatment},
          {"category", item.category},
          {"subcategory", item.subcategory},
          {"body_parts", item.body_parts},
          {"guidelines", item.guidelines},
          {"sections", item.sections}};
}

// Fields of one object, the first wrong one kept.
class Fields {
 public:
  explicit Fields(const Json& json) : json_(json) {}

  template <class T>
  void take(const char* name, T& into) {
    const auto found = json_.find(name);
    if (found == json_.end() || found->is_null() || !wrong_.empty()) return;
    try {
      into = found->get<T>();
    } catch (const Json::exception&) {
      wrong_ = name;
    }
  }
  void take(const char* name, std::optional<Date>& into) {
    std::string day;
    take(name, day);
    if (day.empty()) return;
    into = Date::from_iso(day);
    if (!into) wrong_ = name;
  }
  void take(const char* name, std::optional<int>& into) {
    int number = -1;
    take(name, number);
    if (number >= 0) into = number;
  }
  void take(const char* name, std::optional<determination::Decision>& into) {
    std::string decision;
    take(name, decision);
    if (decision.empty()) return;
    for (const auto each : {determination::Decision::upheld, determination::Decision::overturned}) {
      if (determination::name_of(each) == decision) into = each;
    }
    if (!into) wrong_ = name;
  }
  const std::string& wrong() const { return wrong_; }

 private:
  const Json& json_;
  std::string wrong_;
};

tl::unexpected<Error> wrong_field(const std::string& field) {
  return fail({ErrorCode::invalid, field + ": not as a published determination has it", "", "", 0, 0,
               "Give lines as openimr corpus export or openimr read --format jsonl prints them."});
}

}  // namespace

std::string Published::id() const {
  store::Hasher hasher;
  hasher.text("openimr published 1").text(source).text(reference).text(text);
  return hasher.finish().hex().substr(0, kIdDigits);
}

OrderedJson to_json(const Published& letter) {
  auto items = OrderedJson::array();
  for (const PublishedItem& item : letter.items) items.push_back(to_json(item));
  return {{"id", letter.id()},
          {"source", letter.source},
          {"reference", letter.reference},
          {"decided", day_or_null(letter.decided)},
          {"injury", day_or_null(letter.injury)},
          {"year", letter.year == 0 ? OrderedJson() : OrderedJson(letter.year)},
          {"age", letter.age ? OrderedJson(*letter.age) : OrderedJson()},
          {"age_range", letter.age_range},
          {"sex", letter.sex},
          {"specialties", letter.specialties},
          {"states", letter.states},
          {"diagnoses", letter.diagnoses},
          {"items", std::move(items)},
          {"text", letter.text}};
}

Result<Published> published_from_json(const Json& json) {
  Published out;
  if (!json.is_object()) return wrong_field("determination");
  Fields fields(json);
  fields.take("source", out.source);
  fields.take("reference", out.reference);
  fields.take("decided", out.decided);
  fields.take("injury", out.injury);
  fields.take("year", out.year);
  fields.take("age", out.age);
  fields.take("age_range", out.age_range);
  fields.take("sex", out.sex);
  fields.take("specialties", out.specialties);
  fields.take("states", out.states);
  fields.take("diagnoses", out.diagnoses);
  fields.take("text", out.text);
  if (!fields.wrong().empty()) return wrong_field(fields.wrong());
  if (out.source.empty()) return wrong_field("source");
  const auto items = json.find("items");
  if (items == json.end() || !items->is_array()) return wrong_field("items");
  for (const Json& each : *items) {
    PublishedItem item;
    if (!each.is_object()) return wrong_field("items");
    Fields of_item(each);
    of_item.take("text", item.text);
    of_item.take("decision", item.decision);
    of_item.take("kind", item.kind);
    of_item.take("drug", item.drug);
    of_item.take("drug_class", item.drug_class);
    of_item.take("treatment", item.treatment);
    of_item.take("category", item.category);
    of_item.take("subcategory", item.subcategory);
    of_item.take("body_parts", item.body_parts);
    of_item.take("guidelines", item.guidelines);
    of_item.take("sections", item.sections);
    if (!of_item.wrong().empty()) return wrong_field("items/" + of_item.wrong());
    out.items.push_back(std::move(item));
  }
  return out;
}

}  // namespace openimr::corpus
