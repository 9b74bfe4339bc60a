#include "program/limit.h"

#include <charconv>

#include <fmt/core.h>

namespace openimr::program {
namespace {

constexpr int kMinutesOfDay = 24 * 60;

// The two digits at `at`; nothing where they are none or too great.
std::optional<int> two_digits(std::string_view text, std::size_t at, int most) {
  int number = 0;
  const char* const begin = text.data() + at;
  const auto [end, error] = std::from_chars(begin, begin + 2, number);
  if (error != std::errc() || end != begin + 2 || number < 0 || number > most) return std::nullopt;
  return number;
}

std::string counted(int count, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", count, count == 1 ? one : many);
}

template <class... Ts>
struct Each : Ts... {
  using Ts::operator()...;
};

}  // namespace

std::optional<Limit> limit_from(std::string_view text) {
  if (text == "none") return Uncounted{};
  int count = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
  if (error != std::errc() || count < 0) return std::nullopt;
  const std::string_view unit = text.substr(static_cast<std::size_t>(end - text.data()));
  if (unit == " calendar days" || unit == " calendar day") return CalendarDays{count};
  if (unit == " business days" || unit == " business day") return BusinessDays{count};
  if (unit == " hours" || unit == " hour") return ClockHours{count};
  if (unit == " months" || unit == " month") return Months{count};
  return std::nullopt;
}

std::string words_of(const Limit& limit) {
  return std::visit(Each{[](CalendarDays days) { return counted(days.count, "calendar day", "calendar days"); },
                         [](BusinessDays days) { return counted(days.count, "business day", "business days"); },
                         [](ClockHours hours) { return counted(hours.count, "hour", "hours"); },
                         [](Months months) { return counted(months.count, "month", "months"); },
                         [](Uncounted) { return std::string("none"); }},
                    limit);
}

std::string words_of(const MailDays& days) {
  return std::visit([](auto added) { return words_of(Limit(added)); }, days.added);
}

std::string_view unit_of(const Limit& limit) {
  return std::visit(
      Each{[](CalendarDays) -> std::string_view { return "calendar days"; },
           [](BusinessDays) -> std::string_view { return "business days"; },
           [](ClockHours) -> std::string_view { return "hours"; }, [](Months) -> std::string_view { return "months"; },
           [](Uncounted) -> std::string_view { return "none"; }},
      limit);
}

std::optional<Moment> Moment::from_iso(std::string_view text) {
  constexpr std::size_t kDay = 10;
  const auto day = Date::from_iso(text.substr(0, kDay));
  if (!day) return std::nullopt;
  if (text.size() == kDay) return Moment{*day, std::nullopt};
  if (text.size() != kDay + 6 || text[kDay] != 'T' || text[kDay + 3] != ':') return std::nullopt;
  const auto hour = two_digits(text, kDay + 1, 23);
  const auto minute = two_digits(text, kDay + 4, 59);
  if (!hour || !minute) return std::nullopt;
  return Moment{*day, *hour * 60 + *minute};
}

std::string Moment::iso() const {
  if (!minute) return day.iso();
  return fmt::format("{}T{:02}:{:02}", day.iso(), *minute % kMinutesOfDay / 60, *minute % 60);
}

}  // namespace openimr::program
