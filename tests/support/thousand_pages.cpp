#include "support/thousand_pages.h"

#include <array>
#include <cstdint>
#include <fstream>
#include <memory>
#include <optional>
#include <stdexcept>

#include <cairo-pdf.h>
#include <cairo.h>
#include <fmt/core.h>

#include "base/date.h"

namespace openimr::testing {
namespace {

constexpr double kWidth = 612;
constexpr double kHeight = 792;
constexpr double kScanDotsPerPoint = 200.0 / 72.0;

using Lines = std::vector<std::string>;

// Numbers that look thrown and are the same every time.
class Dice {
 public:
  int between(int low, int high) {
    state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL;
    return low + static_cast<int>((state_ >> 33U) % static_cast<std::uint64_t>(high - low + 1));
  }
  template <std::size_t n>
  const char* one_of(const std::array<const char*, n>& choices) {
    return choices[static_cast<std::size_t>(between(0, static_cast<int>(n) - 1))];
  }

 private:
  std::uint64_t state_ = 20151030;
};

void draw_lines(cairo_t* to, const Lines& lines) {
  cairo_set_source_rgb(to, 0, 0, 0);
  cairo_select_font_face(to, "Liberation Serif", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL);
  cairo_set_font_size(to, 11);
  double y = 60;
  for (const std::string& line : lines) {
    cairo_move_to(to, 60, y);
    cairo_show_text(to, line.c_str());
    y += 16;
  }
}

// A page as it comes from a scanner: grey, a little askew, without a text layer.
void draw_scan(cairo_t* to, const Lines& lines, double degrees) {
  const int width = static_cast<int>(kWidth * kScanDotsPerPoint);
  const int height = static_cast<int>(kHeight * kScanDotsPerPoint);
  cairo_surface_t* picture = cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height);
  cairo_t* on = cairo_create(picture);
  cairo_set_source_rgb(on, 0.97, 0.97, 0.97);
  cairo_paint(on);
  cairo_scale(on, kScanDotsPerPoint, kScanDotsPerPoint);
  cairo_translate(on, kWidth / 2, kHeight / 2);
  cairo_rotate(on, degrees * 3.14159265 / 180);
  cairo_translate(on, -kWidth / 2, -kHeight / 2);
  draw_lines(on, lines);
  cairo_destroy(on);
  cairo_save(to);
  cairo_scale(to, 1 / kScanDotsPerPoint, 1 / kScanDotsPerPoint);
  cairo_set_source_surface(to, picture, 0, 0);
  cairo_paint(to);
  cairo_restore(to);
  cairo_surface_destroy(picture);
}

// One PDF that grows page by page.
class Pdf {
 public:
  explicit Pdf(const std::filesystem::path& path)
      : surface_(cairo_pdf_surface_create(path.c_str(), kWidth, kHeight)), context_(cairo_create(surface_)) {}
  ~Pdf() {
    cairo_destroy(context_);
    cairo_surface_destroy(surface_);
  }
  Pdf(const Pdf&) = delete;
  Pdf& operator=(const Pdf&) = delete;

  void add(const Lines& lines, bool scanned) {
    ++pages_;
    scanned ? draw_scan(context_, lines, pages_ % 3 - 1.0) : draw_lines(context_, lines);
    cairo_show_page(context_);
  }
  int pages() const { return pages_; }

