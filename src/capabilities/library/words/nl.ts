/** Dutch texts of the library's pages. Plain language (B1). */
export const nl = {
  nav: 'Bibliotheek',
  title: 'Bibliotheek',
  lead: 'De kennis waarmee Regiekompas rekent: maatregelen, bepalingen, wetten en standaarden, elk met bron, datum en zekerheid.',
  kinds: { measures: 'Maatregelen', clauses: 'Bepalingen in contracten', laws: 'Wetten en regels', instruments: 'Buitenlandse wetten die ver reiken', standards: 'Standaarden en methoden' },
  caption: (kind: string, count: number) => `${kind} (${count})`,
  name: 'Naam', layer: 'Laag', status: 'Status', confidence: 'Zekerheid', verified: 'Nagekeken op', country: 'Land',
  layerOf: (layer: number) => `Laag ${layer}`,
  statuses: { 'in-force': 'geldt', adopted: 'aangenomen, geldt nog niet', proposal: 'voorstel', lapsed: 'vervallen', guidance: 'leidraad' },
  confidences: { high: 'hoog', medium: 'midden', low: 'laag: eerst zelf nagaan' },
  part: { what: 'Wat het is', why: 'Waarom we het zo doen', question: 'De vraag om te stellen', requirement: 'Tekst voor een aanbesteding', breaks: 'Wat het tegenhoudt', note: 'Let op' },
  thinking: 'Het denken achter deze keuze',
  grounds: 'Op grond van', article: (article: string) => `artikel ${article}`,
  dates: 'Wanneer wat geldt', readings: 'Waar juristen verschillen', articles: 'Artikelen', sources: 'Bronnen', dissent: 'andere lezing',
  notAdvice: 'Dit is geen juridisch advies.',
};
