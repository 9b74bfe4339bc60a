#include "vocabulary/rxnorm.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "vocabulary/rrf.h"

namespace openimr::vocabulary {
namespace {

using Row = std::vector<std::string_view>;

constexpr std::size_t kConceptColumns = 18;
constexpr std::size_t kRelationColumns = 16;
constexpr std::size_t kAttributeColumns = 13;
constexpr std::size_t kMostConcepts = 1'000'000;
constexpr unsigned kPrescribable = 4096;  // the bit of CVF
constexpr std::string_view kOwn = "RXNORM";

// Kinds of concept (TTY).
enum class Kind : std::uint8_t { ingredient, precise, several, brand, component, drug, branded_drug, form };
constexpr std::array<std::pair<std::string_view, Kind>, 8> kKinds = {{{"IN", Kind::ingredient},
                                                                      {"PIN", Kind::precise},
                                                                      {"MIN", Kind::several},
                                                                      {"BN", Kind::brand},
                                                                      {"SCDC", Kind::component},
                                                                      {"SCD", Kind::drug},
                                                                      {"SBD", Kind::branded_drug},
                                                                      {"DF", Kind::form}}};

struct Concept {
  Kind kind;
  std::string name;
  std::vector<std::string> ingredients, components, several, brands, forms;  // concepts it is related to
  std::vector<std::string> strengths;
};

// The relations that are followed. A release holds each in both directions; the kinds of its ends tell which is which.
struct Followed {
  Kind from, to;
  std::string_view label, reverse;
  std::vector<std::string> Concept::* list;
};
constexpr std::array<Followed, 9> kFollowed = {{
    {Kind::brand, Kind::ingredient, "tradename_of", "has_tradename", &Concept::ingredients},
    {Kind::precise, Kind::ingredient, "form_of", "has_form", &Concept::ingredients},
    {Kind::several, Kind::ingredient, "has_part", "part_of", &Concept::ingredients},
    {Kind::component, Kind::ingredient, "has_ingredient", "ingredient_of", &Concept::ingredients},
    {Kind::drug, Kind::component, "consists_of", "constitutes", &Concept::components},
    {Kind::drug, Kind::several, "has_ingredients", "ingredients_of", &Concept::several},
    {Kind::branded_drug, Kind::brand, "has_ingredient", "ingredient_of", &Concept::brands},
    {Kind::drug, Kind::form, "has_dose_form", "dose_form_of", &Concept::forms},
    {Kind::branded_drug, Kind::form, "has_dose_form", "dose_form_of", &Concept::forms},
}};

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

bool prescribable(std::string_view flags) {
  unsigned value = 0;
  return std::from_chars(flags.data(), flags.data() + flags.size(), value).ec == std::errc() &&
         (value & kPrescribable) != 0;
}

// Calls `take` with every row.
template <class Take>
Result<void> each_row(RrfTable table, Take take) {
  while (true) {
    auto row = table.next();
    if (!row) return fail(row.error());
    if (!*row) return {};
    if (auto taken = take(**row); !taken) return taken;
  }
}

class Reader {
 public:
  explicit Reader(const RxnormRelease& release) : release_(release) {}

  Result<std::vector<RxnormProduct>> read() {
    if (auto done = concepts(); !done) return fail(done.error());
    if (concepts_.empty()) {
      return fail({ErrorCode::invalid, "no concept here is marked as currently prescribable", "", file("RXNCONSO.RRF"),
                   0, 0, "Take the full release or the one of currently prescribable content."});
    }
    if (auto done = relations(); !done) return fail(done.error());
    if (auto done = attributes(); !done) return fail(done.error());
    for (const auto& [id, entry] : concepts_) add(entry);
    std::vector<RxnormProduct> out;
    for (auto& [ingredients, product] : products_) out.push_back(std::move(product));
    return out;
  }

 private:
  std::string file(const char* name) const { return release_.folder + "/" + name; }

  Result<void> concepts() {
    enum { kId = 0, kLanguage = 1, kSource = 11, kType = 12, kName = 14, kSuppressed = 16, kFlags = 17 };
    return each_row({release_.concepts, file("RXNCONSO.RRF"), kConceptColumns}, [this](const Row& row) -> Result<void> {
      if (row[kSource] != kOwn || row[kLanguage] != "ENG" || row[kSuppressed] != "N") return {};
      const auto* kind =
          std::find_if(kKinds.begin(), kKinds.end(), [&](const auto& k) { return k.first == row[kType]; });
      if (kind == kKinds.end()) return {};
      if (kind->second != Kind::form && !prescribable(row[kFlags])) return {};
      if (concepts_.size() == kMostConcepts)
        return fail({ErrorCode::invalid, "more than a million concepts", "", file("RXNCONSO.RRF"), 0, 0,
                     "Take a release of RxNorm as it was published."});
      concepts_.try_emplace(std::string(row[kId]), Concept{kind->second, lower(row[kName]), {}, {}, {}, {}, {}, {}});
      return {};
    });
  }

