#include "records/disputed_item.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

#include "base/clean_text.h"
#include "records/item_amounts.h"
#include "records/item_places.h"
#include "records/partial_approval.h"
#include "vocabulary/amounts.h"
#include "vocabulary/prescription.h"

namespace openimr::records {
namespace {

using vocabulary::Drug;
using vocabulary::Mention;
using vocabulary::Prescription;
using vocabulary::Service;
using vocabulary::TermKind;
using vocabulary::Token;
using vocabulary::Vocabulary;

constexpr std::array<std::string_view, 4> kTopicalForms = {"cream", "gel", "ointment", "lotion"};

class ItemParser {
 public:
  ItemParser(std::string_view text, const Vocabulary& vocabulary)
      : vocabulary_(vocabulary),
        clean_(text),
        mentions_(vocabulary.find(clean_)),
        tokens_(vocabulary::tokenize(clean_.text(), {0, static_cast<std::uint32_t>(clean_.text().size())})) {}

  ParsedItem run() {
    read_circumstances();
    find_drugs();
    body_parts_ = body_parts_of(vocabulary_, clean_, mentions_, {});
    const Mention* service = main_service();
    if (!drugs_.empty() && (service == nullptr || comes_first(drugs_.front(), *service))) {
      read_drug();
    } else if (service != nullptr) {
      read_service(*service);
    } else {
      read_unknown();
    }
    if (body_parts_.empty() && !implied_body_part_.empty()) body_parts_.push_back(implied_body_part_);
    item_.body_parts = body_parts_;
    item_.continued = says_continued();
    item_.side = side_of(tokens_);
    return std::move(item_);
  }

 private:
  bool has(std::string_view a) const {
    return std::any_of(tokens_.begin(), tokens_.end(), [&](const Token& t) { return t.is(a); });
  }
  bool has(std::string_view a, std::string_view b) const {
    for (std::size_t i = 0; i + 1 < tokens_.size(); ++i) {
      if (tokens_[i].is(a) && tokens_[i + 1].is(b)) return true;
    }
    return false;
  }
  bool has_phrase(std::string_view phrase) const { return clean_.text().find(phrase) != std::string_view::npos; }

  void read_circumstances() {
    item_.retrospective = has("retrospective") || has("retrospectively") || has("retro") || has("dos") ||
                          has_phrase("date of service") || has_phrase("dates of service");
    item_.post_operative = has("post", "op") || has("post", "operative") || has("postoperative") || has("postop") ||
                           has("post", "surgical") || has("postsurgical") || has("post", "surgery") ||
                           has("after", "surgery");
    companion_ = has_phrase("associated surgical service");
    before_operation_ = has("pre", "op") || has("pre", "operative") || has("preoperative") || has("preop");
  }

  // A drug mention, or that of a service whose words hold it ("toradol injection"), by where it stands.
  static bool comes_first(const Mention& drug, const Mention& service) {
    return drug.span.begin < service.span.begin ||
           (drug.span.begin == service.span.begin && drug.span.end >= service.span.end);
  }

  void find_drugs() {
    for (const Mention& mention : mentions_) {
      if (mention.kind != TermKind::drug) continue;
      const bool again = !drugs_.empty() && mention.span == drugs_.back().span;
      const bool misread_refused =
          mention.misread &&
          !accepts_misread(vocabulary_.drugs()[mention.index], vocabulary::read_prescription(clean_, mention.span));
      if (!again && !misread_refused) drugs_.push_back(mention);
    }
  }

  // --- services ---

