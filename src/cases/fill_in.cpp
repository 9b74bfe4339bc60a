#include "cases/fill_in.h"

#include <algorithm>

#include <fmt/format.h>

namespace openimr::cases {
namespace {

using letter::PaperBlockKind;
using program::NoticeBlock;
using program::NoticeBlockKind;

PaperBlockKind kind_of(NoticeBlockKind kind) {
  switch (kind) {
    case NoticeBlockKind::heading:
      return PaperBlockKind::heading;
    case NoticeBlockKind::paragraph:
      return PaperBlockKind::paragraph;
    case NoticeBlockKind::entry:
      return PaperBlockKind::entry;
    case NoticeBlockKind::row:
      return PaperBlockKind::row;
    case NoticeBlockKind::signature:
      return PaperBlockKind::signature;
  }
  return PaperBlockKind::paragraph;
}

const std::string* value_of(const NoticeFacts& facts, const std::string& name) {
  const auto found = facts.values.find(name);
  return found == facts.values.end() || is_blank(found->second) ? nullptr : &found->second;
}

const std::vector<std::string>* list_of(const NoticeFacts& facts, const std::string& name) {
  const auto found = facts.lists.find(name);
  if (found == facts.lists.end() || found->second.empty()) return nullptr;
  return std::any_of(found->second.begin(), found->second.end(), is_blank) ? nullptr : &found->second;
}

bool has(const NoticeFacts& facts, const std::string& name) {
  const auto list = facts.lists.find(name);
  return facts.flags.contains(name) || value_of(facts, name) != nullptr ||
         (list != facts.lists.end() && !list->second.empty());
}

bool is_served(const program::Programme& programme, const std::string& by, const std::string& asked) {
  const program::WayOfService* way = programme.way(by);
  return by == asked || (way != nullptr && way->like == asked);
}

class Filler {
 public:
  Filler(const program::Programme& programme, const std::string& paper, const NoticeFacts& facts,
         std::vector<letter::PaperBlock>& to)
      : programme_(programme), paper_(paper), facts_(facts), to_(to) {}

  Result<void> add(const NoticeBlock& block) {
    if (!holds(block.condition)) return {};
    if (block.each.empty()) return add(block, "");
    const auto* list = list_of(facts_, block.each);
    if (list == nullptr) return lack(block.each);
    for (const std::string& entry : *list) {
      if (const auto done = add(block, entry); !done) return done;
    }
    return {};
  }

 private:
  bool holds(const program::BlockCondition& condition) const {
    const auto given = [this](const std::string& name) { return has(facts_, name); };
    return std::all_of(condition.given.begin(), condition.given.end(), given) &&
           std::none_of(condition.absent.begin(), condition.absent.end(), given) &&
           (condition.to.empty() || condition.to == facts_.to.role) &&
           (condition.by.empty() || is_served(programme_, facts_.to.by, condition.by));
  }

  Result<void> add(const NoticeBlock& block, const std::string& entry) {
    std::string text;
    for (const program::TemplatePart& part : block.text) {
      const bool is_value = part.is_name && program::placeholder(part.text) != nullptr;
      const std::string* value = is_value ? value_of(facts_, part.text) : part.is_name ? &entry : &part.text;
      if (value == nullptr) return lack(part.text);
      text += *value;
    }
    to_.push_back({kind_of(block.kind), block.label, std::move(text)});
    return {};
  }

  Result<void> lack(const std::string& name) const {
    const program::Placeholder* known = program::placeholder(name);
    return lacks(paper_, name, fmt::format("Give {}: {}.", name, known == nullptr ? "" : known->means));
  }

  const program::Programme& programme_;
  const std::string& paper_;
  const NoticeFacts& facts_;
  std::vector<letter::PaperBlock>& to_;
};

// A misspelt fact would be left out in silence where it is only printed if it is given.
Result<void> check_name(std::string_view name, program::PlaceholderKind kind) {
  const program::Placeholder* known = program::placeholder(name);
  if (known != nullptr && known->kind == kind) return {};
  return fail({ErrorCode::wrong_use, "no such fact", std::string(name), "", 0, 0,
               "Use the names of program/placeholders.h, each for what it is: a value, a list or a flag."});
}

}  // namespace

Result<void> check_names(const NoticeFacts& facts) {
  for (const auto& [name, value] : facts.values) {
    if (const auto known = check_name(name, program::PlaceholderKind::value); !known) return known;
  }
  for (const auto& [name, list] : facts.lists) {
    if (const auto known = check_name(name, program::PlaceholderKind::list); !known) return known;
  }
  for (const auto& name : facts.flags) {
    if (const auto known = check_name(name, program::PlaceholderKind::flag); !known) return known;
  }
  return {};
}

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n\f\v") == std::string_view::npos;
}

tl::unexpected<Error> lacks(const std::string& paper, const std::string& fact, std::string remedy) {
  return fail({ErrorCode::invalid, fmt::format("{} needs {}, which the case does not have", paper, fact), "", "", 0, 0,
               std::move(remedy)});
}

Result<void> fill_in(const program::Programme& programme, const std::string& paper,
                     const std::vector<NoticeBlock>& blocks, const NoticeFacts& facts,
                     std::vector<letter::PaperBlock>& to) {
  Filler filler(programme, paper, facts, to);
  for (const NoticeBlock& block : blocks) {
    if (const auto done = filler.add(block); !done) return done;
  }
  return {};
}

Result<void> check_addressee(const program::Programme& programme, const std::string& paper, const Addressee& to) {
  if (programme.way(to.by) == nullptr) {
    std::vector<std::string> known;
    for (const program::WayOfService& way : programme.service()) known.push_back(way.by);
    return fail({ErrorCode::invalid, fmt::format("{}: no such way of service in {}", paper, programme.id()), to.by, "",
                 0, 0, fmt::format("Use one of: {}.", fmt::join(known, ", "))});
  }
  const program::PartyRole* party = programme.party(to.role);
  if (party == nullptr) {
    return fail({ErrorCode::invalid, fmt::format("{}: no such party in {}", paper, programme.id()), to.role, "", 0, 0,
                 fmt::format("Use one of: {}.", program::words_of(programme.parties()))});
  }
  if (is_blank(to.name)) return lacks(paper, "the name of the " + party->says, "Give the party's name.");
  if (std::all_of(to.address.begin(), to.address.end(), is_blank)) {
    return lacks(paper, "the address of the " + party->says,
                 "Give the lines of the postal address, the fax number or the electronic address.");
  }
  return {};
}

}  // namespace openimr::cases
