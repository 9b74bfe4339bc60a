#include "corpus/deidentify/phrase_table.h"

#include <algorithm>

namespace openimr::corpus::deidentify {

void PhraseTable::add(std::string_view phrase, int value) {
  const Tokens tokens(phrase);
  if (tokens.size() == 0) return;
  Row row{{}, value};
  for (std::size_t i = 0; i < tokens.size(); ++i) row.words.push_back(tokens[i].key);
  auto& rows = rows_[row.words.front()];
  const auto longer = [](const Row& a, const Row& b) { return a.words.size() > b.words.size(); };
  rows.insert(std::upper_bound(rows.begin(), rows.end(), row, longer), std::move(row));
}

Phrase PhraseTable::at(const Tokens& tokens, std::size_t token) const {
  const auto found = rows_.find(tokens[token].key);
  if (found == rows_.end()) return {};
  const auto stands = [&](const Row& row) {
    for (std::size_t i = 1; i < row.words.size(); ++i) {
      if (token + i >= tokens.size() || tokens[token + i].key != row.words[i]) return false;
      const std::string_view gap = tokens.gap(token + i - 1);
      const auto sign = std::min(gap.find_first_not_of("./-'&"), gap.size());
      const bool possessive = tokens[token + i - 1].possessive;
      if (!possessive && sign < gap.size() && !tokens.is_space(token + i - 1, gap.substr(sign)) &&
          gap.find(" & ") == std::string_view::npos)
        return false;
    }
    return true;
  };
  const auto row = std::find_if(found->second.begin(), found->second.end(), stands);
  return row == found->second.end() ? Phrase{} : Phrase{row->words.size(), row->value};
}

}  // namespace openimr::corpus::deidentify
