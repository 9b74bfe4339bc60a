#include <fmt/format.h>

#include "cli/replay_output.h"
#include "letter/facts_html_style.h"
#include "letter/html_text.h"

namespace openimr::cli {
namespace {

using corpus::ReplayedItem;
using letter::html_text;

std::string share(std::optional<double> value) {
  return value ? fmt::format("{:.3f}", *value) : "none";
}

std::string figure(std::string_view what, const corpus::Figure& value) {
  const std::string range =
      value.interval ? fmt::format(" <small>{:.3f} to {:.3f}</small>", value.interval->low, value.interval->high) : "";
  return fmt::format("<div><dt>{}</dt><dd>{}{}</dd></div>\n", what, share(value.value), range);
}

std::string figure(std::string_view what, const std::string& value) {
  return fmt::format("<div><dt>{}</dt><dd>{}</dd></div>\n", what, value);
}

std::string category_rows(const corpus::Agreement& agreement) {
  std::string out;
  for (const auto& [category, c] : agreement.by_category) {
    out += fmt::format(
        "<tr><td>{}</td><td class=\"n\">{}</td><td class=\"n\">{}</td><td class=\"n\">{}</td><td class=\"n\">{}</td>"
        "<td class=\"n\">{}</td></tr>\n",
        html_text(category), c.items(), c.upheld_both + c.overturned_ours, c.overturned_both + c.overturned_physician,
        c.overturned_ours, c.overturned_physician);
  }
  return out;
}

std::string baseline_rows(const ReplayReport& report) {
  std::string out;
  for (const auto& baseline : report.baselines) {
    out += fmt::format("<tr><td>{}</td><td class=\"n\">{}</td><td class=\"n\">{}</td><td class=\"n\">{}</td></tr>\n",
                       html_text(baseline.name), share(baseline.confusion.accuracy()),
                       share(baseline.confusion.balanced_accuracy()), share(baseline.confusion.matthews_correlation()));
  }
  return out;
}

std::string our_side(const ReplayedItem& item) {
  std::string out = fmt::format("<p><b>{}</b></p>\n", item.draft.decision ? name_of(*item.draft.decision)
                                                                          : "Not addressed by a loaded guideline");
  std::string sentences;
  for (const auto& sentence : item.draft.rationale) sentences += (sentences.empty() ? "" : " ") + sentence.text;
  return out + fmt::format("<p>{}</p>\n", html_text(sentences));
}

std::string disagreement(const ReplayedItem& item) {
  return fmt::format(
      "<h3>{}, item {}: {}</h3>\n<table><thead><tr><th>Physician</th><th>Draft</th></tr></thead>\n<tbody><tr><td>"
      "<p><b>{}</b></p>\n<p>{}</p></td>\n<td>{}</td></tr></tbody></table>\n",
      html_text(item.case_number), item.number, html_text(item.draft.text), name_of(*item.physician),
      html_text(item.physician_rationale), our_side(item));
}

}  // namespace

std::string replay_html(const ReplayReport& report) {
  const corpus::Agreement& a = report.agreement;
  std::string out = fmt::format(
      "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
      "<meta name=\"generator\" content=\"OpenIMR\">\n<title>Replay of {} letters</title>\n<style>\n{}"
      "td {{ width: 50%; }} .narrow td {{ width: auto; }}\n</style>\n</head>\n<body>\n<header>\n"
      "<p class=\"maker\">OpenIMR</p>\n<h1>Replay of {} letters</h1>\n"
      "<p class=\"notice\">Each case decided again from what was known before the decision. Criteria were observed in "
      "published letters: on those letters, these are training figures.</p>\n<dl class=\"figures\">\n",
      report.letters, letter::kFactsStyle, report.letters);
  out += figure("Items", fmt::format("{}, {} compared", a.items, a.compared));
  out += figure("Accuracy", a.accuracy);
  out += figure("Balanced accuracy", a.balanced_accuracy);
  out += figure("Matthews correlation", a.matthews_correlation);
  out += figure("Overturned: precision, recall",
                share(a.confusion.overturned_precision()) + ", " + share(a.confusion.overturned_recall()));
  out += figure("Addressed by a guideline", share(a.topic_coverage));
  out += figure("Reviewer's title, section", share(a.title_agreement) + ", " + share(a.section_agreement));
  out += figure("Citations an item", fmt::format("{:.2f}", a.citations_per_item));
  out += "</dl>\n</header>\n<main>\n";
  if (!report.baselines.empty()) {
    out +=
        "<h2>Baselines</h2>\n<table class=\"narrow\"><thead><tr><th>Baseline</th><th>Accuracy</th>"
        "<th>Balanced accuracy</th><th>Matthews correlation</th></tr></thead>\n<tbody>\n" +
        baseline_rows(report) + "</tbody></table>\n";
  }
  out +=
      "<h2>By category</h2>\n<table class=\"narrow\"><thead><tr><th>Category</th><th>Items</th><th>Upheld</th>"
      "<th>Overturned</th><th>Overturned by us alone</th><th>By the physician alone</th></tr></thead>\n<tbody>\n" +
      category_rows(a) + "</tbody></table>\n<h2>Decided otherwise</h2>\n";
  for (const ReplayedItem& item : report.items) {
    if (item.physician && item.counted() != *item.physician) out += disagreement(item);
  }
  return out + "</main>\n</body>\n</html>\n";
}

}  // namespace openimr::cli
