#include "server/api/filing.h"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "cases/acts.h"

namespace openimr::server {
namespace {

using cases::Case;
using cases::CaseEvent;
using Json = nlohmann::json;

// Each number that was not to be had is one that somebody else got, so this many do at the same time.
constexpr std::size_t kMostNumbers = 100;
constexpr std::size_t kHashDigits = 32;

class Filing {
 public:
  Filing(office::Office& office, const CaseEvent& event, const store::EventKey& key)
      : office_(office), event_(event), key_(key) {}

  Result<Case> file() {
    // Behind this, only a number that is taken is refused.
    if (auto sound = cases::checked(office_.law().usual(), Case(), event_); !sound) return fail(sound.error());
    for (std::size_t tried = 0; tried <= kMostNumbers; ++tried) {
      const auto number = key_.empty() ? free_number() : number_under_key(tried);
      if (!number) return fail(number.error());
      auto made = open(*number);
      if (!made) return fail(made.error());
      if (*made) return std::move(**made);
    }
    return fail({ErrorCode::unavailable, "many file at the same time", "", "", 0, 0, "Do it again."});
  }

 private:
  // The case of this number, if it is or becomes ours; nothing where it is another's.
  Result<std::optional<Case>> open(const std::string& number) {
    auto made = office_.ledger().record(number, {event_}, key_);
    if (made) return std::move(*made);
    if (made.error().code != ErrorCode::wrong_use) return fail(made.error());
    const auto history = office_.ledger().history(number);
    if (!history) return fail(history.error());
    if (!key_.empty() && !history->empty() && history->front().key == key_.text())
      return fail({ErrorCode::wrong_use, "this key was used for another application", "", "", 0, 0,
                   "Send each application under a key of its own."});
    return std::nullopt;
  }

  Result<std::string> free_number() {
    const Date day = event_.on.day;
    const auto arrived = office_.store().count("received", day.iso(), day.plus({1}).iso());
    if (!arrived) return fail(arrived.error());
    std::string digits = day.iso();
    std::erase(digits, '-');
    for (std::int64_t next = *arrived + 1;; ++next) {
      std::string number = fmt::format("IMR-{}-{:04}", digits, next);
      const auto stream = cases::stream_of(number);
      if (!stream) return fail(stream.error());
      const auto there = office_.store().version(*stream);
      if (!there) return fail(there.error());
      if (there->number == 0) return number;
    }
  }

  // The numbers in the order in which they were tried; behind the last one a new one, noted before it is used.
  Result<std::string> number_under_key(std::size_t place) {
    const std::string hash = store::Hasher().text("openimr filed 1").text(key_.text()).finish().hex();
    const auto stream = store::StreamId::of(fmt::format("filed/{}/{}", event_.who.id, hash.substr(0, kHashDigits)));
    if (!stream) return fail(stream.error());
    for (;;) {
      const auto tried = office_.store().read(*stream);
      if (!tried) return fail(tried.error());
      if (place < tried->size()) return Json::parse((*tried)[place].payload).at("case_number").get<std::string>();
      auto number = free_number();
      if (!number) return fail(number.error());
      const auto done = office_.store().append(
          *stream, store::Version{static_cast<std::int64_t>(place)},
          {{"number-taken", event_.recorded, event_.who.text(), Json{{"case_number", *number}}.dump()}});
      if (!done) return fail(done.error());
      if (done->outcome == store::Appended::Outcome::kept) return number;
    }
  }

  office::Office& office_;
  const CaseEvent& event_;
  const store::EventKey& key_;
};

}  // namespace

Result<Case> file_application(office::Office& office, const CaseEvent& event, const store::EventKey& key) {
  return Filing(office, event, key).file();
}

}  // namespace openimr::server
