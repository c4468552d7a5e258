import { expect, it } from 'vitest';
import { contractNames } from './contract-name.ts';

const nameOf = contractNames({ providers: [{ id: 'kh', name: 'Koppelhuis' }], systems: [{ id: 'zs', name: 'Zaaksysteem' }, { id: 'pk', name: 'Parkeren' }] } as never);

it('calls a contract by its provider and what it covers', () => {
  expect(nameOf({ provider: 'kh', systems: ['zs'] })).toBe('Koppelhuis: Zaaksysteem');
  expect(nameOf({ provider: 'kh', systems: ['pk', 'zs', 'gone'] })).toBe('Koppelhuis: Parkeren +2');
  expect(nameOf({ provider: 'kh', systems: [] })).toBe('Koppelhuis');
  expect(nameOf({ provider: 'gone', systems: ['gone'] })).toBe('gone: gone');
});
