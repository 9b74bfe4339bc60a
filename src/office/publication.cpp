#include "office/publication.h"

#include <algorithm>
#include <sstream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "cases/acts.h"
#include "corpus/collection/collection.h"
#include "letter/determination_json.h"
#include "letter/write.h"
#include "office/case_parties.h"
#include "office/publication_fields.h"
#include "office/reader_path.h"
#include "office/roster.h"

namespace openimr::office {
namespace {

using corpus::deidentify::Deidentified;
using corpus::deidentify::KnownParties;
using determination::Determination;

constexpr int kMostRounds = 4;

std::string text_of(const Determination& letter) {
  std::ostringstream out;
  letter::write_letter_text(out, letter);
  return std::move(out).str();
}

// The words from the case number on: those before it are the head, which names the organization.
std::vector<std::string> words_of(const std::string& letter) {
  std::istringstream words(letter.substr(std::min(letter.find("Case Number:"), letter.size())));
  return {std::istream_iterator<std::string>(words), {}};
}

// `number` is that of the case, which may have a form that letters do not have.
Result<Determination> letter_in(const std::string& text, const std::string& number, const Engine& engine) {
  auto letters = engine.letters.read(text, "letter");
  if (letters.size() != 1 || !letters.front())
    return fail({ErrorCode::internal, "the letter without names is no letter that can be read", "", "", 0, 0,
                 "Please report it."});
  letter::interpret(*letters.front(), text, engine.vocabulary);
  if (!letters.front()->case_number.stated()) letters.front()->case_number.text = number;
  return std::move(*letters.front());
}

std::vector<TakenOut> rows_of(const Deidentified& done, const std::string& served) {
  std::vector<TakenOut> out;
  for (const auto& removal : done.removals) {
    const auto line = std::count(served.begin(), served.begin() + removal.span.begin, '\n') + 1;
    out.push_back({static_cast<int>(line), std::string(name_of(removal.kind)), removal.rule->id, removal.rule->reason,
                   removal.original});
  }
  return out;
}

// Everybody whom the letter must not name. Reviewers that are not on file cannot be searched for by name.
Result<KnownParties> known_parties(Office& office, const FoundCase& found, const KnownParties& given) {
  KnownParties out = parties_of(found.c);
  out.insert(out.end(), given.begin(), given.end());
  const auto add_reviewer = [&](const std::string& id) -> Result<void> {
    const auto reviewer = reviewer_of(office, id);
    if (!reviewer && reviewer.error().code != ErrorCode::not_found) return fail(reviewer.error());
    if (reviewer) out.push_back({corpus::deidentify::Kind::name, reviewer->name});
    return {};
  };
  for (const cases::CaseReviewer& each : found.c.reviewers) {
    if (auto added = add_reviewer(each.id); !added) return fail(added.error());
  }
  for (const std::string& id : found.c.earlier_reviewers) {
    if (auto added = add_reviewer(id); !added) return fail(added.error());
  }
  return out;
}

struct Cleaned {
  Determination letter;
  std::string text;
  std::vector<TakenOut> taken_out;
};

// The letter without names, set anew. What the new lines show to be a name is searched for from the first line on,
// until nothing more is found.
Result<Cleaned> cleaned(const std::string& served, const FoundCase& found, KnownParties parties,
                        const PublishingWith& with) {
  const auto nameless = [&](const std::string& text) {
    return with_number(with.deidentify(text, parties), text, found.c.number);
  };
  for (int round = 0; round < kMostRounds; ++round) {
    const Deidentified done = nameless(served);
    auto letter = letter_in(done.text, found.c.number, with.engine);
    if (!letter) return fail(letter.error());
    if (words_of(text_of(*letter)) != words_of(done.text))
      return fail({ErrorCode::internal, "the letter set anew would not say all that the served one says", "", "", 0, 0,
                   "Please report it."});
    auto kept_back = keep_back(*letter, *found.programme);
    if (!kept_back) return fail(kept_back.error());
    Cleaned out{std::move(*letter), "", rows_of(done, served)};
    out.taken_out.insert(out.taken_out.end(), kept_back->begin(), kept_back->end());
    out.text = text_of(out.letter);
    const auto more = nameless(out.text).removals;
    if (more.empty()) return out;
    for (const auto& removal : more) parties.push_back({removal.kind, removal.original});
  }
  return fail({ErrorCode::internal, "names are found in the letter again and again", "", "", 0, 0,
               "Name them with --party KIND=NAME; if that does not help, please report it."});
}

nlohmann::json rows_of(const std::vector<TakenOut>& taken_out) {
  auto out = nlohmann::json::array();
  for (const TakenOut& each : taken_out)
    out.push_back({{"line", each.line},
                   {"kind", each.kind},
                   {"rule", each.rule},
                   {"reason", each.reason},
                   {"original", each.original}});
  return out;
}

// Whether the event may be recorded, before there is a letter to record it with.
Result<void> check_allowed(const FoundCase& found, cases::CaseEvent event) {
  event.what = {{"letter", store::Hash{}.hex()}};
  const auto may = cases::checked(*found.programme, found.c, std::move(event));
  if (!may) return fail(may.error());
  return {};
}

}  // namespace

Result<PreparedPublication> prepare_publication(Office& office, const FoundCase& found, const cases::CaseEvent& event,
                                                const PublishingWith& with) {
  if (auto may = check_allowed(found, event); !may) return fail(may.error());
  const cases::Letter& holds = found.c.letters.back();
  const auto served = document_of(office.store(), holds.text);
  if (!served) return fail(served.error());
  const auto parties = known_parties(office, found, with.parties);
  if (!parties) return fail(parties.error());
  auto clean = cleaned(*served, found, *parties, with);
  if (!clean) return fail(clean.error());
  auto pdf = letter::letter_pdf(clean->letter, {.names_author = false});
  if (!pdf) return fail(pdf.error());
  const auto seen = records::read_finished_pdf(reader_path(), *pdf, found.c.number + ".pdf");
  if (!seen) return fail(seen.error());
  auto left = corpus::deidentify::left_in(*seen, with.deidentify, *parties, found.c.number);
  return PreparedPublication{found.c.version,        holds.letter,    std::move(clean->letter),
                             std::move(clean->text), std::move(*pdf), std::move(clean->taken_out),
                             std::move(left)};
}

std::string log_of(const PreparedPublication& prepared) {
  const nlohmann::ordered_json out = {{"taken_out", rows_of(prepared.taken_out)},
                                      {"left", to_json(prepared.left, corpus::deidentify::Words::shown)}};
  return out.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + '\n';
}

Result<cases::Case> publish(Office& office, cases::CaseEvent event, const std::string& number,
                            const PreparedPublication& prepared) {
  if (!prepared.left.empty()) return fail(corpus::deidentify::refusal(prepared.left, number));
  event.what = {{"of", prepared.of}};
  const std::pair<const char*, std::string> documents[] = {{"letter", letter::to_json(prepared.letter).dump()},
                                                           {"text", prepared.text},
                                                           {"pdf", prepared.pdf},
                                                           {"removals", log_of(prepared)}};
  for (const auto& [field, bytes] : documents) {
    const auto id = office.store().put(bytes);
    if (!id) return fail(id.error());
    event.what[field] = id->hash.hex();
  }
  return office.ledger().record(number, {event}, {}, prepared.version);
}

Result<KeptPublication> kept_publication(store::Store& store, const cases::PublishedLetter& published) {
  if (published.text.empty())
    return fail({ErrorCode::wrong_use, "the letter was published without its text", published.on.iso(), "", 0, 0,
                 "Add it to the collection from where it was published: openimr corpus add."});
  KeptPublication out;
  const std::pair<const std::string*, std::string*> documents[] = {
      {&published.text, &out.text}, {&published.pdf, &out.pdf}, {&published.removals, &out.log}};
  for (const auto& [document, to] : documents) {
    auto bytes = document_of(store, *document);
    if (!bytes) return fail(bytes.error());
    *to = std::move(*bytes);
  }
  return out;
}

Result<bool> add_to_collection(const std::filesystem::path& folder, const std::string& number, const Engine& engine,
                               const std::string& text) {
  const auto letter = letter_in(text, number, engine);
  if (!letter) return fail(letter.error());
  std::error_code refused;  // then the letters cannot be opened, and that is told
  std::filesystem::create_directories(folder, refused);
  auto letters = corpus::LetterStore::open(corpus::letters_file(folder), corpus::LetterStore::Make::yes);
  if (!letters) return fail(letters.error());
  const auto added = letters->add(std::vector{corpus::published_letter(*letter, text, engine.vocabulary)});
  if (!added) return fail(added.error());
  corpus::Indexed indexed;
  const auto caught_up = corpus::index_letters(folder, engine.vocabulary, false, indexed, [] { return true; });
  if (!caught_up) return fail(caught_up.error());
  return *added > 0;
}

}  // namespace openimr::office
