#include "letter/write.h"
#include "letter/writing/blocks.h"
#include "letter/writing/set_blocks.h"

namespace openimr::letter {
namespace {

Particulars particulars_of(const determination::Determination& letter, const Letterhead& head) {
  return {document_title(letter),
          running_foot(letter),
          head.names_author ? head.organisation : "",
          head.programme,
          letter.decided.date,
          letter.document,
          {}};
}

}  // namespace

void write_letter_text(std::ostream& out, const determination::Determination& letter, const Letterhead& head) {
  set_text(out, blocks_of(letter, head));
}

void write_letter_html(std::ostream& out, const determination::Determination& letter, const Letterhead& head) {
  set_html(out, blocks_of(letter, head), particulars_of(letter, head));
}

Result<std::string> letter_pdf(const determination::Determination& letter, const Letterhead& head) {
  return set_pdf(blocks_of(letter, head), particulars_of(letter, head));
}

}  // namespace openimr::letter
