// Foreign text in HTML and SVG: as text or as the value of an attribute, whatever it holds.
#pragma once

#include <string>
#include <string_view>

#include "base/date.h"

namespace openimr::letter {

// Visible characters only, and none that could end the text or the attribute. Line ends stay line ends.
std::string html_text(std::string_view foreign);

// <time datetime="2015-08-19">Aug 19, 2015</time>; a period has two of them.
std::string html_time(Date date);
std::string html_time(const DateRange& date);

}  // namespace openimr::letter
