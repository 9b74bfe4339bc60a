// What simulated letters say. {braces} stand for what a letter fills in.
#pragma once

#include <span>
#include <string_view>

namespace openimr::corpus {

std::span<const std::string_view> summary_sentences();
std::span<const std::string_view> rationale_sentences();

}  // namespace openimr::corpus
