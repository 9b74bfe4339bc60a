// What is taken when: doses, how often and for how long, in the order in which they are read. "One in the morning and
// two at night" are two intakes of one day; "1 daily x 7 days, then 1 twice a day" and tapers are phases.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "vocabulary/amounts.h"
#include "vocabulary/frequency.h"
#include "vocabulary/prescription.h"

namespace openimr::vocabulary {

class Directions {
 public:
  // Of what is stated twice in one intake the first stands. A dose behind a frequency begins another intake, which
  // counts only where a frequency of its own follows.
  void dose(const Amount& amount, std::string_view unit);
  // `joined` to the frequency before it: "every morning and at bedtime".
  void frequency(const Frequency& frequency, bool joined);
  void units_per_day(double units, std::string_view unit);
  // The days of the phase, and how they are shown ("2 weeks").
  void days(int days, std::string text);
  // What follows is another phase ("then", "increase to"), if it says what is taken.
  void then() { then_ = has_dose() || has_frequency(); }

  bool has_dose() const { return phase_.intakes.back().low.has_value(); }
  bool has_frequency() const { return !phase_.intakes.back().frequency.empty(); }
  bool has_days() const { return phase_.days.has_value(); }
  // Whether any dose counts units, and whether the last one counts this unit.
  bool has_counted_dose() const;
  bool doses_in(std::string_view unit) const { return phase_.intakes.back().unit == unit; }
  // The strength is the first dose, as where later doses are in milligrams.
  void milligrams_are_doses() { in_milligrams_ = true; }
  int days_so_far() const;

  // Sets dose, frequency, days and phases. Where later doses are in milligrams, the strength is the first dose.
  void write_to(Prescription& out) &&;

 private:
  struct Intake {
    std::optional<double> low, high;
    std::string unit;
    std::string frequency;  // empty: not stated
    double times = 0;
    std::optional<double> units_per_day;
    bool says_something() const { return high || !frequency.empty() || units_per_day; }
  };
  struct OnePhase {
    std::vector<Intake> intakes = {Intake{}};
    std::optional<int> days;
    std::string days_text;
  };
  void next_phase();
  static Phase summed(const OnePhase& phase);
  static std::string joined_frequency(const OnePhase& phase);

  std::vector<OnePhase> before_;
  OnePhase phase_;
  bool then_ = false;
  bool in_milligrams_ = false;
};

}  // namespace openimr::vocabulary
