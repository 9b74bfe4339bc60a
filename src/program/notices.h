// The papers that a programme sends to the parties, as its pack words them: what each says, to whom, and which clocks
// it starts. cases/correspondence.h fills them in.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "base/result.h"
#include "guidelines/guideline.h"
#include "program/placeholders.h"

namespace openimr::program {

class Programme;

// Where a block stands in the paper. What is empty asks nothing.
struct BlockCondition {
  std::vector<std::string> given;   // facts that the case has (`if`); a flag must hold
  std::vector<std::string> absent;  // facts that it does not have (`unless`)
  std::string to;                   // a party: in its copy alone
  std::string by;                   // a way of service, or one that is like it
};

enum class NoticeBlockKind : std::uint8_t { heading, paragraph, entry, row, signature };

struct NoticeBlock {
  NoticeBlockKind kind = NoticeBlockKind::paragraph;
  std::string label;  // of a row
  Template text;
  std::string each;  // a list: the block stands once for each of its texts
  BlockCondition condition;
};

// A day that the notice names, by the deadlines that give it. It is counted from this notice, or, where it runs in the
// case already, from what started it; of several deadlines that hold, the first one that is due counts.
struct NoticeDue {
  std::string fact;                // of program/placeholders.h: records_due
  std::vector<std::string> rules;  // ids of deadlines
  std::string served_on;           // by how this party's copy is served; empty: by how each copy is
  bool is_running = false;         // in the case already
};

struct Notice {
  std::string id;
  std::string title;
  std::vector<std::string> to;  // the parties that receive it, by their ids
  std::string starts;           // the event whose times run from its service; empty: none
  std::vector<NoticeDue> due;
  std::vector<NoticeBlock> says;
  std::vector<std::string> states;  // the deadline rules whose limits its wording gives
  std::string section;
  guidelines::Standing standing = guidelines::Standing::unverified;

  bool is_for(std::string_view role) const;
};

// What stands around the words that C++ puts into a proof of service: who was served with what, where, how and when.
struct ProofWording {
  std::string title;
  std::vector<NoticeBlock> before;
  std::vector<NoticeBlock> after;
};

struct Correspondence {
  std::vector<NoticeBlock> head;  // rows below the title of every notice
  std::vector<NoticeBlock> foot;  // at the end of every notice
  ProofWording proof;
  std::vector<Notice> notices;

  // Null where there is none of this name.
  const Notice* notice(std::string_view id) const;
};

// The names of all facts in the blocks: in their texts, lists and conditions, each once.
std::vector<std::string> facts_in(const std::vector<NoticeBlock>& blocks);

// Of a pack whose other parts are read. A pack without notices has none. {IMR-9} in a text becomes the limit of that
// rule, in words ("15 calendar days"); where it has several, one is named by its words: {IMR-15 expedited}. Fails with
// file, line and remedy where a fact, list, rule, way of service, event or role is unknown, or a brace has no partner.
Result<Correspondence> correspondence_from_pack(const nlohmann::json& pack, const Programme& programme);

}  // namespace openimr::program
