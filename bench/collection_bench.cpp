// The collection of published letters against its peers, on the letters of a collection that is there:
//
//   openimr corpus simulate --letters 100000 --out letters/
//   openimr corpus add letters/ --corpus collection/
//   build/release/bench/collection collection/ [--letters 100000] [--queries 200] [--fts5] [--postgres ADDRESS]
//
// Prints what bare Xapian takes to index the same texts (two shards, a thread each) beside our own index of the same
// letters, and for a list of questions, and for the twenty words alone that most letters have, the median and the
// slowest hundredth: ours with and without facets, SQLite's FTS5 (bm25) and PostgreSQL's (GIN, ts_rank), these with
// snippets of the ten letters and without. Each question was asked once before. Temporary files go beside the
// collection and are taken away.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <functional>
#include <iostream>
#include <random>
#include <thread>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <libpq-fe.h>
#include <sqlite3.h>
#include <sys/resource.h>
#include <xapian.h>

#include "base/packs.h"
#include "corpus/collection/collection.h"
#include "vocabulary/vocabulary.h"

namespace openimr {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point begin) {
  return std::chrono::duration<double>(Clock::now() - begin).count();
}

struct Options {
  std::string folder;
  std::int64_t letters = 100'000;
  int queries = 200;
  bool index = false;
  bool fts5 = false;
  std::string postgres;
};

[[noreturn]] void end_with(const std::string& message) {
  std::fprintf(stderr, "%s\n", message.c_str());
  std::exit(1);
}

std::vector<std::string> texts_of(const fs::path& folder, std::int64_t most) {
  const auto store = corpus::LetterStore::open(corpus::letters_file(folder), corpus::LetterStore::Make::no);
  if (!store) end_with(store.error().to_string());
  std::vector<std::string> out;
  const auto read = store->each(0, 1, 0, [&](std::int64_t, const corpus::Published& letter) {
    out.push_back(letter.text);
    return static_cast<std::int64_t>(out.size()) < most;
  });
  if (!read) end_with(read.error().to_string());
  return out;
}

// Committed after so many documents of a shard; 0: as Xapian does, every 10,000.
double bare_xapian(const std::vector<std::string>& texts, const fs::path& folder, std::size_t together) {
  const auto begin = Clock::now();
  std::vector<std::jthread> threads;
  for (std::size_t rest = 0; rest < 2; ++rest) {
    threads.emplace_back([&, rest] {
      Xapian::WritableDatabase index((folder / fmt::format("bare-{}", rest)).string(), Xapian::DB_CREATE_OR_OVERWRITE);
      Xapian::TermGenerator words;
      words.set_stemmer(Xapian::Stem("english"));
      for (std::size_t i = rest, added = 0; i < texts.size(); i += 2) {
        Xapian::Document document;
        words.set_document(document);
        words.set_termpos(0);
        words.index_text(texts[i]);
        index.add_document(document);
        if (together > 0 && ++added % together == 0) index.commit();
      }
      index.commit();
    });
  }
  threads.clear();
  return seconds_since(begin);
}

double our_index(const std::vector<std::string>& texts, const fs::path& folder,
                 const vocabulary::Vocabulary& vocabulary, const fs::path& of) {
  // A collection of the same letters, kept first; the time is that of the index alone.
  const auto from = corpus::LetterStore::open(corpus::letters_file(of), corpus::LetterStore::Make::no);
  auto to = corpus::LetterStore::open(corpus::letters_file(folder), corpus::LetterStore::Make::yes);
  if (!from || !to) end_with("the letters cannot be copied");
  std::vector<corpus::Published> batch;
  std::size_t kept = 0;
  const auto keep = [&] {
    if (!to->add(batch)) end_with("the letters cannot be copied");
    kept += batch.size();
    batch.clear();
  };
  const auto read = from->each(0, 1, 0, [&](std::int64_t, const corpus::Published& letter) {
    batch.push_back(letter);
    if (batch.size() == 1000) keep();
    return kept + batch.size() < texts.size();
  });
  if (!read) end_with(read.error().to_string());
  keep();
  const auto begin = Clock::now();
  corpus::Indexed indexed;
  if (const auto done = corpus::index_letters(folder, vocabulary, true, indexed, [] { return true; }); !done)
    end_with(done.error().to_string());
  return seconds_since(begin);
}

// Words by how many letters have them, the most first.
std::vector<std::string> frequent_words(const fs::path& folder) {
  const Xapian::Database index((folder / "index" / "words-0").string());
  std::vector<std::pair<Xapian::doccount, std::string>> words;
  for (auto term = index.allterms_begin(); term != index.allterms_end(); ++term) {
    const std::string word = *term;
    if (word.size() > 2 && std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; }))
      words.emplace_back(term.get_termfreq(), word);
  }
  std::sort(words.rbegin(), words.rend());
  std::vector<std::string> out;
  for (const auto& [often, word] : words) out.push_back(word);
  return out;
}

