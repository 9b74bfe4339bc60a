// What openimr-reader and the program that started it say to each other, over one socket on the same machine.
//
// Both sides send frames: a head and as many bytes as the head says. The child is asked with one frame of the kind of
// the document, and answers with its pages and then `end`, or with `error` at any point; it then waits for the next.
// Neither side believes a length: each compares it with its own limits before it makes room.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "records/laid_out_text.h"

namespace openimr::records {

enum class FrameKind : std::uint32_t {
  // To the child: a document's bytes.
  pdf = 1,
  html = 2,
  // To the child: a record, page by page from one on (4 bytes, from 1), and its bytes.
  pdf_record = 3,
  picture_record = 4,
  // To a child that recognises scans: a Raster.
  scan = 5,
  // To the child: a PDF to be looked through (records/finished_pdf.h), as a record is sent.
  finished_pdf = 6,
  // From the child, about a document.
  page = 16,   // PageFrame
  text = 17,   // UTF-8, for a document without a layout
  end = 18,    // nothing
  error = 19,  // ErrorFrame
  // From the child, about a record: how many pages it has, and then for each page asked for, `page` with the words that
  // it had, or `lost_page`; before it a `raster`, where the page is a picture whose words are to be recognised.
  page_count = 20,  // 4 bytes
  raster = 21,      // Raster
  lost_page = 22,   // ErrorFrame
  // From a child that recognises scans, before the page.
  recognised = 23,  // Recognised
  // From the child, before a page of a finished PDF, where there is anything: Beside, one after another.
  beside = 24,
  // From the child, about an archive.
  entry = 32,            // the name; the bytes follow
  entry_bytes = 33,      // the next bytes of the entry
  entry_end = 34,        // nothing
  entry_too_large = 35,  // the name; no bytes follow
};

struct FrameHead {
  FrameKind kind;
  std::uint32_t length;
};

// Why a document has no text. The words for it are the parent's.
enum class ReaderFault : std::uint32_t {
  damaged = 1,        // not what it was said to be, or broken
  locked = 2,         // needs a password
  no_text = 3,        // `number` pages and no word on any
  many_pages = 4,     // `number` pages, more than the limit
  much_text = 5,      // more than the limit
  memory = 6,         // more than the limit
  unknown_set = 7,    // a set of characters that is not read here
  large_picture = 8,  // `number` million points, more than are read
  no_font = 9,        // a page of a finished PDF needs a font that the file does not have
};

struct ErrorFrame {
  ReaderFault fault;
  std::uint32_t number = 0;
};

// A frame's length is 32 bits, and poppler takes lengths as int.
inline constexpr std::uint64_t kMostBytes = 0x7FFF'0000;
// What the frames of one document may hold beyond the limit on text: the heads of pages, and an error at the end.
inline constexpr std::uint64_t kMostExtra = 64U << 10U;

// The picture of a page in grey, a byte a point, rows from the top; 255 is white. The bytes of the points follow.
struct Raster {
  std::uint32_t width = 0;
  std::uint32_t height = 0;
  float dots_per_inch = 0;
};
// A page of 11 by 17 inches at 300 dots per inch, and a little more.
inline constexpr std::uint64_t kMostRasterBytes = 20'000'000;
std::string_view as_bytes(const Raster& raster);
// The raster of a frame's bytes, whose points are what follows it; nothing where they do not hold what they say.
std::optional<Raster> read_raster(std::string_view bytes);
std::string_view points_of(std::string_view raster_bytes);

// What was recognised on a page. The words of the page that follows stand as on the page turned upright; `skew` is how
// far the page was turned for that about its middle, clockwise in degrees.
struct Recognised {
  std::uint32_t words = 0;    // all of them, with those that are not sent
  std::uint32_t trusted = 0;  // words of good confidence
  float confidence = 0;       // mean over all words, 0 to 100
  float skew = 0;
  float ink = 0;  // share of the page's points that are dark
};
std::string_view as_bytes(const Recognised& recognised);
std::optional<Recognised> read_recognised(std::string_view bytes);

std::string_view as_bytes(const std::uint32_t& number);
std::optional<std::uint32_t> read_number(std::string_view bytes);

// What a finished PDF holds that stands on no page: `where` is "particular Author", "particular XMP", "bookmark",
// "attachment" (its name), or "outside" (words beyond the edges of the page that follows).
struct Beside {
  std::string where;
  std::string text;
};
// Adds it to the bytes of a frame.
void append(std::string& frame, const Beside& beside);
// All of a frame's bytes, as plain visible text; nothing where they do not hold what they say.
std::optional<std::vector<Beside>> read_beside(std::string_view bytes);

// How the child ends where it cannot send a frame any more.
inline constexpr int kExitOutOfMemory = 71;
inline constexpr int kExitNotLocked = 72;     // it could not give up its rights, so it read nothing
inline constexpr int kExitNotInstalled = 73;  // what recognises scans is not installed
inline constexpr int kExitWrongUse = 64;

// A page on its way: its size, a row for each word, and then the text of all words in one piece.
class PageFrame {
 public:
  void begin(float width, float height);
  // Where the text of the next word is to be added.
  std::string& text() { return text_; }
  // Ends the word whose text was added last; nothing where none was.
  void end_word(Box box, int turn);
  // Head and all; valid until the next begin().
  std::string_view finish();
  std::size_t size() const { return frame_.size() + text_.size(); }
  // Of the page, before finish().
  float width() const;
  float height() const;
  std::vector<Box> boxes() const;

 private:
  std::string frame_;
  std::string text_;
};

// The page in a frame's bytes; nothing where they do not hold what they say.
std::optional<Page> read_page(std::string_view bytes);

std::string_view as_bytes(const FrameHead& head);
FrameHead read_head(std::string_view bytes);  // of sizeof(FrameHead) bytes
std::string_view as_bytes(const ErrorFrame& error);
std::optional<ErrorFrame> read_error(std::string_view bytes);

}  // namespace openimr::records
