/**
 * The look of a page that is a file by itself: no stylesheet beside it, no font to fetch, good on paper. It dresses
 * the components that such pages are made of; colours are those of `tokens.css` without its themes.
 */
export const standaloneStyle = `
:root { color-scheme: light dark; --paper: light-dark(#fbfaf6, #0b1821); --surface: light-dark(#fff, #11222e); --line: light-dark(#d3dcde, #2a404e); --strong: light-dark(#687b85, #8299a6); --ink: light-dark(#10232e, #e9f0f3); --quiet: light-dark(#475a65, #afc0c9); --bad: light-dark(#a01c1c, #ffada2); --bad-ground: light-dark(#fbe8e5, #401a18); --fair: light-dark(#774700, #f4c872); --fair-ground: light-dark(#fdf0d1, #37290d); --good: light-dark(#17633f, #8fdab2); --good-ground: light-dark(#e3f2e8, #113326); }
*, *::before, *::after { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.0625rem/1.55 "Atkinson Hyperlegible", "Noto Sans", "Segoe UI", system-ui, sans-serif; overflow-wrap: break-word; font-variant-numeric: tabular-nums; }
main { display: grid; grid-template-columns: minmax(0, 1fr); gap: 2.5rem; max-inline-size: 78rem; margin: 0 auto; padding: 2.5rem 1.25rem 4rem; }
h1, h2, h3, p, ul, dl, figure { margin: 0; }
h1, h2, h3 { line-height: 1.2; text-wrap: balance; }
h1 { font-size: clamp(1.875rem, 1.4rem + 2.1vw, 2.75rem); }
ul { padding-inline-start: 1.25em; }
a { color: light-dark(#0a4b6e, #93d2f2); }
table { border-collapse: collapse; inline-size: 100%; background: var(--surface); }
caption { text-align: start; font-weight: 700; padding-block-end: 0.5rem; }
th, td { padding: 0.6rem 0.8rem; text-align: start; vertical-align: top; border-block-end: 1px solid var(--line); }
thead th { color: var(--quiet); font-size: 0.9375rem; border-block-end: 2px solid var(--ink); }
.regie-hidden { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.regie-quiet, .regie-section__lead, .regie-heading__kicker { color: var(--quiet); }
.regie-heading, .regie-section, .regie-section__head, .regie-prose, .regie-notice__body { display: grid; gap: 0.75rem; }
.regie-heading__lead, .regie-section__lead, .regie-prose { max-inline-size: 42rem; }
.regie-heading__lead { font-size: 1.1875rem; }
.regie-table-region { overflow-x: auto; border: 1px solid var(--line); }
.regie-numeric { text-align: end; }
.regie-mark, .regie-glyph { inline-size: 1.15em; block-size: 1.15em; vertical-align: -0.2em; flex: none; }
.regie-mark__body { fill: currentcolor; }
.regie-mark__cut { fill: none; stroke: var(--surface); stroke-width: 2.4; }
.regie-mark--outline .regie-mark__body { fill: none; stroke: currentcolor; stroke-width: 2.2; stroke-dasharray: 4 2.6; }
.regie-mark--outline .regie-mark__cut { stroke: currentcolor; }
.regie-glyph { fill: none; stroke: currentcolor; stroke-width: 2.2; }
.regie-tone--bad { color: var(--bad); } .regie-tone--caution { color: var(--fair); } .regie-tone--good { color: var(--good); }
.regie-notice { --tone: var(--quiet); --ground: var(--surface); display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 0.75rem; padding: 1rem 1.25rem; background: var(--ground); border: 1px solid var(--line); border-inline-start: 5px solid var(--tone); }
.regie-notice > svg, .regie-notice__title { color: var(--tone); font-weight: 700; }
.regie-notice--error { --tone: var(--bad); --ground: var(--bad-ground); } .regie-notice--warning { --tone: var(--fair); --ground: var(--fair-ground); } .regie-notice--success { --tone: var(--good); --ground: var(--good-ground); }
.regie-failure { display: grid; grid-template-columns: minmax(0, 1fr); gap: 1.5rem; }
.regie-failure__column, .regie-failure ul { display: grid; gap: 0.75rem; align-content: start; }
.regie-failure__column > header { display: flex; gap: 0.75rem; padding-block-end: 0.75rem; border-block-end: 3px solid var(--ink); }
.regie-failure ul { list-style: none; padding: 0; }
.regie-failure__item { display: grid; gap: 0.25rem; padding: 0.75rem 1rem; background: var(--surface); border: 1px solid var(--strong); }
.regie-failure__item--broken { border: 2px solid var(--bad); background: var(--bad-ground); }
.regie-failure__item--unknown { border-style: dashed; }
.regie-failure__name, .regie-failure__broken, .regie-failure dd { font-weight: 700; margin: 0; }
.regie-failure__broken { color: var(--bad); }
.regie-failure dl, .regie-failure dl > div { display: flex; flex-wrap: wrap; gap: 0 0.5em; }
.regie-failure dl { column-gap: 1.5rem; }
@media (min-width: 56rem) { .regie-failure { grid-template-columns: none; grid-auto-flow: column; grid-auto-columns: minmax(0, 1fr); } }
@media print { :root { color-scheme: light; } body { background: none; font-size: 10pt; } main { padding: 0; } tr, li { break-inside: avoid; } .regie-table-region { overflow: visible; } }
`;
