/** English texts of the library's pages. Plain language (B1). */
import type { Translation } from '../../../platform/words.ts';
import type { nl } from './nl.ts';

export const en: Translation<typeof nl> = {
  nav: 'Library',
  title: 'Library',
  lead: 'The knowledge Regiekompas computes with: measures, clauses, laws and standards, each with its source, date and confidence.',
  kinds: { measures: 'Measures', clauses: 'Contract clauses', laws: 'Laws and rules', instruments: 'Foreign laws with a long reach', standards: 'Standards and methods' },
  caption: (kind: string, count: number) => `${kind} (${count})`,
  name: 'Name', layer: 'Layer', status: 'Status', confidence: 'Confidence', verified: 'Checked on', country: 'Country',
  layerOf: (layer: number) => `Layer ${layer}`,
  statuses: { 'in-force': 'in force', adopted: 'adopted, not in force yet', proposal: 'proposal', lapsed: 'lapsed', guidance: 'guidance' },
  confidences: { high: 'high', medium: 'medium', low: 'low: check for yourself first' },
  part: { what: 'What it is', why: 'Why we do it so', question: 'The question to ask', requirement: 'Text for a tender', breaks: 'What holds it off', note: 'Mind' },
  thinking: 'The thinking behind this choice',
  grounds: 'On the ground of', article: (article: string) => `article ${article}`,
  dates: 'What applies when', readings: 'Where lawyers differ', articles: 'Articles', sources: 'Sources', dissent: 'dissenting reading',
  notAdvice: 'This is not legal advice.',
};
