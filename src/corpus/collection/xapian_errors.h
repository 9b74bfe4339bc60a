// What Xapian throws, as errors of ours.
#pragma once

#include <filesystem>

#include <xapian.h>

#include "base/result.h"

namespace openimr::corpus {

// Runs what asks the index or writes it, and gives its result, or the error that was thrown.
template <class Ask>
auto asked_of_index(const std::filesystem::path& folder, const Ask& ask) -> decltype(ask()) {
  try {
    return ask();
  } catch (const Xapian::DatabaseOpeningError& error) {
    return fail({ErrorCode::not_found, "there is no index", error.get_msg(), folder.string(), 0, 0,
                 "Make it: openimr corpus index."});
  } catch (const Xapian::DatabaseModifiedError& error) {
    return fail({ErrorCode::unavailable, "letters are being added to the index", error.get_msg(), folder.string(), 0, 0,
                 "Ask again."});
  } catch (const Xapian::DatabaseError& error) {
    // What the system refused, such as room on the disk, is no damage.
    if (const char* refused = error.get_error_string(); refused != nullptr)
      return fail({ErrorCode::unavailable, "the index cannot be read or written now", refused, folder.string(), 0, 0,
                   "Make room, or let the folder be written, and do it again."});
    return fail({ErrorCode::invalid, "the index is damaged", error.get_msg(), folder.string(), 0, 0,
                 "Make it anew from the letters: openimr corpus index --anew."});
  } catch (const Xapian::Error& error) {
    return fail({ErrorCode::unavailable, "the index does not do it now", error.get_msg(), folder.string(), 0, 0,
                 "Do it again; if it stays, make the index anew: openimr corpus index --anew."});
  } catch (const std::filesystem::filesystem_error& error) {
    return fail({ErrorCode::unavailable, "the index cannot be written", error.code().message(), folder.string(), 0, 0,
                 "Make room, or let the folder be written, and do it again."});
  }
}

}  // namespace openimr::corpus
