#include "records/record_reader.h"

#include <algorithm>
#include <deque>
#include <fstream>
#include <future>
#include <optional>
#include <thread>
#include <tuple>
#include <utility>

#include "base/data.h"
#include "records/encodings.h"
#include "records/foreign_pages.h"
#include "records/record_archive.h"
#include "records/record_cache.h"
#include "records/record_kind.h"
#include "records/record_losses.h"
#include "records/record_pages.h"
#include "records/scan_pool.h"

namespace openimr::records {
namespace {

constexpr std::size_t kSignatureBytes = 1024;
constexpr std::size_t kTextBytes = 16U << 20U;

unsigned jobs_of(const RecordReaderOptions& options) {
  return options.jobs > 0 ? options.jobs : std::max(1U, std::thread::hardware_concurrency());
}

std::string first_bytes(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::string out(kSignatureBytes, '\0');
  in.read(out.data(), static_cast<std::streamsize>(out.size()));
  out.resize(static_cast<std::size_t>(in.gcount()));
  return out;
}

// A page on its way: read, and perhaps still being recognised.
struct ComingPage {
  ForeignPage read;
  std::future<ScannedPage> scan;
};

// A file that is being read; its pages come in their order.
struct ComingFile {
  explicit ComingFile(std::string suffix) { file.name = std::move(suffix); }

  RecordFile file;
  std::vector<Error> losses;  // of the file as a whole
  PageSource source = PageSource::text_layer;
  std::deque<ComingPage> pages;
  bool passing = false;  // something was lost that may be read another time

  void lose(Error why) {
    passing = passing || why.code == ErrorCode::internal || why.code == ErrorCode::not_found;
    file.text = plain("");
    file.pages.assign(1, ReadPage{.loss = why.message});
    losses.push_back(std::move(why));
  }
};

struct ComingContent {
  std::string name;     // of the source
  std::string kept_as;  // in the cache; empty where nothing is to be kept
  std::deque<ComingFile> files;
};

}  // namespace

ReaderLimits record_limits() {
  ReaderLimits limits;
  limits.memory = 1ULL << 30U;
  limits.file = 512ULL << 20U;
  limits.text = 256ULL << 20U;
  limits.pages = 5000;
  return limits;
}

ReaderLimits scan_limits() {
  ReaderLimits limits;
  limits.memory = 1ULL << 30U;
  limits.time = std::chrono::seconds(60);
  return limits;
}

struct RecordReader::State {
  explicit State(RecordReaderOptions from)
      : options(std::move(from)),
        foreign(options.program, options.limits),
        html(options.program, options.limits),
        scans(options.program, options.scans, jobs_of(options)) {
    if (!options.cache.empty()) cache.emplace(options.cache, options.cache_key);
  }

  RecordReaderOptions options;
  ForeignPages foreign;
  UntrustedReader html;
  ScanPool scans;
  std::optional<RecordCache> cache;
  int archives = 0;  // children for archives
  ReadingProgress progress;
  std::deque<ComingContent> coming;
  ReadRecords done;

  void read(const RecordSource& source) {
    const RecordKind kind = record_kind(first_bytes(source.path));
    ComingContent& content = coming.emplace_back(ComingContent{source.name, {}, {}});
    auto bytes = read_file(source.path, kind == RecordKind::text ? kTextBytes : options.limits.file);
    if (!bytes) {
      bytes.error().file.clear();
      content.files.emplace_back("").lose(std::move(bytes.error()));
      return;
    }
    const bool costly = kind == RecordKind::pdf || kind == RecordKind::picture || kind == RecordKind::zip;
    if (cache && costly) {
      const std::string name = RecordCache::name_of(*bytes);
      if (auto found = cache->find(name)) {
        coming.pop_back();
        finish(source.name, std::move(*found));
        return;
      }
      content.kept_as = name;
    }
    if (kind == RecordKind::zip) {
      read_zip(content, source.path, bytes->size());
    } else {
      read(content.files.emplace_back(""), kind, std::move(*bytes));
    }
  }

  void read_zip(ComingContent& content, const std::filesystem::path& path, std::uint64_t size) {
    ++archives;
    const auto each = [&](const std::string& name, Result<std::string> bytes) {
      ComingFile& file = content.files.emplace_back("/" + name);
      if (!bytes) {
        file.lose(std::move(bytes.error()));
        return;
      }
      const RecordKind kind = record_kind(*bytes);
      if (kind == RecordKind::zip) {
        file.lose(archive_in_archive());
      } else {
        read(file, kind, std::move(*bytes));
      }
    };
    if (auto end = read_record_archive(options.program, path, size, options.limits, each); !end) {
      content.files.emplace_back("").lose(std::move(end.error()));
    }
  }

