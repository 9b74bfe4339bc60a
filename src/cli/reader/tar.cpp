#include "cli/reader/tar.h"

#include "cli/reader/channel.h"

namespace openimr::reader {

void read_archive(const records::ReaderLimits&) {
  send_error(records::ReaderFault::damaged);
}

}  // namespace openimr::reader
