#include "corpus/deidentify/check.h"

#include <algorithm>
#include <map>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/ascii.h"

namespace openimr::corpus::deidentify {
namespace {

using records::FinishedPdf;
using records::Unseen;

struct OwnRule {
  const char* id;
  const char* reason;
};
constexpr OwnRule kOutside = {"outside-the-page", "words of the text layer stand beyond the edges of the page"};
constexpr OwnRule kAttachment = {"attachment", "a file is attached, which is not looked into"};
constexpr OwnRule kAuthor = {"author", "the PDF says who wrote it"};

OwnRule rule_of(Unseen how) {
  switch (how) {
    case Unseen::blank:
      return {"under-a-mark", "the text layer has words where the page shows one colour: a mark, or that of the paper"};
    case Unseen::covered:
      return {"shown-otherwise", "the text layer has words where the page shows something else"};
    case Unseen::too_small:
      break;
  }
  return {"too-small", "the text layer has words too small to be read"};
}

Left left_by(int page, std::string where, const OwnRule& rule, std::optional<Box> box, std::string original) {
  return {page, std::move(where), "text", rule.id, rule.reason, box, std::move(original)};
}

Left left_of(int page, std::string where, const Removal& removal, std::optional<Box> box) {
  return {page,           std::move(where), std::string(name_of(removal.kind)), removal.rule->id, removal.rule->reason,
          std::move(box), removal.original};
}

bool is_blank(std::string_view text) {
  return std::all_of(text.begin(), text.end(), is_white);
}

// The text of XML between its tags, a line each.
std::string without_tags(std::string_view xml) {
  std::string out;
  while (!xml.empty()) {
    const auto tag = std::min(xml.find('<'), xml.size());
    if (!is_blank(xml.substr(0, tag))) out.append(xml.substr(0, tag)) += '\n';
    xml.remove_prefix(tag);
    xml.remove_prefix(xml.empty() ? 0 : std::min(xml.find('>'), xml.size() - 1) + 1);
  }
  return out;
}

// What XMP says of the author.
std::string creator_in(std::string_view xmp) {
  const auto begin = xmp.find("<dc:creator");
  const auto end = xmp.find("</dc:creator", std::min(begin, xmp.size()));
  return begin == std::string_view::npos ? "" : without_tags(xmp.substr(begin, end - begin));
}

bool is_known_particular(std::string_view where) {
  constexpr std::string_view kKnown[] = {"Title",    "Subject",      "Keywords", "Creator",
                                         "Producer", "CreationDate", "ModDate",  "Trapped"};
  constexpr std::string_view kParticular = "particular ";
  return where.starts_with(kParticular) &&
         std::find(std::begin(kKnown), std::end(kKnown), where.substr(kParticular.size())) != std::end(kKnown);
}

class Check {
 public:
  Check(const Deidentifier& deidentify, const KnownParties& parties, std::string_view number)
      : deidentify_(deidentify), parties_(parties), number_(number) {}

  void beside(const records::BesideAPage& each) {
    const auto& [where, text] = each.beside;
    if (where == "outside") {
      add(left_by(each.page, where, kOutside, std::nullopt, text));
    } else if (where == "attachment") {
      add(left_by(each.page, where, kAttachment, std::nullopt, text));
    } else if (where == "particular Author") {
      if (!is_blank(text)) add(left_by(each.page, where, kAuthor, std::nullopt, text));
    } else if (where == "particular XMP") {
      const std::string creator = creator_in(text);
      if (!creator.empty()) add(left_by(each.page, where, kAuthor, std::nullopt, creator));
      look_through(each.page, where, without_tags(text));
    } else if (where == "bookmark" || is_known_particular(where)) {
      look_through(each.page, where, text);
    } else {  // a key of somebody's own, which may itself say a name
      look_through(each.page, "particular", where.substr(where.find(' ') + 1) + "\n" + text);
    }
  }

  void text_layer(const records::LaidOutText& text) {
    for (const Removal& removal : found_in(text.text)) {
      const Place place = text.place("", removal.span);
      add(left_of(place.page, "text", removal, place.box));
    }
  }

