// Finished PDFs, good and hostile, drawn with Cairo, with their font in them.
#pragma once

#include <functional>
#include <string>
#include <vector>

namespace openimr::testing {

// Draws on a page of letter size; all places are points from the top left.
class Pen {
 public:
  explicit Pen(void* cairo) : cairo_(cairo) {}
  void words(const std::string& text, double left, double baseline, double size = 12, double grey = 0);
  void box(double left, double top, double width, double height, double grey = 0);

 private:
  void* cairo_;
};

struct Particulars {
  std::string title{}, author{}, keywords{};
};
// A PDF with a page for each drawing, which has some ordinary lines at its top. `width` is that of the page as it is
// drawn: what stands beyond 612 points is beyond its edge once the PDF says that it is so wide.
std::string pdf_drawn(const std::vector<std::function<void(Pen&)>>& pages, const Particulars& particulars = {},
                      int width = 612);

}  // namespace openimr::testing
