// What is said of records and pages that could not be read. Of a page it is half a sentence, which follows its number:
// "page 7 could not be read: it is damaged". Of a file it is an error without its place, which the caller adds.
#pragma once

#include <cstdint>
#include <string>

#include "base/result.h"
#include "records/reader_frames.h"
#include "records/record_file.h"
#include "records/untrusted.h"

namespace openimr::records {

std::string page_loss(ErrorFrame said, const ReaderLimits& limits);
std::string page_too_slow(const ReaderLimits& limits);
// The child ended over the page, with a status as waitpid() gives it.
std::string page_fell(int status, const ReaderLimits& limits);

Error file_loss(ErrorFrame said, const ReaderLimits& limits);
Error file_too_large(std::uint64_t bytes, const ReaderLimits& limits);
Error file_too_slow(const ReaderLimits& limits);
Error file_fell(int status, const ReaderLimits& limits);
// A file of a kind that is not read.
Error file_of_unknown_kind();
Error office_document();
Error archive_in_archive();
Error empty_file();

// One error for each reason for which pages of the file were lost: "pages 3-5 and 9 could not be read: ...". Reasons
// that differ in their figures only, which follow a ':', are one.
std::vector<Error> losses_of_pages(const RecordFile& file, const std::string& path);

}  // namespace openimr::records