// One, two or three words, a quarter of them among the twenty that most letters have, the rest from all.
std::vector<std::string> questions(const std::vector<std::string>& words, int count) {
  std::mt19937 dice(1);
  std::vector<std::string> out;
  for (int i = 0; i < count; ++i) {
    const std::size_t among =
        i % 4 == 0 ? std::min<std::size_t>(20, words.size()) : std::min<std::size_t>(2000, words.size());
    std::string question;
    for (int k = 0; k <= i % 3; ++k) question += (k == 0 ? "" : " ") + words[dice() % among];
    out.push_back(question);
  }
  return out;
}

struct Questions {
  std::vector<std::string> mixed;
  std::vector<std::string> frequent;  // the words that most letters have, each alone
};

using Ask = std::function<void(const std::string&)>;

void time_questions(const std::string& name, const std::vector<std::string>& list, const Ask& ask) {
  for (const std::string& question : list) ask(question);  // the files are in memory then, ours and the peers'
  std::vector<double> times;
  std::pair<double, std::string> slowest;
  for (const std::string& question : list) {
    const auto begin = Clock::now();
    ask(question);
    times.push_back(1000 * seconds_since(begin));
    slowest = std::max(slowest, {times.back(), question});
  }
  std::sort(times.begin(), times.end());
  std::printf("%-46s median %8.2f ms   99th %8.2f ms   slowest %8.2f ms (%s)\n", name.c_str(), times[times.size() / 2],
              times[times.size() * 99 / 100], times.back(), slowest.second.c_str());
  std::fflush(stdout);
}

void time_questions(const std::string& name, const Questions& questions, const Ask& ask) {
  time_questions(name, questions.mixed, ask);
  time_questions(name + ", frequent words", questions.frequent, ask);
}

// Of this process so far.
double most_megabytes() {
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  return static_cast<double>(used.ru_maxrss) / 1024;
}

void ask_ours(const Options& options, const Questions& list) {
  const auto begin = Clock::now();
  const auto collection = corpus::Collection::open(options.folder);
  if (!collection) end_with(collection.error().to_string());
  std::printf("opened in %.0f ms: %lld letters, %lld items\n", 1000 * seconds_since(begin),
              static_cast<long long>(collection->letters()), static_cast<long long>(collection->items()));
  const auto ask = [&](corpus::Question question) {
    if (const auto answer = collection->answer(question); !answer) end_with(answer.error().to_string());
  };
  time_questions("ours, ten letters with snippets", list,
                 [&](const std::string& words) { ask({.words = words, .most = 10}); });
  time_questions("ours, with facets", list,
                 [&](const std::string& words) { ask({.words = words, .most = 10, .facets = true}); });
  std::vector<std::string> fields;
  for (const corpus::FacetName& each : corpus::facet_names()) fields.emplace_back(each.name);
  time_questions("ours, a page of statistics", fields,
                 [&](const std::string& by) { collection->count({.by = *corpus::facet_named(by)}); });
  std::printf("memory until here at most: %.0f MB\n", most_megabytes());
}

// "a b" as "a OR b"
std::string any_of(std::string words) {
  for (auto at = words.find(' '); at != std::string::npos; at = words.find(' ', at + 4)) words.replace(at, 1, " OR ");
  return words;
}

