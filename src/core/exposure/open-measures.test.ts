import { expect, test } from 'vitest';
import type { State } from '../landscape/document.ts';
import { openMeasures } from './open-measures.ts';

const said = (states: Readonly<Record<string, State>>, layers: readonly (1 | 5 | 6 | 7)[]) => openMeasures((_, measure) => states[measure], layers).map(({ measure }) => measure);

test('a disk is about keys and storage, or about encryption all the way', () => {
  expect(said({}, [1])).toEqual(['customer-held-keys', 'encryption-at-rest', 'end-to-end-encryption']);
  expect(said({ 'encryption-at-rest': 'no' }, [1])).toEqual(['end-to-end-encryption']);
  expect(said({ 'end-to-end-encryption': 'no', 'encryption-at-rest': 'yes' }, [1])).toEqual(['customer-held-keys']);
});

test('nothing is asked of what is settled', () => {
  expect(said({ 'end-to-end-encryption': 'yes' }, [1, 7])).toEqual([]);
  expect(said({ 'customer-held-keys': 'no', 'end-to-end-encryption': 'no' }, [1, 6])).toEqual([]);
});

test('each layer asks its own', () => {
  expect(said({}, [5])).toEqual(['own-identity-control']);
  expect(said({}, [6])).toEqual(['customer-held-keys']);
  expect(said({ 'end-to-end-encryption': 'unknown' }, [7])).toEqual(['end-to-end-encryption', 'confidential-computing']);
});
