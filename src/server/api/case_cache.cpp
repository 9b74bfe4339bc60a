#include "server/api/case_cache.h"

namespace openimr::server {

Result<SharedCase> CaseCache::find(office::Office& office, const std::string& number) {
  SharedCase known;
  {
    const std::lock_guard lock(mutex_);
    if (const auto found = known_.find(number); found != known_.end()) known = found->second;
  }
  if (known != nullptr) {
    const auto stream = cases::stream_of(number);
    if (!stream) return fail(stream.error());
    const auto version = office.store().version(*stream);
    if (!version) return fail(version.error());
    if (version->number == known->version) return known;
  }
  auto loaded = office.ledger().load(number);
  if (!loaded) return fail(loaded.error());
  auto fresh = std::make_shared<const cases::Case>(std::move(*loaded));
  const std::lock_guard lock(mutex_);
  if (known_.size() >= kMost) known_.erase(known_.begin());
  known_[number] = fresh;
  return fresh;
}

std::shared_ptr<const std::string> CaseCache::text_of(const SharedCase& c, const std::string& view,
                                                      const std::function<std::string()>& write) {
  const std::pair key(c.get(), view);
  {
    const std::lock_guard lock(mutex_);
    if (const auto found = written_.find(key); found != written_.end()) return found->second.text;
  }
  auto text = std::make_shared<const std::string>(write());
  const std::lock_guard lock(mutex_);
  if (written_.size() >= kMost) written_.clear();
  written_[key] = {c, text};
  return text;
}

}  // namespace openimr::server