  // The first service named; one of kind `other` (guidance, a report) only where nothing else is named.
  const Mention* main_service() const {
    const Mention* other = nullptr;
    for (const Mention& mention : mentions_) {
      if (mention.kind != TermKind::service) continue;
      if (service_of(mention).kind != "other") return listed_under(mention);
      if (other == nullptr) other = &mention;
    }
    return other;
  }
  // "Labs to include: EKG", "Labs - CBC": what a heading introduces, not the heading. Else the mention itself.
  const Mention* listed_under(const Mention& heading) const {
    constexpr std::size_t kHeadingWords = 3;
    std::size_t i = 0;
    while (i < tokens_.size() && tokens_[i].span.begin < heading.span.end) ++i;
    const std::size_t last = std::min(i + kHeadingWords, tokens_.size());
    while (i < last && tokens_[i].kind == Token::Kind::word) ++i;
    if (i >= last || !(tokens_[i].is(":") || tokens_[i].is("-"))) return &heading;
    const Mention* listed = nullptr;
    for (const Mention& mention : mentions_) {
      if (mention.kind != TermKind::service || mention.span.begin < tokens_[i].span.end) continue;
      if (listed != nullptr) return &heading;  // a list has no single subject
      listed = &mention;
    }
    return listed != nullptr ? listed : &heading;
  }
  const Service& service_of(const Mention& mention) const { return vocabulary_.services()[mention.index]; }
  const Service* service_named(std::string_view name) const {
    const auto& all = vocabulary_.services();
    const auto found = std::find_if(all.begin(), all.end(), [&](const Service& s) { return s.name == name; });
    return found == all.end() ? nullptr : &*found;
  }

  // "Arthroscopy of the left knee" is a knee arthroscopy where the vocabulary has one.
  const Service& of_body_part(const Service& service) const {
    if (!service.body_part.empty() || body_parts_.empty()) return service;
    const Service* narrower = service_named(body_parts_.front() + " " + service.name);
    return narrower != nullptr ? *narrower : service;
  }

  // Two services that the vocabulary has as a pair ("emg/ncs") are the pair.
  const Service& paired(const Service& first) const {
    for (const Mention& mention : mentions_) {
      if (mention.kind != TermKind::service || service_of(mention).name == first.name) continue;
      for (const std::string& name :
           {first.name + "/" + service_of(mention).name, service_of(mention).name + "/" + first.name}) {
        if (const Service* pair = service_named(name)) return *pair;
      }
    }
    return first;
  }

  static bool counted_in_visits(const Service& service) {
    return service.kind == "therapy" || service.kind == "program" || service.kind == "consultation" ||
           service.kind == "home_health";
  }

  void read_service(const Mention& mention) {
    if (service_of(mention).kind == "consultation")
      body_parts_ = body_parts_of(vocabulary_, clean_, mentions_, mention.span);
    const Service* service = &of_body_part(paired(service_of(mention)));
    const Service* as_therapy = service->kind == "diagnostic" ? service_named(service->name + " therapy") : nullptr;
    if (as_therapy != nullptr && read_item_amounts(clean_.text(), true).visits.value_or(1) > 1) service = as_therapy;
    item_.kind = service->kind;
    item_.concept_name = service->name;
    set_category(service->category, service->subcategory);
    const bool tested_before = before_operation_ && (service->kind == "diagnostic" || service->kind == "consultation");
    if (companion_ || tested_before) {
      if (service->kind == "therapy") item_.post_operative = true;
      item_.kind = "surgical_companion";
      set_category("Surgery", "Adjunct Surgical Services");
    }
    const ItemAmounts amounts = read_item_amounts(clean_.text(), counted_in_visits(*service));
    item_.visits = amounts.visits;
    item_.frequency = amounts.frequency;
    item_.duration = amounts.duration;
    item_.quantity = amounts.quantity;
    implied_body_part_ = service->body_part;
  }

  // --- drugs ---

