#include "server/http/router.h"

#include <array>
#include <cassert>
#include <map>
#include <vector>

namespace openimr::server {
namespace {

constexpr std::size_t kMethods = kMethodNames.size();

std::string_view take_part(std::string_view& path) {
  path.remove_prefix(1);
  const std::string_view part = path.substr(0, path.find('/'));
  path.remove_prefix(part.size());
  return part;
}

bool is_name(std::string_view part) {
  return part.size() > 2 && part.front() == '{' && part.back() == '}';
}

}  // namespace

// A place in the tree of patterns, one level a part of the path.
struct Router::Node {
  std::map<std::string, std::unique_ptr<Node>, std::less<>> words;
  std::unique_ptr<Node> name;
  std::array<std::unique_ptr<Route>, kMethods> routes;

  bool has_route() const {
    for (const auto& route : routes)
      if (route) return true;
    return false;
  }

  const Route* route(Method method) const {
    const Route* found = routes[static_cast<std::size_t>(method)].get();
    return found == nullptr && method == Method::head ? routes[static_cast<std::size_t>(Method::get)].get() : found;
  }

  std::string allowed() const {
    std::string list;
    for (std::size_t i = 0; i < kMethods; ++i) {
      const auto method = static_cast<Method>(i);
      if (method == Method::options || route(method) == nullptr) continue;
      list += std::string(name_of(method)) + ", ";
    }
    return list + std::string(name_of(Method::options));
  }

  // The node behind the rest of a path, and the values of the names on the way.
  const Node* find(std::string_view path, std::vector<std::string_view>& values) const {
    if (path.empty()) return has_route() ? this : nullptr;
    const std::string_view part = take_part(path);
    if (const auto word = words.find(part); word != words.end())
      if (const Node* found = word->second->find(path, values); found != nullptr) return found;
    if (!name || part.empty()) return nullptr;
    values.push_back(part);
    const Node* found = name->find(path, values);
    if (found == nullptr) values.pop_back();
    return found;
  }
};

Router::Router() : root_(std::make_unique<Node>()) {}
Router::Router(Router&&) noexcept = default;
Router& Router::operator=(Router&&) noexcept = default;
Router::~Router() = default;

void Router::add(Method method, std::string_view pattern, Handler handler, RouteOptions options) {
  assert(pattern.starts_with('/') && handler);
  Node* node = root_.get();
  for (std::string_view rest = pattern; !rest.empty();) {
    const std::string_view part = take_part(rest);
    assert(is_name(part) || part.find_first_of("{}") == std::string_view::npos);
    auto& next = is_name(part) ? node->name : node->words[std::string(part)];
    if (!next) next = std::make_unique<Node>();
    node = next.get();
  }
  auto& route = node->routes[static_cast<std::size_t>(method)];
  assert(!route);
  route = std::make_unique<Route>(Route{std::string(pattern), std::move(handler), std::move(options)});
}

void Router::get(std::string_view pattern, Handler handler, RouteOptions options) {
  add(Method::get, pattern, std::move(handler), std::move(options));
}
void Router::post(std::string_view pattern, Handler handler, RouteOptions options) {
  add(Method::post, pattern, std::move(handler), std::move(options));
}
void Router::put(std::string_view pattern, Handler handler, RouteOptions options) {
  add(Method::put, pattern, std::move(handler), std::move(options));
}
void Router::patch(std::string_view pattern, Handler handler, RouteOptions options) {
  add(Method::patch, pattern, std::move(handler), std::move(options));
}
void Router::remove(std::string_view pattern, Handler handler, RouteOptions options) {
  add(Method::delete_, pattern, std::move(handler), std::move(options));
}

void Router::otherwise(std::string_view label, Handler handler, RouteOptions options) {
  otherwise_ = std::make_unique<Route>(Route{std::string(label), std::move(handler), std::move(options)});
}

Match Router::find(Method method, std::string_view path) const {
  Match match;
  std::vector<std::string_view> values;
  const Node* node = path.starts_with('/') ? root_->find(path, values) : nullptr;
  if (node == nullptr) {
    if (method == Method::get || method == Method::head) match.route = otherwise_.get();
    return match;
  }
  match.route = node->route(method);
  if (match.route == nullptr) {
    match.allowed = node->allowed();
    return match;
  }
  auto value = values.begin();
  for (std::string_view rest = match.route->pattern; !rest.empty();)
    if (const std::string_view part = take_part(rest); is_name(part))
      match.parameters.add(std::string(part.substr(1, part.size() - 2)), std::string(*value++));
  return match;
}

}  // namespace openimr::server
