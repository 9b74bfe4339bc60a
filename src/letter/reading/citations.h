// From a paragraph on what a decision rests on to citations: guideline, year, chapter, sections, pages.
#pragma once

#include <string_view>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "determination/determination.h"
#include "letter/reading/titles.h"

namespace openimr::letter {

// A citation and the part of the paragraph it was read from.
struct CitedPart {
  determination::Citation citation;
  Span part;
};

class CitationReader {
 public:
  // `titles` is packs/letters/citations.yaml.
  explicit CitationReader(const nlohmann::json& titles) : titles_(titles) {}

  // Every citation of a paragraph (white space folded), in order. "Decision based on MTUS A 2004, Section(s): x, and
  // B 2016" is two of source MTUS; "Non-MTUS Citation" gives ODG, ACOEM or other, each publication by itself. A
  // paragraph that cites nothing gives one of source none; a paragraph that is empty or longer than kLongestParagraph
  // bytes gives nothing. A year of 0 and empty fields mean that the paragraph does not print them.
  std::vector<CitedPart> read(std::string_view paragraph) const;
  static constexpr std::size_t kLongestParagraph = 8192;

 private:
  CitedTitles titles_;
};

// The parts of the work, each for the text [part) of a paragraph: what follows "Decision based on MTUS ", what follows
// "Non-MTUS Citation ", and what follows "based its decision on " in letters that cite in sentences.
void read_mtus(std::string_view paragraph, Span part, const CitedTitles& titles, std::vector<CitedPart>& out);
void read_other(std::string_view paragraph, Span part, const CitedTitles& titles, std::vector<CitedPart>& out);
void read_sentence(std::string_view paragraph, Span part, const CitedTitles& titles, std::vector<CitedPart>& out);

}  // namespace openimr::letter
