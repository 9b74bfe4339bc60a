#include "server/api/published_letters.h"

namespace openimr::server {

PublishedLetters::PublishedLetters(std::filesystem::path folder) : state_(std::make_unique<State>()) {
  state_->folder = std::move(folder);
}

PublishedLetters::Lease::Lease(const PublishedLetters& letters, std::unique_ptr<corpus::Collection> collection,
                               std::filesystem::file_time_type made)
    : letters_(&letters), collection_(std::move(collection)), made_(made) {}

PublishedLetters::Lease::~Lease() {
  if (collection_ == nullptr) return;
  State& state = *letters_->state_;
  const std::lock_guard lock(state.mutex);
  if (made_ == state.made) state.free.push_back(std::move(collection_));
}

Result<PublishedLetters::Lease> PublishedLetters::lend() const {
  State& state = *state_;
  std::shared_ptr<const corpus::Collection> first;
  const auto made = corpus::index_time(state.folder);
  {
    const std::lock_guard lock(state.mutex);
    if (state.first == nullptr || made != state.made) {
      auto opened = corpus::Collection::open(state.folder);
      if (!opened) return fail(opened.error());
      state.free.clear();
      state.first = std::make_shared<const corpus::Collection>(std::move(*opened));
      state.made = made;
    }
    if (!state.free.empty()) {
      auto collection = std::move(state.free.back());
      state.free.pop_back();
      return Lease(*this, std::move(collection), made);
    }
    first = state.first;
  }
  auto another = first->again();
  if (!another) return fail(another.error());
  return Lease(*this, std::make_unique<corpus::Collection>(std::move(*another)), made);
}

}  // namespace openimr::server