 private:
  cairo_surface_t* surface_;
  cairo_t* context_;
  int pages_ = 0;
};

struct Kind {
  const char* kind;
  const char* title;
  const char* date_label;
  const char* author;
  int pages;
};

constexpr std::array<Kind, 8> kKinds = {
    {{"pr2", "PRIMARY TREATING PHYSICIAN'S PROGRESS REPORT (PR-2)", "Date of Exam", "Ada Invented, MD", 6},
     {"imaging", "MRI OF THE LUMBAR SPINE", "Date of Exam", "Ben Invented, MD", 2},
     {"urine_drug_test", "URINE DRUG TEST REPORT", "Date Collected", "Example Laboratory", 2},
     {"therapy_note", "PHYSICAL THERAPY DAILY NOTE", "Date of Service", "Cara Invented, PT", 2},
     {"operative", "OPERATIVE REPORT", "Date of Surgery", "Dan Invented, MD", 4},
     {"electrodiagnostic", "ELECTRODIAGNOSTIC STUDY: EMG AND NERVE CONDUCTION", "Date of Study", "Eve Invented, MD", 3},
     {"consultation", "PAIN MANAGEMENT CONSULTATION", "Date of Consultation", "Fay Invented, MD", 5},
     {"ur_decision", "UTILIZATION REVIEW DETERMINATION", "Date of Decision", "Gus Invented, MD", 4}}};

std::string american(const Date& date) {
  const std::string iso = date.iso();
  return iso.substr(5, 2) + "/" + iso.substr(8, 2) + "/" + iso.substr(0, 4);
}

// Sentences that fill a page and decide nothing, of which so many are measurements; no two pages have the same figures.
Lines filler(Dice& dice, int number, int measurements) {
  static constexpr std::array<const char*, 6> kSides = {"lumbar flexion",       "lumbar extension",
                                                        "left lateral bending", "right lateral bending",
                                                        "left rotation",        "right rotation"};
  static constexpr std::array<const char*, 5> kDaily = {"walk", "stand", "sit", "drive", "lie down"};
  static constexpr std::array<const char*, 4> kWords = {
      "The examination was repeated by the same examiner", "The worker was cooperative and gave full effort",
      "The findings were explained and questions were answered", "The prior report was compared with this one"};
  Lines out;
  out.push_back(fmt::format("Entry {} of the chart. {}.", number, dice.one_of(kWords)));
  for (int i = 0; i < measurements; ++i) {
    out.push_back(fmt::format("Measured {} is {} degrees of {}; the worker can {} for {} minutes.", dice.one_of(kSides),
                              dice.between(5, 60), dice.between(61, 90), dice.one_of(kDaily), dice.between(5, 90)));
  }
  out.push_back(fmt::format("Pain today is {}/10. Chart control figure {}.", dice.between(3, 8),
                            number * 7 + dice.between(0, 6)));
  return out;
}

class Maker {
 public:
  explicit Maker(const std::filesystem::path& folder) : folder_(folder) {
    std::filesystem::create_directories(folder / "records");
  }

  MadeCase make() {
    open("records/part-1.pdf");
    while (pdf_->pages() < 500) next_document(500 - pdf_->pages(), false);
    open("records/part-2.pdf");
    while (pdf_->pages() < 250) next_document(250 - pdf_->pages(), false);
    repeat_documents(150);
    open("records/part-3-scanned.pdf");
    while (pdf_->pages() < 100) next_document(100 - pdf_->pages(), true);
    pdf_.reset();
    write_form();
    return std::move(made_);
  }

 private:
  struct Sent {
    std::vector<Lines> pages;
    MadeDocument document;
  };

  void open(const std::string& name) {
    file_ = name;
    pdf_ = std::make_unique<Pdf>(folder_ / name);
  }

  void next_document(int room, bool scanned) {
    Kind kind = kKinds[static_cast<std::size_t>(made_documents_) % kKinds.size()];
    if (room < kind.pages || (room > kind.pages && room - kind.pages < 2)) kind.pages = room;
    const Date date = Date::of(2014, 4, 1)->plus(CalendarDays{2 * made_documents_});
    ++made_documents_;
    Sent sent{{}, {file_, 0, 0, kind.kind, date.iso(), kind.author, scanned, false}};
    for (int page = 1; page <= kind.pages; ++page) sent.pages.push_back(page_of(kind, date, page, scanned));
    send(sent, "");
    const bool decides = made_.decisive_file == file_ && made_.decisive_page > pdf_->pages() - kind.pages;
    if (!scanned && !decides) sent_.push_back(std::move(sent));
  }

  Lines page_of(const Kind& kind, const Date& date, int page, bool scanned) {
    Lines lines;
    if (page == 1) {
      lines = {"Example Medical Group, 1 Example Street, Example City, CA 90000",
               kind.title,
               "",
               "Patient: Pat Example",
               fmt::format("{}: {}", kind.date_label, american(date)),
               fmt::format("Date of Injury: {}", american(injury_of(kind, date))),
               ""};
    } else {
      lines = {fmt::format("Pat Example, {}", american(date)), ""};
    }
    const int measurements = scanned ? 3 : 14;  // to recognise a line takes long
    for (std::string& line : filler(dice_, ++entries_, measurements)) lines.push_back(std::move(line));
    for (std::string& line : special(kind, date, page)) lines.push_back(std::move(line));
    if (page == kind.pages) {
      lines.emplace_back("");
      lines.push_back(fmt::format("Electronically signed by {} on {}", kind.author, american(date)));
    }
    lines.emplace_back("");
    lines.push_back(fmt::format("Page {} of {}", page, kind.pages));
    return lines;
  }

