// A question asked of one shard.
#pragma once

#include <xapian.h>

#include "corpus/collection/search.h"
#include "corpus/collection/shard.h"

namespace openimr::corpus {

// A question as Xapian has it. For one thread and one shard.
struct Asked {
  Xapian::Query query;
  std::string corrected;  // empty where all words are known
};
// Fails with wrong_use where the question cannot be read: an open quotation, an unknown field.
Result<Asked> asked(const Question& question, const Shard& shard);

struct Hit {
  std::int64_t number = 0;
  double weight = 0;
  std::string decided;  // as sortable()
};

// What a shard gives to an answer.
struct ShardAnswer {
  std::int64_t total = 0;
  bool is_exact = true;
  std::vector<Hit> hits;  // the first of them, in the order asked for
  std::array<std::vector<std::pair<std::string, std::int64_t>>, kFacets> facets;
};
ShardAnswer ask(const Shard& shard, const Xapian::Query& query, const Question& question);

// Text and words of a found letter.
Snippet snippet_of(const Shard& shard, const Xapian::Query& query, const std::string& text);
std::vector<std::string> words_in_common(const Shard& shard, const Xapian::Query& query, std::int64_t number);

}  // namespace openimr::corpus
