#include "server/api/feed.h"

#include <fmt/format.h>

#include "letter/html_text.h"

namespace openimr::server {
namespace {

using letter::html_text;  // which XML takes too

std::string day_text(const corpus::Published& letter) {
  return letter.decided ? letter.decided->iso() : fmt::format("{:04}-01-01", letter.year == 0 ? 1970 : letter.year);
}

std::string title_of(const corpus::Published& letter) {
  std::vector<std::string> items;
  for (const corpus::PublishedItem& item : letter.items)
    items.push_back(item.decision ? fmt::format("{}: {}", determination::name_of(*item.decision), item.text)
                                  : item.text);
  return fmt::format("{} {}", letter.reference, fmt::join(items, "; "));
}

}  // namespace

std::string feed_of(const corpus::Question& question, const corpus::Answer& answer, std::string_view public_url) {
  const std::string latest = answer.found.empty() ? "1970-01-01" : day_text(answer.found.front().letter);
  std::string out = fmt::format(
      "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\">\n"
      "  <title>Published determinations{}</title>\n  <id>{}/determinations</id>\n  <updated>{}T00:00:00Z</updated>\n"
      "  <author><name>OpenIMR</name></author>\n",
      question.words.empty() ? "" : ": " + html_text(question.words),
      html_text(public_url.empty() ? "urn:openimr" : public_url), latest);
  for (const corpus::Found& found : answer.found) {
    out += fmt::format(
        "  <entry>\n    <title>{}</title>\n    <id>urn:openimr:determination:{}</id>\n    "
        "<updated>{}T00:00:00Z</updated>\n"
        "    <link href=\"{}/determinations/{}\"/>\n    <summary>{}</summary>\n  </entry>\n",
        html_text(title_of(found.letter)), found.id, day_text(found.letter), html_text(public_url), found.id,
        html_text(found.snippet.text));
  }
  return out + "</feed>\n";
}

}  // namespace openimr::server
