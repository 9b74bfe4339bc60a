#include "cli/reader/html.h"

#include "cli/reader/channel.h"

namespace openimr::reader {

void read_html(std::string_view, const records::ReaderLimits&) {
  send_error(records::ReaderFault::damaged);
}

}  // namespace openimr::reader
