#include "office/demo_letters.h"

#include <vector>

#include "corpus/collection/collection.h"
#include "corpus/simulation/simulate.h"

namespace openimr::office {
namespace {

constexpr std::uint64_t kSeed = 1;
constexpr std::int64_t kAtOnce = 500;

}  // namespace

Result<void> fill_with_demo_letters(const std::filesystem::path& folder, const vocabulary::Vocabulary& vocabulary,
                                    std::int64_t letters, const std::function<void(int)>& told) {
  std::error_code told_by_the_store;
  std::filesystem::create_directories(folder, told_by_the_store);
  auto store = corpus::LetterStore::open(corpus::letters_file(folder), corpus::LetterStore::Make::yes);
  if (!store) return fail(store.error());
  const corpus::Simulation simulation(vocabulary, kSeed);
  std::vector<corpus::Published> some;
  for (std::int64_t number = 1; number <= letters; ++number) {
    some.push_back(simulation.letter(number));
    if (number % kAtOnce != 0 && number != letters) continue;
    if (const auto added = store->add(some); !added) return fail(added.error());
    some.clear();
  }
  corpus::Indexed indexed;
  return corpus::index_letters(folder, vocabulary, false, indexed, [&] {
    if (told) told(static_cast<int>(indexed.letters));
    return true;
  });
}

}  // namespace openimr::office
