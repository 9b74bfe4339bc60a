#include "store/lists.h"

#include <algorithm>

#include "store/parts.h"

namespace openimr::store {
namespace {

constexpr std::size_t kLongest = 100;
constexpr std::size_t kMostStreams = 1000;
constexpr const char* kBehindAll = "\x7f";  // behind every sort: they are of smaller bytes

bool is_printable(std::string_view text) {
  return text.size() <= kLongest && std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c <= '~'; });
}

tl::unexpected<Error> wrong(const char* message, std::string_view offending, const char* remedy) {
  return fail({ErrorCode::wrong_use, message, std::string(offending.substr(0, kLongest)), "", 0, 0, remedy});
}

Result<void> check_list(std::string_view list) {
  if (list.empty() || !is_printable(list))
    return wrong("no name of a list", list, "Take 1 to 100 printable ASCII characters.");
  return {};
}

Result<void> check_sort(std::string_view sort) {
  if (!is_printable(sort))
    return wrong("no place in a list", sort, "Take at most 100 printable ASCII characters to sort by.");
  return {};
}

Result<void> check_range(std::string_view list, std::string_view from, std::string_view until) {
  return check_list(list).and_then([&] { return check_sort(from); }).and_then([&] { return check_sort(until); });
}

std::string end_of(std::string_view until) {
  return std::string(until.empty() ? kBehindAll : until);
}

}  // namespace

Result<void> check(const std::vector<Entry>& entries) {
  if (entries.size() > kMostEntries)
    return wrong("a stream stands in more than 100 places of lists", "", "Give it fewer entries.");
  for (const Entry& entry : entries) {
    if (auto sound = check_range(entry.list, entry.sort, ""); !sound) return sound;
  }
  return {};
}

Result<std::vector<ListPlace>> Store::list(std::string_view list, std::string_view from_sort,
                                           std::string_view until_sort, const std::optional<ListPlace>& after,
                                           int limit) {
  if (auto sound = check_range(list, from_sort, until_sort); !sound) return fail(sound.error());
  if (limit < 1) return wrong("a page of a list has no room", std::to_string(limit), "Ask for at least 1.");
  ListPlace begin{std::string(from_sort), ""};  // before all streams
  if (after) {
    if (auto sound = check_sort(after->sort); !sound) return fail(sound.error());
    if (auto stream = StreamId::of(after->stream); !stream) return fail(stream.error());
    begin = std::max(begin, *after);
  }
  return parts_->database.run(
      [&](Connection& c) { return c.entries.page(std::string(list), begin, end_of(until_sort), limit); });
}

Result<std::int64_t> Store::count(std::string_view list, std::string_view from_sort, std::string_view until_sort) {
  if (auto sound = check_range(list, from_sort, until_sort); !sound) return fail(sound.error());
  return parts_->database.run([&](Connection& c) {
    return std::int64_t{c.entries.count(std::string(list), std::string(from_sort), end_of(until_sort))};
  });
}

Result<bool> Store::replace_entries(const StreamId& stream, Version at, const std::vector<Entry>& entries) {
  return replace_entries({{stream, at, entries}}).map([](const std::vector<StreamId>& changed) {
    return changed.empty();
  });
}

Result<std::vector<StreamId>> Store::replace_entries(std::vector<StreamEntries> streams) {
  if (streams.size() > kMostStreams)
    return wrong("the entries of more than 1,000 streams at once", "", "Make them anew in parts.");
  for (const StreamEntries& one : streams) {
    if (auto sound = check(one.entries); !sound) return fail(sound.error());
    if (one.at.number < 1) {
      return wrong("a stream without events stands in no list", one.stream.text(),
                   "Append its first event, with the entries.");
    }
  }
  // Held in one order, so that two who do this never wait for each other.
  std::sort(streams.begin(), streams.end(), [](const auto& a, const auto& b) { return a.stream < b.stream; });
  return parts_->database.run([&](Connection& c) {
    Transaction all(c.sql, c.dialect.begin_write);
    std::vector<StreamId> changed;
    for (const StreamEntries& one : streams) {
      c.entries.hold(one.stream.text());
      if (c.events.last_version(one.stream.text()) == one.at.number) {
        c.entries.replace(one.stream.text(), one.entries);
      } else {
        changed.push_back(one.stream);
      }
    }
    all.commit();
    return changed;
  });
}

}  // namespace openimr::store
