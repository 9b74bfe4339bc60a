// Many processes on one store: no update is lost, none is doubled, and nobody waits for ever.
#include <functional>
#include <map>
#include <memory>

#include "store/on_both.h"
#include "store/verify.h"
#include "support/store_writer.h"

namespace openimr::store {
namespace {

using testing::StoreWriter;

constexpr int kWriters = 16;
constexpr int kEvents = 40;

class Writers : public OnBoth {
 protected:
  // Runs them all at once on a store that none of them finds there.
  void run(const std::function<std::string(int)>& stream_of, int batch, bool lists = false) {
    address = new_address();
    std::vector<std::unique_ptr<StoreWriter>> writers;
    for (int i = 0; i < kWriters; ++i)
      writers.push_back(std::make_unique<StoreWriter>(
          testing::WriterTask{address, stream_of(i), i, 0, kEvents, batch, false, lists}));
    for (auto& writer : writers) EXPECT_EQ(writer->wait(), 0);
    Store store = opened(address);
    std::map<std::string, int> times;
    std::map<std::string, std::vector<Event>> streams;
    const auto heads = store.heads().value();
    for (const auto& head : heads) {
      streams[head.stream.text()] = store.read(head.stream).value();
      for (const Event& event : streams[head.stream.text()]) ++times[event.payload];
    }
    EXPECT_EQ(times.size(), static_cast<std::size_t>(kWriters * kEvents)) << "none lost";
    for (const auto& [payload, count] : times) EXPECT_EQ(count, 1) << payload << " doubled";
    for (int i = 0; i < kWriters; ++i) {
      EXPECT_EQ(writers[static_cast<std::size_t>(i)]->acknowledged().size(), static_cast<std::size_t>(kEvents / batch));
      for (const auto& said : writers[static_cast<std::size_t>(i)]->acknowledged())
        EXPECT_EQ(streams[stream_of(i)].at(static_cast<std::size_t>(said.version - 1)).payload,
                  testing::payload_of(i, said.number));
    }
    const auto listed = store.list("written").value();
    EXPECT_EQ(listed.size(), lists ? streams.size() : 0U);
    for (const ListPlace& place : listed)
      EXPECT_EQ(place.sort, std::to_string(streams[place.stream].size())) << place.stream;
    EXPECT_TRUE(verify(store).value().faults.empty());
  }

  std::string address;
};
OPENIMR_ON_BOTH(Writers);

TEST_P(Writers, OfOneStreamEach) {
  run([](int i) { return "case/" + std::to_string(i); }, 1);
}

TEST_P(Writers, OfOneStreamForAll) {
  run([](int) { return std::string("case/1"); }, 1);
}

TEST_P(Writers, OfOneStreamForAllThatStandsInAList) {
  run([](int) { return std::string("case/1"); }, 1, true);
}

TEST_P(Writers, OfOneStreamForAllWithSeveralEventsAtATime) {
  run([](int) { return std::string("case/1"); }, 4);
}

}  // namespace
}  // namespace openimr::store
