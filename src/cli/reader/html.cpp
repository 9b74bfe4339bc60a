#include "cli/reader/html.h"

#include <memory>
#include <optional>
#include <string>

#include <libxml/HTMLparser.h>

#include "cli/reader/channel.h"
#include "cli/reader/html_charset.h"
#include "cli/reader/html_text.h"

namespace openimr::reader {
namespace {

using records::ErrorFrame;
using records::FrameKind;
using records::ReaderFault;

struct Reading {
  htmlParserCtxtPtr parser;
  HtmlText text;
  std::uint64_t limit;

  void stop_at_limit() const {
    if (text.text().size() > limit) xmlStopParser(parser);
  }
};

Reading& reading(void* data) {
  return *static_cast<Reading*>(data);
}
std::string_view view(const xmlChar* text) {
  return reinterpret_cast<const char*>(text);
}

// Only what is heard of the parser: it builds no tree, so that depth costs nothing.
htmlSAXHandler handlers() {
  htmlSAXHandler out{};
  out.startElement = [](void* data, const xmlChar* name, const xmlChar**) { reading(data).text.start(view(name)); };
  out.endElement = [](void* data, const xmlChar* name) { reading(data).text.end(view(name)); };
  out.characters = [](void* data, const xmlChar* letters, int size) {
    reading(data).text.add(view(letters).substr(0, static_cast<std::size_t>(size)));
    reading(data).stop_at_limit();
  };
  out.ignorableWhitespace = out.characters;
  out.cdataBlock = out.characters;
  out.initialized = 1;
  return out;
}

}  // namespace

void warm_up_html() {
  xmlInitParser();
}

std::variant<std::string, ErrorFrame> html_text(std::string_view bytes, const records::ReaderLimits& limits) {
  const auto page = html_as_utf8(bytes);
  if (!page) return ErrorFrame{ReaderFault::unknown_set};
  const std::unique_ptr<htmlParserCtxt, decltype(&htmlFreeParserCtxt)> parser(htmlNewParserCtxt(), htmlFreeParserCtxt);
  if (!parser) return ErrorFrame{ReaderFault::memory};
  Reading reading{parser.get(), {}, limits.text};
  *parser->sax = handlers();
  parser->userData = &reading;
  constexpr int kOptions = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                           HTML_PARSE_NODEFDTD | HTML_PARSE_IGNORE_ENC;
  if (page->size() > records::kMostBytes) return ErrorFrame{ReaderFault::memory};
  htmlCtxtReadMemory(parser.get(), page->data(), static_cast<int>(page->size()), nullptr, "UTF-8", kOptions);
  if (parser->lastError.code == XML_ERR_NO_MEMORY) return ErrorFrame{ReaderFault::memory};
  if (reading.text.text().size() > limits.text) return ErrorFrame{ReaderFault::much_text};
  return reading.text.text();
}

std::optional<ErrorFrame> read_html(std::string_view bytes, const records::ReaderLimits& limits) {
  const auto text = html_text(bytes, limits);
  if (const auto* error = std::get_if<ErrorFrame>(&text)) return *error;
  send(FrameKind::text, std::get<std::string>(text));
  return std::nullopt;
}

}  // namespace openimr::reader
