// What the two databases say differently. All other SQL of the store is one text for both.
#pragma once

#include <string>
#include <string_view>

#include "store/address.h"

namespace openimr::store {

struct Dialect {
  std::string_view text;       // the type of a text that is ordered by its bytes
  std::string_view number;     // the type of a whole number of 64 bits
  std::string_view bytes;      // the type of binary data
  std::string_view sorted;     // behind a table whose rows lie in the order of its key
  std::string_view heap;       // behind a table of large rows
  std::string_view has_table;  // counts the tables named :name
  std::string_view lock;       // in a transaction that writes: nobody else changes tables until its end
  // In a transaction that writes: nobody else holds the stream :stream until its end. Empty: only one writes anyway.
  std::string_view lock_stream;
  std::string_view begin_write;  // begins a transaction that will write
  std::string_view begin_read;   // begins one that sees one state of the store to its end
  std::string_view bytes_in;     // the parameter :bytes as binary data
  std::string_view bytes_out;    // the column `bytes` as a text
  bool bytes_are_base64 = false;

  // Binary data on the way to :bytes, and from `bytes`.
  std::string encoded(std::string data) const;
  std::string decoded(std::string data) const;
};

const Dialect& dialect_of(Engine engine);

// Standard base64 with padding. Reading gives an empty text where it is none.
std::string to_base64(std::string_view data);
std::string from_base64(std::string_view text);

// "{name}" in a text becomes what the dialect says for text, number, bytes, sorted or heap.
std::string in_dialect(std::string_view sql, const Dialect& dialect);

}  // namespace openimr::store
