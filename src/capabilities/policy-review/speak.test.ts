import { describe, expect, it } from 'vitest';
import { knowledge, library } from '../../../tests/library/read.ts';
import { compilePolicy } from '../../core/policy/compile.ts';
import { defaultOutcomes, type Rule } from '../../core/policy/policy.ts';
import { verifyPolicy } from '../../core/policy/verify.ts';
import { languages } from '../../platform/knowledge/knowledge.ts';
import { entriesOf, wordOf } from '../library/public.ts';
import { libraryPolicies } from '../policy/public.ts';
import { clashText, deadText, gapText } from './speak-of-faults.ts';
import { cellText, eitherOf, factsInOrder, givenBy, joinedIntervals, sentenceOf } from './speak.ts';

const speaker = (locale: 'nl' | 'en') => ({ knowledge, locale });
const compiled = (rules: readonly Omit<Rule, 'id'>[], outcomes = defaultOutcomes) => compilePolicy({ id: 'p', name: { nl: 'P', en: 'P' }, outcomes, rules: rules.map((rule, at) => ({ id: `r${at + 1}`, ...rule })) }, library.facts);
const sentences = (when: Rule['when'], then = 'forbidden', outcomes = defaultOutcomes): string[] => {
  const policy = compiled([{ when, then }], outcomes);
  return (['nl', 'en'] as const).map((locale) => sentenceOf(speaker(locale), policy, givenBy(policy, policy.rows[0]!), then));
};

describe('a row reads as a sentence', () => {
  it.each<[string, Rule['when'], string, string]>([
    ['one value each', { classification: 'critical', disclosure: 'exposed' }, 'Als de gegevens kritiek zijn en een ander land leesbare gegevens kan opeisen, dan mag het niet.', 'If the data is critical and another country can demand readable data, then it is not allowed.'],
    ['words said once', { classification: ['sensitive', 'critical'] }, 'Als de gegevens gevoelig of kritiek zijn, dan mag het niet.', 'If the data is sensitive or critical, then it is not allowed.'],
    ['all but one', { dataLocation: { not: 'outside' }, deployment: { not: 'own' } }, 'Als de omgeving niet van onszelf is en de gegevens binnen de EER staan, dan mag het niet.', 'If the environment is not our own and the data is inside the EEA, then it is not allowed.'],
    ['a clause', { 'clause.data-in-eu': { not: 'yes' } }, 'Als “Gegevens blijven in de EU” niet in elk contract is afgesproken, dan mag het niet.', 'If “Data stays in the EU” is not agreed in every contract, then it is not allowed.'],
    ['hours', { maxDowntimeHours: { gt: 4, lte: 24 } }, 'Als het aantal uren dat de dienst stil mag liggen meer dan 4, maar hooguit 24 is, dan mag het niet.', 'If the number of hours the service may be down is more than 4, but at most 24, then it is not allowed.'],
    ['nothing at all', {}, 'In elk geval: mag het niet.', 'In every case: it is not allowed.'],
  ])('%s', (_, when, nl, en) => expect(sentences(when)).toEqual([nl, en]));

  it('with an outcome that the policy named itself', () => {
    expect(sentences({ classification: 'critical' }, 'ask-the-board', ['ask-the-board', 'permitted'])[1]).toBe('If the data is critical, then the outcome is “ask-the-board”.');
  });

  it('in every row of every policy of the library, without a word of the file format', () => {
    const ids = new Set(entriesOf(knowledge, 'facts').map(({ id }) => id).filter((id) => /[A-Z]/.test(id)));
    for (const policy of libraryPolicies(knowledge)) {
      const table = compilePolicy(policy, library.facts);
      for (const locale of languages) for (const row of table.rows) {
        const sentence = sentenceOf(speaker(locale), table, givenBy(table, row), row.rule.then);
        expect(sentence).toMatch(/^\p{Lu}.*\.$/u);
        expect([...ids, 'clause.', '{', 'undefined'].filter((word) => sentence.includes(word)), sentence).toEqual([]);
      }
    }
  });
});

it('the library says every value of every fact in a cell, in a sentence and negated', () => {
  const silent = entriesOf<{ readonly id: string; readonly values?: readonly string[] }>(knowledge, 'facts').flatMap(({ id, values }) =>
    (['short', 'if', 'not'] as const).flatMap((kind) => (values ?? (kind === 'not' ? [] : ['range'])).filter((value) => wordOf(knowledge, 'nl', 'facts', id, `phrases.${kind}.${value}`) === undefined).map((value) => `${id} ${kind} ${value}`)),
  );
  expect(silent).toEqual([]);
});

it('a cell names what is accepted, or what is not where that is less', () => {
  const policy = compiled([{ when: { classification: { not: 'critical' }, exitPlan: { not: 'none' } }, then: 'permitted' }]);
  const given = givenBy(policy, policy.rows[0]!);
  expect(factsInOrder(speaker('en'), policy).map((fact) => cellText(speaker('en'), fact, given[fact.id]!))).toEqual(['all but critical', 'practised or on paper only']);
});

it.each([
  [['[0,4)', '[4,24)', '[24,+∞)'], ['[0,+∞)']],
  [['[0,4]', '(4,24)', '(24,+∞)'], ['[0,24)', '(24,+∞)']],
  [['[0,4)', '[24,72)'], ['[0,4)', '[24,72)']],
])('intervals that touch are one: %j', (values, joined) => expect(joinedIntervals(values)).toEqual(joined));

it('shares words only where a sentence stays a sentence', () => {
  expect(eitherOf('en', ['a service needs it', 'no service needs it'])).toBe('a service needs it or no service needs it');
  expect(eitherOf('en', ['the data is sensitive', 'the data is critical', 'the data is regular'])).toBe('the data is sensitive, critical, or regular');
});

const named = (id: string): string => id.replace('r', '');

it('faults read as sentences, rows under the names that the reader knows', () => {
  const policy = compiled([
    { when: { classification: 'critical' }, then: 'forbidden' },
    { when: { classification: ['sensitive', 'critical'] }, then: 'permitted' },
    { when: { classification: 'critical', keyControl: 'provider' }, then: 'forbidden' },
  ]);
  const { gaps, clashes, deadRows } = verifyPolicy(policy);
  expect(gaps.examples.map((example) => gapText(speaker('en'), policy, example))).toEqual(['If there is no data of its own or the data is regular, then no rule says anything.']);
  expect(clashText(speaker('en'), policy, clashes.examples[0]!, named)).toBe('If the data is critical, then rules 1 and 2 contradict each other: Forbidden and Allowed.');
  expect(deadRows.map((row) => deadText(speaker('nl'), row, named))).toEqual(['3 verandert nooit iets. Waar zij past, zegt 1 al hetzelfde of iets strengers.']);
});
