// From the words of a question to a query.
#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "corpus/collection/asking.h"
#include "corpus/collection/index_terms.h"

namespace openimr::corpus {
namespace {

constexpr unsigned kFlags = Xapian::QueryParser::FLAG_PHRASE | Xapian::QueryParser::FLAG_BOOLEAN |
                            Xapian::QueryParser::FLAG_LOVEHATE | Xapian::QueryParser::FLAG_WILDCARD |
                            Xapian::QueryParser::FLAG_SPELLING_CORRECTION | Xapian::QueryParser::FLAG_AUTO_SYNONYMS;
constexpr Xapian::termcount kMostWords = 200;  // that a prefix stands for; the most frequent
constexpr std::size_t kLongestQuestion = 2000;

class FieldTerm : public Xapian::FieldProcessor {
 public:
  explicit FieldTerm(Facet facet) : facet_(facet) {}
  Xapian::Query operator()(const std::string& value) override { return Xapian::Query(term_of(facet_, value)); }

 private:
  Facet facet_;
};

// "decided:2016-01-01..2016-12-31", either end open; a year or a month stands for its first or last day.
class DecidedRange : public Xapian::RangeProcessor {
 public:
  DecidedRange() : Xapian::RangeProcessor(kDecidedSlot, "decided:") {}
  Xapian::Query operator()(const std::string& begin, const std::string& end) override {
    const auto from = whole(begin, "01-01", "-01");
    const auto until = whole(end, "12-31", "-31");
    if (!from || !until) return Xapian::Query(Xapian::Query::OP_INVALID);
    if (until->empty()) return Xapian::Query(Xapian::Query::OP_VALUE_GE, kDecidedSlot, *from);
    return Xapian::Query(Xapian::Query::OP_VALUE_RANGE, kDecidedSlot, *from, *until);
  }

 private:
  static std::optional<std::string> whole(const std::string& text, const std::string& of_year,
                                          const std::string& of_month) {
    constexpr std::size_t kYear = 4;
    constexpr std::size_t kMonth = 7;
    constexpr std::size_t kDay = 10;
    std::string out = text;
    if (out.size() == kYear) out += "-" + of_year;
    if (out.size() == kMonth) out += of_month;
    if (!out.empty() && out.size() != kDay) return {};
    std::erase(out, '-');
    return out;
  }
};

// The parser takes no hyphen in the name of a field.
std::string plain(std::string_view name) {
  std::string out(name);
  std::replace(out.begin(), out.end(), '-', '_');
  return out;
}

std::string with_plain_names(std::string words) {
  for (const FacetName& each : facet_names()) {
    const std::string name = std::string(each.name) + ":";
    for (auto at = words.find(name); at != std::string::npos; at = words.find(name, at + 1))
      words.replace(at, each.name.size(), plain(each.name));
  }
  return words;
}

Xapian::Query of_day_range(const Question& question) {
  if (question.from && question.until)
    return {Xapian::Query::OP_VALUE_RANGE, kDecidedSlot, sortable(*question.from), sortable(*question.until)};
  if (question.from) return {Xapian::Query::OP_VALUE_GE, kDecidedSlot, sortable(*question.from)};
  return {Xapian::Query::OP_VALUE_LE, kDecidedSlot, sortable(*question.until)};
}

Xapian::Query of_fields(const Question& question) {
  std::map<Facet, std::vector<Xapian::Query>> by_facet;
  for (const auto& [facet, value] : question.where) by_facet[facet].emplace_back(term_of(facet, value));
  std::vector<Xapian::Query> all;
  for (const auto& [facet, any] : by_facet) all.emplace_back(Xapian::Query::OP_OR, any.begin(), any.end());
  return {Xapian::Query::OP_AND, all.begin(), all.end()};
}

}  // namespace

Result<Asked> asked(const Question& question, const Shard& shard) {
  const auto unreadable = [&](const std::string& why) {
    return fail({ErrorCode::wrong_use, "the question cannot be read: " + why, question.words.substr(0, 100), "", 0, 0,
                 "Ask for words, a \"phrase\", or a field: drug:carisoprodol."});
  };
  if (question.words.size() > kLongestQuestion) return unreadable("it is longer than 2,000 letters");
  Asked out;
  const bool has_words = question.words.find_first_not_of(" \t") != std::string::npos;
  if (has_words) {
    Xapian::QueryParser parser;
    parser.set_database(shard.words());
    parser.set_stemmer(stemmer());
    parser.set_default_op(Xapian::Query::OP_OR);
    parser.set_max_expansion(kMostWords, Xapian::Query::WILDCARD_LIMIT_MOST_FREQUENT);
    for (const FacetName& each : facet_names()) {
      if (each.facet != Facet::age_group)
        parser.add_boolean_prefix(plain(each.name), (new FieldTerm(each.facet))->release());
    }
    parser.add_rangeprocessor((new DecidedRange)->release());
    parser.add_rangeprocessor((new Xapian::NumberRangeProcessor(kAgeSlot, "age:"))->release());
    try {
      out.query = parser.parse_query(with_plain_names(question.words), kFlags);
    } catch (const Xapian::QueryParserError& error) {
      return unreadable(error.get_msg());
    }
    out.corrected = parser.get_corrected_query_string();
  } else {
    out.query = Xapian::Query::MatchAll;
  }
  if (!question.where.empty()) out.query = Xapian::Query(Xapian::Query::OP_FILTER, out.query, of_fields(question));
  if (question.from || question.until)
    out.query = Xapian::Query(Xapian::Query::OP_FILTER, out.query, of_day_range(question));
  return out;
}

}  // namespace openimr::corpus
