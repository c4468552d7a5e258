import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { knowledge, library, libraryFolder } from '../../../tests/library/read.ts';
import { survey } from '../../core/survey.ts';
import { evaluateUnknown } from '../../core/policy/unknown.ts';
import { factSets } from '../../core/policy/fact-sets.ts';
import { readLandscapeFile } from '../../formats/landscape-document/read.ts';
import { compiledPolicy, libraryPolicies } from '../policy/public.ts';
import { assessedUnder, changesBetween, rowsToday, tally } from './today.ts';

const read = readLandscapeFile(readFileSync(join(libraryFolder, 'examples/gemeente-waterwolde/landscape.yaml')), 'landscape.yaml', library, '2026-11-23');
if (!read.ok) throw new Error('The example does not read.');
const surveyed = survey(read.value, library, 'wide');
const under = (id: string) => ({ compiled: compiledPolicy(knowledge, id), assessment: assessedUnder(surveyed, compiledPolicy(knowledge, id)) });

it.each(libraryPolicies(knowledge).map(({ id }) => [id]))('%s: a row decides exactly where no verdict would be the same without its kind', (id) => {
  const { compiled, assessment } = under(id);
  const known = Object.values(assessment.systems).filter(({ datasets }) => Object.values(datasets).every(({ facts }) => compiled.facts.every((fact) => facts[fact.id]!.length === 1)));
  expect(known.length).toBeGreaterThan(5);
  const matching = (rule: string) => known.filter(({ datasets }) => Object.values(datasets).some(({ facts, verdict }) => {
    const row = compiled.rows.find((one) => one.id === rule)!;
    return row.rule.then === verdict && evaluateUnknown(compiled, factSets(compiled, (fact) => facts[fact])).rules.includes(rule);
  })).length;
  const systems = Object.fromEntries(Object.entries(assessment.systems).filter(([, system]) => known.includes(system)));
  for (const { rule, decides, mayDecide } of rowsToday({ systems }, compiled)) expect([rule, decides, mayDecide]).toEqual([rule, matching(rule), 0]);
});

it('what cannot be told yet is never counted as decided', () => {
  const { compiled, assessment } = under('strict');
  const systems = Object.fromEntries(Object.entries(assessment.systems).filter(([, { datasets }]) => Object.values(datasets).every(({ verdict }) => verdict === 'undetermined')));
  expect(Object.keys(systems).length).toBeGreaterThan(0);
  const rows = rowsToday({ systems }, compiled);
  expect(rows.filter(({ decides }) => decides > 0)).toEqual([]);
  expect(rows.some(({ mayDecide }) => mayDecide > 0)).toBe(true);
});

it('counts every system once, worst first', () => {
  const { compiled, assessment } = under('rijk-2026');
  const counted = tally(assessment, compiled);
  expect(counted.reduce((sum, { systems }) => sum + systems, 0)).toBe(read.value.systems.length);
  expect(counted.map(({ verdict }) => verdict)).toEqual(['discouraged', 'conditional', 'permitted', 'undetermined']);
});

it('what changes is what differs, and there and back is nothing', () => {
  const [before, after] = [under('default').assessment, under('strict').assessment];
  const { systems, moves, otherConditions } = changesBetween(before, after);
  for (const { system, from, to } of systems) expect([before.systems[system]?.verdict, after.systems[system]?.verdict]).toEqual([from, to]);
  expect(systems.length + Object.keys(before.systems).filter((id) => before.systems[id]!.verdict === after.systems[id]!.verdict).length).toBe(69);
  expect(moves.reduce((sum, move) => sum + move.systems, 0)).toBe(systems.length);
  expect(otherConditions).toBeGreaterThan(0);
  expect(changesBetween(before, before)).toEqual({ moves: [], systems: [], otherConditions: 0 });
});
