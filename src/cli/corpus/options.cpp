#include "cli/corpus/options.h"

#include <cstdlib>

#include <CLI/CLI.hpp>

namespace openimr::cli {
namespace {

void name_folder(CLI::App& command, CorpusOptions& options) {
  command.add_option("--corpus", options.folder, "The folder of the collection; else OPENIMR_CORPUS")
      ->envname("OPENIMR_CORPUS")
      ->required();
}

void name_out(CLI::App& command, CorpusOptions& options) {
  command.add_option("--out", options.out, "Write to this file instead of the screen, whole or not at all");
}

void name_conditions(CLI::App& command, CorpusOptions& options) {
  command.add_option("--where", options.where, "FIELD=VALUE, as drug=carisoprodol; several of one field: any of them")
      ->take_all();
  command.add_option("--from", options.from, "Decided on this day or later");
  command.add_option("--until", options.until, "Decided on this day or before");
}

void add_collecting(CLI::App& corpus, const Common& common, CorpusOptions& options, ExitCode& code) {
  CLI::App* add =
      corpus.add_subcommand("add", "Add letters (files, folders, tar archives), .jsonl and .csv of the DMHC");
  add->add_option("PATH", options.inputs, "What to add; - for a list of paths on standard input")->required();
  add->add_option("--jobs", options.jobs, "Letters read at once; else as many as the processor has threads")
      ->check(CLI::Range(1, 1024));
  add->add_flag("--quiet", options.quiet, "No progress; only what was skipped");
  name_folder(*add, options);
  add->callback([&] { code = corpus_add(common, options, std::cout); });

  CLI::App* index = corpus.add_subcommand("index", "Let the index catch up with the letters");
  index->add_flag("--anew", options.anew, "Make it anew from all letters");
  index->add_flag("--quiet", options.quiet, "No progress");
  name_folder(*index, options);
  index->callback([&] { code = corpus_index(common, options, std::cout); });
}

void add_giving(CLI::App& corpus, const Common& common, CorpusOptions& options, ExitCode& code) {
  CLI::App* all = corpus.add_subcommand("export", "Give out all letters");
  all->add_option("--format", options.format, "jsonl (a letter a line, with its text) or csv (an item a line)")
      ->check(CLI::IsMember({"jsonl", "csv"}));
  name_out(*all, options);
  name_folder(*all, options);
  all->callback([&] { code = corpus_export(common, options, std::cout); });

  CLI::App* show = corpus.add_subcommand("show", "A letter by its id");
  show->add_option("ID", options.id, "As openimr search shows it")->required();
  show->add_option("--format", options.format, "text or json")->check(CLI::IsMember({"text", "json"}));
  name_out(*show, options);
  name_folder(*show, options);
  show->callback([&] { code = corpus_show(common, options, std::cout); });
}

void add_comparing(CLI::App& corpus, const Common& common, CorpusOptions& options, ExitCode& code) {
  CLI::App* like = corpus.add_subcommand("precedents", "How items like those of a case were decided before");
  like->add_option("DIR", options.case_folder, "The case folder: case.yaml and records/")->required();
  like->add_option("--limit", options.most, "Past items to show (10)")->check(CLI::Range(1, 100));
  name_out(*like, options);
  name_folder(*like, options);
  like->callback([&] { code = corpus_precedents(common, options, std::cout); });

  CLI::App* invented = corpus.add_subcommand("simulate", "Write invented letters, to try a collection of any size");
  invented->add_option("--letters", options.letters, "How many (1000)")
      ->check(CLI::Range(std::int64_t{1}, std::int64_t{100'000'000}));
  invented->add_option("--seed", options.seed, "Another gives others (1)");
  invented->add_option("--out", options.out, "The folder for letters-N.txt and key.jsonl")->required();
  invented->callback([&] { code = corpus_simulate(common, options, std::cout); });

  CLI::App* pairs = corpus.add_subcommand("consistency", "Nearly the same items that were decided differently");
  name_conditions(*pairs, options);
  pairs->add_option("--at-least", options.at_least, "Percent alike (70)")->check(CLI::Range(1, 100));
  pairs->add_option("--limit", options.most, "Pairs to show (10)")->check(CLI::Range(1, 1000));
  name_out(*pairs, options);
  name_folder(*pairs, options);
  pairs->callback([&] { code = corpus_consistency(common, options, std::cout); });
}

}  // namespace

void add_corpus_commands(CLI::App& app, const Common& common, CorpusOptions& options, ExitCode& code) {
  CLI::App* corpus = app.add_subcommand("corpus", "The collection of published determinations");
  corpus->require_subcommand(1);
  add_collecting(*corpus, common, options, code);
  add_giving(*corpus, common, options, code);
  add_comparing(*corpus, common, options, code);

  CLI::App* find = app.add_subcommand("search", "Find published determinations by words and fields");
  find->add_option("WORDS", options.words,
                   "Words, \"phrases\", drug:carisoprodol, decided:2016..2017; none: all letters");
  name_conditions(*find, options);
  find->add_option("--sort", options.sort, "relevance, newest or oldest")
      ->check(CLI::IsMember({"relevance", "newest", "oldest"}));
  find->add_option("--skip", options.skip, "Letters to pass over")->check(CLI::Range(0, 1'000'000));
  find->add_option("--limit", options.most, "Letters to show (10)")->check(CLI::Range(0, 1000));
  find->add_flag("--facets", options.facets, "Count what was found by every field");
  find->add_option("--format", options.format, "table or json")->check(CLI::IsMember({"table", "json"}));
  name_out(*find, options);
  name_folder(*find, options);
  find->callback([&] { code = search(common, options, std::cout); });

  CLI::App* count = app.add_subcommand("statistics", "How published items were decided, by a field");
  count->add_option("--by", options.by, "The field: category, drug, class, section, specialty, state, month, ...");
  name_conditions(*count, options);
  count->add_option("--compare", options.than, "Two periods: 2016-01..2016-06 2016-07..2016-12")->expected(2);
  count->add_option("--format", options.format, "table, json or csv")->check(CLI::IsMember({"table", "json", "csv"}));
  name_out(*count, options);
  name_folder(*count, options);
  count->callback([&] { code = statistics(common, options, std::cout); });
}

}  // namespace openimr::cli
