// What is written is read back: the same strings from text, from HTML and from PDF.
#include <sstream>

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "letter/invented.h"
#include "letter/write.h"
#include "letter/writing/citation_text.h"
#include "records/untrusted.h"
#include "support/letters.h"

namespace openimr {
namespace {

using determination::Determination;
using records::DocumentKind;

enum class Form : std::uint8_t { text, html, pdf };

std::string taken_apart(DocumentKind kind, const std::string& bytes) {
  static records::UntrustedReader reader(OPENIMR_READER);
  const auto out = reader.read(kind, bytes, "letter");
  if (!out) throw std::runtime_error(out.error().to_string());
  return out->text;
}

std::string text_of(const Determination& letter, Form form) {
  if (form == Form::pdf) return taken_apart(DocumentKind::pdf, letter::letter_pdf(letter).value());
  std::ostringstream out;
  if (form == Form::text) {
    letter::write_letter_text(out, letter);
    return out.str();
  }
  letter::write_letter_html(out, letter);
  return taken_apart(DocumentKind::html, out.str());
}

// What a letter prints, a line a field.
std::string printed(const Determination& letter) {
  std::ostringstream out;
  const auto date = [&out](const char* name, const determination::PrintedDate& printed) {
    out << name << ": " << (printed.date ? printed.date->iso() : "-") << '\n';
  };
  const auto list = [&out](const char* name, const std::vector<determination::Printed>& entries) {
    for (const auto& entry : entries) out << name << ": " << entry.text << '\n';
  };
  out << "case number: " << letter.case_number.text << "\npriority: " << letter.priority.text << '\n';
  date("assigned", letter.assigned);
  date("injury", letter.injury);
  date("decided", letter.decided);
  date("denial", letter.ur_denial);
  date("application", letter.application_received);
  list("licensure", letter.licensure);
  list("certification", letter.certification);
  list("subspecialty", letter.subspecialty);
  list("record", letter.records_reviewed);
  out << "summary: " << letter.summary.text << '\n';
  for (const auto& item : letter.items) {
    out << "item: " << item.text.text << ": " << determination::name_of(item.decision) << '\n'
        << "claims administrator: "
        << guideline_paragraph(item.claims_administrator, letter::Side::claims_administrator) << '\n'
        << "reviewer: " << guideline_paragraph(item.reviewer, letter::Side::reviewer) << '\n'
        << "rationale: " << item.rationale.text << '\n';
  }
  return out.str();
}

std::string read_back(const Determination& letter, Form form) {
  const auto letters = testing::letter_reader().read(text_of(letter, form), "letter");
  if (letters.size() != 1) return std::to_string(letters.size()) + " letters";
  if (!letters[0]) return letters[0].error().to_string();
  EXPECT_EQ(letters[0]->layout, determination::Layout::openimr);
  return printed(*letters[0]);
}

TEST(RoundTrip, GivesTheInventedDeterminationBack) {
  const Determination letter = testing::invented();
  for (const Form form : {Form::text, Form::html, Form::pdf})
    EXPECT_EQ(read_back(letter, form), printed(letter)) << static_cast<int>(form);
}

TEST(RoundTrip, GivesTheCitationsBack) {
  const Determination letter = testing::invented();
  const auto letters = testing::letter_reader().read(text_of(letter, Form::text), "letter");
  ASSERT_TRUE(letters.at(0)) << letters[0].error().to_string();
  for (std::size_t i = 0; i < letter.items.size(); ++i) {
    EXPECT_EQ(testing::shown(letters[0]->items.at(i).reviewer), testing::shown(letter.items[i].reviewer));
    EXPECT_EQ(testing::shown(letters[0]->items.at(i).claims_administrator),
              testing::shown(letter.items[i].claims_administrator));
  }
}

// Words that end, begin or look like a part of a letter, in any order.
rc::Gen<std::string> awkward_text() {
  const auto words = rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
      "pain", "the", "three-", "or", "four-", "week", "-", "Upheld", "Overturned", "review:", "Decision", "rationale:",
      "Decision rationale:", "Priority:", "Standard", "1.", "2)", "o", "CLINICAL CASE SUMMARY", "DOCUMENTS REVIEWED",
      "Case Number:", "63-66", "necessary.", "is not medically necessary", "Expert Reviewer guideline:", "\u2022",
      "52-year-old", "L4-5,", "\u201Cno\u201D", "Sincerely,", "extraordinarily", "caf\u00E9", "<b>", "&amp;"));
  return rc::gen::map(words, [](const std::vector<std::string>& list) {
    std::string out = "There";
    for (const std::string& word : list) out += " " + word;
    return out + " was pain.";
  });
}

void check_awkward(Form form) {
  rc::check([form] {
    Determination letter = testing::invented();
    letter.summary.text = *rc::gen::scale(8, awkward_text());
    letter.records_reviewed[1].text = *awkward_text();
    letter.items[0].text.text = *rc::gen::scale(0.5, awkward_text());
    letter.items[1].text.text = *rc::gen::scale(0.5, awkward_text());
    letter.items[0].rationale.text = *rc::gen::scale(8, awkward_text());
    letter.items[1].rationale.text = *rc::gen::scale(8, awkward_text());
    const std::string back = read_back(letter, form);
    if (back != printed(letter))
      RC_FAIL("wrote:\n" + printed(letter) + "\nread:\n" + back + "\n" + text_of(letter, form));
  });
}

TEST(RoundTrip, OfAwkwardWordsAsText) {
  check_awkward(Form::text);
}

TEST(RoundTrip, OfAwkwardWordsAsHtml) {
  check_awkward(Form::html);
}

TEST(RoundTrip, OfAwkwardWordsAsPdf) {
  check_awkward(Form::pdf);
}

// The published letters, in our own layout and back.
TEST(SharedRoundTrip, OfPublishedLetters) {
  std::size_t count = 0;
  for (const auto& entry : std::filesystem::directory_iterator(testing::shared_folder() / "letters" / "text")) {
    for (const auto& letter : testing::letter_reader().read(testing::read_whole(entry.path()), "published")) {
      ASSERT_TRUE(letter) << letter.error().to_string();
      ++count;
      for (const Form form : {Form::text, Form::html, Form::pdf})
        EXPECT_EQ(read_back(*letter, form), printed(*letter)) << entry.path() << " " << static_cast<int>(form);
    }
  }
  EXPECT_GT(count, 40U);
}

}  // namespace
}  // namespace openimr
