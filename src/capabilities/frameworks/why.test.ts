import { describe, expect, it } from 'vitest';
import { knowledge } from '../../../tests/library/read.ts';
import { libraryPolicies } from '../policy/public.ts';
import { readName } from './spoken.ts';
import { whyOf, whyOfRule } from './why.tsx';

const speaker = { knowledge, locale: 'nl' } as const;
const ids = (kind: string): readonly string[] => (knowledge.entries[kind] ?? []).map(({ id }) => id);

describe('why we do it so', () => {
  it('is told of every measure and clause, with a reason and a thought of others', () => {
    const silent = (['measures', 'clauses'] as const).flatMap((kind) => ids(kind).filter((id) => {
      const why = whyOf(speaker, kind, id);
      return why === undefined || why.why === '' || why.ideas.length === 0;
    }));
    expect(silent).toEqual([]);
  });

  it('is told of every row of every policy', () => {
    const rows = libraryPolicies(knowledge).flatMap(({ id, rules }) => rules.map((rule) => [id, rule.id] as const));
    expect(rows.length).toBeGreaterThan(30);
    expect(rows.filter(([policy, rule]) => (whyOfRule(speaker, policy, rule)?.ideas.length ?? 0) === 0 || whyOfRule(speaker, policy, rule)?.why === '')).toEqual([]);
  });

  it('leans on architects, regulators and researchers of people alike', () => {
    const from = new Set((knowledge.entries['ideas'] ?? []).map((idea) => (idea['from'] as { law: string }).law));
    expect([...from]).toEqual(expect.arrayContaining(['wrr-public-values', 'enisa-cloud-guidance', 'nora', 'togaf', 'dama-dmbok', 'dga', 'scp-together-different', 'kis-polarisation', 'movisie-inclusion', 'utrecht-inclusion-monitor']));
  });

  it('knows which frameworks a measure answers', () => {
    expect(whyOf(speaker, 'measures', 'multi-factor-authentication')?.frameworks.map(({ id }) => id)).toContain('cbw-nis2');
  });
});

describe('our layers beside other divisions', () => {
  const blocks = (knowledge.entries['crosswalk'] ?? []) as unknown as readonly { readonly scheme: string; readonly layers: readonly number[] }[];
  it('has the nine blocks of the Commission and the five dimensions of DICTU, and leaves no layer out', () => {
    expect([blocks.filter(({ scheme }) => scheme === 'ec').length, blocks.filter(({ scheme }) => scheme === 'dictu').length]).toEqual([9, 5]);
    expect([...new Set(blocks.flatMap(({ layers }) => layers))].toSorted()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });
});

describe('what is read', () => {
  it('is never the opposite of what it says: a fact stands with the value that counts', () => {
    expect(readName(speaker, { kind: 'fact', id: 'cutOff', is: ['none'] })).toBe('Afsluiting door een ander land “kan niet”');
    expect(readName(speaker, { kind: 'fact', id: 'dataLocation', is: ['home', 'eea'] })).toBe('Plaats van de gegevens “eigen land of EER”');
    expect(readName(speaker, { kind: 'fact', id: 'accessLogging', is: ['yes'] })).toBe('Vastleggen van toegang');
  });
});
