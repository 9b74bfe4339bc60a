// Invented people, firms and places for the test of de-identification. The program never reads this list; it holds
// names that few lists have, and names that are ordinary words.
#pragma once

#include <array>

namespace openimr::planted {

inline constexpr std::array kFirst = {
    "Thuy",    "Xiong",   "Araksi", "Maricel", "Itzel",     "Grace",    "Mark",    "Rose",   "Joy",
    "Olumide", "Siobhan", "Bao",    "Garen",   "Rosalinda", "Pa",       "Dalisay", "Hayk",   "Nhu",
    "Ximena",  "Tou",     "Ngoc",   "Chasity", "Dwayne",    "Yesenia",  "Hovsep",  "Ligaya", "Mai",
    "Brook",   "Hunter",  "Faith",  "Jasleen", "Priya",     "Oksana",   "Leilani", "Kwame",  "Zoltan",
    "Ingrid",  "Beatriz", "Amparo", "Lazaro",  "Shanice",   "Devendra", "Tariq",   "Noelani"};

inline constexpr std::array kLast = {
    "Nguyenphuc",    "Vang",         "Xiong",        "Hakobyan",     "Ter-Petrosyan", "Dimaculangan",  "Macaraeg",
    "Long",          "Field",        "Brown",        "Bone",         "Villaseñor",    "Quiroz-Ibarra", "de la Fuente",
    "O'Shaughnessy", "McGillicuddy", "Thao",         "Phanthavong",  "Batungbakal",   "Gharibyan",     "Okonkwo",
    "Szczepanski",   "Abernathy",    "Fitzwilliam",  "Huynh",        "Duong",         "Catacutan",     "Zakarian",
    "Yazzie",        "Begaye",       "Kealoha",      "Van der Meer", "Drummond",      "Winterbourne",  "Castellanos",
    "Arrambide",     "Echeverria",   "Soliz",        "Uribe",        "Loftin",        "Grubbs",        "Swearingen",
    "Tolentino",     "Manalastas",   "Khachaturian", "Lor",          "Saechao",       "Baptiste"};

inline constexpr std::array kFirms = {"Brightwater Plumbing, Inc.",
                                      "Tallgrass Foods LLC",
                                      "Ortega & Sons Roofing",
                                      "Kestrel Aerospace Corporation",
                                      "Pinewood Unified School District",
                                      "Meridian Freight Lines, Inc.",
                                      "Delgado Farms",
                                      "Sunfield Packing Company",
                                      "Halcyon Hotel",
                                      "Quillfeather Janitorial Services",
                                      "County of Almendra",
                                      "Redbluff Steel"};

inline constexpr std::array kFacilities = {"Saint Brendan Hospital",
                                           "Almendra Valley Medical Center",
                                           "Quarrystone Surgery Center",
                                           "Larkspur Imaging Center",
                                           "Tamarind Orthopaedic Group",
                                           "Northgate Pain Institute",
                                           "Hollyoak Pharmacy",
                                           "Vista Serena Clinic",
                                           "Bellwether Occupational Health Center",
                                           "Cypress Hollow Physical Therapy",
                                           "Mariposa Spine Institute",
                                           "Kingsley Medical Group"};

inline constexpr std::array kInsurers = {"Stonebridge Mutual Insurance Company",
                                         "Golden Poppy Indemnity",
                                         "Pacific Crest Casualty Company",
                                         "Larkin Claims Management Services",
                                         "Harborlight Insurance Company",
                                         "Tri-Valley Risk Management",
                                         "Beacon Ridge Assurance"};

inline constexpr std::array kStreets = {
    "4821 Quillback Avenue", "77 N. Almendra Street", "19034 Old Quarry Rd.",
    "602 Calle Serena",      "8 Larkspur Ln",         "1550 West 43rd Street, Apt 12",
    "23 Tamarind Court",     "P.O. Box 44190",        "3100 El Molino Blvd., Suite 210",
    "915 Sweetwater Drive"};

inline constexpr std::array kTowns = {"Almendra",    "Quarry Flats",   "Santa Rosalba",
                                      "Brightwater", "Tamarind Hills", "Port Kestrel"};

}  // namespace openimr::planted
