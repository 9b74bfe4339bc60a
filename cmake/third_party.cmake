# What others wrote, by what it does for us: openimr_folder(... PARTS json) links part::json.
# packages.txt names the Debian packages.
find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)

# openimr_part(NAME LIBRARY...): part::NAME stands for the libraries.
function(openimr_part name)
  add_library(part_${name} INTERFACE)
  target_link_libraries(part_${name} INTERFACE ${ARGN})
  add_library(part::${name} ALIAS part_${name})
endfunction()

find_package(tl-expected REQUIRED)
openimr_part(expected tl::expected)

find_package(nlohmann_json REQUIRED)
openimr_part(json nlohmann_json::nlohmann_json)

pkg_check_modules(SIMDJSON REQUIRED IMPORTED_TARGET simdjson)
openimr_part(bulk_json PkgConfig::SIMDJSON)

find_package(yaml-cpp REQUIRED)
openimr_part(yaml ${YAML_CPP_LIBRARIES})

find_package(valijson REQUIRED)
openimr_part(schemas valijson)

find_package(fmt REQUIRED)
openimr_part(text fmt::fmt)

pkg_check_modules(RE2 REQUIRED IMPORTED_TARGET re2)
openimr_part(regex PkgConfig::RE2)

# Memory of the programs that hold a case: facts and drafts are many small pieces, which mimalloc gives and takes faster
# than the C library. Without it, or where a sanitizer watches the memory, the C library's own is used.
find_package(mimalloc QUIET)
if(mimalloc_FOUND AND NOT OPENIMR_SANITIZE AND NOT OPENIMR_FUZZ)
  openimr_part(memory mimalloc)
else()
  openimr_part(memory)
endif()

# Only a peer of benchmarks.
pkg_check_modules(HS REQUIRED IMPORTED_TARGET libhs)
openimr_part(words PkgConfig::HS)

pkg_check_modules(SODIUM REQUIRED IMPORTED_TARGET libsodium)
openimr_part(hashes PkgConfig::SODIUM)

# Databases, for store/ alone: SOCI over SQLite and PostgreSQL.
find_library(SOCI_CORE soci_core REQUIRED)
find_library(SOCI_SQLITE3 soci_sqlite3 REQUIRED)
find_library(SOCI_POSTGRESQL soci_postgresql REQUIRED)
pkg_check_modules(DATABASES REQUIRED IMPORTED_TARGET sqlite3 libpq)
openimr_part(databases ${SOCI_SQLITE3} ${SOCI_POSTGRESQL} ${SOCI_CORE} PkgConfig::DATABASES)
if(OPENIMR_SANITIZE MATCHES "undefined")
  # SOCI hides the type information of its own classes, which the check of virtual tables would ask for.
  target_compile_options(part_databases INTERFACE -fno-sanitize=vptr)
endif()

# The collection of published letters, for corpus/collection/ alone: its file, smaller texts, and its index.
pkg_check_modules(COLLECTIONS REQUIRED IMPORTED_TARGET sqlite3 libzstd xapian-core)
openimr_part(collections PkgConfig::COLLECTIONS)

# The least costly flow through a network: LEMON.
pkg_check_modules(LEMON REQUIRED IMPORTED_TARGET lemon)
openimr_part(matching PkgConfig::LEMON)

# Signing in: codes that change with the time (TOTP), and the tokens of OpenID Connect.
pkg_check_modules(OATH REQUIRED IMPORTED_TARGET liboath)
openimr_part(second_factor PkgConfig::OATH)
pkg_check_modules(CJOSE REQUIRED IMPORTED_TARGET cjose)
openimr_part(identity_tokens PkgConfig::CJOSE)

# HTTP, for server/http/ alone: sockets and coroutines, the parser, TLS and compression. Their code is compiled once
# (server/http/boost.cpp).
find_package(Boost 1.81 REQUIRED CONFIG)
find_package(OpenSSL REQUIRED)
find_package(ZLIB REQUIRED)
openimr_part(http Boost::headers OpenSSL::SSL OpenSSL::Crypto ZLIB::ZLIB)
target_compile_definitions(part_http INTERFACE
  BOOST_ASIO_SEPARATE_COMPILATION BOOST_BEAST_SEPARATE_COMPILATION BOOST_ASIO_NO_DEPRECATED)

# What the server tells of itself: logs and metrics.
find_package(spdlog REQUIRED)
pkg_check_modules(PROMETHEUS REQUIRED IMPORTED_TARGET prometheus-cpp-core)
openimr_part(operation spdlog::spdlog PkgConfig::PROMETHEUS)

find_package(CLI11 REQUIRED)
openimr_part(command_line CLI11::CLI11)

# Pages out: Cairo draws and tags, Pango sets the lines.
pkg_check_modules(PANGOCAIRO REQUIRED IMPORTED_TARGET pangocairo cairo-pdf pangoft2 fontconfig)
openimr_part(pages PkgConfig::PANGOCAIRO)

# Foreign documents in, all of it in openimr-reader only: words of a PDF with their boxes, the text of HTML, the files in
# tar and zip archives, pictures, the words in pictures, and the filter on calls to the kernel. (Zip archives are also
# written, by the command.)
pkg_check_modules(POPPLER REQUIRED IMPORTED_TARGET poppler-cpp)
openimr_part(pdf_text PkgConfig::POPPLER)

pkg_check_modules(LIBXML2 REQUIRED IMPORTED_TARGET libxml-2.0)
openimr_part(html PkgConfig::LIBXML2)

pkg_check_modules(LIBARCHIVE REQUIRED IMPORTED_TARGET libarchive)
openimr_part(archives PkgConfig::LIBARCHIVE)

pkg_check_modules(PICTURES REQUIRED IMPORTED_TARGET lept libtiff-4)
openimr_part(pictures PkgConfig::PICTURES)

pkg_check_modules(TESSERACT REQUIRED IMPORTED_TARGET tesseract)
openimr_part(recognition PkgConfig::TESSERACT)

pkg_check_modules(SECCOMP REQUIRED IMPORTED_TARGET libseccomp)
openimr_part(sandbox PkgConfig::SECCOMP)
