// Blocks of a programme's wording, with the facts of a case in their places.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "cases/correspondence.h"

namespace openimr::cases {

// Adds the blocks whose conditions hold for this copy. `paper` is the paper as messages name it: "the notice noarfi".
Result<void> fill_in(const program::Programme& programme, const std::string& paper,
                     const std::vector<program::NoticeBlock>& blocks, const NoticeFacts& facts,
                     std::vector<letter::PaperBlock>& to);

// Fails where the name or the address of a party is missing, or party or way is none of the programme's.
Result<void> check_addressee(const program::Programme& programme, const std::string& paper, const Addressee& to);

// Fails where a fact has a name that is none of program/placeholders.h, or is of another kind.
Result<void> check_names(const NoticeFacts& facts);

// The error of a paper that needs a fact.
tl::unexpected<Error> lacks(const std::string& paper, const std::string& fact, std::string remedy);

bool is_blank(std::string_view text);

}  // namespace openimr::cases
