import { describe, expect, it } from 'vitest';
import { knowledge, library } from './read.ts';

const domainOf = (fact: string) => library.facts.find(({ id }) => id === (fact.startsWith('clause.') ? 'clause.*' : fact))?.domain;

describe('the library', () => {
  it('has the measures and clauses that the engine fixes, on their layers', () => {
    const fixed = { 'own-identity-control': 5, 'encryption-at-rest': 6, 'customer-held-keys': 6, 'end-to-end-encryption': 6, 'confidential-computing': 7, 'open-standards': 7, 'access-logging': 7 };
    expect(Object.fromEntries(Object.keys(fixed).map((id) => [id, library.measures.get(id)?.layer]))).toEqual(fixed);
    expect(['data-in-eu', 'customer-key-management', 'exit-strategy'].filter((id) => !library.clauses.has(id))).toEqual([]);
  });

  it('knows every country, and the thirty of the EEA', () => {
    expect(library.countries.size).toBe(249);
    expect(library.eea.size).toBe(30);
    expect([...library.eea].filter((country) => !library.countries.has(country))).toEqual([]);
    expect(library.eea.has('NO')).toBe(true);
    expect(library.eea.has('CH')).toBe(false);
  });

  it('has extraterritorial instruments for four countries', () => {
    expect([...new Set(library.instruments.filter(({ extraterritorial }) => extraterritorial).map(({ country }) => country))].sort()).toEqual(['CN', 'GB', 'RU', 'US']);
  });

  it('gives every value of every fact an answer in words', () => {
    const unanswered = library.facts.flatMap(({ id, domain }) =>
      domain.kind === 'thresholds' ? [] : domain.values.filter((value) => typeof (knowledge.words.nl['facts']?.[id]?.['values'] as Record<string, unknown> | undefined)?.[value] !== 'string').map((value) => `${id}=${value}`),
    );
    expect(unanswered).toEqual([]);
  });

  it('achieves only values that exist', () => {
    const wrong = [...library.measures.values(), ...library.clauses.values()].flatMap(({ id, achieves }) =>
      achieves.filter(({ fact, value }) => {
        const domain = domainOf(fact);
        return domain?.kind !== 'values' || !domain.values.includes(value) || (fact.startsWith('clause.') && !library.clauses.has(fact.slice('clause.'.length)));
      }).map(({ fact, value }) => `${id}: ${fact}=${value}`),
    );
    expect(wrong).toEqual([]);
  });

  it('holds at least sixty-five measures, all layers among them', () => {
    expect(library.measures.size).toBeGreaterThanOrEqual(65);
    expect([...new Set([...library.measures.values()].map(({ layer }) => layer))].sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('gives layer 8 measures no dimension, and every other measure one', () => {
    expect([...library.measures.values()].filter(({ layer, dimensions }) => (layer === 8) !== (dimensions.length === 0)).map(({ id }) => id)).toEqual([]);
  });

  it('never calls a measure and a clause the same: a condition names either', () => {
    expect([...library.clauses.keys()].filter((id) => library.measures.has(id))).toEqual([]);
  });

  it('achieves each value that a single measure or clause can bring', () => {
    const achieved = [...library.measures.values(), ...library.clauses.values()].flatMap(({ achieves }) => achieves.map(({ fact, value }) => `${fact}=${value}`));
    expect(achieved).toEqual(expect.arrayContaining(['keyControl=own', 'identityControl=own', 'openStandards=yes', 'accessLogging=yes', 'exitPlan=tested', 'clause.exit-strategy=yes']));
  });
});

const statusOf = (kind: string, id: string): unknown => knowledge.entries[kind]?.find((entry) => entry.id === id)?.['status'];

/** The dates themselves: `facts.test.ts`. */
describe('what most sources still get wrong', () => {
  it.each([
    ['laws', 'cbw', 'in-force'],
    ['laws', 'archiefwet-1995', 'in-force'],
    ['laws', 'archiefwet-2026', 'adopted'],
    ['laws', 'cloud-policy-2022', 'lapsed'],
    ['laws', 'cada', 'proposal'],
    ['instruments', 'us-fisa-702', 'lapsed'],
    ['instruments', 'us-cloud-act', 'in-force'],
  ])('%s/%s is %s', (kind, id, status) => {
    expect(statusOf(kind, id)).toBe(status);
  });

  it('counts FISA 702 as reaching still: its lapse is no risk gone', () => {
    expect(library.instruments.find(({ id }) => id === 'us-fisa-702')).toMatchObject({ country: 'US', extraterritorial: true });
  });
});

type Question = { readonly id: string; readonly layer: number; readonly law: readonly unknown[] };

describe('the conversation', () => {
  const questionnaire = knowledge.entries['questionnaires']?.find(({ id }) => id === 'responsible-data-use');

  it('asks two questions a layer, each with the law behind it', () => {
    const questions = questionnaire?.['questions'] as readonly Question[];
    expect([1, 2, 3, 4, 5, 6, 7, 8].map((layer) => questions.filter((question) => question.layer === layer).length)).toEqual([2, 2, 2, 2, 2, 2, 2, 2]);
    expect(questions.filter(({ law }) => law.length === 0)).toEqual([]);
  });

  it('lets "nobody knows" be an answer, and asks why something does not apply', () => {
    const answers = questionnaire?.['answers'] as readonly { readonly id: string; readonly asksReason: boolean }[];
    expect(answers.map(({ id, asksReason }) => (asksReason ? `${id}: reason` : id))).toEqual(['yes', 'partly', 'no', 'nobody-knows', 'not-applicable-because: reason']);
  });

  it('offers three mirror questions and five glasses, all put on by choice, none by year of birth', () => {
    const perspectives = knowledge.entries['perspectives'] ?? [];
    expect(perspectives.map(({ id, items, chosenBy }) => [id, (items as readonly unknown[]).length, chosenBy])).toEqual([['glasses', 5, 'oneself'], ['mirror', 3, 'oneself']]);
    expect(JSON.stringify([knowledge.words.nl['perspectives'], knowledge.words.en['perspectives']])).not.toMatch(/19\d\d|20\d\d/u);
  });
});