  void read(ComingFile& to, RecordKind kind, std::string bytes) {
    switch (kind) {
      case RecordKind::pdf:
        return read_pages(to, PagedKind::pdf, bytes);
      case RecordKind::picture:
        to.source = PageSource::scan;
        return read_pages(to, PagedKind::picture, bytes);
      case RecordKind::html: {
        auto text = html.read(DocumentKind::html, bytes, "it");
        if (!text) return to.lose(std::move(text.error()));
        return take_text(to, std::move(text->text));
      }
      case RecordKind::text: {
        auto text = text_file_as_utf8(std::move(bytes));
        if (!text) return to.lose(file_of_unknown_kind());
        return take_text(to, std::move(*text));
      }
      case RecordKind::zip:
      case RecordKind::office:
        return to.lose(office_document());
    }
  }

  void take_text(ComingFile& to, std::string text) {
    if (text.find_first_not_of(" \t\r\n\f") == std::string::npos) return to.lose(empty_file());
    to.file = text_file(std::move(to.file.name), std::move(text));
  }

  void read_pages(ComingFile& to, PagedKind kind, std::string_view bytes) {
    const auto on_count = [&](int pages) { progress.of += pages; };
    const auto each = [&](ForeignPage page) {
      ComingPage coming_page{std::move(page), {}};
      if (coming_page.read.raster) coming_page.scan = scans.add(std::move(*coming_page.read.raster));
      to.pages.push_back(std::move(coming_page));
      advance(false);
    };
    if (auto read = foreign.read(kind, bytes, on_count, each); !read) to.lose(std::move(read.error()));
  }

  // Takes the pages that are there, in their order; waits for those that are being recognised where it is told to.
  void advance(bool wait) {
    for (ComingContent& content : coming) {
      for (ComingFile& file : content.files) {
        while (!file.pages.empty()) {
          ComingPage& page = file.pages.front();
          if (!wait && page.scan.valid() && page.scan.wait_for(std::chrono::seconds(0)) != std::future_status::ready)
            return;
          std::optional<ScannedPage> scan;
          if (page.scan.valid()) scan = page.scan.get();
          file.passing = file.passing || page.read.passing || (scan && !scan->loss.empty());
          add_page(file.file, file.source, std::move(page.read), std::move(scan));
          file.pages.pop_front();
          ++progress.pages;
          if (options.progress) options.progress(progress);
        }
      }
    }
  }

  void finish_all() {
    advance(true);
    for (ComingContent& content : coming) {
      ReadContent out;
      bool passing = false;
      for (ComingFile& file : content.files) {
        passing = passing || file.passing || (content.files.size() == 1 && !file.losses.empty());
        if (file.losses.empty()) file.losses = losses_of_pages(file.file, file.file.name);
        for (Error& loss : file.losses) {
          loss.file = file.file.name;
          out.losses.push_back(std::move(loss));
        }
        out.files.push_back(std::move(file.file));
      }
      if (cache && !content.kept_as.empty() && !passing) cache->keep(content.kept_as, out);
      finish(content.name, std::move(out));
    }
    coming.clear();
  }

  void finish(const std::string& name, ReadContent content) {
    for (RecordFile& file : content.files) {
      file.name = name + file.name;
      done.files.push_back(std::make_shared<RecordFile>(std::move(file)));
    }
    for (Error& loss : content.losses) {
      loss.file = name + loss.file;
      done.losses.push_back(std::move(loss));
    }
  }
};

RecordReader::RecordReader(RecordReaderOptions options) : state_(std::make_unique<State>(std::move(options))) {}
RecordReader::~RecordReader() = default;

int RecordReader::children() const {
  return state_->foreign.children() + state_->html.children() + state_->scans.children() + state_->archives;
}

ReadRecords RecordReader::read(const std::vector<RecordSource>& sources, const std::filesystem::path& where) {
  State& state = *state_;
  state.progress = {};
  for (const RecordSource& source : sources) state.read(source);
  state.finish_all();
  ReadRecords out = std::exchange(state.done, {});
  std::sort(out.files.begin(), out.files.end(), [](const auto& a, const auto& b) { return a->name < b->name; });
  std::sort(out.losses.begin(), out.losses.end(),
            [](const Error& a, const Error& b) { return std::tie(a.file, a.message) < std::tie(b.file, b.message); });
  for (Error& loss : out.losses) loss.file = (where / loss.file).string();
  return out;
}

}  // namespace openimr::records
