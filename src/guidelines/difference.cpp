#include "guidelines/difference.h"

#include <algorithm>
#include <cctype>

#include <fmt/core.h>

namespace openimr::guidelines {
namespace {

std::string edition_id(const Guideline& guideline) {
  const std::string name = guideline.full_title() + (guideline.chapter.empty() ? "" : " " + guideline.chapter);
  std::string out;
  for (const char c : name) {
    if (std::isalnum(static_cast<unsigned char>(c)) != 0) {
      out += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    } else if (!out.empty() && out.back() != '-') {
      out += '-';
    }
  }
  while (out.ends_with('-')) out.pop_back();
  return out;
}

std::vector<const Section*> sections_of(const Edition& edition) {
  std::vector<const Section*> out;
  for (const Guideline* part : edition.parts) {
    for (const Section& section : part->sections) out.push_back(&section);
  }
  return out;
}

template <class List>
auto with_id(const List& list, const std::string& id) -> const std::remove_pointer_t<typename List::value_type>* {
  for (const auto& entry : list) {
    if constexpr (std::is_pointer_v<typename List::value_type>) {
      if (entry->id == id) return entry;
    } else {
      if (entry.id == id) return &entry;
    }
  }
  return nullptr;
}

std::string shown(const Section& section) {
  return fmt::format("{}{}: {}", section.title, section.pages.empty() ? "" : ", pages " + section.pages,
                     section.position);
}

std::string shown(const Criterion& criterion) {
  return fmt::format("{}{}: {}{} ({})", name_of(criterion.kind), criterion.soft ? ", never decides" : "",
                     criterion.says, criterion.pages.empty() ? "" : ", pages " + criterion.pages,
                     name_of(criterion.standing));
}

void compare(const Section& earlier, const Section& later, std::vector<Change>& out) {
  if (shown(earlier) != shown(later) || earlier.says != later.says)
    out.push_back({Change::Kind::changed, later.id, "", shown(earlier), shown(later)});
  for (const Criterion& criterion : earlier.criteria) {
    const Criterion* other = with_id(later.criteria, criterion.id);
    if (other == nullptr) {
      out.push_back({Change::Kind::removed, earlier.id, criterion.id, shown(criterion), ""});
    } else if (shown(criterion) != shown(*other)) {
      out.push_back({Change::Kind::changed, later.id, criterion.id, shown(criterion), shown(*other)});
    } else if (criterion.test != other->test || criterion.when != other->when) {
      out.push_back({Change::Kind::changed, later.id, criterion.id, "the same words", "asks for another fact"});
    }
  }
  for (const Criterion& criterion : later.criteria) {
    if (with_id(earlier.criteria, criterion.id) == nullptr)
      out.push_back({Change::Kind::added, later.id, criterion.id, "", shown(criterion)});
  }
}

}  // namespace

std::string_view name_of(Change::Kind kind) {
  switch (kind) {
    case Change::Kind::added:
      return "added";
    case Change::Kind::removed:
      return "removed";
    case Change::Kind::changed:
      return "changed";
  }
  return "";
}

std::vector<Edition> editions_of(const Library& library) {
  std::vector<Edition> out;
  for (const Guideline& guideline : library.guidelines()) {
    std::string id = edition_id(guideline);
    const auto known = std::find_if(out.begin(), out.end(), [&](const Edition& edition) { return edition.id == id; });
    if (known != out.end()) {
      known->parts.push_back(&guideline);
    } else {
      out.push_back({std::move(id), {&guideline}});
    }
  }
  return out;
}

std::vector<Change> changes_between(const Edition& earlier, const Edition& later) {
  const auto before = sections_of(earlier);
  const auto after = sections_of(later);
  std::vector<Change> out;
  for (const Section* section : before) {
    if (const Section* other = with_id(after, section->id); other != nullptr) {
      compare(*section, *other, out);
    } else {
      out.push_back({Change::Kind::removed, section->id, "", shown(*section), ""});
    }
  }
  for (const Section* section : after) {
    if (with_id(before, section->id) == nullptr)
      out.push_back({Change::Kind::added, section->id, "", "", shown(*section)});
  }
  return out;
}

}  // namespace openimr::guidelines
