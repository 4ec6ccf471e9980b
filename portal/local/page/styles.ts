/** How the portal's pages look: plain, for narrow and wide windows, in every kind of theme. Nothing is loaded from elsewhere. */
import { colourRules, DARK, FORCED_RULE, HIGH_CONTRAST_DARK, HIGH_CONTRAST_LIGHT, LIGHT } from './colours.js';

/** The style sheet of every page. */
export const STYLES = `
:root { color-scheme: light dark; accent-color: var(--accent); }
${colourRules(LIGHT, DARK)}
* { box-sizing: border-box; }
body {
  margin: 0; background: var(--ground); color: var(--text);
  font: 16px/1.5 system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; overflow-wrap: anywhere;
}
header.bar { border-bottom: 1px solid var(--faint); }
header.bar nav, main { max-width: 60rem; margin: 0 auto; padding: 0 1rem; }
header.bar nav { display: flex; flex-wrap: wrap; gap: 0 1.25rem; }
header.bar a { display: inline-flex; align-items: center; min-height: 44px; }
main { padding-top: 1rem; padding-bottom: 3rem; }
main.wide { max-width: 90rem; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0.5rem 0 1rem; }
h2 { font-size: 1.125rem; margin: 0 0 0.75rem; }
h3 { font-size: 1rem; margin: 1rem 0 0.5rem; }
p { margin: 0 0 0.75rem; }
ul, ol { padding-left: 1.25rem; margin: 0 0 0.75rem; }
li { margin-bottom: 0.35rem; }
a { color: var(--accent); }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
section { margin: 0 0 1.75rem; }
dl.facts { display: grid; grid-template-columns: minmax(7rem, max-content) 1fr; gap: 0.25rem 1.25rem; margin: 0 0 1.5rem; }
dl.facts dt { color: var(--quiet); }
dl.facts dd { margin: 0; }
.quiet { color: var(--quiet); }
.good { color: var(--good); }
.bad { color: var(--bad); }
.warn { color: var(--warn); }
.buyer { border: 2px solid var(--line); border-radius: 8px; padding: 1rem; margin-bottom: 0.75rem; }
.buyer > :last-child, .buyer li:last-child { margin-bottom: 0; }
p.state { font-weight: 600; }
/* For those who don't see the colours. Screen readers leave the signs out: the words say it. */
.state.good::before { content: "\\2713\\A0" / ""; }
.state.bad::before { content: "\\2715\\A0" / ""; }
.warn::before { content: "\\26A0\\FE0E\\A0" / ""; }
code, pre, .mono { font-family: ui-monospace, "Cascadia Mono", Consolas, Menlo, monospace; font-size: 0.9em; }
pre { background: var(--raised); border: 1px solid var(--edge); border-radius: 6px; padding: 0.75rem; margin: 0 0 0.75rem; overflow: auto; white-space: pre-wrap; }
.field { margin: 0 0 0.9rem; }
.field label { display: block; margin-bottom: 0.25rem; }
.field.check label { display: inline-flex; align-items: center; gap: 0.6rem; min-height: 40px; vertical-align: top; }
.setting > :is(input, select, textarea) { display: block; }
.setting > :is(.row, .field) { margin-bottom: 0; }
.setting > p { margin-bottom: 0.25rem; }
.setting > .help { margin-top: 0.4rem; }
/* A box is lower than its label, which is high enough to be pressed. */
.setting.check > .help, .setting > .field.check + .help { margin-top: -0.4rem; }
input, select, textarea, button { font: inherit; color: inherit; }
::placeholder { color: var(--quiet); opacity: 1; }
:placeholder-shown { text-overflow: ellipsis; }
input[type='text'], input[type='number'], input[type='password'], select, textarea {
  width: 100%; max-width: 28rem; min-height: 40px; padding: 0.4rem 0.6rem;
  background: var(--ground); border: 1px solid var(--line); border-radius: 6px;
}
input[type='checkbox'] { width: 22px; height: 22px; }
button, .button {
  display: inline-flex; align-items: center; min-height: 40px; padding: 0.4rem 1rem; cursor: pointer;
  background: var(--raised); color: var(--text); border: 1px solid var(--line); border-radius: 6px; text-decoration: none;
}
/* Where the system chooses the colours, it would put a dark ground behind the dark text. */
button.main, .button.main { background: var(--accent); color: var(--on-accent); border-color: var(--accent); forced-color-adjust: none; }
a.button[aria-current] { border-color: var(--accent); border-width: 2px; font-weight: 600; }
button:hover, .button:hover { border-color: var(--text); }
button[disabled] { cursor: default; background: none; color: var(--quiet); border: 1px dashed var(--line); }
.row { display: flex; flex-wrap: wrap; align-items: end; gap: 0.75rem; margin: 0 0 0.75rem; }
.row.middle { align-items: center; }
/* Two and their gap are as wide as a field alone. */
.row > .field { margin: 0; flex: 0 1 13.625rem; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: left; font-weight: 600; padding: 0 0 0.5rem; }
th, td { text-align: left; vertical-align: top; padding: 0.5rem 0.75rem 0.5rem 0; border-bottom: 1px solid var(--faint); }
th { color: var(--quiet); font-weight: 600; }
table.list th, table.list td { white-space: nowrap; padding-right: 1.25rem; }
details { border: 1px solid var(--faint); border-radius: 8px; padding: 0 1rem; margin: 0 0 1rem; }
details[open] { padding-bottom: 1rem; }
summary { cursor: pointer; color: var(--text); min-height: 44px; padding: 0.6rem 0; }
details.entry > summary { position: relative; list-style: none; padding-left: 1.25rem; }
details.entry > summary::-webkit-details-marker { display: none; }
details.entry > summary::before { content: "\\25B8"; position: absolute; left: 0; color: var(--quiet); }
details.entry[open] > summary::before { content: "\\25BE"; }
details.entry > summary > span { display: block; }
details.entry > summary > .entry-head { display: flex; flex-wrap: wrap; gap: 0.15rem 1rem; align-items: baseline; }
.entry-line { color: var(--quiet); }
table.fields td:first-child { white-space: nowrap; }
details.headers { border: 0; padding: 0; margin: 0 0 0.5rem; }
pre.curl { user-select: all; }
.unseen { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
/* Where a row does not fit, it is several lines, and each value says what it is. */
@media (max-width: 45rem) {
  table.list thead { display: none; }
  table.list tr { display: flex; flex-wrap: wrap; gap: 0 1.25rem; padding: 0.5rem 0; border-bottom: 1px solid var(--faint); }
  table.list td { padding: 0; border: 0; white-space: normal; }
  table.list td[data-name]::before { content: attr(data-name) ": "; color: var(--quiet); }
}
@media (max-width: 30rem) {
  h1 { font-size: 1.3rem; }
  header.bar nav, main { padding-left: 0.75rem; padding-right: 0.75rem; }
  details { padding: 0 0.75rem; }
  .row > .field { flex-basis: 100%; }
  /* Beside an editor the page is narrow and low: what is to be pressed should be seen without scrolling. */
  dl.facts { grid-template-columns: max-content 1fr; gap: 0 0.75rem; margin-bottom: 1rem; }
  .buyer { padding: 0.75rem; }
  table.fields thead { display: none; }
  table.fields td, table.fields td:first-child { display: block; white-space: normal; }
  table.fields td:first-child { border-bottom: 0; padding-bottom: 0; color: var(--quiet); }
}
@media (max-width: 22rem) {
  dl.facts { grid-template-columns: 1fr; }
  dl.facts dd { margin-bottom: 0.5rem; }
}
/* The panel under an editor is low: the first entry should be seen without scrolling. */
@media (max-height: 22rem) and (pointer: fine) {
  header.bar a { min-height: 32px; }
  main { padding-top: 0.25rem; }
  h1 { font-size: 1.125rem; margin: 0.25rem 0; }
}
@media (prefers-reduced-motion: reduce) { * { scroll-behavior: auto; } }
`;

/** The style sheet for high contrast: other colours, and what they alone would not tell. */
export const HIGH_CONTRAST_STYLES = `
${colourRules(HIGH_CONTRAST_LIGHT, HIGH_CONTRAST_DARK)}
${FORCED_RULE}
dl.facts dt, table.fields td:first-child, table.list td[data-name]::before { font-weight: 600; }
::placeholder { font-style: italic; }
`;
