#include "records/untrusted.h"

#include <algorithm>
#include <utility>

#include "records/child_process.h"
#include "records/reader_arguments.h"
#include "records/reader_errors.h"
#include "records/reader_frames.h"
#include "records/visible_text.h"

namespace openimr::records {
namespace {

constexpr std::size_t kSignatureWithin = 1024;

bool starts_with_word(std::string_view text, std::string_view word) {
  return text.size() >= word.size() && std::equal(word.begin(), word.end(), text.begin(), [](char a, char b) {
           return a == (b >= 'A' && b <= 'Z' ? static_cast<char>(b + ('a' - 'A')) : b);
         });
}

// The lines of a text without a layout.
std::string visible_lines(std::string_view foreign) {
  std::string out;
  out.reserve(foreign.size());
  for (std::size_t begin = 0; begin < foreign.size();) {
    const std::size_t end = std::min(foreign.find('\n', begin), foreign.size());
    append_visible(out, foreign.substr(begin, end - begin));
    out += '\n';
    begin = end + 1;
  }
  return out;
}

// How the reading of a document came out. An error that the child sent leaves the child as it was.
struct Outcome {
  enum class Is : std::uint8_t { read, refused, late, fell };
  Is is;
  LaidOutText text{};
  ErrorFrame refusal{};

  static Outcome of(ChildProcess::Transfer failed) {
    return {failed == ChildProcess::Transfer::late ? Is::late : Is::fell};
  }
};

// Takes the answer about one document.
Outcome take_answer(ChildProcess& child, DocumentKind kind, const ReaderLimits& limits,
                    ChildProcess::Deadline deadline) {
  using Is = Outcome::Is;
  Outcome out{Is::read};
  std::uint64_t taken = 0;
  while (true) {
    std::string_view bytes;
    if (const auto got = child.receive(sizeof(FrameHead), bytes, deadline); got != ChildProcess::Transfer::done)
      return Outcome::of(got);
    const FrameHead head = read_head(bytes);
    taken += head.length;
    if (taken > limits.text + kMostExtra) return {Is::fell};
    if (const auto got = child.receive(head.length, bytes, deadline); got != ChildProcess::Transfer::done)
      return Outcome::of(got);
    switch (head.kind) {
      case FrameKind::page: {
        const auto page = read_page(bytes);
        if (!page || std::cmp_equal(out.text.page_begins.size(), limits.pages)) return {Is::fell};
        out.text.add_page(*page);
        break;
      }
      case FrameKind::text:
        if (kind != DocumentKind::html || !out.text.page_begins.empty()) return {Is::fell};
        out.text = plain(visible_lines(bytes));
        break;
      case FrameKind::end:
        if (out.text.page_begins.empty() || child.has_unread()) return {Is::fell};
        return out;
      case FrameKind::error: {
        const auto error = read_error(bytes);
        if (!error || child.has_unread()) return {Is::fell};
        return {Is::refused, {}, *error};
      }
      default:
        return {Is::fell};
    }
  }
}

}  // namespace

std::optional<DocumentKind> kind_of(std::string_view first_bytes) {
  first_bytes = first_bytes.substr(0, kSignatureWithin);
  if (first_bytes.find("%PDF-") != std::string_view::npos) return DocumentKind::pdf;
  if (first_bytes.starts_with("\xEF\xBB\xBF")) first_bytes.remove_prefix(3);
  first_bytes.remove_prefix(std::min(first_bytes.find_first_not_of(" \t\r\n\f"), first_bytes.size()));
  for (const std::string_view opening : {"<!doctype html", "<html"}) {
    if (starts_with_word(first_bytes, opening)) return DocumentKind::html;
  }
  return std::nullopt;
}

struct UntrustedReader::State {
  State(std::filesystem::path from, ReaderLimits within) : program(std::move(from)), limits(within) {}

  std::filesystem::path program;
  ReaderLimits limits;
  std::optional<ChildProcess> child;
  int children = 0;

  // The child that reads next. One that ended by itself since the last document, which is no fault of the next, is
  // replaced.
  Result<ChildProcess*> ready_child() {
    if (child && !child->has_ended()) return &*child;
    child.reset();
    auto started = ChildProcess::start(program, to_words({ReaderTask::documents, limits}));
    if (!started) return fail(std::move(started.error()));
    ++children;
    return &child.emplace(std::move(*started));
  }
};

UntrustedReader::UntrustedReader(std::filesystem::path program, ReaderLimits limits)
    : state_(std::make_unique<State>(std::move(program), limits)) {}
UntrustedReader::~UntrustedReader() = default;
UntrustedReader::UntrustedReader(UntrustedReader&&) noexcept = default;
UntrustedReader& UntrustedReader::operator=(UntrustedReader&&) noexcept = default;

int UntrustedReader::children() const {
  return state_->children;
}

Result<LaidOutText> UntrustedReader::read(DocumentKind kind, std::string_view bytes, const std::string& name) {
  const ReaderLimits& limits = state_->limits;
  if (bytes.size() > limits.file || bytes.size() > kMostBytes) return fail(too_large(name, bytes.size(), limits));
  const auto ready = state_->ready_child();
  if (!ready) return fail(ready.error());

  ChildProcess& child = **ready;
  const auto deadline = std::chrono::steady_clock::now() + limits.time;
  const FrameHead head{kind == DocumentKind::pdf ? FrameKind::pdf : FrameKind::html,
                       static_cast<std::uint32_t>(bytes.size())};
  const auto sent = child.send(as_bytes(head), bytes, deadline);
  Outcome outcome =
      sent == ChildProcess::Transfer::done ? take_answer(child, kind, limits, deadline) : Outcome::of(sent);
  switch (outcome.is) {
    case Outcome::Is::read:
      return std::move(outcome.text);
    case Outcome::Is::refused:
      return fail(said_of(name, kind, outcome.refusal, limits));
    case Outcome::Is::late:
      state_->child.reset();
      return fail(too_slow(name, limits));
    case Outcome::Is::fell:
      break;
  }
  const int status = child.stop();
  state_->child.reset();
  return fail(child_fell(name, status, limits));
}

}  // namespace openimr::records
