// Collections of a test's own.
#pragma once

#include <gtest/gtest.h>

#include "corpus/collection/collection.h"
#include "support/engine.h"
#include "support/process.h"

namespace openimr::corpus {

inline PublishedItem item(const std::string& text, const std::string& drug, const std::string& category,
                          determination::Decision decision = determination::Decision::upheld) {
  PublishedItem out;
  out.text = text;
  out.kind = drug.empty() ? "therapy" : "medication";
  out.drug = drug;
  out.category = category;
  out.decision = decision;
  return out;
}

inline Published published(const std::string& reference, const std::string& day, std::vector<PublishedItem> items,
                           const std::string& text) {
  Published out;
  out.source = "imr";
  out.reference = reference;
  out.decided = Date::from_iso(day);
  out.items = std::move(items);
  out.text = text;
  return out;
}

class MadeCollection {
 public:
  explicit MadeCollection(const std::vector<Published>& letters) { add(letters); }

  int add(const std::vector<Published>& letters) {
    auto store = LetterStore::open(letters_file(folder.path()), LetterStore::Make::yes).value();
    const int added = store.add(letters).value();
    index();
    return added;
  }
  void index(bool anew = false) {
    Indexed indexed;
    const auto done = index_letters(folder.path(), testing::engine().vocabulary, anew, indexed, [] { return true; });
    EXPECT_TRUE(done) << (done ? "" : done.error().to_string());
  }
  Collection open() const {
    auto out = Collection::open(folder.path());
    if (!out) throw std::runtime_error(out.error().to_string());
    return std::move(*out);
  }

  testing::TempFolder folder;
};

inline std::vector<std::string> references(const Answer& answer) {
  std::vector<std::string> out;
  for (const Found& each : answer.found) out.push_back(each.letter.reference);
  return out;
}

}  // namespace openimr::corpus
