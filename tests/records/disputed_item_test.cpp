// Requests as letters word them, taken apart. "-" is a value that the request does not state.
#include "records/disputed_item.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include <fmt/core.h>
#include <fmt/ranges.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "base/data.h"

namespace openimr::records {
namespace {

const vocabulary::Vocabulary& words() {
  static const vocabulary::Vocabulary vocabulary = [] {
    nlohmann::json lists;
    for (const char* file : {"drugs.yaml", "services.yaml", "body_parts.yaml"}) {
      const auto path = std::filesystem::path(OPENIMR_SOURCE_DIR) / "packs" / "vocabulary" / file;
      const auto data = read_file(path, DataLimits{}.bytes).and_then([&](std::string text) {
        return read_yaml(std::move(text), file);
      });
      EXPECT_TRUE(data.has_value()) << file;
      for (const auto& [name, list] : data->value.items()) {
        if (list.is_array()) lists[name] = list;
      }
    }
    return std::move(*vocabulary::Vocabulary::from_packs(lists));
  }();
  return vocabulary;
}

std::string show(const std::optional<std::string>& value) {
  return value.value_or("-");
}
std::string show(const std::optional<int>& value) {
  return value ? std::to_string(*value) : "-";
}

// kind | concept | strength | form | quantity | refills
std::string as_medication(const ParsedItem& i) {
  return fmt::format("{} | {} | {} | {} | {} | {}", i.kind, show(i.concept_name), show(i.strength), show(i.form),
                     show(i.quantity), show(i.refills));
}
// kind | concept | visits | frequency | duration | quantity | body parts | side
std::string as_service(const ParsedItem& i) {
  return fmt::format("{} | {} | {} | {} | {} | {} | {} | {}", i.kind, show(i.concept_name), show(i.visits),
                     show(i.frequency), show(i.duration), show(i.quantity),
                     i.body_parts.empty() ? "-" : fmt::format("{}", fmt::join(i.body_parts, ", ")), show(i.side));
}

struct Case {
  const char* text;
  const char* expected;
};
void PrintTo(const Case& c, std::ostream* out) {
  *out << c.text;
}

class Medications : public testing::TestWithParam<Case> {};
TEST_P(Medications, AreTakenApart) {
  EXPECT_EQ(as_medication(parse_item(GetParam().text, words())), GetParam().expected);
}
INSTANTIATE_TEST_SUITE_P(
    Requests, Medications,
    testing::Values(
        Case{"Soma 350 mg, sixty count with one refill", "medication | carisoprodol | 350 mg | - | 60 | 1"},
        Case{"Norco 10/325mg  #120 with 3 refills", "medication | hydrocodone/acetaminophen | 10/325 mg | - | 120 | 3"},
        Case{"Soma 350mg #50 x 3 refills", "medication | carisoprodol | 350 mg | - | 50 | 3"},
        Case{"Some 350 mg #100", "medication | carisoprodol | 350 mg | - | 100 | -"},
        Case{"Xanax 1mg", "medication | alprazolam | 1 mg | - | - | -"},
        Case{"Ambien 10 mg, thirty count with one refill", "medication | zolpidem | 10 mg | - | 30 | 1"},
        Case{"Hydrocodone 10/325 mg #90", "medication | hydrocodone/acetaminophen | 10/325 mg | - | 90 | -"},
        Case{"Oxycodone HCL ER 20mg #60 day supply: 30", "medication | oxycodone | 20 mg | - | 60 | -"},
        Case{"Retrospective Cyclobenzaprine 5mg tab #30 DOS: 11/14/16",
             "medication | cyclobenzaprine | 5 mg | tablet | 30 | -"},
        Case{"Meloxicam (Mobic) 7.5mg #30", "medication | meloxicam | 7.5 mg | - | 30 | -"},
        Case{"Prilosec (Omeprazole) 20mg, #60, refills 2", "medication | omeprazole | 20 mg | - | 60 | 2"},
        Case{"Lidocaine 5% patch #1", "medication | lidocaine | 5% | patch | 1 | -"},
        Case{"Lidocaine ointment 5% 106.32gm", "medication | lidocaine | 5% | ointment | - | -"},
        Case{"Fanatrex 25mg/ml oral suspension 420ml", "medication | gabapentin | 25 mg/ml | suspension | 420 | -"},
        Case{"Voltaren 1% gel 3 tubes", "medication | diclofenac | 1% | gel | 3 | -"},
        Case{"Toradol 60mg IM injection", "injection | ketorolac | 60 mg | injection | - | -"},
        Case{"Cyclophene 5% cream 111.2 grams", "compound | cyclobenzaprine | 5% | cream | - | -"},
        Case{"Compound Ketoprofen 20%, 240 grams", "compound | ketoprofen | 20% | - | 240 | -"},
        Case{"Flurbiprofen 20% cream 30 gm", "compound | flurbiprofen | 20% | cream | 30 | -"},
        Case{"Gabapentin 10% gel", "compound | gabapentin | 10% | gel | - | -"},
        Case{"Diclofenac 3% gel", "medication | diclofenac | 3% | gel | - | -"},
        Case{"Compounded topical cream", "compound | - | - | cream | - | -"},
        Case{"Unheardofine 5mg #30", "medication | - | 5 mg | - | 30 | -"},
        Case{"Medication refill", "medication | - | - | - | - | -"}));

class Services : public testing::TestWithParam<Case> {};
TEST_P(Services, AreTakenApart) {
  EXPECT_EQ(as_service(parse_item(GetParam().text, words())), GetParam().expected);
}
INSTANTIATE_TEST_SUITE_P(
    Visits, Services,
    testing::Values(
        Case{"Massage therapy (unspecified)", "therapy | massage | - | - | - | - | - | -"},
        Case{"Physical therapy 2 times a week for 6 weeks low back",
             "therapy | physical therapy | 12 | 2 times a week | 6 weeks | - | lumbar spine | -"},
        Case{"Physical therapy two times a week for three weeks for lumbar",
             "therapy | physical therapy | 6 | 2 times a week | 3 weeks | - | lumbar spine | -"},
        Case{"Physical therapy 2x6 for the left knee", "therapy | physical therapy | 12 | - | - | - | knee | left"},
        Case{"PT 3 x week x 4 weeks right shoulder",
             "therapy | physical therapy | 12 | 3 times a week | 4 weeks | - | shoulder | right"},
        Case{"Chiro 2xWk x 6Wks", "therapy | chiropractic | 12 | 2 times a week | 6 weeks | - | - | -"},
        Case{"Eight (8) physical therapy sessions", "therapy | physical therapy | 8 | - | - | - | - | -"},
        Case{"Additional physical therapy two times four visits (8) for the lumbar and bilateral knees",
             "therapy | physical therapy | 8 | - | - | - | lumbar spine, knee | bilateral"},
        Case{"Post-op physical therapy 12-18 sessions", "therapy | physical therapy | 18 | - | - | - | - | -"},
        Case{"Initial acupuncture, 1 to 2 times per week for 4 weeks, for the neck",
             "therapy | acupuncture | 8 | 1-2 times a week | 4 weeks | - | cervical spine | -"},
        Case{"Acupuncture therapy sessions lumbar spine #6",
             "therapy | acupuncture | 6 | - | - | - | lumbar spine | -"},
        Case{"Ultrasound 1 times 8", "therapy | ultrasound therapy | 8 | - | - | - | - | -"},
        Case{"Associated surgical service: Physical Therapy sessions, 12",
             "surgical_companion | physical therapy | 12 | - | - | - | - | -"},
        Case{"Home aide 6 hours per day, 5 times a week for 4 weeks",
             "home_health | home health care | 20 | 5 times a week | 4 weeks | - | - | -"}));
INSTANTIATE_TEST_SUITE_P(
    Others, Services,
    testing::Values(
        Case{"MRI of the lumbar spine without contrast", "diagnostic | mri | - | - | - | - | lumbar spine | -"},
        Case{"EMG/NCV bilateral upper extremities",
             "diagnostic | emg/ncs | - | - | - | - | upper extremity | bilateral"},
        Case{"EMG right upper extremity and NCV right upper extremity",
             "diagnostic | emg/ncs | - | - | - | - | upper extremity | right"},
        Case{"NCS of the left upper extremity", "diagnostic | ncs | - | - | - | - | upper extremity | left"},
        Case{"One (1) x-ray of the thoracic spine", "diagnostic | x-ray | - | - | - | 1 | thoracic spine | -"},
        Case{"Labs to include: EKG", "diagnostic | ekg | - | - | - | - | - | -"},
        Case{"Pre-operative EKG", "surgical_companion | ekg | - | - | - | - | - | -"},
        Case{"Facet joint injections L4-5, L5-S1",
             "injection | facet joint injection | - | - | - | - | lumbar spine | -"},
        Case{"Right L4 transforaminal epidural steroid injection under fluoroscopic guidance",
             "injection | epidural steroid injection | - | - | - | - | lumbar spine | right"},
        Case{"Ultrasound guided corticosteroid injection to the right shoulder",
             "injection | steroid injection | - | - | - | - | shoulder | right"},
        Case{"Synvisc injection series of 3 to the left knee",
             "injection | viscosupplementation injection | - | - | - | 3 | knee | left"},
        Case{"Arthroscopy of the left knee", "surgery | knee arthroscopy | - | - | - | - | knee | left"},
        Case{"Spine surgery evaluation for the lumbar",
             "consultation | spine surgery consultation | - | - | - | - | lumbar spine | -"},
        Case{"Associated surgical service: Cryotherapy unit, seven day use",
             "surgical_companion | cold therapy unit | - | - | 7 days | - | - | -"},
        Case{"Wrist braces #2", "dme | wrist brace | - | - | - | 2 | wrist | -"},
        Case{"TENS unit", "dme | tens unit | - | - | - | - | - | -"},
        Case{"Home H-wave device", "dme | h-wave | - | - | - | - | - | -"},
        Case{"Transportation to/from all medical appointments",
             "transportation | transportation | - | - | - | - | - | -"},
        Case{"", "other | - | - | - | - | - | - | -"}));

TEST(Compound, KeepsItsIngredientsInOrder) {
  const ParsedItem item = parse_item(
      "Flurbiprofen 20%, Baclofen 5%, Dexamethasone 2%, Menthol 2%, Capsaicin 0.025% in cream base", words());
  EXPECT_EQ(as_medication(item),
            "compound | flurbiprofen/baclofen/dexamethasone/menthol/capsaicin | 20%/5%/2%/2%/0.025% | cream | - | -");
  EXPECT_EQ(item.ingredients,
            (std::vector<std::string>{"flurbiprofen", "baclofen", "dexamethasone", "menthol", "capsaicin"}));
  EXPECT_EQ(item.subcategory, "Topical Compounds");
}

TEST(Compound, DoesNotGuessWhoseAMissingStrengthIs) {
  const ParsedItem item = parse_item("Dextromethorphan 5%/Lidocaine/Capsaicin 0.025%, 120grams #1", words());
  EXPECT_EQ(item.ingredients.size(), 3U);
  EXPECT_EQ(item.strength, std::nullopt);
  EXPECT_EQ(item.quantity, 1);
}

TEST(PartialApproval, DescribesWhatRemains) {
  const ParsedItem item = parse_item(
      "Norco 10/325mg #60 was the original request. Norco 10/325mg #25 was authorized by the Claims Administrator. The "
      "remaining IMR "
      "eligible portion of the original request, Norco 10/325mg #35 is",
      words());
  EXPECT_EQ(as_medication(item), "medication | hydrocodone/acetaminophen | 10/325 mg | - | 35 | -");
  EXPECT_EQ(item.original, "Norco 10/325mg #60");
  EXPECT_EQ(item.authorized, "Norco 10/325mg #25");
}

TEST(PartialApproval, OfSomethingElseLeavesTheWholeRequest) {
  const ParsedItem item = parse_item(
      "Physical therapy 2 times a week for 6 weeks (12 sessions) to the right elbow was the original request. The "
      "Claims Administrator "
      "authorized 2 sessions of occupational therapy, leaving the original request IMR eligible. The original request, "
      "physical therapy "
      "2 times a week for 6 weeks (12 sessions) to the right elbow is",
      words());
  EXPECT_EQ(as_service(item), "therapy | physical therapy | 12 | 2 times a week | 6 weeks | - | elbow | right");
  EXPECT_EQ(item.authorized, "2 sessions of occupational therapy");
}

TEST(PartialApproval, TakesTheBodyPartFromTheWholeRequest) {
  const ParsedItem item = parse_item(
      "Acupuncture for the left knee, 8 sessions was the original request. Acupuncture 6 sessions was authorized by "
      "the Claims "
      "Administrator. The remaining IMR eligible portion of the original request, Acupuncture for 2 sessions is",
      words());
  EXPECT_EQ(as_service(item), "therapy | acupuncture | 2 | - | - | - | knee | left");
}

TEST(PartialApproval, CountsTheRefillsThatRemain) {
  const ParsedItem item = parse_item(
      "Ibuprofen 600mg #90 with 2 refill was the original request. Ibuprofen 600mg #90 was authorized by the Claims "
      "Administrator. The "
      "remaining IMR eligible portion of the original request, Two refills of Ibuprofen 600mg #90 is",
      words());
  EXPECT_EQ(as_medication(item), "medication | ibuprofen | 600 mg | - | 90 | 2");
}

TEST(Circumstances, AreReadFromTheWords) {
  EXPECT_TRUE(parse_item("Retrospective E-stim (DOS 12/29/16)", words()).retrospective);
  EXPECT_TRUE(parse_item("Naproxen 500 mg #60 (date of service 1/2/16)", words()).retrospective);
  EXPECT_FALSE(parse_item("Naproxen 500 mg #60", words()).retrospective);
  EXPECT_TRUE(parse_item("Post-op Percocet 5/325mg", words()).post_operative);
  EXPECT_TRUE(parse_item("Postoperative physical therapy x 12", words()).post_operative);
  EXPECT_FALSE(parse_item("Physical therapy x 12", words()).post_operative);
}

TEST(Category, IsThatOfTheDecisionSearch) {
  const ParsedItem soma = parse_item("Soma 350mg", words());
  EXPECT_EQ(soma.category, "Pharmaceuticals");
  EXPECT_EQ(soma.subcategory, "Muscle Relaxant");
  const ParsedItem massage = parse_item("Massage therapy", words());
  EXPECT_EQ(massage.category, "Rehabilitation");
  EXPECT_EQ(massage.subcategory, "Other Therapies");
  EXPECT_EQ(parse_item("Muscle relaxant", words()).subcategory, "Muscle Relaxant");
}

TEST(ProductOfItem, FollowsTheForm) {
  const auto topics = [](const char* text) {
    const vocabulary::Drug* drug = product_of(parse_item(text, words()), words());
    return drug == nullptr ? std::vector<std::string>{} : drug->topics;
  };
  EXPECT_EQ(topics("Lidoderm 5% #30"), std::vector<std::string>{"lidocaine_patch"});
  EXPECT_EQ(topics("Lidocaine 5% patch"), std::vector<std::string>{"lidocaine_patch"});
  EXPECT_EQ(topics("Lidocaine 5% ointment"), std::vector<std::string>{"topical_compound"});
  EXPECT_EQ(topics("Voltaren gel 1%"), std::vector<std::string>{"topical_nsaid"});
  EXPECT_EQ(topics("Voltaren 75 mg #60"), std::vector<std::string>{"nsaids"});
  EXPECT_TRUE(topics("MRI of the knee").empty());
}

// Every request of the published letters at hand is understood as to its kind and subject.
TEST(SharedLetters, HaveNoItemOfUnknownKind) {
  const char* folder = std::getenv("OPENIMR_SHARED");
  const auto path = (folder != nullptr ? std::filesystem::path(folder)
                                       : std::filesystem::path(OPENIMR_SOURCE_DIR) / ".." / "shared") /
                    "letters" / "items_key.tsv";
  std::ifstream file(path);
  if (folder == nullptr && !file) GTEST_SKIP() << "no shared material beside the project";
  ASSERT_TRUE(file) << path;
  std::string line;
  std::getline(file, line);
  int items = 0;
  while (std::getline(file, line)) {
    std::istringstream columns(line);
    std::string text;
    for (int i = 0; i < 3; ++i) std::getline(columns, text, '\t');
    const ParsedItem item = parse_item(text, words());
    EXPECT_NE(item.kind, "other") << text;
    EXPECT_TRUE(item.concept_name.has_value()) << text;
    EXPECT_TRUE(item.category.has_value()) << text;
    ++items;
  }
  EXPECT_GT(items, 0);
}

}  // namespace
}  // namespace openimr::records
