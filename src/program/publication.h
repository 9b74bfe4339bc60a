// What of a determination is published, and what has to be taken out of it first.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "program/calendar.h"

namespace openimr::program {

class Programme;

struct PublicationRow {
  std::string field;  // "case-number", "employee-name"
  std::string says;   // in words
  bool published = false;
  std::string section;
  Standing standing = Standing::unverified;
};

// Whether a field is published. Nothing where the pack does not say: whoever publishes has to keep such a field back.
std::optional<bool> is_published(const Programme& programme, std::string_view field);

}  // namespace openimr::program
