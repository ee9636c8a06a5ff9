import { pagePolicy } from './page';

/**
 * One column, black on white on paper whatever the screen has. Sizes are of the letters: large print
 * is the same page with letters of 18 points (14 is what is called large at the least).
 */
export const SHEET_STYLE = `
:root { color-scheme: light dark; font-size: 12pt; --ink: light-dark(#111, #f2f2f2);
  --paper: light-dark(#fff, #161616); --quiet: light-dark(#444, #cfcfcf); --link: light-dark(#00458a, #9ecbff) }
.large { font-size: 18pt }
body { font: 1rem/1.5 Arial, Helvetica, "Liberation Sans", sans-serif; color: var(--ink);
  background: var(--paper); margin: 0 auto; max-width: 40rem; padding: 1rem; overflow-wrap: anywhere }
h1 { font-size: 1.7rem; line-height: 1.2; margin: 0 0 .5rem }
h2 { font-size: 1.25rem; line-height: 1.25; margin: 1.4rem 0 .4rem; border-bottom: 2px solid currentColor }
h3 { font-size: 1.05rem; margin: .9rem 0 .2rem }
h1 .other, h2 .other { display: block; font-size: .8em; font-weight: normal; color: var(--quiet) }
p, ul { margin: 0 0 .5rem } ul { padding-left: 1.4rem }
.text { white-space: pre-line }
dl { margin: 0 } dl + dl, .text + dl { margin: 0 0 .7rem } dl > div { display: flex; flex-wrap: wrap; gap: 0 1rem }
dt { font-weight: bold; flex: 0 0 8rem } dd { margin: 0; flex: 1 1 12rem }
.call { border: 3px solid currentColor; padding: .6rem 1rem; margin-top: 1.2rem }
.call h2 { border: 0; margin-top: 0 }
.number { display: inline-block } .answers { font-size: 1.5rem; font-weight: bold }
.ticks { list-style: none; padding: 0 }
.line { border-bottom: 1px solid currentColor; height: 2.4rem; margin: 0 }
footer { margin-top: 1.6rem; color: var(--quiet) }
.screen { border-bottom: 1px solid var(--quiet); margin-bottom: 1.2rem; padding-bottom: .6rem }
.screen ul { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .2rem 1.4rem }
[aria-current] { font-weight: bold; text-decoration: none }
.screen a { color: var(--link); display: inline-block; padding: .3rem 0 }
@page { size: A4; margin: 16mm 18mm }
@media print {
  :root { color-scheme: light }
  body { max-width: none; padding: 0; line-height: 1.4 }
  .screen { display: none }
  h1, h2, h3 { break-after: avoid } .call, .line, dl > div, li { break-inside: avoid }
}`;

/** Who may do what on a sheet: nobody, beside its one style. */
export const SHEET_POLICY = pagePolicy(SHEET_STYLE);