  void read_drug() {
    std::vector<Span> names;
    for (const Mention& drug : drugs_) names.push_back(drug.span);
    const std::vector<Prescription> read = vocabulary::read_prescriptions(clean_, names);
    const Drug& drug = product(vocabulary_, vocabulary_.drugs()[drugs_.front().index], read.front());
    item_.concept_name = drug.name;
    item_.ingredients = drug.ingredients;
    set_category(drug.category, drug.subcategory);
    item_.form = read.front().form;
    if (!item_.form && !drug.form.empty()) item_.form = drug.form;
    item_.kind = item_.form == "injection" ? "injection" : "medication";
    item_.strength = read.front().strength;
    item_.frequency = read.front().frequency;
    item_.duration = read.front().duration;
    // The count of a list or of a name with its brand stands once, behind the last of them.
    for (const Prescription& p : read) {
      if (!item_.quantity) item_.quantity = p.quantity;
      if (!item_.refills) item_.refills = p.refills;
    }
    for (const Prescription& p : read) {
      const bool whole = p.amount && *p.amount == std::floor(*p.amount);
      if (!item_.quantity && whole) item_.quantity = static_cast<int>(*p.amount);
    }
    if (item_.kind == "injection" && !item_.quantity) item_.quantity = read_item_amounts(clean_.text(), false).quantity;
    if (!is_compound(drug)) return;
    item_.kind = "compound";
    read_compound(read);
  }

  bool is_compound_word() const { return has("compound") || has("compounded") || has("compounding"); }
  bool is_compound(const Drug& drug) const {
    if (is_compound_word() || drug.subcategory == "Topical Compounds") return true;
    if (has_topical_form() && is_of_tablets(drug)) return true;
    return distinct_ingredients().size() > drug.ingredients.size() && (has("%") || has_topical_form());
  }
  // "Flurbiprofen 20% cream": a drug that guidelines know and no product is put on the skin, so a pharmacy made it up.
  bool is_of_tablets(const Drug& drug) const {
    if (drug.topics.empty()) return false;
    return std::none_of(vocabulary_.drugs().begin(), vocabulary_.drugs().end(), [&](const Drug& other) {
      return other.name == drug.name && other.subcategory.starts_with("Topical");
    });
  }
  bool has_topical_form() const {
    return std::any_of(kTopicalForms.begin(), kTopicalForms.end(), [&](std::string_view form) { return has(form); });
  }

  std::vector<std::string> distinct_ingredients() const {
    std::vector<std::string> out;
    for (const Mention& mention : drugs_) {
      for (const std::string& ingredient : vocabulary_.drugs()[mention.index].ingredients) {
        if (std::find(out.begin(), out.end(), ingredient) == out.end()) out.push_back(ingredient);
      }
    }
    return out;
  }

  void read_compound(const std::vector<Prescription>& read) {
    item_.ingredients = distinct_ingredients();
    if (drugs_.size() > 1) {
      item_.concept_name.reset();
      std::string joined;
      for (const std::string& ingredient : item_.ingredients) joined += (joined.empty() ? "" : "/") + ingredient;
      item_.concept_name = joined;
    }
    item_.strength.reset();
    std::string strengths;
    for (const Prescription& p : read) {
      if (p.strength) strengths += (strengths.empty() ? "" : "/") + *p.strength;
      if (!item_.form) item_.form = p.form;
    }
    // Strengths stand behind each ingredient or all behind the last; where one is missing, which is whose stays unsaid.
    const auto stated = static_cast<std::size_t>(1 + std::count(strengths.begin(), strengths.end(), '/'));
    if (!strengths.empty() && stated == drugs_.size()) item_.strength = strengths;
    for (const std::string_view form : kTopicalForms) {
      if (!item_.form && has(form)) item_.form = form;
    }
    set_category("Pharmaceuticals", "Topical Compounds");
  }

  // --- what no list has ---

  // "Muscle relaxant": the category that the drugs of the class share.
  bool read_drug_class() {
    const auto found = std::find_if(mentions_.begin(), mentions_.end(),
                                    [](const Mention& m) { return m.kind == TermKind::drug_class; });
    if (found == mentions_.end()) return false;
    const auto& drugs = vocabulary_.drugs();
    const std::string& name = vocabulary_.drug_classes()[found->index];
    const auto drug = std::find_if(drugs.begin(), drugs.end(), [&](const Drug& d) { return d.drug_class == name; });
    if (drug != drugs.end()) set_category(drug->category, drug->subcategory);
    return true;
  }