  // Contradiction 1: one report gives another day of injury.
  Date injury_of(const Kind& kind, const Date&) {
    const bool wrong = std::string(kind.kind) == "consultation" && ++consultations_ == 3;
    return *Date::of(2014, 3, wrong ? 15 : 5);
  }

  Lines special(const Kind& kind, const Date& date, int page) {
    const std::string name = kind.kind;
    if (name == "pr2" && page == 2) {
      ++progress_reports_;
      Lines lines = {"Current Medications: Norco 10/325 mg one tablet every 6 hours as needed.",
                     "Soma 350 mg one tablet three times a day."};
      if (progress_reports_ == 7) {
        made_.decisive = "She had an acute exacerbation of her low back pain with new muscle spasm after a fall";
        lines.push_back(made_.decisive);
        lines.push_back(fmt::format("on {}.", american(date)));
        made_.decisive_file = file_;
        made_.decisive_page = pdf_->pages() + page;
      }
      // Contradiction 2: on one and the same day she takes Norco and does not.
      if (progress_reports_ == 5) extra_visit_ = date;
      return lines;
    }
    if (name == "imaging" && page == 1 && extra_visit_) {
      const Lines lines = {fmt::format("On {} the patient is not taking Norco.", american(*extra_visit_))};
      extra_visit_.reset();
      return lines;
    }
    // Contradiction 3: the operation was on the left, and on the right.
    if (name == "operative" && page == 1 && ++operations_ <= 2) {
      const char* side = operations_ == 1 ? "left" : "right";
      return {fmt::format("On 06/02/2014 the patient underwent {} shoulder arthroscopy.", side)};
    }
    return {};
  }

  void send(const Sent& sent, const std::string& fax_line) {
    MadeDocument document = sent.document;
    document.file = file_;
    document.first_page = pdf_->pages() + 1;
    for (const Lines& page : sent.pages) {
      Lines lines = page;
      if (!fax_line.empty()) lines.insert(lines.begin(), fmt::format("{} P.{:03}", fax_line, pdf_->pages() + 1));
      pdf_->add(lines, document.scanned);
      ++made_.pages;
      if (document.scanned) ++made_.scanned_pages;
      if (document.repeats) ++made_.repeated_pages;
    }
    document.last_page = pdf_->pages();
    made_.documents.push_back(std::move(document));
  }

  // Whole documents once more, as a fax machine sends them.
  void repeat_documents(int pages) {
    for (std::size_t i = 0; pages > 0; ++i) {
      Sent& sent = sent_.at((i * 3) % sent_.size());
      if (i > sent_.size()) throw std::logic_error("too few documents to repeat");
      if (sent.document.repeats || static_cast<int>(sent.pages.size()) > pages) continue;
      sent.document.repeats = true;
      pages -= static_cast<int>(sent.pages.size());
      send(sent, "NOV-02-2015 10:14 FROM:EXAMPLE MEDICAL TO:5550100");
    }
  }

  void write_form() const {
    std::ofstream out(folder_ / "case.yaml");
    out << "case_number: EX-1000\nprogramme: ca-dwc-imr\npriority: standard\ndates:\n  injury: 2014-03-05\n"
           "  request: 2015-10-20\n  ur_decision: 2015-10-27\n  application: 2015-11-03\n  review: 2015-12-01\n"
           "ur_served_by: mail\ninjured_worker: { age: 44, sex: female }\ndisputed_items:\n"
           "  - text: \"Soma 350 mg #90\"\n    claims_administrator:\n      reasons: \"not documented\"\n"
           "      guideline: \"MTUS Chronic Pain Medical Treatment 2009\"\n";
  }

  std::filesystem::path folder_;
  std::string file_;
  std::unique_ptr<Pdf> pdf_;
  Dice dice_;
  MadeCase made_;
  std::vector<Sent> sent_;
  int made_documents_ = 0;
  int entries_ = 0;
  int progress_reports_ = 0;
  int consultations_ = 0;
  int operations_ = 0;
  std::optional<Date> extra_visit_;
};

}  // namespace

MadeCase make_thousand_pages(const std::filesystem::path& folder) {
  return Maker(folder).make();
}

}  // namespace openimr::testing
