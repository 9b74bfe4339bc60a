#include "base/data.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <sstream>
#include <system_error>

#include <fmt/core.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

#include "base/pattern.h"

namespace openimr {
namespace {

// Thrown inside this file only, where yaml-cpp's recursion leaves no other way out.
struct Refused {
  Error error;
};

// Refuses what YAML allows and a data file must not have: aliases, by which a few lines stand for millions, and a
// second document, which would go unread.
class Gate : public YAML::EventHandler {
 public:
  explicit Gate(const std::string& file) : file_(file) {}
  void OnDocumentStart(const YAML::Mark& mark) override {
    if (++documents_ > 1) refuse(mark, "more than one document", "Keep one document a file.");
  }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override { refuse(mark, "an alias", "Write the value out."); }
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark&, YAML::anchor_t) override {}
  void OnScalar(const YAML::Mark&, const std::string&, YAML::anchor_t, const std::string&) override {}
  void OnSequenceStart(const YAML::Mark&, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override {}
  void OnSequenceEnd() override {}
  void OnMapStart(const YAML::Mark&, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override {}
  void OnMapEnd() override {}

 private:
  [[noreturn]] void refuse(const YAML::Mark& mark, std::string message, std::string remedy) const {
    throw Refused{
        {ErrorCode::invalid, std::move(message), "", file_, mark.line + 1, mark.column + 1, std::move(remedy)}};
  }

  const std::string& file_;
  int documents_ = 0;
};

// An alias has a '*', a second document follows "---" or "..."; without them the text need not be read twice.
bool may_hold_what_is_refused(std::string_view text) {
  return text.find_first_of("*%") != std::string_view::npos || text.find("---") != std::string_view::npos ||
         text.find("...") != std::string_view::npos;
}

bool is_indented_by_tab(std::string_view text, int line) {
  for (int i = 0; i < line && !text.empty(); ++i) text.remove_prefix(std::min(text.find('\n'), text.size() - 1) + 1);
  const std::size_t first = text.find_first_not_of(" \t");
  return text.substr(0, first).find('\t') != std::string_view::npos;
}

class Reader {
 public:
  Reader(DataFile& out, const DataLimits& limits) : out_(out), limits_(limits) {}

  nlohmann::json convert(const YAML::Node& node, const std::string& pointer, int depth) {
    if (depth > limits_.depth) refuse(node, fmt::format("nested deeper than {} levels", limits_.depth), "Flatten it.");
    if (++values_ > limits_.values) refuse(node, fmt::format("more than {} values", limits_.values), "Split the file.");
    const YAML::Mark mark = node.Mark();
    if (!mark.is_null()) out_.marks[pointer] = {mark.line + 1, mark.column + 1, static_cast<std::size_t>(mark.pos)};
    switch (node.Type()) {
      case YAML::NodeType::Map:
        return convert_map(node, pointer, depth);
      case YAML::NodeType::Sequence: {
        nlohmann::json list = nlohmann::json::array();
        for (std::size_t i = 0; i < node.size(); ++i)
          list.push_back(convert(node[i], fmt::format("{}/{}", pointer, i), depth + 1));
        return list;
      }
      case YAML::NodeType::Scalar:
        return scalar(node);
      default:
        return nullptr;
    }
  }

 private:
  nlohmann::json convert_map(const YAML::Node& node, const std::string& pointer, int depth) {
    nlohmann::json map = nlohmann::json::object();
    for (const auto& entry : node) {
      if (!entry.first.IsScalar()) refuse(entry.first, "a key that is not a word", "Use plain keys.");
      const std::string key = entry.first.Scalar();
      if (map.contains(key)) refuse(entry.first, fmt::format("the key '{}' is given twice", key), "Keep one of them.");
      std::string escaped;
      for (const char c : key) escaped += c == '~' ? "~0" : c == '/' ? "~1" : std::string(1, c);
      const std::string child = pointer + "/" + escaped;
      map[key] = convert(entry.second, child, depth + 1);
      const YAML::Mark mark = entry.first.Mark();
      if (entry.second.IsNull() && !mark.is_null()) {
        out_.marks[child] = {mark.line + 1, mark.column + 1, static_cast<std::size_t>(mark.pos)};
      }
    }
    return map;
  }

  static nlohmann::json scalar(const YAML::Node& node) {
    const std::string& text = node.Scalar();
    if (node.Tag() == "!") return text;  // quoted
    if (text.empty() || text == "null" || text == "~") return nullptr;
    if (text == "true") return true;
    if (text == "false") return false;
    static const RE2 integer("-?[0-9]{1,15}");
    static const RE2 decimal("-?[0-9]{1,15}\\.[0-9]{1,15}");
    if (is_match(text, integer)) return std::stoll(text);
    if (is_match(text, decimal)) return std::stod(text);
    return text;
  }

  [[noreturn]] void refuse(const YAML::Node& node, std::string message, std::string remedy) const {
    throw Refused{{ErrorCode::invalid, std::move(message), "", out_.file, node.Mark().line + 1, node.Mark().column + 1,
                   std::move(remedy)}};
  }

  DataFile& out_;
  const DataLimits& limits_;
  std::size_t values_ = 0;
};

}  // namespace

Mark DataFile::mark(std::string pointer) const {
  while (true) {
    if (const auto found = marks.find(pointer); found != marks.end()) return found->second;
    const std::size_t slash = pointer.rfind('/');
    if (slash == std::string::npos) return {1, 1, 0};
    pointer.resize(slash);
  }
}

Result<std::string> read_file(const std::filesystem::path& path, std::size_t limit) {
  std::error_code failed;
  const auto status = std::filesystem::status(path, failed);
  if (!std::filesystem::exists(status)) {
    return fail({ErrorCode::not_found, "no such file", "", path.string(), 0, 0, "Check the path."});
  }
  if (!std::filesystem::is_regular_file(status)) {
    return fail({ErrorCode::unreadable, "not a regular file", "", path.string(), 0, 0, "Name a file."});
  }
  const auto size = std::filesystem::file_size(path, failed);
  if (failed || size > limit) {
    return fail({ErrorCode::unreadable,
                 failed ? failed.message() : fmt::format("{} bytes, more than the {} that are read", size, limit), "",
                 path.string(), 0, 0, "Split the file."});
  }
  std::ifstream in(path, std::ios::binary);
  std::string text(size, '\0');
  in.read(text.data(), static_cast<std::streamsize>(size));
  if (!in)
    return fail(
        {ErrorCode::unreadable, std::strerror(errno), "", path.string(), 0, 0, "Check the rights of the file."});
  return text;
}

Result<DataFile> read_yaml(std::string text, std::string name, const DataLimits& limits) {
  DataFile out{std::move(name), std::move(text), nullptr, {}};
  if (out.text.size() > limits.bytes) {
    return fail(
        {ErrorCode::invalid, fmt::format("larger than {} bytes", limits.bytes), "", out.file, 0, 0, "Split the file."});
  }
  try {
    if (may_hold_what_is_refused(out.text)) {
      std::istringstream in(out.text);
      YAML::Parser parser(in);
      for (Gate gate(out.file); parser.HandleNextDocument(gate);) {
      }
    }
    // yaml-cpp takes an end of line and of file for the closing quote; without the end of line it does not.
    const YAML::Node root = YAML::Load(out.text.substr(0, out.text.find_last_not_of(" \t\r\n") + 1));
    out.value = Reader(out, limits).convert(root, "", 0);
  } catch (const Refused& refused) {
    return fail(refused.error);
  } catch (const YAML::Exception& error) {
    if (is_indented_by_tab(out.text, error.mark.line)) {
      return fail({ErrorCode::invalid, "a tab as indentation", "", out.file, error.mark.line + 1, error.mark.column + 1,
                   "Indent with spaces."});
    }
    return fail({ErrorCode::invalid, "not YAML: " + error.msg, "", out.file, error.mark.line + 1, error.mark.column + 1,
                 "Mend the line; strings with ': ' or '#' need quotes."});
  }
  return out;
}

}  // namespace openimr
