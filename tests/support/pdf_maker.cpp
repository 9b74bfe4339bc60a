#include "support/pdf_maker.h"

#include <fmt/core.h>

namespace openimr::testing {
namespace {

// Bits as deflate packs them: the lowest of a byte first.
class Bits {
 public:
  void add(std::uint32_t value, int count) {
    for (int i = 0; i < count; ++i) add_bit((value >> static_cast<unsigned>(i)) & 1U);
  }
  // Codes of Huffman stand with their highest bit first.
  void add_code(std::uint32_t code, int count) {
    for (int i = count - 1; i >= 0; --i) add_bit((code >> static_cast<unsigned>(i)) & 1U);
  }
  std::string take() {
    if (filled_ > 0) out_ += static_cast<char>(byte_);
    return std::move(out_);
  }

 private:
  void add_bit(std::uint32_t bit) {
    byte_ |= bit << filled_;
    if (++filled_ < 8) return;
    out_ += static_cast<char>(byte_);
    byte_ = 0;
    filled_ = 0;
  }
  std::string out_;
  std::uint32_t byte_ = 0;
  unsigned filled_ = 0;
};

}  // namespace

std::string pdf_of(const std::vector<std::string>& objects, const std::string& trailer) {
  std::string out = "%PDF-1.7\n";
  std::string places = fmt::format("xref\n0 {}\n0000000000 65535 f \n", objects.size() + 1);
  for (std::size_t i = 0; i < objects.size(); ++i) {
    places += fmt::format("{:010} 00000 n \n", out.size());
    out += fmt::format("{} 0 obj\n", i + 1) + objects[i] + "\nendobj\n";
  }
  return fmt::format("{}{}trailer\n<</Size {}/Root 1 0 R{}>>\nstartxref\n{}\n%%EOF\n", out, places, objects.size() + 1,
                     trailer, out.size());
}

std::string stream_object(std::string_view bytes, const std::string& dictionary) {
  return fmt::format("<<{}/Length {}>>\nstream\n{}\nendstream", dictionary, bytes.size(), bytes);
}

std::string pdf_of_pages(const std::vector<std::string>& contents, const std::string& page,
                         const std::string& catalog) {
  std::vector<std::string> objects = {"<</Type/Catalog/Pages 2 0 R" + catalog + ">>", "",
                                      "<</Type/Font/Subtype/Type1/BaseFont/Times-Roman>>"};
  std::string kids;
  for (const std::string& content : contents) {
    const std::size_t number = objects.size() + 1;
    kids += fmt::format("{} 0 R ", number);
    objects.push_back(
        fmt::format("<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents {} 0 R"
                    "/Resources<</Font<</F 3 0 R>>>>{}>>",
                    number + 1, page));
    objects.push_back(stream_object(content));
  }
  objects[1] = fmt::format("<</Type/Pages/Kids[{}]/Count {}>>", kids, contents.size());
  return pdf_of(objects);
}

std::string draw(const std::string& words, int left, int bottom) {
  return fmt::format("BT /F 12 Tf {} {} Td ({}) Tj ET\n", left, bottom, words);
}

std::string repeated_deflated(std::string_view start, std::uint64_t bytes) {
  Bits out;
  out.add(0x78, 8);  // zlib: deflate
  out.add(0x9C, 8);
  out.add(1, 1);                                                                     // one block, the last
  out.add(1, 2);                                                                     // of the fixed codes
  for (const char c : start) out.add_code(0x30U + static_cast<std::uint8_t>(c), 8);  // ASCII only
  for (std::uint64_t done = start.size(); done < bytes; done += 258) {
    out.add_code(0b11000101, 8);  // 258 bytes
    out.add_code(0b00011, 5);     // from four before
  }
  out.add_code(0, 7);
  return out.take();
}

}  // namespace openimr::testing
