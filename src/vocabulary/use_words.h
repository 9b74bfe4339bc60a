// What the words around a drug's name say of its use (packs/vocabulary/drug_use.yaml): "refill", "ran out of", "was
// increased", "injected".
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "base/first_letters.h"
#include "base/result.h"

namespace re2 {
class RE2;
}

namespace openimr::vocabulary {

// `decreased` is also tapered and weaned; `failed` was tried and did not help or was not tolerated; `allergic` is no
// use at all; `administered` was given once by someone else's hand (injected, infiltrated, given in an emergency room):
// an event, not a drug in use.
enum class UseStatus : std::uint8_t {
  unsaid,
  started,
  stopped,
  continued,
  increased,
  decreased,
  refused,
  failed,
  allergic,
  held,
  administered,
};
// Empty for `unsaid`.
std::string_view name_of(UseStatus status);

class UseWords {
 public:
  UseWords();
  UseWords(UseWords&&) noexcept;
  UseWords& operator=(UseWords&&) noexcept;
  ~UseWords();

  // From the rows `drug_use` of the packs. A row whose status or side is unknown is an error.
  static Result<UseWords> from_rows(const nlohmann::json& rows);

  // Words that end where the name begins, and words that begin where it ends; both of its sentence.
  std::optional<UseStatus> directly_before(std::string_view before) const;
  std::optional<UseStatus> behind(std::string_view behind) const;
  // The nearest of the words anywhere before the name.
  std::optional<UseStatus> anywhere_before(std::string_view before) const;
  // Whether the sentence tells that what it names is given on the spot, and whether that it is taken home.
  bool gives(std::string_view sentence) const;
  bool takes_home(std::string_view sentence) const;

 private:
  struct Row {
    UseStatus status;
    std::unique_ptr<re2::RE2> pattern;
  };
  struct Side {
    std::vector<Row> rows;
    FirstLetters words;             // of all rows
    std::unique_ptr<re2::RE2> any;  // the same whole; few names stand beside one
  };
  struct Around {
    std::vector<std::unique_ptr<re2::RE2>> patterns;
    FirstLetters words;
    bool stands_in(std::string_view sentence) const;
  };
  static std::optional<UseStatus> status_in(const Side& side, std::string_view near);

  std::unique_ptr<Side> before_, behind_, far_;
  std::unique_ptr<Around> gives_, takes_home_;
};

}  // namespace openimr::vocabulary
