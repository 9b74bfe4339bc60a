// Random appends, rebuilds and questions about lists, given to the store and to a plain model in memory: both must say
// the same.
#include <map>
#include <set>

#include <rapidcheck.h>

#include "store/on_both.h"

namespace openimr::store {
namespace {

using Outcome = Appended::Outcome;

struct Model {
  struct Stream {
    std::int64_t version = 0;
    std::set<Entry> entries;
  };
  std::map<std::string, Stream> streams;

  std::vector<ListPlace> list(const std::string& list, const std::string& from, const std::string& until) const {
    std::set<ListPlace> out;
    for (const auto& [name, stream] : streams) {
      for (const Entry& entry : stream.entries) {
        if (entry.list == list && entry.sort >= from && (until.empty() || entry.sort < until))
          out.insert({entry.sort, name});
      }
    }
    return {out.begin(), out.end()};
  }
};

std::string any_sort() {
  return *rc::gen::element<std::string>("", " ", "1", "10", "2", "A", "a", "a'", "~");
}

class RandomLists : public OnBoth {
 protected:
  void run_once() {
    // Names of its own take the place of a store of its own.
    run_ = "run" + std::to_string(++runs_) + "/";
    Model model;
    std::vector<Store> stores;
    stores.push_back(opened(address_));
    stores.push_back(opened(address_));
    const int commands = *rc::gen::inRange(1, 40);
    for (int i = 0; i < commands; ++i) {
      Store& store = stores[*rc::gen::inRange<std::size_t>(0, 2)];
      const std::string name = run_ + *rc::gen::element<std::string>("a", "B", "b/c", "b");
      const int command = *rc::gen::inRange(0, 10);
      if (command < 5) {
        append(store, model.streams[name], name);
      } else if (command < 7) {
        rebuild(store, model.streams[name], name);
      } else {
        look(store, model);
      }
    }
    for (int i = 0; i < 3; ++i) look(stores[0], model);
  }

  std::string address_;

 private:
  std::vector<Entry> any_entries() const {
    std::vector<Entry> out;
    const int count = *rc::gen::inRange(0, 4);
    for (int i = 0; i < count; ++i) out.push_back({any_list(), any_sort()});
    return out;
  }

  std::string any_list() const { return run_ + *rc::gen::element<std::string>("x", "X", "x/y"); }

  static std::int64_t near(std::int64_t version) {
    return std::max<std::int64_t>(0, version + *rc::gen::element<std::int64_t>(0, 0, 0, 0, 1, -1));
  }

  void append(Store& store, Model::Stream& known, const std::string& name) const {
    const std::int64_t expected = near(known.version);
    const int count = *rc::gen::inRange(1, 3);
    const bool with_entries = *rc::gen::inRange(0, 4) > 0;
    const auto entries = any_entries();
    const auto done = store.append(stream(name), {expected}, events(count), {}, with_entries ? &entries : nullptr);
    RC_ASSERT(done.has_value());
    RC_ASSERT((done->outcome == Outcome::kept) == (expected == known.version));
    if (done->outcome != Outcome::kept) return;
    known.version += count;
    if (with_entries) known.entries = {entries.begin(), entries.end()};
  }

  void rebuild(Store& store, Model::Stream& known, const std::string& name) const {
    const std::int64_t at = std::max<std::int64_t>(1, near(known.version));
    const auto entries = any_entries();
    const auto done = store.replace_entries(stream(name), {at}, entries);
    RC_ASSERT(done.has_value());
    RC_ASSERT(*done == (at == known.version));
    if (*done) known.entries = {entries.begin(), entries.end()};
  }

  void look(Store& store, const Model& model) const {
    const std::string list = any_list();
    const std::string from = any_sort();
    const std::string until = any_sort();
    const auto expected = model.list(list, from, until);
    RC_ASSERT(store.count(list, from, until).value() == static_cast<std::int64_t>(expected.size()));
    const int limit = *rc::gen::inRange(1, 4);
    std::vector<ListPlace> found;
    std::optional<ListPlace> after;
    for (std::vector<ListPlace> page; !(page = store.list(list, from, until, after, limit).value()).empty();
         after = page.back())
      found.insert(found.end(), page.begin(), page.end());
    RC_ASSERT(found == expected);
  }

  std::string run_;
  int runs_ = 0;
};
OPENIMR_ON_BOTH(RandomLists);

TEST_P(RandomLists, SayWhatThePlainModelSays) {
  address_ = new_address();
  EXPECT_TRUE(rc::check([this] { run_once(); }));
}

}  // namespace
}  // namespace openimr::store
