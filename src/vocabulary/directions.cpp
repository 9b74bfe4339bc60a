#include "vocabulary/directions.h"

#include <algorithm>
#include <utility>

#include <fmt/core.h>

namespace openimr::vocabulary {
namespace {

constexpr std::size_t kMostPhases = 40;
constexpr std::size_t kMostIntakes = 6;  // in a day

}  // namespace

void Directions::next_phase() {
  then_ = false;
  if (before_.size() >= kMostPhases) return;
  before_.push_back(std::exchange(phase_, OnePhase{}));
}

void Directions::dose(const Amount& amount, std::string_view unit) {
  // "60 mg x 3 days, 40 mg": the strength was the dose of the days before.
  if (then_ || (phase_.days && (phase_.intakes.back().says_something() || unit == "mg"))) next_phase();
  const bool another = has_frequency() && phase_.intakes.size() < kMostIntakes;
  if (another) {
    phase_.intakes.emplace_back();
  } else if (has_dose() && (phase_.intakes.size() == 1 || has_frequency())) {
    return;
  }
  Intake& intake = phase_.intakes.back();
  intake.low = amount.low;
  intake.high = amount.high;
  intake.unit = unit;
}

void Directions::frequency(const Frequency& frequency, bool joined) {
  if (then_ || (phase_.days && has_frequency())) next_phase();
  if (has_frequency()) {
    const bool another =
        joined && phase_.intakes.size() < kMostIntakes && frequency.text != phase_.intakes[0].frequency;
    if (!another) return;
    phase_.intakes.push_back(phase_.intakes.back());
  }
  phase_.intakes.back().frequency = frequency.text;
  phase_.intakes.back().times = frequency.per_day;
}

void Directions::units_per_day(double units, std::string_view unit) {
  if (then_ || (phase_.days && phase_.intakes.back().says_something())) next_phase();
  Intake& intake = phase_.intakes.back();
  intake.units_per_day = units;
  if (intake.unit.empty()) intake.unit = unit;
}

void Directions::days(int days, std::string text) {
  if (phase_.days) return;
  phase_.days = days;
  phase_.days_text = std::move(text);
}

bool Directions::has_counted_dose() const {
  const auto counted = [](const OnePhase& phase) {
    return std::any_of(phase.intakes.begin(), phase.intakes.end(),
                       [](const Intake& i) { return (i.high || i.units_per_day) && i.unit != "mg"; });
  };
  return counted(phase_) || std::any_of(before_.begin(), before_.end(), counted);
}

int Directions::days_so_far() const {
  int sum = phase_.days.value_or(0);
  for (const OnePhase& phase : before_) sum += phase.days.value_or(0);
  return sum;
}

Phase Directions::summed(const OnePhase& phase) {
  const Intake& first = phase.intakes.front();
  Phase out{first.low, first.high, first.unit, {}, first.units_per_day, phase.days};
  double times = 0;
  double units = 0;
  for (const Intake& intake : phase.intakes) {
    if (intake.low && out.dose_low) {
      out.dose_low = std::min(*out.dose_low, *intake.low);
      out.dose_high = std::max(*out.dose_high, *intake.high);
    }
    if (out.dose_unit.empty()) out.dose_unit = intake.unit;
    times += intake.times;
    units += intake.times * intake.high.value_or(1);
  }
  if (times > 0) out.times_per_day = times;
  if (phase.intakes.size() > 1) out.units_per_day = units;
  return out;
}

std::string Directions::joined_frequency(const OnePhase& phase) {
  std::string out;
  for (std::size_t i = 0; i < phase.intakes.size(); ++i) {
    out += (i == 0 ? "" : i + 1 == phase.intakes.size() ? " and " : ", ") + phase.intakes[i].frequency;
  }
  return out;
}

void Directions::write_to(Prescription& out) && {
  std::vector<OnePhase> phases = std::move(before_);
  phases.push_back(std::move(phase_));
  for (OnePhase& phase : phases) {
    const auto no_intake = [](const Intake& intake) { return intake.frequency.empty(); };
    phase.intakes.erase(std::remove_if(phase.intakes.begin() + 1, phase.intakes.end(), no_intake), phase.intakes.end());
  }
  const auto says_nothing = [](const OnePhase& phase) { return !phase.intakes.front().says_something(); };
  phases.erase(std::remove_if(phases.begin() + 1, phases.end(), says_nothing), phases.end());

  Intake& first = phases.front().intakes.front();
  const auto in_milligrams = [](const OnePhase& phase) {
    return std::any_of(phase.intakes.begin(), phase.intakes.end(), [](const Intake& i) { return i.unit == "mg"; });
  };
  const bool milligrams_follow = std::any_of(phases.begin(), phases.end(), in_milligrams);
  if (!first.high && out.strength && (in_milligrams_ || milligrams_follow)) {
    if (const auto mg = milligrams(*out.strength); mg.size() == 1) {
      first.low = first.high = mg.front();
      first.unit = "mg";
    }
  }
  if (phases.size() > 1) {
    for (OnePhase& phase : phases) {
      Intake& intake = phase.intakes.front();
      if (intake.high || !intake.units_per_day) continue;
      intake.low = intake.high = std::exchange(intake.units_per_day, std::nullopt);
      if (intake.frequency.empty()) intake.frequency = "once a day";
      intake.times = 1;
    }
  }
  const Phase now = summed(phases.front());
  out.dose_low = now.dose_low;
  out.dose_high = now.dose_high;
  if (!now.dose_unit.empty()) out.dose_unit = now.dose_unit;
  out.units_per_day = now.units_per_day;
  if (const std::string text = joined_frequency(phases.front()); !text.empty()) out.frequency = text;
  out.times_per_day = now.times_per_day;
  if (phases.size() == 1) {
    if (!phases.front().days) return;
    out.duration = phases.front().days_text;
    out.duration_days = phases.front().days;
    return;
  }
  int days = 0;
  for (const OnePhase& phase : phases) {
    days = phase.days && days >= 0 ? days + *phase.days : -1;
    out.phases.push_back(summed(phase));
  }
  if (days <= 0) return;
  out.duration = fmt::format("{} day{}", days, days == 1 ? "" : "s");
  out.duration_days = days;
}

}  // namespace openimr::vocabulary
