import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readTree } from './modules.ts';
import { rules } from './rules.ts';
import { tableOwners, tenantTables } from './tables.ts';

const root = join(import.meta.dirname, '../..');
const samples = join(import.meta.dirname, 'samples');
const tree = readTree(root);
const house = rules(tableOwners(root), tenantTables(root));

describe('the house', () => {
  it('is read whole', () => {
    expect(tree.size).toBeGreaterThan(60);
    expect([...tree.values()].flatMap(({ imports }) => imports.filter(({ target }) => target !== null && target.startsWith('src/') && !tree.has(target)))).toEqual([]);
  });

  it.each(Object.entries(house))('keeps the rule %s', (_, rule) => {
    expect(rule(tree)).toEqual([]);
  });
});

describe('a rule bites', () => {
  it('has one wrong sample each, and no sample without a rule', () => {
    expect(readdirSync(samples).toSorted()).toEqual(Object.keys(house).toSorted());
  });

  it.each(Object.keys(house))('%s catches its wrong sample', (name) => {
    const folder = join(samples, name);
    const rule = rules(tableOwners(folder), tenantTables(folder))[name];
    expect(rule?.(readTree(folder))).not.toEqual([]);
  });
});