void ask_fts5(const std::vector<std::string>& texts, const fs::path& folder, const Questions& list) {
  sqlite3* file = nullptr;
  sqlite3_open((folder / "fts5.db").c_str(), &file);
  const auto run = [&](const std::string& sql) {
    if (sqlite3_exec(file, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) end_with(sqlite3_errmsg(file));
  };
  const auto begin = Clock::now();
  run("PRAGMA journal_mode=OFF; CREATE VIRTUAL TABLE letters USING fts5(text, tokenize='porter unicode61'); BEGIN");
  sqlite3_stmt* insert = nullptr;
  sqlite3_prepare_v2(file, "INSERT INTO letters(text) VALUES (?)", -1, &insert, nullptr);
  for (const std::string& text : texts) {
    sqlite3_bind_text(insert, 1, text.data(), static_cast<int>(text.size()), SQLITE_STATIC);
    sqlite3_step(insert);
    sqlite3_reset(insert);
  }
  sqlite3_finalize(insert);
  run("COMMIT");
  std::printf("FTS5 indexed %zu letters in %.1f s\n", texts.size(), seconds_since(begin));
  for (const auto& [name, what] :
       {std::pair("SQLite FTS5, bm25", "rowid"),
        std::pair("SQLite FTS5, with snippets", "snippet(letters, 0, '<', '>', '...', 32)")}) {
    sqlite3_stmt* select = nullptr;
    const std::string sql =
        fmt::format("SELECT {} FROM letters WHERE letters MATCH ? ORDER BY bm25(letters) LIMIT 10", what);
    sqlite3_prepare_v2(file, sql.c_str(), -1, &select, nullptr);
    time_questions(name, list, [&](const std::string& words) {
      const std::string any = any_of(words);
      sqlite3_bind_text(select, 1, any.c_str(), -1, SQLITE_TRANSIENT);
      while (sqlite3_step(select) == SQLITE_ROW) {
      }
      sqlite3_reset(select);
    });
    sqlite3_finalize(select);
  }
  sqlite3_close(file);
}

void ask_postgres(const std::vector<std::string>& texts, const std::string& address, const Questions& list) {
  PGconn* server = PQconnectdb(address.c_str());
  if (PQstatus(server) != CONNECTION_OK) end_with(PQerrorMessage(server));
  const auto run = [&](const std::string& sql, const char* value = nullptr) {
    PGresult* result =
        PQexecParams(server, sql.c_str(), value == nullptr ? 0 : 1, nullptr, &value, nullptr, nullptr, 0);
    const auto status = PQresultStatus(result);
    PQclear(result);
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) end_with(PQerrorMessage(server));
  };
  const auto begin = Clock::now();
  run("DROP TABLE IF EXISTS bench_letters");
  run("CREATE UNLOGGED TABLE bench_letters (text text, words tsvector)");
  run("BEGIN");
  for (const std::string& text : texts)
    run("INSERT INTO bench_letters VALUES ($1, to_tsvector('english', $1))", text.c_str());
  run("COMMIT");
  run("CREATE INDEX ON bench_letters USING gin (words)");
  run("ANALYZE bench_letters");
  std::printf("PostgreSQL indexed %zu letters in %.1f s\n", texts.size(), seconds_since(begin));
  for (const auto& [name, what] : {std::pair("PostgreSQL, GIN and ts_rank", "1"),
                                   std::pair("PostgreSQL, with snippets", "ts_headline(text, asked)")}) {
    const std::string sql = fmt::format(
        "SELECT {} FROM (SELECT text, asked FROM bench_letters, websearch_to_tsquery('english', $1) AS asked "
        "WHERE words @@ asked ORDER BY ts_rank(words, asked) DESC LIMIT 10) AS best",
        what);
    time_questions(name, list, [&](const std::string& words) { run(sql, any_of(words).c_str()); });
  }
  run("DROP TABLE bench_letters");
  PQfinish(server);
}

void run(const Options& options) {
  const std::vector<std::string> words = frequent_words(options.folder);
  constexpr std::size_t kMostFrequent = 20;
  const Questions list = {
      questions(words, options.queries),
      {words.begin(), words.begin() + static_cast<std::ptrdiff_t>(std::min(kMostFrequent, words.size()))}};
  ask_ours(options, list);
  if (!options.index && !options.fts5 && options.postgres.empty()) return;
  const fs::path work = fs::path(options.folder) / "bench";
  fs::create_directories(work / "ours");
  const auto texts = texts_of(options.folder, options.letters);
  if (options.index) {
    const auto packs = read_snapshot(OPENIMR_SNAPSHOT);
    const auto vocabulary = vocabulary::Vocabulary::from_packs(packs->data["vocabulary"]);
    const double bare = bare_xapian(texts, work, 0);
    const double often = bare_xapian(texts, work, 1000);
    const double ours = our_index(texts, work / "ours", *vocabulary, options.folder);
    std::printf(
        "index of %zu letters: bare Xapian %.1f s, committed every 1,000 %.1f s; ours %.1f s, %.2f and %.2f times\n",
        texts.size(), bare, often, ours, ours / bare, ours / often);
  }
  if (options.fts5) ask_fts5(texts, work, list);
  if (!options.postgres.empty()) ask_postgres(texts, options.postgres, list);
  fs::remove_all(work);
}

}  // namespace
}  // namespace openimr

int main(int argc, char** argv) {
  openimr::Options options;
  CLI::App app{"The collection against its peers"};
  app.add_option("COLLECTION", options.folder, "A folder of openimr corpus add")->required();
  app.add_option("--letters", options.letters, "Of the peers");
  app.add_option("--queries", options.queries);
  app.add_flag("--index", options.index, "Index them by bare Xapian and by ours");
  app.add_flag("--fts5", options.fts5);
  app.add_option("--postgres", options.postgres, "As PQconnectdb takes it");
  CLI11_PARSE(app, argc, argv);
  openimr::run(options);
}
