/** The sample of a civil service's mentoring network under its published rules (jonodrew/mentor-match, Open Government Licence v3). */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Pair, Problem } from '../src/core/matching/problem.ts';
import { type CsvRow, readCsv } from '../src/formats/csv/read.ts';

export const civilServiceFolder = join(import.meta.dirname, '../../shared/data/people/mentor-match/sample_data');

type Cells = CsvRow['cells'];
const grades = ['AA', 'AO', 'EO', 'HEO', 'SEO', 'Grade 7', 'Grade 6', 'SCS1', 'SCS2', 'SCS3', 'SCS4'];

/** Null: may not be paired. */
function scoreOf(mentee: Cells, mentor: Cells): number | null {
  const apart = grades.indexOf(mentor['grade'] ?? '') - grades.indexOf(mentee['grade'] ?? '');
  if (mentee['organisation'] === mentor['organisation'] || mentee['email address'] === mentor['email address'] || apart > 2 || apart <= 0) return null;
  const identity = mentee['identity to match'] ?? '';
  return (apart === 2 ? 12 : 9) + (mentee['profession'] === mentor['profession'] ? 10 : 0) + (identity !== '' && mentor['characteristics']?.split(', ').includes(identity) ? 6 : 0);
}

function people(size: 'small' | 'large', name: string): readonly Cells[] {
  const read = readCsv(readFileSync(join(civilServiceFolder, size, `${name}.csv`), 'utf8'));
  if (!read.ok) throw new Error(`${name}.csv is no table.`);
  return read.rows.map(({ cells }) => cells);
}

/** Everybody may be in three pairs. */
export function civilService(size: 'small' | 'large'): Problem {
  const [mentees, mentors] = [people(size, 'mentees'), people(size, 'mentors')];
  const pairs = mentees.flatMap((mentee) => mentors.flatMap((mentor): Pair[] => {
    const score = scoreOf(mentee, mentor);
    return score === null ? [] : [{ a: mentee['email address'] ?? '', b: mentor['email address'] ?? '', score }];
  }));
  return { pairs, capacity: new Map([...mentees, ...mentors].map((one) => [one['email address'] ?? '', 3])) };
}
