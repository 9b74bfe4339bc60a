// The events that a case can have, and the fields of each. Which of them a programme allows, in which state and to
// whom, its pack says (program/life.h).
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "cases/event.h"
#include "program/programme.h"

namespace openimr::cases {

enum class FieldKind : std::uint8_t {
  text,
  reviewer,   // the id of a person, as in Actor
  day,        // YYYY-MM-DD
  number,     // a whole number, not below 0
  item,       // the number of an item, from 1
  decision,   // Upheld or Overturned
  priority,   // standard or expedited
  channel,    // a way of service of the programme
  document,   // the id of a document in the store, 64 hexadecimal digits
  texts,      // a list of text
  role,       // a party of the programme, by its id
  party,      // {role, name, address?, by?}
  parties,    // a list of such
  items,      // a list of {text, service_date?, reasons?, guideline?}
  documents,  // a list of {document, name, kind?, date?, pages?}
  decisions,  // a list of {item, decision or null}
};

struct Field {
  std::string_view name;
  FieldKind kind = FieldKind::text;
  bool required = false;
  std::string_view says;
};

struct EventType {
  std::string_view id;
  std::vector<Field> fields;
  std::string_view says;
};

const std::vector<EventType>& event_types();
// Null where there is none of this name.
const EventType* event_type(std::string_view id);

// Whether the fields of an event are those of its type, each of its kind. Names the field that is wrong, and never what
// stands in it.
Result<void> check_fields(const CaseEvent& event, const program::Programme& programme);

// The field from what a user wrote: "2", "2015-10-01", or JSON where the kind is a list or an object.
Result<nlohmann::json> field_from_text(const Field& field, std::string_view text);

// "a day (YYYY-MM-DD)"
std::string_view words_of(FieldKind kind);

}  // namespace openimr::cases
