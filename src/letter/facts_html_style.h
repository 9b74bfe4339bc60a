// The style of the page of facts. Contrast is at least 4.5 to 1 for every text, and an assertion is told by a sign and
// a word besides its colour.
#pragma once

#include <string_view>

namespace openimr::letter {

constexpr std::string_view kFactsStyle =
    R"(:root { color-scheme: light; --ink: #1b1b1b; --accent: #005ea2; --dark: #162e51; --quiet: #565c65;
  --rule: #dfe1e2; }
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; }
body { margin: 0; background: #fff; color: var(--ink); line-height: 1.5; overflow-wrap: break-word;
  font-family: "Public Sans", "Source Sans Pro", system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue",
  "Liberation Sans", Arial, sans-serif; }
header, main, footer { max-width: 80rem; margin: 0 auto; padding: 0 2rem; }
header { padding-top: 1.5rem; }
.maker { margin: 0; color: var(--dark); font-weight: 700; }
h1 { margin: .25rem 0 1rem; color: var(--dark); font-size: 2rem; line-height: 1.2; }
h2 { margin: 3rem 0 1rem; padding-top: 1rem; border-top: .25rem solid var(--dark); color: var(--dark);
  font-size: 1.375rem; }
h3 { margin: 2rem 0 .5rem; font-size: 1.0625rem; }
h4 { margin: 0; font-size: .9375rem; font-weight: 600; }
p { max-width: 45rem; }
a { color: var(--accent); }
a:focus-visible, summary:focus-visible { outline: .25rem solid #2491ff; outline-offset: 0; }
.notice { margin: 1rem 0; padding: .75rem 1rem; border-left: .5rem solid #ffbe2e; background: #faf3d1; }
.figures { display: flex; flex-wrap: wrap; gap: .75rem 2.5rem; margin: 1.25rem 0; }
.figures dt { color: var(--quiet); font-size: .875rem; }
.figures dd { margin: 0; font-size: 1.125rem; font-weight: 600; }
nav { display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; padding: .75rem 0; border-top: 1px solid var(--rule); }
time, .n { font-variant-numeric: tabular-nums; }
time { white-space: nowrap; }
table { border-collapse: collapse; font-size: .9375rem; }
.wide { overflow-x: auto; }
.wide table { width: 100%; }
th, td { padding: .375rem 1rem .375rem 0; border-bottom: 1px solid var(--rule); text-align: left;
  vertical-align: top; }
th { color: var(--quiet); font-size: .8125rem; white-space: nowrap; }
.n { text-align: right; }
.shapes { position: absolute; }
.legend { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin: 0 0 1rem; padding: 0; list-style: none;
  color: var(--quiet); font-size: .875rem; }
.legend svg { vertical-align: -2px; overflow: visible; }
.row { display: grid; grid-template-columns: 13rem minmax(0, 1fr); gap: 0 1.5rem; align-items: center;
  padding: .25rem 0; }
.row + .row:not(.axis) { border-top: 1px solid #f0f0f0; }
.axis { padding: 0; }
.lane { display: block; overflow: visible; grid-column: 2; }
.row details { grid-column: 2; }
summary { color: var(--quiet); font-size: .875rem; cursor: pointer; }
.group > summary { margin: 1.5rem 0 .5rem; color: var(--ink); font-size: 1.0625rem; font-weight: 700; }
article { margin: 0 0 2rem; content-visibility: auto; contain-intrinsic-size: auto 40rem; }
article h3 { margin: 0 0 .5rem; }
.page-no { color: var(--quiet); font-weight: 400; }
.sheet { display: grid; grid-template-columns: minmax(0, 1fr) 24rem; border: 1px solid var(--rule); }
.text { padding: 1.25rem 1.5rem; min-width: 0; }
pre { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; font: .875rem/1.7 ui-monospace, "SFMono-Regular",
  Menlo, Consolas, "Liberation Mono", monospace; }
.left-out { margin: .75rem 0; padding: .25rem .75rem; background: #f0f0f0; color: var(--quiet); font-size: .875rem; }
.sheet > .facts { margin: 0; padding: 1rem 1.25rem; background: #f7f9fa; border-left: 1px solid var(--rule); }
.facts { padding: 0; list-style: none; font-size: .9375rem; line-height: 1.4; }
.fact { display: grid; grid-template-columns: 2.75rem minmax(0, 1fr); padding: .375rem 0; }
.fact + .fact { border-top: 1px solid var(--rule); }
.no { padding-right: .75rem; text-align: right; font-variant-numeric: tabular-nums; }
.kind { color: var(--quiet); }
.how { white-space: nowrap; }
.places { margin: .25rem 0 .25rem; padding-left: 1.125rem; }
q { color: var(--quiet); }
mark { padding: .125rem .125rem; border-bottom: 2px solid var(--mark); background: var(--wash); color: inherit; }
mark > a { color: inherit; text-decoration: none; }
sup { margin-left: .125rem; font: .6875rem/1 system-ui, "Liberation Sans", sans-serif; user-select: none; }
sup a { color: var(--mark); text-decoration: none; }
:target { outline: .1875rem solid #2491ff; outline-offset: .125rem; }
mark, sup, .fact { --mark: #7a591a; --wash: #faf3d1; }
.present { --mark: #146947; --wash: #e3f5e1; }
.negated, .stopped { --mark: #8b0a03; --wash: #f8e1de; }
.historical, .other_person { --mark: #3d4551; --wash: #edeff0; }
.planned, .requested { --mark: #1a4480; --wash: #e7f2fa; }
.how { color: var(--mark); font-weight: 600; }
footer { margin-top: 3rem; padding-top: 1rem; padding-bottom: 2rem; border-top: 1px solid var(--rule);
  color: var(--quiet); font-size: .875rem; }
@media (max-width: 60rem) {
  .sheet { grid-template-columns: minmax(0, 1fr); }
  .sheet > .facts { border-left: 0; border-top: 1px solid var(--rule); }
}
@media (max-width: 40rem) {
  header, main, footer { padding-left: 1rem; padding-right: 1rem; }
  h1 { font-size: 1.625rem; }
  .row { grid-template-columns: minmax(0, 1fr); padding: .5rem 0; }
  .lane, .row details { grid-column: 1; }
  .text { padding: 1rem; }
  .sheet > .facts { padding: .5rem 1rem; }
}
@media print {
  article { content-visibility: visible; }
  nav { display: none; }
  mark, .notice, .left-out { print-color-adjust: exact; }
}
)";

}  // namespace openimr::letter
