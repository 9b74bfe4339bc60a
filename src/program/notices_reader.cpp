#include <algorithm>
#include <array>
#include <set>
#include <sstream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "program/notices.h"
#include "program/pack_rows.h"
#include "program/programme.h"

namespace openimr::program {
namespace {

using nlohmann::json;

// One text, or a list of them.
std::vector<std::string> texts(const json& row, const char* key) {
  if (!row.contains(key)) return {};
  if (row[key].is_string()) return {row[key].get<std::string>()};
  return row[key].get<std::vector<std::string>>();
}

struct BlockName {
  NoticeBlockKind kind;
  const char* key;
};
constexpr std::array kBlocks = {
    BlockName{NoticeBlockKind::heading, "heading"},     BlockName{NoticeBlockKind::paragraph, "paragraph"},
    BlockName{NoticeBlockKind::entry, "entry"},         BlockName{NoticeBlockKind::row, "row"},
    BlockName{NoticeBlockKind::signature, "signature"},
};

// Whether a limit is the one that the words name: each is its way of service, priority or class of dispute.
bool is_named_by(const RuleLimit& limit, const std::vector<std::string>& words) {
  return std::all_of(words.begin(), words.end(), [&limit](const std::string& word) {
    return word == limit.by || word == limit.priority || word == limit.dispute;
  });
}

class Reader {
 public:
  Reader(const json& pack, const Programme& programme) : rows_(pack), programme_(programme) {}

  Result<Correspondence> read() {
    if (!rows_.pack().contains("notices")) return out_;
    for (const json& row : rows_.list("notices")) {
      if (const auto done = read_notice(row); !done) return fail(done.error());
    }
    roles_ = all_roles();
    const json frame = rows_.pack().value("notice_frame", json::object());
    std::vector<std::string> states;  // of no notice
    for (const auto& [key, to] : {std::pair{"head", &out_.head}, std::pair{"foot", &out_.foot}}) {
      if (const auto done = read_blocks(frame, key, *to, states); !done) return fail(done.error());
    }
    const json proof = frame.value("proof", json::object());
    out_.proof.title = text(proof, "title");
    for (const auto& [key, to] : {std::pair{"before", &out_.proof.before}, std::pair{"after", &out_.proof.after}}) {
      if (const auto done = read_blocks(proof, key, *to, states); !done) return fail(done.error());
    }
    return std::move(out_);
  }

 private:
  Result<void> read_notice(const json& row) {
    Notice notice{text(row, "id"),
                  text(row, "title"),
                  texts(row, "to"),
                  text(row, "starts"),
                  {},
                  {},
                  {},
                  text(row, "section"),
                  {}};
    notice.standing = standing_in(row);
    if (out_.notice(notice.id) != nullptr)
      return rows_.refuse(row, "notices: two of one name", notice.id, "Give one of them a name of its own.");
    if (!notice.starts.empty() && programme_.event(notice.starts) == nullptr)
      return rows_.refuse(row, "starts: no such event", notice.starts,
                          "Add it to events, or name one that stands there.");
    roles_ = notice.to;
    if (const auto done = read_due(row, notice); !done) return done;
    if (const auto done = read_blocks(row, "says", notice.says, notice.states); !done) return done;
    out_.notices.push_back(std::move(notice));
    return {};
  }

  Result<void> read_due(const json& row, Notice& notice) const {
    for (const json& each : row.value("due", json::array())) {
      NoticeDue due{text(each, "fact"), texts(each, "rules"), text(each, "served_on"), each.value("running", false)};
      const Placeholder* fact = placeholder(due.fact);
      if (fact == nullptr || fact->kind != PlaceholderKind::value)
        return rows_.refuse(row, "due: no such fact", due.fact, "Use one of: " + names({PlaceholderKind::value}) + ".");
      for (const std::string& rule : due.rules) {
        if (programme_.rule(rule) == nullptr)
          return rows_.refuse(row, "due: no such deadline", rule, "Name the id of a row of deadlines.");
      }
      if (!due.served_on.empty() && !notice.is_for(due.served_on))
        return rows_.refuse(row, "due: the notice goes to no such party", due.served_on,
                            fmt::format("Use one of: {}.", fmt::join(notice.to, ", ")));
      notice.due.push_back(std::move(due));
    }
    return {};
  }

  std::vector<std::string> all_roles() const {
    std::vector<std::string> out;
    for (const Notice& notice : out_.notices) {
      for (const std::string& role : notice.to) {
        if (std::find(out.begin(), out.end(), role) == out.end()) out.push_back(role);
      }
    }
    return out;
  }

  Result<void> read_blocks(const json& row, const char* key, std::vector<NoticeBlock>& to,
                           std::vector<std::string>& states) const {
    for (const json& each : row.value(key, json::array())) {
      auto block = block_of(each, states);
      if (!block) return fail(block.error());
      to.push_back(std::move(*block));
    }
    return {};
  }

