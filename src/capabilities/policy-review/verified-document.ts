/** What `regie verify-policy` answers, and what it finds, in words. */
import type { Path } from '../../core/fault.ts';
import type { CompiledPolicy } from '../../core/policy/compile.ts';
import type { PolicyVerification } from '../../core/policy/verify.ts';
import { clashText, deadText, gapText } from './speak-of-faults.ts';
import { figure, type Speaker } from './speak.ts';
import { words } from './words.ts';

/** What lies beside the answer for who draws it: a symbol, so that it is no part of the JSON. */
export const source: unique symbol = Symbol('source');
export type Source = { readonly file: string; readonly policy: CompiledPolicy; readonly linesOf: (paths: readonly Path[]) => readonly number[] };
export type VerifiedDocument = PolicyVerification & { readonly [source]: Source };

export type FoundKind = 'gap' | 'clash' | 'dead-row';
/** `path` is where in the document; `key` stays the same when lines move. */
export type Found = { readonly kind: FoundKind; readonly text: string; readonly path: Path; readonly key: string };

const rulePath = ({ policy: { policy } }: Source, rule: string): Path => ['rules', policy.rules.findIndex(({ id }) => id === rule)];

/** Where a table is too large for examples, the count alone is told. */
export function gapsFound(document: VerifiedDocument, speaker: Speaker): readonly Found[] {
  const { gaps, [source]: { policy } } = document;
  const text = words(speaker.locale).check;
  if (gaps.examples.length === 0 && gaps.count !== 0) return [{ kind: 'gap', text: text.gapsFound(figure(speaker.locale, gaps.count)), path: ['rules'], key: 'gap' }];
  return gaps.examples.map((example) => ({ kind: 'gap', text: `${gapText(speaker, policy, example)} ${text.inCases(figure(speaker.locale, example.cases))}`, path: ['rules'], key: `gap/${JSON.stringify(example.when)}` }));
}

/** Told at the first of the rows. */
export const clashesFound = ({ clashes, [source]: from }: VerifiedDocument, speaker: Speaker): readonly Found[] =>
  clashes.examples.map((example) => ({
    kind: 'clash',
    text: `${clashText(speaker, from.policy, example, (id) => id)} ${words(speaker.locale).check.inCases(figure(speaker.locale, example.cases))}`,
    path: rulePath(from, example.rows[0] ?? ''),
    key: `clash/${example.rows.join('/')}`,
  }));

export const deadRowsFound = ({ deadRows, [source]: from }: VerifiedDocument, speaker: Speaker): readonly Found[] =>
  deadRows.map((row) => ({ kind: 'dead-row', text: deadText(speaker, row, (id) => `“${id}”`), path: rulePath(from, row.rule), key: `dead-row/${row.rule}` }));
