#include "records/item_places.h"

#include <algorithm>
#include <iterator>

namespace openimr::records {
namespace {

using vocabulary::Mention;
using vocabulary::TermKind;
using vocabulary::Token;

void add_new(std::vector<std::string>& parts, const std::string& name) {
  if (std::find(parts.begin(), parts.end(), name) == parts.end()) parts.push_back(name);
}

std::string side_word(std::span<const Token> tokens, std::size_t at) {
  if (at >= tokens.size()) return {};
  if (tokens[at].is("left") || tokens[at].is("lt")) return "left";
  return tokens[at].is("right") || tokens[at].is("rt") ? "right" : "";
}

}  // namespace

std::vector<std::string> body_parts_of(const vocabulary::Vocabulary& vocabulary, const CleanText& text,
                                       std::span<const Mention> mentions, Span specialty) {
  std::vector<Mention> named;
  std::copy_if(mentions.begin(), mentions.end(), std::back_inserter(named),
               [](const Mention& m) { return m.kind == TermKind::body_part; });
  std::vector<std::string> parts;
  auto next = named.begin();
  const auto add_until = [&](std::uint32_t end) {
    for (; next != named.end() && next->span.begin < end; ++next) {
      if (!specialty.contains(next->span)) add_new(parts, vocabulary.body_parts()[next->index].name);
    }
  };
  const auto size = static_cast<std::uint32_t>(text.text().size());
  const auto tokens = vocabulary::tokenize(text.text(), {0, size});
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    add_until(tokens[i].span.begin);
    if (!tokens[i].is("back") || (i + 1 < tokens.size() && tokens[i + 1].is("to"))) continue;
    const bool in_part =
        std::any_of(named.begin(), named.end(), [&](const Mention& m) { return m.span.contains(tokens[i].span); });
    if (!in_part) add_new(parts, "lumbar spine");
  }
  add_until(size);
  return parts;
}

std::optional<std::string> side_of(std::span<const Token> tokens) {
  for (const Token& token : tokens) {
    if (token.is("bilateral") || token.is("bilaterally") || token.is("both") || token.is("bilat")) return "bilateral";
  }
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const std::string first = side_word(tokens, i);
    if (first.empty()) continue;
    const bool joined =
        i + 1 < tokens.size() && (tokens[i + 1].is("and") || tokens[i + 1].is("&") || tokens[i + 1].is("/"));
    const std::string second = joined ? side_word(tokens, i + 2) : "";
    return second.empty() || second == first ? first : "bilateral";
  }
  return std::nullopt;
}

}  // namespace openimr::records
