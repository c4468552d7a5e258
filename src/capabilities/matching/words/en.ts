import type { Translation } from '../../../platform/words.ts';
import type { nl } from './nl.ts';

export const en = {
  title: 'Pair people',
  summary: 'find the best pairs, with a proof that there are none better',
  document: 'Who fits whom',
  documentHint: 'A matching/1 file in YAML or JSON: pairs with how well they fit, and how many pairs somebody can be in. It is not kept.',
  columns: { a: 'who', b: 'with whom', score: 'how well this fits' },
  two: (people: number, lowest: string, others: number, total: string) => `${people} people have somebody; the best pair of the worst off is ${lowest}; ${others} people give; ${total} together.`,
  one: (pairs: number, lowest: string, total: string) => `${pairs} pairs; the least good is ${lowest}; ${total} together.`,
  nobody: 'Nobody can be paired.',
  unmatched: (who: string) => `Without a pair: ${who}.`,
  faults: {
    'unknown-id': (id: string, near: string) => `“${id}” is not among the people.${near ? ` Do you mean “${near}”?` : ' Add them, or take this away.'}`,
    'circular-line': (id: string) => `“${id}” is their own manager by way of others. See who manages whom.`,
    'no-side': 'Say whether this person seeks or offers. In one round somebody is one of the two.',
  },
  tooMany: 'These are too many pairs: 600,000 between two groups at most, or 30,000 within one; and 2,000 people at most. Leave out those of each that fit least, or divide the people.',
  proven: 'Proven: there is nothing better.',
} satisfies Translation<typeof nl>;
