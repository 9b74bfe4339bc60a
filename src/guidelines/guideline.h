// What the rules require, as data: guidelines with their editions, sections, criteria and three-valued tests. The packs
// in packs/guidelines are the only source; packs/guidelines/README.md is the language.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"

namespace openimr::guidelines {

enum class Kind : std::uint8_t { required, limit, exclusion, allowance, note };
// How sure the wording of a criterion is.
enum class Standing : std::uint8_t { confirmed, inferred, reported, unverified };
// The kind of request that a criterion is limited to.
enum class When : std::uint8_t { always, continuation, new_start, post_operative };

std::string_view name_of(Kind kind);
std::string_view name_of(Standing standing);

// Kleene's three values, in the order of his logic: and = min, or = max.
enum class Truth : std::uint8_t { no, unknown, yes };

// A condition on facts, on the item or on the other items of the case: an atom, or Kleene logic over such.
struct Test {
  enum class Form : std::uint8_t { fact, item, ingredient, other_item, any_of, all_of, negation } form = Form::fact;
  std::vector<Test> parts;  // of any_of, all_of, negation

  std::string name;                    // of the fact, or the field of the item; of another item its kind
  std::vector<std::string> concepts;   // one of these: concept, drug, class, topic, service
  std::vector<std::string> responses;  // of a treatment
  std::vector<std::string> regions;    // where it is; a fact that names no part of the body passes
  std::string of;                      // "item.drug", "item.service", "item.body_part", "another drug" or empty
  bool either = false;                 // met also where the record denies it: it was looked at
  bool past = false;                   // met also where the record tells it as history: an injury
  std::optional<double> at_most;       // days where written as days or weeks
  std::optional<double> at_least;
  std::optional<std::string> equals;
  bool stated = false;          // of an item: met where the request states the field at all
  bool plus_requested = false;  // of a count: with the visits that the item asks for
  std::optional<bool> stands;   // of another item: that it is found necessary, or not
  Truth without = Truth::no;    // of another item: where the case has none

  bool operator==(const Test&) const = default;
};

struct Criterion {
  std::string id;
  std::string ref;
  Kind kind = Kind::required;
  std::string says;      // completes "the guideline requires the treatment to be ..."
  std::string absent;    // clause for "not documented"
  std::string failed;    // clause for "not met" (of an exclusion: for "met")
  std::string shown_by;  // what would show it
  std::optional<Test> test;
  // What one looks for to find it, for "searched"; of the vocabulary that it was compiled with, which outlives it.
  std::vector<std::string_view> words;
  When when = When::always;
  bool soft = false;  // shown, never decides
  std::vector<std::string> rescues;
  std::string title;  // where it stands; the section's own unless the pack names another
  std::string pages;
  Standing standing = Standing::unverified;
  std::string source;
  int line = 0;  // in the pack
};

struct Remark {
  std::string id;
  bool on_upheld = true;
  When when = When::always;
  std::string says;
  std::string title;
  std::string pages;
  Standing standing = Standing::unverified;
};

// Whom a section speaks of. What is set must all hold: a drug under one of its topics (the tablet, not the cream), a
// service for one of the regions, before or after an operation, in a phase since the injury.
struct Scope {
  std::string drug, topic, drug_class, service;
  std::string kind;  // of the item: what accompanies an operation is not the same as the thing alone
  std::vector<std::string> regions;
  std::optional<bool> post_operative;
  // Days from the injury to the request: the phase of treatment. It speaks of no case whose injury is not dated.
  std::optional<double> since_injury_from, since_injury_to;
  std::optional<double> since_surgery_to;  // the same from an operation that the records date
  int specificity() const;
};

// A section that is cited together with another one; of the same guideline where it names none.
struct Reference {
  std::string title;
  std::string pages;
  std::string guideline_source, guideline_title, chapter;
  int year = 0;
};

struct Section {
  std::string id;
  std::string title;
  std::string pages;
  std::vector<Reference> also;
  std::vector<Scope> applies_to;
  std::string position;
  std::string says;
  Standing standing = Standing::unverified;
  std::vector<Criterion> criteria;
  std::vector<Remark> remarks;
  int line = 0;
};

struct Guideline {
  std::string source;  // "MTUS", "ACOEM", "ODG", "other"
  std::string title;
  int year = 0;  // 0: the pack names none
  std::string chapter;
  Date from;
  std::optional<Date> until;  // first day on which it is no longer in force
  std::string origin;         // where its content comes from
  std::string file;
  int line = 1;  // of its dates
  std::vector<Section> sections;

  bool in_force(Date day) const { return from <= day && (!until || day < *until); }
  // "MTUS Chronic Pain Medical Treatment 2009"
  std::string full_title() const;
};

// The order in which guidelines are searched (8 CCR 9792.21.1): the first step that addresses the item decides.
struct SearchStep {
  std::string id;
  std::string says;
  std::vector<std::string> sources;
};

struct SearchSequence {
  Date from;
  std::optional<Date> until;
  bool strict = true;               // a later step only where every earlier one is silent
  std::vector<std::string> levels;  // of the evidence of studies, the best first; empty: studies are not graded
  std::vector<SearchStep> steps;
  std::string file;
  int line = 1;  // of its dates
};

// "29, 63-66" -> 29, 63, 64, 65, 66. What is no number is left out.
std::vector<int> expand_pages(const std::string& pages);

}  // namespace openimr::guidelines