  Result<void> relations() {
    enum { kFirst = 0, kSecond = 4, kLabel = 7, kSource = 10 };
    return each_row({release_.relations, file("RXNREL.RRF"), kRelationColumns}, [this](const Row& row) -> Result<void> {
      if (row[kSource] != kOwn || row[kLabel].empty()) return {};
      const auto first = concepts_.find(std::string(row[kFirst]));
      const auto second = concepts_.find(std::string(row[kSecond]));
      if (first == concepts_.end() || second == concepts_.end()) return {};
      follow(*first, *second, row[kLabel]);
      follow(*second, *first, row[kLabel]);
      return {};
    });
  }

  using Entry = std::pair<const std::string, Concept>;
  static void follow(Entry& from, const Entry& to, std::string_view label) {
    for (const Followed& relation : kFollowed) {
      if (relation.from != from.second.kind || relation.to != to.second.kind) continue;
      if (label != relation.label && label != relation.reverse) continue;
      auto& list = from.second.*relation.list;
      if (std::find(list.begin(), list.end(), to.first) == list.end()) list.push_back(to.first);
    }
  }

  Result<void> attributes() {
    enum { kId = 0, kName = 8, kSource = 9, kValue = 10 };
    return each_row({release_.attributes, file("RXNSAT.RRF"), kAttributeColumns},
                    [this](const Row& row) -> Result<void> {
                      if (row[kSource] != kOwn || row[kName] != "RXN_AVAILABLE_STRENGTH") return {};
                      const auto found = concepts_.find(std::string(row[kId]));
                      if (found != concepts_.end()) found->second.strengths.push_back(lower(row[kValue]));
                      return {};
                    });
  }

  std::vector<std::string> names_of(const std::vector<std::string>& ids) const {
    std::set<std::string> out;
    for (const std::string& id : ids) out.insert(concepts_.at(id).name);
    return {out.begin(), out.end()};
  }

  RxnormProduct& product(const std::vector<std::string>& ingredients) {
    RxnormProduct& out = products_[ingredients];
    out.ingredients = ingredients;
    return out;
  }

  std::vector<std::string> ingredients_of(const Concept& drug) const {
    if (!drug.several.empty()) return names_of(concepts_.at(drug.several.front()).ingredients);
    std::vector<std::string> ids;
    for (const std::string& component : drug.components) {
      const auto& of = concepts_.at(component).ingredients;
      ids.insert(ids.end(), of.begin(), of.end());
    }
    return names_of(ids);
  }

  void add(const Concept& entry) {
    const auto ingredients = entry.kind == Kind::ingredient ? std::vector{entry.name}
                             : entry.kind == Kind::drug     ? ingredients_of(entry)
                                                            : names_of(entry.ingredients);
    switch (entry.kind) {
      case Kind::ingredient:
      case Kind::precise:
      case Kind::several:
        if (!ingredients.empty()) product(ingredients).names.insert(entry.name);
        break;
      case Kind::brand:
        if (!ingredients.empty()) product(ingredients).brands.try_emplace(entry.name);
        break;
      case Kind::drug: {
        if (ingredients.empty()) break;
        RxnormProduct& of = product(ingredients);
        for (const std::string& form : names_of(entry.forms)) of.forms.insert(form);
        of.strengths.insert(entry.strengths.begin(), entry.strengths.end());
        break;
      }
      case Kind::branded_drug:
        for (const std::string& id : entry.brands) {
          const Concept& brand = concepts_.at(id);
          if (brand.ingredients.empty()) continue;
          for (const std::string& form : names_of(entry.forms))
            product(names_of(brand.ingredients)).brands[brand.name].insert(form);
        }
        break;
      case Kind::component:
      case Kind::form:
        break;
    }
  }

  const RxnormRelease& release_;
  std::unordered_map<std::string, Concept> concepts_;
  std::map<std::vector<std::string>, RxnormProduct> products_;
};

}  // namespace

Result<std::vector<RxnormProduct>> read_rxnorm(const RxnormRelease& release) {
  return Reader(release).read();
}

}  // namespace openimr::vocabulary
