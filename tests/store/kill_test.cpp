// Killed at any moment: what was acknowledged is there, once, the chain holds, and lists are those of the last event.
// With OPENIMR_SLOW=1 as often as the design asks for: a writer 500 times on SQLite and 200 times on PostgreSQL, and
// PostgreSQL itself 50 times.
#include <chrono>
#include <map>
#include <random>
#include <thread>

#include "store/on_both.h"
#include "store/verify.h"
#include "support/store_writer.h"

namespace openimr::store {
namespace {

using std::chrono::microseconds;
using testing::Acknowledged;
using testing::payload_of;
using testing::StoreWriter;
using testing::WriterTask;

// Everything acknowledged is at its version, and nothing is there twice.
void hold_to_its_word(const std::string& address, const std::map<std::string, std::vector<Acknowledged>>& said,
                      int writer_of_all = 0) {
  Store store = opened(address);
  std::map<std::string, int> times;
  std::map<std::string, int> writers;
  int writer = writer_of_all;
  for (const auto& [name, acknowledged] : said) {
    const auto events = store.read(stream(name)).value();
    for (const Event& event : events) ++times[event.payload];
    for (const Acknowledged& one : acknowledged) {
      ASSERT_LE(one.version, static_cast<std::int64_t>(events.size())) << name << ": an acknowledged event was lost";
      ASSERT_EQ(events[static_cast<std::size_t>(one.version - 1)].payload, payload_of(writer, one.number)) << name;
    }
    ++writer;
  }
  for (const auto& [payload, count] : times) EXPECT_EQ(count, 1) << payload << " is there twice";
  // Writers may go on meanwhile.
  const auto version = [&](const std::string& name) { return store.version(stream(name)).value().number; };
  std::map<std::string, std::int64_t> before;
  for (const auto& [name, unused] : said) before[name] = version(name);
  const auto listed = store.list("written").value();
  for (const ListPlace& place : listed) {
    EXPECT_LE(before[place.stream], std::stoll(place.sort)) << place.stream;
    EXPECT_LE(std::stoll(place.sort), version(place.stream)) << place.stream;
  }
  EXPECT_TRUE(verify(store).value().faults.empty());
}

class Killed : public OnBoth {};
OPENIMR_ON_BOTH(Killed);

TEST_P(Killed, WritersLoseNothing) {
  const bool sqlite = GetParam() == Engine::sqlite;
  const int kills = slow() ? (sqlite ? 500 : 200) : 25;
  constexpr int kLongest = 25'000;
  std::mt19937 random(20151019);
  const std::string address = new_address();
  std::map<std::string, std::vector<Acknowledged>> said;
  std::size_t acknowledged = 0;
  for (int round = 0; round < kills; ++round) {
    // Two writers on streams of their own. Each begins with the event that may or may not have been kept last time.
    std::vector<std::unique_ptr<StoreWriter>> writers;
    for (int i = 0; i < 2; ++i) {
      const std::string name = "case/" + std::to_string(i);
      const int next = said[name].empty() ? 0 : said[name].back().number + 1 + i;
      writers.push_back(
          std::make_unique<StoreWriter>(WriterTask{address, name, i, next, 1 << 30, 1 + i, false, i == 1}));
    }
    if (round % 2 == 0) {
      // From the first acknowledgement on, else at any moment: also while the store is opened or made.
      while (writers[0]->acknowledged().empty() && writers[1]->acknowledged().empty())
        std::this_thread::sleep_for(microseconds(100));
    }
    std::this_thread::sleep_for(microseconds(std::uniform_int_distribution<>(0, kLongest)(random)));
    for (int i = 0; i < 2; ++i) {
      StoreWriter& writer = *writers[static_cast<std::size_t>(i)];
      writer.kill();
      auto& all = said["case/" + std::to_string(i)];
      all.insert(all.end(), writer.acknowledged().begin(), writer.acknowledged().end());
      acknowledged += writer.acknowledged().size();
    }
    if (round % 25 == 0 || round + 1 == kills) hold_to_its_word(address, said);
    if (HasFatalFailure()) return;
  }
  EXPECT_GT(acknowledged, static_cast<std::size_t>(kills)) << "there was load";
  RecordProperty("kills", kills * 2);
  RecordProperty("acknowledged", static_cast<int>(acknowledged));
}

TEST(KilledServer, LosesNothing) {
  const int kills = slow() ? 50 : 2;
  std::mt19937 random(20151020);
  testing::PostgresCluster& server = testing::PostgresCluster::shared();
  const std::string address = server.new_database();
  std::vector<std::unique_ptr<StoreWriter>> writers;
  for (int i = 0; i < 4; ++i)
    writers.push_back(std::make_unique<StoreWriter>(
        WriterTask{address, "case/" + std::to_string(i), i, 0, 1 << 30, 1 + i % 2, true, i > 1}));
  std::map<std::string, std::vector<Acknowledged>> said;
  const auto take = [&] {
    for (int i = 0; i < 4; ++i)
      said["case/" + std::to_string(i)] = writers[static_cast<std::size_t>(i)]->acknowledged();
  };
  for (int round = 0; round < kills; ++round) {
    const auto before = writers[0]->acknowledged().size();
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(60);
    while (writers[0]->acknowledged().size() == before && std::chrono::steady_clock::now() < end)
      std::this_thread::sleep_for(microseconds(500));
    ASSERT_GT(writers[0]->acknowledged().size(), before) << "the writer goes on when the server is back";
    std::this_thread::sleep_for(microseconds(std::uniform_int_distribution<>(0, 50'000)(random)));
    server.kill();
    take();
    server.start();
    hold_to_its_word(address, said);
    if (HasFatalFailure()) return;
  }
  for (auto& writer : writers) writer->kill();
  take();
  hold_to_its_word(address, said);
}

}  // namespace
}  // namespace openimr::store
