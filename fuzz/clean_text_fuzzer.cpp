// Any bytes as text: every span of the clean text maps into the original, in order, and sentences cover its words.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/clean_text.h"
#include "engine.h"

using namespace openimr;
using fuzzing::must;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view in(reinterpret_cast<const char*>(data), size);
  const CleanText text(in);
  const std::string_view clean = text.text();
  must(text.original() == in, "the original is kept");
  std::uint32_t before = 0;
  for (std::uint32_t i = 0; i < clean.size(); ++i) {
    const Span span = text.to_original({i, i + 1});
    must(span.begin < span.end && span.end <= in.size(), "a span lies in the original");
    must(span.begin >= before, "spans keep their order");
    must(text.original_text({i, i + 1}) == in.substr(span.begin, span.end - span.begin), "the words are the bytes");
    must(!(clean[i] >= 'A' && clean[i] <= 'Z'), "clean text is lower case");
    must(i == 0 || (clean[i] != ' ' && clean[i] != '\n') || (clean[i - 1] != ' ' && clean[i - 1] != '\n'),
         "spaces are single");
    before = span.begin;
  }
  std::uint32_t at = 0;
  for (std::size_t s = 0; s < text.sentences().size(); ++s) {
    const Span sentence = text.sentences()[s];
    must(at <= sentence.begin && sentence.begin < sentence.end && sentence.end <= clean.size(), "sentences in order");
    for (std::uint32_t i = at; i < sentence.begin; ++i)
      must(clean[i] == ' ' || clean[i] == '\n', "no word is left out");
    must(text.sentence_at(sentence.begin) == s && text.sentence_at(sentence.end - 1) == s, "sentence_at finds it");
    at = sentence.end;
  }
  for (auto i = at; i < clean.size(); ++i) must(clean[i] == ' ' || clean[i] == '\n', "no word is left out at the end");
  const std::size_t bad = first_invalid_utf8(in);
  must(bad == std::string_view::npos || bad < in.size(), "the invalid byte lies in the text");
  must(bad == std::string_view::npos || first_invalid_utf8(in.substr(0, bad)) == std::string_view::npos,
       "what is before the first invalid byte is valid");
  return 0;
}