  Result<NoticeBlock> block_of(const json& row, std::vector<std::string>& states) const {
    NoticeBlock out;
    const auto name =
        std::find_if(kBlocks.begin(), kBlocks.end(), [&](const BlockName& it) { return row.contains(it.key); });
    if (name == kBlocks.end())
      return rows_.refuse(row, "a block of a notice says nothing", "",
                          "Add heading, paragraph, entry, row or signature.");
    out.kind = name->kind;
    const bool is_row = out.kind == NoticeBlockKind::row;
    if (is_row) out.label = text(row, "row");
    out.each = text(row, "each");
    out.condition = {texts(row, "if"), texts(row, "unless"), text(row, "to"), text(row, "by")};
    if (const auto known = check_condition(row, out); !known) return fail(known.error());
    auto parts = template_of(row, text(row, is_row ? "text" : name->key), out.each, states);
    if (!parts) return fail(parts.error());
    out.text = std::move(*parts);
    return out;
  }

  Result<void> check_condition(const json& row, const NoticeBlock& block) const {
    const Placeholder* list = placeholder(block.each);
    if (!block.each.empty() && (list == nullptr || list->kind != PlaceholderKind::list))
      return rows_.refuse(row, "each: no such list", block.each, "Use one of: " + names({PlaceholderKind::list}) + ".");
    for (const auto* facts : {&block.condition.given, &block.condition.absent}) {
      for (const std::string& fact : *facts) {
        if (placeholder(fact) != nullptr) continue;
        return rows_.refuse(
            row, facts == &block.condition.given ? "if: no such fact" : "unless: no such fact", fact,
            "Use one of: " + names({PlaceholderKind::flag, PlaceholderKind::value, PlaceholderKind::list}) + ".");
      }
    }
    if (!block.condition.by.empty() && programme_.way(block.condition.by) == nullptr)
      return rows_.refuse(row, "by: no such way of service", block.condition.by, "Name the 'by' of a row of service.");
    const std::string& role = block.condition.to;
    if (!role.empty() && std::find(roles_.begin(), roles_.end(), role) == roles_.end())
      return rows_.refuse(row, "to: the notice goes to no such party", role,
                          fmt::format("Use one of: {}.", fmt::join(roles_, ", ")));
    return {};
  }

  Result<Template> template_of(const json& row, const std::string& wording, const std::string& each,
                               std::vector<std::string>& states) const {
    TemplateRead read = template_from(wording);
    if (!read.is_whole)
      return rows_.refuse(row, "a brace has no partner, or nothing in it", wording,
                          "Write the name of a fact as {case_number}.");
    for (TemplatePart& part : read.parts) {
      if (!part.is_name) continue;
      const Placeholder* known = placeholder(part.text);
      const bool is_entry = !each.empty() && placeholder(each)->entry == part.text;
      if (is_entry || (known != nullptr && known->kind == PlaceholderKind::value)) continue;
      auto limit = limit_of(row, part.text, states);
      if (!limit) return fail(limit.error());
      part = {std::move(*limit), false};
    }
    return std::move(read.parts);
  }

  // "IMR-15 expedited": the words of that limit.
  Result<std::string> limit_of(const json& row, const std::string& named, std::vector<std::string>& states) const {
    std::istringstream in(named);
    std::string id;
    in >> id;
    const DeadlineRule* rule = programme_.rule(id);
    if (rule == nullptr) {
      return rows_.refuse(row, "no such placeholder", "{" + named + "}",
                          "Use one of: " + names({PlaceholderKind::value}) +
                              "; in a block with 'each', the name of its entry; or the id of a deadline.");
    }
    const std::vector<std::string> words{std::istream_iterator<std::string>(in), {}};
    const auto named_by = [&words](const RuleLimit& limit) { return is_named_by(limit, words); };
    if (std::count_if(rule->limits.begin(), rule->limits.end(), named_by) != 1) {
      return rows_.refuse(row, "the rule has several limits, or none that is so named", "{" + named + "}",
                          "Name one by its way of service, priority or dispute, as {IMR-15 expedited}.");
    }
    if (std::find(states.begin(), states.end(), id) == states.end()) states.push_back(id);
    return words_of(std::find_if(rule->limits.begin(), rule->limits.end(), named_by)->limit);
  }

  static std::string names(const std::set<PlaceholderKind>& kinds) {
    std::vector<std::string_view> out;
    for (const Placeholder& each : placeholders()) {
      if (kinds.contains(each.kind)) out.push_back(each.name);
    }
    return fmt::format("{}", fmt::join(out, ", "));
  }

  PackRows rows_;
  const Programme& programme_;
  std::vector<std::string> roles_;  // that a block may be for
  Correspondence out_;
};

}  // namespace

Result<Correspondence> correspondence_from_pack(const json& pack, const Programme& programme) {
  return Reader(pack, programme).read();
}

}  // namespace openimr::program
