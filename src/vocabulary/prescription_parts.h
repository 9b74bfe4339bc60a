// The reader of the words behind a drug name, part by part. What it reads is in three files: the order of the parts and
// what words say (prescription_reader.cpp), the fill and how long it lasts (prescription_fill.cpp), numbers with what
// they count or measure (prescription_amounts.cpp).
//
// A `read_...` takes a token and returns the one after the part that begins there, or the token itself where none does.
#pragma once

#include <span>
#include <string_view>

#include "vocabulary/amounts.h"
#include "vocabulary/direction_parts.h"
#include "vocabulary/directions.h"
#include "vocabulary/frequency.h"
#include "vocabulary/prescription.h"

namespace openimr::vocabulary {

class PrescriptionReader {
 public:
  PrescriptionReader(std::span<const Token> tokens, Prescription& out, bool named)
      : tokens_(tokens), out_(out), named_(named) {
    if (out.dose_high) directions_.dose({*out.dose_low, *out.dose_high, 0}, out.dose_unit.value_or(""));
  }

  // Reads on from the name; returns the token after the last one that belongs to the prescription.
  std::size_t run();
  bool all_known() const { return all_known_; }

 private:
  using Kind = Token::Kind;
  using Tokens = std::span<const Token>;

  static constexpr std::size_t kUnknownWords = 6;  // so many words that say nothing of a drug end the reading,
  static constexpr std::size_t kUnknownRun = 3;    // and so many in a row
  static constexpr double kFewestInFill = 10;      // a bare number is a quantity from here on
  static constexpr double kMostMeasured = 60;      // grams or millilitres of a dose
  static constexpr double kMostUnitsInjected = 300;
  static constexpr double kFewestUnitsOfStrength = 1000;  // "vitamin D 50,000 units"

  bool goes_on(std::size_t at) const;
  void finish();
  // ", ferrous sulfate 325 mg", "and calcium": behind a part that was read, a joining word and one that says nothing of
  // a prescription begin another drug.
  bool begins_another(std::size_t at) const;
  // Whether a part of a prescription begins at the word, so far as a word alone tells.
  bool says_something(std::size_t at) const;
  std::size_t read_part(std::size_t at);
  // What stands in for the fill: quantity, refills, days of supply.
  std::size_t read_fill(std::size_t at);
  std::size_t take_as_needed(const AsNeeded& found);
  std::size_t take_maximum(const Maximum& found);
  // The joining word before a token, or the token itself.
  std::size_t joined_before(std::size_t at) const;
  std::size_t take_frequency(const Frequency& found, std::size_t at);
  bool frequency_or_route(std::size_t at) const;
  // "#2 TID", "#60"
  std::size_t read_numbered(std::size_t at);
  std::size_t read_quantity_after_word(std::size_t at);
  std::size_t read_refills_after_word(std::size_t at);
  // "day supply: 30"
  std::size_t read_day_supply(std::size_t at);
  std::size_t read_word_part(std::size_t at);
  // "on day 1", "days 2-5", where they go on from the days before.
  std::size_t read_day_number(std::size_t at);
  // "x 3 refills", "x60", "x 10 days"
  std::size_t read_times(std::size_t at);
  std::string_view measure_at(std::size_t at) const;
  // Whether what is given was just said: "apply 3 g", "apply up to 3 g".
  bool just_given(std::size_t at) const;
  std::size_t read_numeric(std::size_t at);
  // "5 ml q6h", "apply 2 g", "420 ml"; "then 60 mg daily", "from 100 to 120 mg".
  std::size_t read_measured(const Amount& amount, std::string_view measure);
  // "Return in 2 months", "for the past 6 months", "after 2 weeks": a time that is no length of the directions.
  bool counts_from_now(std::size_t at) const;
  std::size_t read_duration(const Amount& amount, int days, std::size_t word, std::size_t at);
  // "1 tablet", "60 count", "five to six pills a day", "4 per day".
  std::size_t read_units(const Amount& amount, std::size_t at);
  void set_duration(const Amount& amount, int days, bool supply);

  static constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);

  Tokens tokens_;
  Prescription& out_;
  bool named_;
  Directions directions_;
  std::size_t unknown_ = 0;
  std::size_t since_last_ = 0;     // unknown words since the last part that was understood
  std::size_t last_end_ = 0;       // token after the last part that was understood
  std::size_t reason_end_ = 0;     // token after the reason of "as needed"
  std::size_t giving_ = kNowhere;  // the last "take", "apply"
  bool applied_ = false;
  bool last_was_moment_ = false;
  bool strength_per_volume_ = false;
  bool all_known_ = false;
};

}  // namespace openimr::vocabulary
