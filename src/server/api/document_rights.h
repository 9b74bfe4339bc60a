// Which documents of a case there are for whom. The store holds many more (drafts, evidence of conflict checks, secrets
// of accounts), and none of those is given to anybody by its name.
#pragma once

#include <optional>
#include <string>

#include "server/api/call.h"

namespace openimr::server {

struct NamedDocument {
  std::string name;  // to save it under
  bool is_record = false;
};

// What a hexadecimal name is in the case of the call; nothing where it is no record and no paper of the case, or a
// paper that did not go to who asks. Whether they may see records or papers at all is asked apart (check_right()).
std::optional<NamedDocument> document_in(const Call& call, const std::string& document);

// The record of this name; null where there is none.
const cases::Record* record_in(const cases::Case& c, std::string_view document);

}  // namespace openimr::server
