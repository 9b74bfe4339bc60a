#include "records/item_amounts.h"

#include <algorithm>
#include <cmath>
#include <span>

#include <fmt/core.h>

#include "vocabulary/amounts.h"
#include "vocabulary/frequency.h"

namespace openimr::records {
namespace {

using vocabulary::Amount;
using vocabulary::Token;

constexpr double kMostVisits = 400;       // a larger number is a code or a year
constexpr std::size_t kWordsBetween = 6;  // "eight (8) outpatient physical therapy sessions"

class Reader {
 public:
  Reader(std::span<const Token> tokens, bool counts_visits) : tokens_(tokens), counts_visits_(counts_visits) {}

  ItemAmounts run() {
    std::size_t at = 0;
    while (at < tokens_.size()) {
      const std::size_t next = read_part(at);
      at = next > at ? next : at + 1;
    }
    finish();
    return out_;
  }

 private:
  bool is(std::size_t at, std::string_view what) const { return at < tokens_.size() && tokens_[at].is(what); }
  bool is_any(std::size_t at, std::initializer_list<std::string_view> words) const {
    return at < tokens_.size() && std::find(words.begin(), words.end(), tokens_[at].text) != words.end();
  }
  bool is_visit_word(std::size_t at) const {
    return is_any(at, {"session", "sessions", "visit", "visits", "treatment", "treatments", "appointment",
                       "appointments", "sesssions"});
  }
  bool is_times(std::size_t at) const {
    return is_any(at, {"times", "time", "x", "*"}) && !is_any(at + 1, {"ray", "rays"});
  }
  int days(std::size_t at) const {
    return at < tokens_.size() && tokens_[at].kind == Token::Kind::word ? vocabulary::days_in(tokens_[at].text) : 0;
  }
  std::optional<Amount> amount(std::size_t at) const {
    if (at < tokens_.size() && tokens_[at].glued && !(at > 0 && is_any(at - 1, {"x", "times"})))
      return std::nullopt;  // "l4"
    const auto found = vocabulary::read_amount(tokens_, at);
    return found && found->high <= kMostVisits ? found : std::nullopt;
  }

  std::size_t read_part(std::size_t at) {
    if (is_any(at, {"once", "twice", "thrice"})) return read_words_of_rate(at);
    if (is(at, "daily") || is(at, "weekly") || is(at, "monthly")) {
      if (!out_.frequency)
        out_.frequency = is(at, "daily") ? "daily" : is(at, "weekly") ? "once a week" : "once a month";
      if (is(at, "weekly") && !rate_) set_rate({1, 1, 0}, 7);
      return at + 1;
    }
    if (is(at, "#") || is_any(at, {"qty", "quantity"})) return read_numbered(at);
    if (is_times(at)) {
      if (const std::size_t next = read_after_times(at); next > at) return next;
    }
    if (is(at, "series") && is(at + 1, "of")) {
      const auto found = amount(at + 2);
      if (found && !counts_visits_) out_.quantity = whole(*found);
      return found ? found->next : at + 2;
    }
    if (is_visit_word(at)) {  // "sessions, 12"
      std::size_t i = at + 1;
      while (is_any(i, {",", ":", "#", "(", "x", "-"})) ++i;
      const auto found = i > at + 1 ? amount(i) : std::nullopt;
      if (found && days(found->next) == 0 && !is_times(found->next)) {
        set_total(*found);
        return found->next;
      }
      return at + 1;
    }
    if (at < tokens_.size() && tokens_[at].is_number()) return read_number(at);
    return at;
  }

  // "twice a week", "once per week"
  std::size_t read_words_of_rate(std::size_t at) {
    const double n = is(at, "once") ? 1 : is(at, "twice") ? 2 : 3;
    return read_rate({n, n, at + 1}, at + 1);
  }

  // After a count of times: "a week", "per week", "/wk", "weekly", "for 6 weeks".
  std::size_t read_rate(const Amount& count, std::size_t at) {
    if (is(at, "weekly")) {
      set_rate(count, 7);
      return at + 1;
    }
    for (const std::string_view unit : {"week", "day", "month"}) {
      const std::size_t next = vocabulary::skip_per(tokens_, at, unit);
      if (next == at || (next == at + 1 && is_any(at, {"weeks", "days", "months"}))) continue;
      set_rate(count, vocabulary::days_in(unit));
      return next;
    }
    return at;
  }

  std::size_t read_numbered(std::size_t at) {
    std::size_t i = at + 1;
    while (is_any(i, {":", "of", "#", "-"})) ++i;
    const auto found = amount(i);
    if (!found) return at;
    if (counts_visits_) {
      set_total(*found);
    } else if (!out_.quantity) {
      out_.quantity = whole(*found);
    }
    return found->next;
  }

  // "x 12", "times 12", "x 4 weeks" after anything but a number.
  std::size_t read_after_times(std::size_t at) {
    const auto found = amount(at + 1);
    if (!found) return at;
    if (const int unit = days(found->next); unit > 0) {
      set_duration(*found, unit);
      return found->next + 1;
    }
    if (is_any(found->next, {"hour", "hours", "minutes"})) return found->next + 1;
    if (counts_visits_) {
      if (rate_ && !total_) {
        weeks_ = found->high;  // "2 per week x 6"
      } else {
        set_total(*found);
      }
    } else if (!out_.quantity) {
      out_.quantity = whole(*found);
    }
    return found->next;
  }