  void read_unknown() {
    const std::string_view text = clean_.text();
    const bool of_class = read_drug_class();
    if (is_compound_word() && (of_class || has_topical_form())) {
      read_compound({});
      item_.kind = "compound";
      return;
    }
    const auto first_figure = static_cast<std::uint32_t>(std::min(text.find_first_of("0123456789#"), text.size()));
    if (first_figure > 0) {
      const Prescription read = vocabulary::read_prescription(clean_, {0, first_figure});
      if (read.strength || (of_class && read.quantity)) {
        item_.kind = "medication";
        item_.strength = read.strength;
        item_.form = read.form;
        item_.quantity = read.quantity;
        item_.refills = read.refills;
        item_.frequency = read.frequency;
        item_.duration = read.duration;
        return;
      }
    }
    if (of_class) {
      item_.kind = "medication";
      return;
    }
    const ItemAmounts amounts = read_item_amounts(text, has("sessions") || has("visits") || has("therapy"));
    item_.visits = amounts.visits;
    item_.frequency = amounts.frequency;
    item_.duration = amounts.duration;
    item_.quantity = amounts.quantity;
    if (companion_) item_.kind = "surgical_companion";
    if (companion_) set_category("Surgery", "Adjunct Surgical Services");
    if (item_.visits) item_.kind = "therapy";
  }

  // --- first or further treatment ---

  std::optional<bool> says_continued() const {
    static constexpr std::array<std::string_view, 7> kFurther = {"additional", "continue", "continued", "continuation",
                                                                 "further",    "extended", "extension"};
    static constexpr std::array<std::string_view, 2> kFirst = {"initial", "trial"};
    const auto says = [this](const auto& words) {
      return std::any_of(tokens_.begin(), tokens_.end(), [&](const Token& token) {
        return std::find(words.begin(), words.end(), token.text) != words.end();
      });
    };
    if (says(kFurther)) return true;
    return says(kFirst) ? std::optional(false) : std::nullopt;
  }

  // --- where on the body ---

  void set_category(const std::string& category, const std::string& subcategory) {
    if (!category.empty()) item_.category = category;
    if (!subcategory.empty()) item_.subcategory = subcategory;
  }

  const Vocabulary& vocabulary_;
  CleanText clean_;
  std::vector<Mention> mentions_;
  std::vector<Token> tokens_;
  std::vector<Mention> drugs_;
  std::vector<std::string> body_parts_;
  std::string implied_body_part_;
  bool companion_ = false;
  bool before_operation_ = false;
  ParsedItem item_;
};

}  // namespace

ParsedItem parse_item(std::string_view text, const Vocabulary& vocabulary) {
  const auto partial = read_partial_approval(text);
  if (!partial) return ItemParser(text, vocabulary).run();
  ParsedItem item = ItemParser(partial->disputed, vocabulary).run();
  // The remainder is of the same request: what its words leave out of the circumstances, the whole request says.
  ParsedItem whole = ItemParser(partial->original, vocabulary).run();
  item.retrospective |= whole.retrospective;
  item.post_operative |= whole.post_operative;
  const bool words_of_whole =
      CleanText(partial->original).text().find(CleanText(partial->disputed).text()) != std::string_view::npos;
  if (item.concept_name == whole.concept_name || words_of_whole) {
    if (item.body_parts.empty()) item.body_parts = std::move(whole.body_parts);
    if (!item.side) item.side = std::move(whole.side);
  }
  item.original = partial->original;
  if (!partial->authorized.empty()) item.authorized = partial->authorized;
  if (item.visits && whole.visits) item.visits_in_all = std::max(*item.visits, *whole.visits);
  if (!item.continued) item.continued = whole.continued;
  return item;
}

const Drug* product_of(const ParsedItem& item, const Vocabulary& vocabulary) {
  if (!item.concept_name) return nullptr;
  const Drug* found = nullptr;
  for (const Drug& drug : vocabulary.drugs()) {
    if (drug.name != *item.concept_name) continue;
    if (item.form && drug.form == *item.form) return &drug;
    if (found == nullptr) found = &drug;
  }
  return found;
}

}  // namespace openimr::records
