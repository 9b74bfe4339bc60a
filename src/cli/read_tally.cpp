#include "cli/read_tally.h"

#include <algorithm>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "cli/numbers.h"
#include "cli/terminal.h"

namespace openimr::cli {
namespace {

constexpr std::uint64_t kFewEnough = 10;   // to be read one by one
constexpr std::size_t kMostReasons = 100;  // kept apart; others count as one
constexpr const char* kOther = "other reasons";

// The message up to where it goes into detail: "not UTF-8 text: byte 12 begins no character" is "not UTF-8 text".
std::string reason_of(const Error& error) {
  return shown(std::string_view(error.message).substr(0, error.message.find_first_of(":;(")));
}

std::string duration(std::chrono::duration<double> time) {
  constexpr double kMinute = 60;
  return time.count() < kMinute ? fmt::format("{:.1f} s", time.count()) : fmt::format("{} min", clock_time(time));
}

}  // namespace

void ReadTally::add(const ReadLetter& letter) {
  ++letters_here_;
  ++letters_;
  items_ += letter.items;
}

void ReadTally::skip(const Error& error) {
  ++skipped_here_;
  auto reason = reason_of(error);
  ++reasons_[reasons_.size() < kMostReasons || reasons_.contains(reason) ? std::move(reason) : kOther];
}

void ReadTally::end_file(std::uint64_t share) {
  if (std::exchange(letters_here_, 0) > 0) {
    ++files_read_;
    letters_skipped_ += skipped_here_;
  } else {
    ++files_skipped_;
  }
  skipped_here_ = 0;
  share_ += share;
}

std::string ReadTally::summary(std::chrono::duration<double> time, std::uint64_t passed_over) const {
  std::string out = fmt::format("read {} ({}) from {} in {}", counted(letters_, "letter"), counted(items_, "item"),
                                counted(files_read_, "file"), duration(time));
  if (files_skipped_ > 0) out += fmt::format("; {}", counted(files_skipped_, "file"));
  if (letters_skipped_ > 0)
    out += fmt::format("{}{}", files_skipped_ > 0 ? " and " : "; ", counted(letters_skipped_, "single letter"));
  if (skipped_any()) out += " skipped";
  if (passed_over > 0) out += fmt::format("; {} passed over", counted(passed_over, "other file"));
  if (files_skipped_ + letters_skipped_ <= kFewEnough) return out;
  std::vector<std::pair<std::string, std::uint64_t>> reasons(reasons_.begin(), reasons_.end());
  std::sort(reasons.begin(), reasons.end(), [](const auto& a, const auto& b) {
    return a.second == b.second ? a.first < b.first : a.second > b.second;
  });
  for (const auto& [reason, number] : reasons) out += fmt::format("\n{:>8}  {}", grouped(number), reason);
  return out;
}

ExitCode ReadTally::exit_code() const {
  if (!skipped_any()) return ExitCode::done;
  return letters_ == 0 ? ExitCode::bad_input : ExitCode::skipped;
}

}  // namespace openimr::cli