  std::size_t read_number(std::size_t at) {
    const auto found = amount(at);
    if (!found) return at + 1;
    std::size_t next = found->next;
    if (const int unit = days(next); unit > 0) {
      if (is(next + 1, "ago")) return next + 2;
      if (const std::size_t after = unit == 1 ? vocabulary::skip_per(tokens_, next + 1, "week") : next + 1;
          after > next + 1) {
        set_rate(*found, 7);  // "5 days a week"
        return after;
      }
      set_duration(*found, unit);
      return next + 1;
    }
    if (is_any(next, {"hour", "hours", "hr", "hrs", "minute", "minutes", "mg", "ml", "gm", "grams", "%", "/", "level",
                      "levels", "view", "views"}))
      return next + 1;
    if (is_times(next)) return read_product(*found);
    if (const std::size_t after = read_rate(*found, next); after > next) return after;  // "2 per week"
    if (is_visit_word(next)) {
      if (const std::size_t after = read_rate(*found, next + 1); after > next + 1) return after;  // "3 visits per week"
      set_total(*found);
      return next + 1;
    }
    if (counts_visits_ && visit_word_follows(next)) {
      set_total(*found);
      return next;
    }
    const bool in_brackets = at > 0 && is(at - 1, "(") && is(next, ")");
    if (counts_visits_ && in_brackets && (rate_ || total_)) {  // "two times four visits (8)"
      set_total(*found);
      return next;
    }
    const bool leads = at == 0 || is(at - 1, ":") || is(at - 1, "additional");
    const bool names_something = next < tokens_.size() && tokens_[next].kind == Token::Kind::word;
    if (leads && names_something) {
      if (counts_visits_) {
        if (!total_) set_total(*found);
      } else if (!out_.quantity) {
        out_.quantity = whole(*found);
      }
    } else if (counts_visits_ && next == tokens_.size() && at > 0 && is(at - 1, ",")) {
      set_total(*found);  // "therapy sessions, 12"
    }
    return next;
  }

  // "2 times a week", "2 x 6", "2 x week x 6 weeks", "two times four visits".
  std::size_t read_product(const Amount& count) {
    const std::size_t after_times = count.next + 1;
    if (const std::size_t next = read_rate(count, after_times); next > after_times) return next;
    std::size_t i = after_times;
    const auto second = amount(i);
    if (!second) return after_times;
    i = second->next;
    if (is_any(i, {"session", "sessions", "visit", "visits", "treatment", "treatments"})) {
      set_total({count.low * second->low, count.high * second->high, 0});
      return i + 1;
    }
    if (!counts_visits_) return i;
    const int unit = days(i);
    if (unit > 0) {
      set_rate(count, 7);
    } else {
      rate_ = count.high;  // "2 times 8" counts, and names no week
    }
    weeks_ = unit == 0 ? second->high : second->high * unit / 7;
    if (unit > 0) set_duration(*second, unit);
    return unit > 0 ? i + 1 : i;
  }

  bool visit_word_follows(std::size_t at) const {
    for (std::size_t i = at; i < std::min(at + kWordsBetween, tokens_.size()); ++i) {
      if (is_visit_word(i)) return true;
      if (tokens_[i].is_number() || is_any(i, {",", ";", "."})) return false;
    }
    return false;
  }

  void set_rate(const Amount& count, int days_of_unit) {
    if (rate_) return;
    rate_ = count.high * 7 / days_of_unit;
    const std::string_view unit = days_of_unit == 1 ? "day" : days_of_unit == 7 ? "week" : "month";
    out_.frequency =
        count.high == 1 ? fmt::format("once a {}", unit) : fmt::format("{} times a {}", to_text(count), unit);
  }
  void set_duration(const Amount& length, int days_of_unit) {
    if (out_.duration) return;
    const std::string_view unit = days_of_unit == 1 ? "day" : days_of_unit == 7 ? "week" : "month";
    out_.duration = fmt::format("{} {}{}", to_text(length), unit, length.high == 1 ? "" : "s");
    weeks_ = length.high * days_of_unit / 7;
  }
  void set_total(const Amount& total) { total_ = total.high; }
  static int whole(const Amount& value) { return static_cast<int>(std::lround(value.high)); }

  void finish() {
    if (total_) {
      out_.visits = static_cast<int>(std::lround(*total_));
    } else if (rate_ && weeks_ && counts_visits_ && *rate_ * *weeks_ <= vocabulary::kMostAmount) {
      out_.visits = static_cast<int>(std::lround(*rate_ * *weeks_));
    }
  }

  std::span<const Token> tokens_;
  bool counts_visits_;
  ItemAmounts out_;
  std::optional<double> rate_;  // times a week
  std::optional<double> weeks_;
  std::optional<double> total_;
};

}  // namespace

ItemAmounts read_item_amounts(std::string_view clean_text, bool counts_visits) {
  const auto tokens = vocabulary::tokenize(clean_text, {0, static_cast<std::uint32_t>(clean_text.size())});
  return Reader(tokens, counts_visits).run();
}

}  // namespace openimr::records
