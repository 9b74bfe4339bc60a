// Random commands, given to the store and to a plain model in memory: both must say the same.
#include <map>

#include <rapidcheck.h>

#include "store/on_both.h"
#include "store/verify.h"

namespace openimr::store {
namespace {

using Outcome = Appended::Outcome;

// The store in the plainest words.
struct Model {
  struct Kept {
    std::vector<std::string> payloads;
    Version last;
  };
  struct Stream {
    std::vector<std::string> payloads;
    std::map<std::string, Kept> by_key;
  };
  std::map<std::string, Stream> streams;
  std::map<std::string, DocumentId> documents;

  // Nothing: the key was used for other events.
  std::optional<Appended> append(const std::string& name, std::int64_t expected,
                                 const std::vector<std::string>& payloads, const std::string& key) {
    const auto found = streams.find(name);
    const auto size = found == streams.end() ? 0 : static_cast<std::int64_t>(found->second.payloads.size());
    if (!key.empty() && size > 0 && found->second.by_key.contains(key)) {
      const Kept& before = found->second.by_key[key];
      if (before.payloads != payloads) return std::nullopt;
      return Appended{Outcome::repeated, before.last};
    }
    if (expected != size) return Appended{Outcome::conflict, {size}};
    Stream& stream = streams[name];
    stream.payloads.insert(stream.payloads.end(), payloads.begin(), payloads.end());
    const Version last{static_cast<std::int64_t>(stream.payloads.size())};
    if (!key.empty()) stream.by_key[key] = {payloads, last};
    return Appended{Outcome::kept, last};
  }
};

class Random : public OnBoth {
 protected:
  void run_once() {
    // A prefix of its own takes the place of a store of its own.
    const std::string prefix = "run" + std::to_string(++runs_) + "/";
    Model model;
    std::vector<Store> stores;
    stores.push_back(opened(address_));
    stores.push_back(opened(address_));
    const int commands = *rc::gen::inRange(1, 60);
    for (int i = 0; i < commands; ++i) {
      Store& store = stores[*rc::gen::inRange<std::size_t>(0, 2)];
      const std::string name = prefix + *rc::gen::element<std::string>("a", "b", "b/c");
      const int command = *rc::gen::inRange(0, 10);
      if (command < 6) {
        append(store, model, name);
      } else if (command == 6) {
        read(store, model, name);
      } else if (command == 7) {
        list(store, model, prefix);
      } else if (command == 8) {
        documents(store, model);
      } else {
        store = opened(address_);
      }
    }
    for (const auto& [name, unused] : model.streams) read(stores[0], model, name);
  }

  std::string address_;

 private:
  static void append(Store& store, Model& model, const std::string& name) {
    const auto size = static_cast<std::int64_t>(model.streams.contains(name) ? model.streams[name].payloads.size() : 0);
    const auto off = *rc::gen::element<std::int64_t>(0, 0, 0, 0, 0, 1, -1, -2);
    const std::int64_t expected = std::max<std::int64_t>(0, size + off);
    const auto payloads = *rc::gen::container<std::vector<std::string>>(
        *rc::gen::element<std::size_t>(1, 1, 1, 2, 5),
        rc::gen::element<std::string>("1", "\"zwei\"", "[3]", "{\"d\": null}"));
    const std::string key_text = *rc::gen::element<std::string>("", "", "", "k1", "k2", "k3");
    std::vector<NewEvent> events;
    for (const std::string& payload : payloads) events.push_back({"noted", kMorning, "me", payload});
    const auto expected_outcome = model.append(name, expected, payloads, key_text);
    const auto outcome = store.append(stream(name), {expected}, events, key_text.empty() ? EventKey() : key(key_text));
    RC_ASSERT(outcome.has_value() == expected_outcome.has_value());
    if (!outcome) return;
    RC_ASSERT(outcome->outcome == expected_outcome->outcome);
    RC_ASSERT(outcome->version == expected_outcome->version);
  }

  static void read(Store& store, Model& model, const std::string& name) {
    const std::vector<std::string> known =
        model.streams.contains(name) ? model.streams[name].payloads : std::vector<std::string>();
    RC_ASSERT(store.version(stream(name)).value().number == static_cast<std::int64_t>(known.size()));
    const auto after = *rc::gen::inRange<std::size_t>(0, known.size() + 2);
    const auto read = store.read(stream(name), {static_cast<std::int64_t>(after)}).value();
    RC_ASSERT(read.size() == known.size() - std::min(after, known.size()));
    for (std::size_t i = 0; i < read.size(); ++i) RC_ASSERT(read[i].payload == known[after + i]);
  }

  static void list(Store& store, Model& model, const std::string& prefix) {
    const std::string more = prefix + *rc::gen::element<std::string>("", "a", "b", "b/", "z");
    const int limit = *rc::gen::inRange(1, 4);
    std::vector<std::string> expected;
    std::vector<std::string> found;
    for (const auto& [name, known] : model.streams) {
      if (name.starts_with(more)) expected.push_back(name + " " + std::to_string(known.payloads.size()));
    }
    std::string after;
    for (;;) {
      const auto page = store.streams(more, after, limit).value();
      for (const auto& head : page) found.push_back(head.stream.text() + " " + std::to_string(head.version.number));
      if (page.empty()) break;
      after = page.back().stream.text();
    }
    RC_ASSERT(found == expected);
  }

  static void documents(Store& store, Model& model) {
    const std::string bytes = *rc::gen::container<std::string>(rc::gen::arbitrary<char>());
    const auto id = store.put(bytes).value();
    RC_ASSERT(!model.documents.contains(bytes) || model.documents[bytes] == id);
    model.documents[bytes] = id;
    for (const auto& [content, known] : model.documents) RC_ASSERT(store.get(known).value() == content);
  }

  int runs_ = 0;
};
OPENIMR_ON_BOTH(Random);

TEST_P(Random, CommandsDoWhatThePlainModelDoes) {
  address_ = new_address();
  EXPECT_TRUE(rc::check([this] { run_once(); }));
  Store store = opened(address_);
  EXPECT_TRUE(verify(store).value().faults.empty());
}

}  // namespace
}  // namespace openimr::store
