// The style of the letter as HTML. Sizes follow the reader's own setting; on paper the letter is set in points. Colours
// keep a contrast of at least 7 to 1, and nothing is told by colour alone.
#pragma once

#include <string_view>

namespace openimr::letter {

constexpr std::string_view kLetterStyle =
    R"(:root { color-scheme: light; --ink: #1b1b1b; --accent: #162e51; --quiet: #454545; --rule: #8d9297; }
* { box-sizing: border-box; }
body { margin: 0; background: #f0f0f0; color: var(--ink); line-height: 1.5; overflow-wrap: break-word;
  font-family: "Public Sans", "Source Sans Pro", system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue",
  "Liberation Sans", Arial, sans-serif; }
header, main, footer { max-width: 46rem; margin: 0 auto; padding: 0 3rem; background: #fff; }
main { display: flow-root; }
header { margin-top: 2rem; padding-top: 2.5rem; border-top: .5rem solid var(--accent); }
main { padding-bottom: 1.5rem; }
footer { margin-bottom: 2rem; padding-bottom: 2rem; color: var(--quiet); font-size: .875rem; }
header p { margin: 0; }
.organisation { color: var(--accent); font-weight: 700; font-size: 1.125rem; }
.programme { padding-bottom: 1rem; border-bottom: 1px solid var(--rule); color: var(--quiet); font-size: .9375rem; }
h1 { margin: 1.75rem 0 1.25rem; color: var(--accent); font-size: 1.625rem; line-height: 1.2; }
h2 { margin: 2.5rem 0 .75rem; padding-bottom: .25rem; border-bottom: 1px solid var(--rule); color: var(--accent);
  font-size: 1rem; letter-spacing: .04em; }
h3 { margin: 1.75rem 0 .5rem; font-size: 1.125rem; line-height: 1.35; font-weight: 600; }
h2 + article h3 { margin-top: 1rem; }
h3 strong { padding: 0 .375rem; border: 1px solid var(--accent); border-radius: .125rem; color: var(--accent);
  font-size: 1rem; white-space: nowrap; }
h3 .Overturned { background: var(--accent); color: #fff; }
p { margin: .75rem 0; }
ul { margin: .75rem 0; padding-left: 1.25rem; }
li { margin: .375rem 0; }
dl { margin: 1rem 0; }
.case div { display: grid; grid-template-columns: 13rem 1fr; gap: 0 1rem; }
dt { font-weight: 600; }
dd { margin: 0; font-variant-numeric: tabular-nums; }
.credentials div { margin: .25rem 0; }
.credentials dt, .credentials dd { display: inline; }
.outcome { margin: 1.5rem 0; padding: .75rem 1.25rem; border-left: .375rem solid var(--accent); background: #eef2f7; }
.outcome p { margin: .375rem 0; }
.verdict { font-size: 1.25rem; font-weight: 700; color: var(--accent); }
@media (max-width: 36rem) {
  header, main, footer { padding-left: 1.25rem; padding-right: 1.25rem; }
  header { margin-top: 0; }
  footer { margin-bottom: 0; }
  .case div { grid-template-columns: 1fr; margin-bottom: .375rem; }
}
@media print {
  html { font-size: 10.5pt; }
  body { background: none; line-height: 1.4; }
  header, main, footer { max-width: none; margin: 0; padding: 0; }
  header { border-top: 0; }
  footer { display: none; }
  h1, h2, h3, .outcome { break-after: avoid; break-inside: avoid; }
  p, li { orphans: 2; widows: 2; }
  .outcome, h3 strong { print-color-adjust: exact; }
}
@page { size: letter; margin: 1in; font: 8.5pt "Liberation Sans", Arial, sans-serif; }
)";

}  // namespace openimr::letter
