#include "cli/ordered_pipeline.h"

#include <atomic>
#include <memory>
#include <random>
#include <set>
#include <stdexcept>
#include <string>

#include <gtest/gtest.h>

namespace openimr::cli {
namespace {

using Numbers = OrderedPipeline<int, int>;
using std::chrono::milliseconds;

constexpr auto kNothing = [] { return true; };

// Each number twice.
constexpr auto kDouble = [] { return [](int number) { return Weighed<int>{2 * number, 0}; }; };

auto giving(Numbers& pipeline, int count, std::size_t bytes = 0) {
  return [&pipeline, count, bytes] {
    for (int i = 0; i < count; ++i) {
      if (!pipeline.give({i, bytes})) return;
    }
  };
}

class Workers : public ::testing::TestWithParam<unsigned> {};

TEST_P(Workers, GiveResultsInTheOrderOfThePieces) {
  constexpr int kPieces = 3000;
  Numbers pipeline({GetParam(), 64, 1U << 20U});
  std::vector<int> taken;
  pipeline.run(
      giving(pipeline, kPieces, 100),
      [] {
        return [random = std::mt19937(std::random_device{}())](int number) mutable {
          if (random() % 8 == 0) std::this_thread::sleep_for(std::chrono::microseconds(random() % 2000));
          return Weighed<int>{2 * number, random() % 100'000};
        };
      },
      [&](int number) {
        taken.push_back(number);
        return true;
      },
      kNothing);
  ASSERT_EQ(taken.size(), static_cast<std::size_t>(kPieces));
  for (int i = 0; i < kPieces; ++i) EXPECT_EQ(taken[static_cast<std::size_t>(i)], 2 * i);
}

TEST_P(Workers, AreEachMadeOnAThreadOfTheirOwn) {
  Numbers pipeline({GetParam()});
  std::mutex mutex;
  std::set<std::thread::id> threads;
  pipeline.run(
      giving(pipeline, 10),
      [&] {
        const std::lock_guard lock(mutex);
        threads.insert(std::this_thread::get_id());
        return [made_on = std::this_thread::get_id()](int number) {
          EXPECT_EQ(std::this_thread::get_id(), made_on);
          return Weighed<int>{number, 0};
        };
      },
      [](int) { return true; }, kNothing);
  EXPECT_EQ(threads.size(), GetParam());
  EXPECT_FALSE(threads.contains(std::this_thread::get_id()));
}

INSTANTIATE_TEST_SUITE_P(Pipeline, Workers, ::testing::Values(1U, 2U, 3U, 16U));

TEST(Pipeline, WithNothingToDoEnds) {
  Numbers pipeline({4});
  pipeline.run([] {}, kDouble, [](int) -> bool { throw std::logic_error("nothing to take"); }, kNothing);
}

// However slowly results are taken, no more than this is under way.
TEST(Pipeline, BoundsThePieces) {
  for (const std::size_t most : {std::size_t{1}, std::size_t{2}, std::size_t{20}}) {
    Numbers pipeline({3, most});
    std::atomic<int> given = 0;
    int taken = 0;
    int under_way = 0;
    pipeline.run(
        [&] {
          for (int i = 0; i < 300; ++i, ++given) ASSERT_TRUE(pipeline.give({i, 0}));
        },
        kDouble,
        [&](int) {
          // The one that is being taken is still counted, and one that was let in may not be counted yet.
          under_way = std::max(under_way, given - taken);
          ++taken;
          if (taken % 50 == 0) std::this_thread::sleep_for(milliseconds(2));
          return true;
        },
        kNothing);
    EXPECT_EQ(taken, 300);
    EXPECT_LE(under_way, static_cast<int>(most) + 1);
  }
}

TEST(Pipeline, BoundsTheBytesOfPieces) {
  Numbers pipeline({2, 1000, 1000});
  std::atomic<int> given = 0;
  int taken = 0;
  pipeline.run(
      [&] {
        for (int i = 0; i < 200; ++i, ++given) ASSERT_TRUE(pipeline.give({i, 100}));
      },
      [] { return [](int number) { return Weighed<int>{number, 100}; }; },
      [&](int) {
        EXPECT_LE(given - taken, 10 + 1);
        ++taken;
        if (taken % 50 == 0) std::this_thread::sleep_for(milliseconds(2));
        return true;
      },
      kNothing);
  EXPECT_EQ(taken, 200);
}

// Pieces without weight that make heavy results: a worker has at most one batch beyond the bound, which a slow worker
// hands on piece by piece.
TEST(Pipeline, BoundsTheBytesOfResults) {
  constexpr unsigned kWorkers = 4;
  constexpr int kMost = 10;
  Numbers pipeline({kWorkers, 1000, 1000});
  std::atomic<int> made = 0;
  int taken = 0;
  pipeline.run(
      giving(pipeline, 60),
      [&] {
        return [&](int number) {
          std::this_thread::sleep_for(milliseconds(21));
          ++made;
          return Weighed<int>{number, 1000 / kMost};
        };
      },
      [&](int) {
        EXPECT_LE(made - taken, kMost + static_cast<int>(kWorkers) * 16 + 1);
        ++taken;
        return true;
      },
      kNothing);
  EXPECT_EQ(taken, 60);
}

TEST(Pipeline, LetsPassWhatIsLargerThanTheBound) {
  Numbers pipeline({2, 10, 1000});
  int taken = 0;
  pipeline.run(
      giving(pipeline, 50, 5000), [] { return [](int number) { return Weighed<int>{number, 9000}; }; },
      [&](int number) {
        EXPECT_EQ(number, taken);
        ++taken;
        return true;
      },
      kNothing);
  EXPECT_EQ(taken, 50);
}

TEST(Pipeline, HandsOnWhatTakesLongOneByOne) {
  Numbers pipeline({1, 64});
  std::atomic<int> taken = 0;
  pipeline.run(
      giving(pipeline, 20),
      [&] {
        return [&](int number) {
          if (number >= 5) EXPECT_GE(taken, number - 3);
          std::this_thread::sleep_for(milliseconds(25));
          return Weighed<int>{number, 0};
        };
      },
      [&](int) {
        ++taken;
        return true;
      },
      kNothing);
  EXPECT_EQ(taken, 20);
}

TEST(Pipeline, EndsWhenNoMoreIsTaken) {
  Numbers pipeline({3, 16});
  std::vector<int> taken;
  bool refused = false;
  pipeline.run(
      [&] {
        int i = 0;
        while (pipeline.give({i, 0})) ++i;
        refused = !pipeline.wanted();
      },
      kDouble,
      [&](int number) {
        taken.push_back(number);
        return taken.size() < 5;
      },
      kNothing);
  EXPECT_TRUE(refused);
  EXPECT_EQ(taken, (std::vector<int>{0, 2, 4, 6, 8}));
}

TEST(Pipeline, EndsWhenNoMoreIsWantedWhileNothingComes) {
  Numbers pipeline({2});
  int idle = 0;
  pipeline.run(
      [&] {
        while (pipeline.wanted()) std::this_thread::sleep_for(milliseconds(1));
      },
      kDouble, [](int) { return true; }, [&] { return ++idle < 2; });
  EXPECT_EQ(idle, 2);
}

TEST(Pipeline, ThrowsWhatAStageThrew) {
  const std::runtime_error error("of a stage");
  const auto expect_thrown = [](Numbers& pipeline, const auto&... stages) {
    EXPECT_THROW(pipeline.run(stages...), std::runtime_error);
    EXPECT_FALSE(pipeline.wanted());
  };
  const auto take = [](int) { return true; };
  const auto endless = [](Numbers& pipeline) {
    return [&pipeline] {
      while (pipeline.give({1, 0})) continue;
    };
  };
  Numbers produce({2, 8});
  expect_thrown(produce, [&] { throw error; }, kDouble, take, kNothing);
  Numbers make({2, 8});
  expect_thrown(
      make, endless(make),
      [&] {
        if (error.what() != nullptr) throw error;
        return kDouble();
      },
      take, kNothing);
  Numbers work({2, 8});
  expect_thrown(work, endless(work), [&] { return [&](int) -> Weighed<int> { throw error; }; }, take, kNothing);
  Numbers taking({2, 8});
  expect_thrown(taking, endless(taking), kDouble, [&](int) -> bool { throw error; }, kNothing);
  Numbers idling({2, 8});
  expect_thrown(
      idling,
      [&] {
        while (idling.wanted()) std::this_thread::sleep_for(milliseconds(1));
      },
      kDouble, take, [&]() -> bool { throw error; });
}

TEST(Pipeline, TakesPiecesThatCannotBeCopied) {
  OrderedPipeline<std::unique_ptr<int>, std::unique_ptr<std::string>> pipeline({2});
  std::string all;
  pipeline.run(
      [&] {
        for (int i = 0; i < 5; ++i) pipeline.give({std::make_unique<int>(i), 4});
      },
      [] {
        return [](std::unique_ptr<int> number) {
          return Weighed<std::unique_ptr<std::string>>{std::make_unique<std::string>(std::to_string(*number)), 1};
        };
      },
      [&](const std::unique_ptr<std::string>& text) {
        all += *text;
        return true;
      },
      kNothing);
  EXPECT_EQ(all, "01234");
}

}  // namespace
}  // namespace openimr::cli
