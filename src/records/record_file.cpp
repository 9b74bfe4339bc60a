#include "records/record_file.h"

#include <algorithm>
#include <utility>

namespace openimr::records {

RecordFile text_file(std::string name, std::string text) {
  RecordFile file{std::move(name), plain(std::move(text)), {}};
  file.pages.resize(file.text.page_begins.size());
  return file;
}

}  // namespace openimr::records
