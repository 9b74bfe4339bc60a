#include "corpus/collection/matching.h"

namespace openimr::corpus {
namespace {

// Notes the letters that match, and reads nothing of them.
class Noted : public Xapian::MatchSpy {
 public:
  explicit Noted(LetterSet& letters) : letters_(letters) {}
  void operator()(const Xapian::Document& document, double /*weight*/) override {
    letters_.add(document.get_docid() - 1);
  }

 private:
  LetterSet& letters_;
};

// As Xapian matches the whole query.
LetterSet letters_matched(const Shard& shard, const Xapian::Query& query) {
  LetterSet out(static_cast<std::size_t>(shard.letters()));
  Noted noted(out);
  Xapian::Enquire all(shard.words());
  all.set_query(query);
  all.set_weighting_scheme(Xapian::BoolWeight());
  all.set_docid_order(Xapian::Enquire::ASCENDING);
  all.add_matchspy(&noted);
  all.get_mset(0, 0, shard.words().get_doccount());
  return out;
}

// Whether it is of words, and of what joins them by and, or and not.
bool is_plain(const Xapian::Query& query) {
  switch (query.get_type()) {
    case Xapian::Query::LEAF_TERM:
    case Xapian::Query::LEAF_MATCH_ALL:
    case Xapian::Query::LEAF_MATCH_NOTHING:
      return true;
    case Xapian::Query::OP_OR:
    case Xapian::Query::OP_SYNONYM:
    case Xapian::Query::OP_AND:
    case Xapian::Query::OP_FILTER:
    case Xapian::Query::OP_AND_NOT:
    case Xapian::Query::OP_AND_MAYBE:
      break;
    default:
      return false;
  }
  for (std::size_t i = 0; i < query.get_num_subqueries(); ++i) {
    if (!is_plain(query.get_subquery(i))) return false;
  }
  return true;
}

LetterSet letters_with(const Shard& shard, const std::string& term) {
  LetterSet out(static_cast<std::size_t>(shard.letters()));
  const Xapian::Database& words = shard.words();
  for (auto each = words.postlist_begin(term); each != words.postlist_end(term); ++each) out.add(*each - 1);
  return out;
}

LetterSet letters_listed(const Shard& shard, const Xapian::Query& plain) {
  LetterSet out(static_cast<std::size_t>(shard.letters()));
  const auto type = plain.get_type();
  if (type == Xapian::Query::LEAF_TERM) return letters_with(shard, *plain.get_terms_begin());
  if (type == Xapian::Query::LEAF_MATCH_ALL) out.add_all();
  if (plain.get_num_subqueries() == 0) return out;
  out = letters_listed(shard, plain.get_subquery(0));
  if (type == Xapian::Query::OP_AND_MAYBE) return out;
  for (std::size_t i = 1; i < plain.get_num_subqueries(); ++i) {
    const LetterSet part = letters_listed(shard, plain.get_subquery(i));
    if (type == Xapian::Query::OP_OR || type == Xapian::Query::OP_SYNONYM) {
      out.unite(part);
    } else if (type == Xapian::Query::OP_AND_NOT) {
      out.subtract(part);
    } else {
      out.intersect(part);
    }
  }
  return out;
}

}  // namespace

LetterSet letters_found(const Shard& shard, const Xapian::Query& query) {
  return is_plain(query) ? letters_listed(shard, query) : letters_matched(shard, query);
}

}  // namespace openimr::corpus
