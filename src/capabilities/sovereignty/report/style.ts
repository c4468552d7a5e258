/** The look of the page that stands by itself: no file beside it, no script, readable in the dark and on paper. */
export const reportStyle = `
:root { color-scheme: light dark; --ink: light-dark(#10232e, #e9f0f3); --quiet: light-dark(#475a65, #afc0c9); --paper: light-dark(#fbfaf6, #0b1821); --line: light-dark(#d3dcde, #2a404e); --bad: light-dark(#a01c1c, #ffada2); --good: light-dark(#17633f, #8fdab2); --caution: light-dark(#774700, #f4c872); }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.0625rem/1.55 "Atkinson Hyperlegible", "Noto Sans", "Segoe UI", system-ui, sans-serif; }
main { max-width: 72rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; }
h1 { font-size: 2rem; line-height: 1.2; margin: 0 0 .5rem; }
h2 { font-size: 1.375rem; margin: 2.5rem 0 .75rem; }
p, li { max-width: 44rem; }
.quiet { color: var(--quiet); }
.counts { display: flex; flex-wrap: wrap; gap: .5rem 2rem; padding: 0; list-style: none; }
.counts strong { font-size: 1.5rem; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: left; color: var(--quiet); padding-bottom: .5rem; }
th, td { text-align: left; vertical-align: top; padding: .6rem 1rem .6rem 0; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; min-width: 8rem; }
td ul { margin: 0; padding-left: 1.1rem; }
.bad { color: var(--bad); font-weight: 700; } .good { color: var(--good); font-weight: 700; } .caution, .gap { color: var(--caution); font-weight: 700; } .unknown { font-weight: 700; }
:focus-visible { outline: 3px solid #a3156b; outline-offset: 2px; }
@media (max-width: 40rem) { thead { position: absolute; clip-path: inset(50%); } tr { display: block; padding: .75rem 0; border-bottom: 1px solid var(--line); } th, td { display: block; border: 0; padding: .15rem 0; } td::before { content: attr(data-label) " "; color: var(--quiet); display: block; font-size: .9375rem; } }
@media print { main { max-width: none; padding: 0; } tr { break-inside: avoid; } }
`;
