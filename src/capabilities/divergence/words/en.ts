import type { Translation } from '../../../platform/words.ts';
import type { nl } from './nl.ts';

export const en = {
  title: 'See where answers lie apart',
  summary: 'see where people answer differently, without anybody being seen',
  answers: 'Answers',
  answersHint: 'A CSV file with the columns question, person and answer, if you like scale, and a column for each lens that people chose for themselves. It is not kept.',
  minGroup: 'Smallest group',
  minGroupHint: 'Of fewer people nothing is shown. Never fewer than 5.',
  faults: {
    'not-a-table': 'This is no table: a quotation mark is not closed, or stands in the wrong place. Save the file as CSV again.',
    'no-columns': 'The file is empty. Its first line names the columns: question, person, answer.',
    'too-many-columns': 'These are more columns than a spreadsheet has. Needed are: question, person, answer, and a column for each lens.',
    'column-twice': (column: string) => `The column “${column}” is there twice. Give each column a name of its own.`,
    missing: (column: string) => `The column “${column}” is missing. Needed are: question, person, answer.`,
    empty: (column: string) => `Nothing stands here under “${column}”. Fill it in or take the line away.`,
    answer: (answer: string) => `“${answer}” is no answer on a scale. Use a whole number from 1 up.`,
    outside: (answer: string, scale: number) => `The answer ${answer} is outside the scale of 1 to ${scale}.`,
    scale: (scale: string) => `“${scale}” is no scale. Use a whole number from 3 to 11.`,
    scales: (question: string) => `The question “${question}” has another scale here than before in the file.`,
    twice: (person: string, question: string) => `“${person}” answered the question “${question}” before. One answer a person counts.`,
  },
  readings: {
    together: 'People agree.',
    between: 'There is a difference between groups.',
    inside: 'The difference is between people, not between groups. The label explains nothing.',
    both: 'There is a difference between groups, and inside groups too.',
  },
  columns: { question: 'question', people: 'people', agreement: 'agree (−1 to 1)', median: 'middle', reading: 'how to read it' },
  withheld: 'too few people: nothing shown',
  largely: (side: number | undefined) => (side === undefined ? 'largely agree' : `largely agree, at ${side}`),
  hidden: (groups: string) => `Not shown, since somebody could be recognised: ${groups}.`,
  explained: (a: string, b: string) => `${a} and ${b} answer differently, more than by chance.`,
  first: (question: string) => `Begin the conversation at: ${question}`,
} satisfies Translation<typeof nl>;
