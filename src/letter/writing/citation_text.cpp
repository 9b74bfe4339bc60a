#include "letter/writing/citation_text.h"

#include <fmt/format.h>

namespace openimr::letter {
namespace {

using determination::Citation;

void add(std::string& out, const std::string& part, std::string_view before = ", ") {
  if (!part.empty()) out += (out.empty() ? "" : std::string(before)) + part;
}

std::string located(const Citation& citation) {
  return citation.pages.empty() ? "" : fmt::format("Page(s): {}", fmt::join(citation.pages, ", "));
}

std::string without_mtus(const std::string& text) {
  return text.starts_with("MTUS ") ? text.substr(5) : text;
}

// Title with its effective year, chapter, section.
std::string of_mtus(const Citation& citation) {
  if (citation.title.empty() && !citation.text.empty()) return without_mtus(citation.text);
  std::string out = without_mtus(citation.title);
  if (citation.year != 0) add(out, std::to_string(citation.year), " ");
  add(out, citation.chapter);
  if (!citation.sections.empty()) add(out, fmt::format("Section(s): {}", fmt::join(citation.sections, ", ")));
  add(out, located(citation));
  return out;
}

// Publisher and title, each once.
std::string published(const Citation& citation) {
  const auto named = [&citation](std::string_view name) { return citation.title.find(name) != std::string::npos; };
  std::string out = citation.title;
  if (citation.source == "ODG" && !named("ODG")) {
    constexpr std::string_view kTitle = "Official Disability Guidelines";
    out = named(kTitle) ? out + " (ODG)" : fmt::format("{} (ODG){}{}", kTitle, out.empty() ? "" : " ", out);
  } else if (citation.source == "ACOEM" && !named("ACOEM")) {
    out = out.empty() ? "ACOEM" : "ACOEM " + out;
  }
  return out;
}

// Publisher, title, chapter, section, year.
std::string of_another(const Citation& citation) {
  if (citation.title.empty() && !citation.text.empty()) return citation.text;
  std::string out = published(citation);
  add(out, citation.chapter);
  for (const std::string& section : citation.sections) add(out, section);
  if (citation.year != 0) add(out, std::to_string(citation.year));
  add(out, located(citation));
  return out;
}

std::string sentence(std::string text) {
  if (!text.ends_with('.')) text += '.';
  return text;
}

}  // namespace

std::string guideline_paragraph(const determination::Relied& relied, Side side) {
  if (relied.paragraph.stated()) return relied.paragraph.text;
  std::string mtus;
  std::string others;
  for (const auto& [citation, span] : relied.citations) {
    if (citation.source == "none") continue;
    const bool is_mtus = citation.source == "MTUS";
    const std::string words = is_mtus ? of_mtus(citation) : of_another(citation);
    if (words.empty()) continue;
    if (is_mtus) {
      add(mtus, words, ", and ");
    } else {
      add(others, sentence("Decision based on Non-MTUS Citation " + words), " ");
    }
  }
  std::string out;
  if (!mtus.empty()) out = sentence("Decision based on MTUS " + mtus);
  add(out, others, " ");
  if (!out.empty() || relied.citations.empty()) return out;
  return side == Side::reviewer ? "The Expert Reviewer did not cite any medical evidence for its decision."
                                : "The Claims Administrator did not cite any medical evidence for its decision.";
}

}  // namespace openimr::letter
