// A case as the one who asks may see it. Parties see no reviewer, no draft, nobody who acted, and no decision before
// the determination is issued; a reviewer sees no other reviewer's work.
#pragma once

#include <nlohmann/json.hpp>

#include "server/api/call.h"

namespace openimr::server {

nlohmann::ordered_json case_view(const Call& call);
// The answer to a change: the case behind it, with its tag.
Response case_answer(Call& call, cases::Case behind);
// The answer to a change that was made before under this key, whose answer was lost: the case as it stands. Nothing
// where it was not made.
std::optional<Reply> answer_again(Call& call, const store::EventKey& key);
// An event of the history, as this one may see it; nothing where it is not for them.
std::optional<nlohmann::ordered_json> event_view(const Call& call, const cases::KeptEvent& kept);

}  // namespace openimr::server
