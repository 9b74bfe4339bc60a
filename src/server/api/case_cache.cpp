#include "server/api/case_cache.h"

namespace openimr::server {

Result<SharedCase> CaseCache::find(office::Office& office, const std::string& number) {
  SharedCase known;
  {
    const std::lock_guard lock(mutex_);
    if (const auto found = known_.find(number); found != known_.end()) known = found->second.c;
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
  if (known_.size() >= kMost) {
    forget_texts(known_.begin()->second);
    known_.erase(known_.begin());
  }
  Known& now = known_[number];
  forget_texts(now);
  now.c = fresh;
  return fresh;
}

void CaseCache::forget_texts(Known& known) {
  for (const auto& [view, text] : known.texts) written_ -= text->size();
  known.texts.clear();
}

std::shared_ptr<const std::string> CaseCache::text_of(const SharedCase& c, const std::string& view,
                                                      const std::function<std::string()>& write) {
  {
    const std::lock_guard lock(mutex_);
    const auto known = known_.find(c->number);
    if (known != known_.end() && known->second.c == c) {
      const auto found = known->second.texts.find(view);
      if (found != known->second.texts.end()) return found->second;
    }
  }
  auto text = std::make_shared<const std::string>(write());
  const std::lock_guard lock(mutex_);
  const auto known = known_.find(c->number);
  if (known == known_.end() || known->second.c != c) return text;  // it changed meanwhile
  if (written_ + text->size() > kMostWritten) {
    for (auto& [number, each] : known_) forget_texts(each);
  }
  if (known->second.texts.try_emplace(view, text).second) written_ += text->size();
  return text;
}

}  // namespace openimr::server