  // Words that agree with the text layer were looked at there, where they are read without a mistake.
  void pictures(const FinishedPdf& pdf) {
    for (const Removal& removal : found_in(pdf.shown.text)) {
      const bool is_news = std::any_of(pdf.only_shown.begin(), pdf.only_shown.end(),
                                       [&](const Span& word) { return word.overlaps(removal.span); });
      if (!is_news) continue;
      const Place place = pdf.shown.place("", removal.span);
      add(left_of(place.page, "picture", removal, place.box));
    }
  }

  // Words of one line together.
  void hidden(const FinishedPdf& pdf) {
    std::optional<Unseen> how;
    std::uint32_t end = 0;
    for (const auto& [place, unseen] : pdf.hidden) {
      const std::string_view between =
          std::string_view(pdf.text.text).substr(end, std::max(place.span.begin, end) - end);
      const bool goes_on = how == unseen && between.find_first_not_of(' ') == std::string_view::npos;
      if (goes_on) {
        left_.back().box = together(*left_.back().box, *place.box);
        left_.back().original += " " + place.text;
      } else {
        add(left_by(place.page, "hidden", rule_of(unseen), place.box, place.text));
      }
      how = unseen;
      end = place.span.end;
    }
  }

  std::vector<Left> done() && {
    std::multimap<int, Left> by_page;
    for (Left& left : left_) by_page.emplace(left.page, std::move(left));
    std::vector<Left> out;
    for (auto& [page, left] : by_page) out.push_back(std::move(left));
    return out;
  }

 private:
  std::vector<Removal> found_in(const std::string& text) const {
    return with_number(deidentify_(text, parties_), text, number_).removals;
  }
  void add(Left left) { left_.push_back(std::move(left)); }
  void look_through(int page, const std::string& where, const std::string& text) {
    const bool is_program = where == "particular Producer" || where == "particular Creator";
    for (const Removal& removal : found_in(text)) {
      if (is_program && removal.kind == Kind::web_address) continue;  // of who makes the program
      add(left_of(page, where, removal, std::nullopt));
    }
  }

  const Deidentifier& deidentify_;
  const KnownParties& parties_;
  std::string_view number_;
  std::vector<Left> left_;
};

}  // namespace

std::vector<Left> left_in(const FinishedPdf& pdf, const Deidentifier& deidentify, const KnownParties& parties,
                          std::string_view number) {
  Check check(deidentify, parties, number);
  for (const records::BesideAPage& each : pdf.beside) check.beside(each);
  check.text_layer(pdf.text);
  check.pictures(pdf);
  check.hidden(pdf);
  return std::move(check).done();
}

std::string in_words(const Left& left) {
  const std::string page = left.page > 0 ? fmt::format("page {}, ", left.page) : "";
  return fmt::format("{}{}: {} ({}: {})", page, left.where, left.kind, left.rule, left.reason);
}

nlohmann::ordered_json to_json(const std::vector<Left>& left, Words words) {
  auto out = nlohmann::ordered_json::array();
  for (const Left& each : left) {
    nlohmann::ordered_json row = {
        {"page", each.page}, {"where", each.where}, {"kind", each.kind}, {"rule", each.rule}, {"reason", each.reason}};
    if (each.box) row["box"] = {each.box->left, each.box->top, each.box->right, each.box->bottom};
    if (words == Words::shown) row["original"] = each.original;
    out.push_back(std::move(row));
  }
  return out;
}

Error refusal(const std::vector<Left>& left, const std::string& name) {
  const std::string others = left.size() > 1 ? fmt::format(", and {} more", left.size() - 1) : "";
  return {ErrorCode::invalid,
          fmt::format("the finished PDF still holds what must not be published: {}{}", in_words(left.front()), others),
          "",
          name,
          0,
          0,
          "Look at the list (removed.json of --out DIR); name what is to be taken out with --party KIND=NAME."};
}

}  // namespace openimr::corpus::deidentify
