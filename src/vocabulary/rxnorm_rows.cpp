#include "vocabulary/rxnorm_rows.h"

#include <algorithm>
#include <map>
#include <set>

namespace openimr::vocabulary {
namespace {

using nlohmann::json;
using nlohmann::ordered_json;

constexpr std::size_t kShortest = 5;   // letters of a name of one word
constexpr std::size_t kLongest = 100;  // bytes of a name
constexpr std::size_t kStrengths = 12;

const json& list(const json& packs, const char* name) {
  static const json kNone = json::array();
  return packs.contains(name) ? packs[name] : kNone;
}

bool imported(const json& row) {
  return row.contains("source") && row["source"].get<std::string>().starts_with("RxNorm");
}

std::string joined(const std::vector<std::string>& parts) {
  std::string out;
  for (const std::string& part : parts) out += (out.empty() ? "" : "/") + part;
  return out;
}

class Rows {
 public:
  Rows(const json& packs, std::string source) : source_(std::move(source)) {
    for (const json& row : list(packs, "common_words")) {
      for (const json& word : row["words"]) common_.insert(word.get<std::string>());
    }
    for (const json& row : list(packs, "dose_forms")) {
      for (const json& word : row["words"]) forms_[word.get<std::string>()] = row["form"].get<std::string>();
    }
    for (const char* name : {"drugs", "drug_classes", "services", "body_parts", "terms", "cues"}) {
      for (const json& row : list(packs, name)) {
        if (!imported(row)) know(row);
      }
    }
    for (const json& row : list(packs, "drugs")) {
      if (!imported(row)) own_[ingredients_of(row)].push_back(&row);
    }
  }

  void add(const RxnormProduct& product) {
    const auto own = own_.find(product.ingredients);
    if (own != own_.end()) {
      add_to(own->second, product);
    } else {
      add_new(product);
    }
  }

  RxnormRows result() && { return std::move(out_); }

 private:
  void know(const json& row) {
    if (row.contains("name")) known_.insert(row["name"].get<std::string>());
    for (const char* key : {"names", "words"}) {
      if (!row.contains(key)) continue;
      for (const json& word : row[key]) {
        std::string text = word.get<std::string>();
        if (text.starts_with('=')) text.erase(0, 1);
        if (text.ends_with('*')) text.pop_back();
        std::transform(text.begin(), text.end(), text.begin(),
                       [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
        known_.insert(text);
      }
    }
  }

  static std::vector<std::string> ingredients_of(const json& row) {
    std::vector<std::string> out = row.contains("ingredients") ? row["ingredients"].get<std::vector<std::string>>()
                                                               : std::vector{row["name"].get<std::string>()};
    std::sort(out.begin(), out.end());
    return out;
  }

  bool too_common(const std::string& name) const {
    const bool one_word = name.find_first_of(" /") == std::string::npos;
    return (one_word && name.size() < kShortest) || common_.contains(name);
  }

  // Takes a name, once in all packs and rows.
  bool take(const std::string& name) {
    if (name.empty() || name.size() > kLongest || name.find_first_of("=*\"\\") != std::string::npos) return false;
    if (std::any_of(name.begin(), name.end(), [](unsigned char c) { return c < ' '; })) return false;
    if (known_.contains(name)) return false;
    if (too_common(name)) {
      ++out_.too_common;
      return false;
    }
    known_.insert(name);
    return true;
  }

  // The form that all of these dose forms are; empty where they differ or imply none.
  std::string form_of(const std::set<std::string>& dose_forms) const {
    std::set<std::string> out;
    for (const std::string& dose_form : dose_forms) {
      const auto found = forms_.find(dose_form);
      out.insert(found == forms_.end() ? "" : found->second);
    }
    return out.size() == 1 ? *out.begin() : "";
  }

  void add_to(const std::vector<const json*>& own, const RxnormProduct& product) {
    std::map<std::string, std::vector<std::string>> names;  // by form
    for (const std::string& name : product.names) {
      if (row_of(own, "") != nullptr && take(name)) names[""].push_back(name);
    }
    for (const auto& [brand, dose_forms] : product.brands) {
      if (known_.contains(brand)) continue;
      const std::string form = form_of(dose_forms);
      const std::string of = row_of(own, form) != nullptr ? form : "";
      if (row_of(own, of) == nullptr) {
        ++out_.of_no_form;
      } else if (take(brand)) {
        names[of].push_back(brand);
        ++out_.brands;
      }
    }
    for (auto& [form, added] : names) {
      ordered_json row = ordered_json::object();
      for (const char* key :
           {"name", "class", "ingredients", "topics", "category", "schedule", "mme", "mme_steps", "form"}) {
        const json& from = *row_of(own, form);
        if (from.contains(key)) row[key] = from[key];
      }
      row["names"] = added;
      finish(std::move(row), product);
    }
  }

  static const json* row_of(const std::vector<const json*>& own, const std::string& form) {
    const auto found =
        std::find_if(own.begin(), own.end(), [&](const json* row) { return row->value("form", "") == form; });
    return found == own.end() ? nullptr : *found;
  }

  void add_new(const RxnormProduct& product) {
    const std::string name = joined(product.ingredients);
    if (!take(name)) return;
    std::map<std::string, std::vector<std::string>> names;
    const std::string generic = form_of(product.forms);
    names[generic].push_back(name);
    for (const std::string& other : product.names) {
      if (take(other)) names[generic].push_back(other);
    }
    for (const auto& [brand, dose_forms] : product.brands) {
      if (!take(brand)) continue;
      names[form_of(dose_forms)].push_back(brand);
      ++out_.brands;
    }
    ++(product.ingredients.size() == 1 ? out_.ingredients : out_.combinations);
    // The row that holds the bare name comes first, so that the vocabulary gives it to no other.
    const auto write = [&](const std::string& form, const std::vector<std::string>& of_form) {
      ordered_json row = {{"name", name}, {"class", name}, {"ingredients", product.ingredients}, {"names", of_form}};
      if (!form.empty()) row["form"] = form;
      finish(std::move(row), product);
    };
    write(generic, names.at(generic));
    names.erase(generic);
    for (const auto& [form, of_form] : names) write(form, of_form);
  }

  void finish(ordered_json row, const RxnormProduct& product) {
    for (const std::string& strength : product.strengths) {
      if (row["strengths"].size() < kStrengths) row["strengths"].push_back(strength);
    }
    if (row["strengths"].is_null()) row.erase("strengths");
    row["standing"] = "confirmed";
    row["source"] = source_;
    out_.rows.push_back(std::move(row));
  }

  std::string source_;
  std::set<std::string> common_;
  std::map<std::string, std::string> forms_;  // of dose forms
  std::set<std::string> known_;
  std::map<std::vector<std::string>, std::vector<const json*>> own_;  // the packs' rows by ingredients
  RxnormRows out_{ordered_json::array()};
};

}  // namespace

RxnormRows rxnorm_rows(const std::vector<RxnormProduct>& products, const json& packs, const std::string& source) {
  Rows rows(packs, source);
  for (const RxnormProduct& product : products) rows.add(product);
  return std::move(rows).result();
}

}  // namespace openimr::vocabulary
