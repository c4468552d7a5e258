/** What is wrong with a policy as a whole, in sentences. */
import type { CompiledPolicy } from '../../core/policy/compile.ts';
import type { DeadRow } from '../../core/policy/dead-rows.ts';
import type { ClashExample, GapExample } from '../../core/policy/examples.ts';
import { verdictWord } from '../sovereignty/public.ts';
import { clausesOf, listed, sentenceOf, type Speaker } from './speak.ts';
import { words } from './words.ts';

export const gapText = (speaker: Speaker, compiled: CompiledPolicy, example: GapExample): string => sentenceOf(speaker, compiled, example.when, 'gap');

/** "If …, then rules 3 and 17 contradict each other: forbidden and allowed." */
export function clashText(speaker: Speaker, compiled: CompiledPolicy, example: ClashExample, nameOfRow: (id: string) => string): string {
  const { locale } = speaker;
  const all = (texts: readonly string[]): string => listed(locale, texts, 'conjunction');
  return words(locale).check.clash(all(clausesOf(speaker, compiled, example.when)), all(example.rows.map(nameOfRow)), all(example.outcomes.map((outcome) => verdictWord(locale, outcome))));
}

export function deadText(speaker: Speaker, row: DeadRow, nameOfRow: (id: string) => string): string {
  const text = words(speaker.locale).check;
  return row.why === 'never-matches' ? text.neverMatches(nameOfRow(row.rule)) : text.covered(nameOfRow(row.rule), listed(speaker.locale, row.by.map(nameOfRow), 'conjunction'));
}
