/**
 * Bad inputs of SEC-3 for what does not exist yet: each with how it is seen to exist. The day it does, the test
 * that reads this table fails until the input is sent to it.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { operations } from '../../src/entry/operations.ts';

const source = join(import.meta.dirname, '../../src');
const hasFolder = (path: string) => (): boolean => existsSync(join(source, path));
const hasOperation = (name: RegExp) => (): boolean => operations.some((operation) => name.test(operation.name));

export type NotYet = { readonly input: number; readonly of: string; readonly issue: number; readonly exists: () => boolean };

export const notYet: readonly NotYet[] = [
  { input: 22, of: 'uploaded pictures and attachments', issue: 4, exists: hasOperation(/attach|upload/) },
  { input: 26, of: 'reading XLSX', issue: 4, exists: hasFolder('formats/xlsx') },
  { input: 28, of: 'reading ArchiMate (XML)', issue: 4, exists: hasFolder('formats/archimate') },
  { input: 29, of: 'reading ArchiMate (XML)', issue: 4, exists: hasFolder('formats/archimate') },
];

/** Held by a test of another part: its file, which must exist and name the bar or the input. */
export const elsewhere: Readonly<Record<number, string>> = {
  18: 'tests/faces/rest.test.ts',
  19: 'tests/faces/rest.test.ts',
  27: 'src/formats/zip/zip.test.ts',
  31: 'src/platform/outgoing/outgoing.test.ts',
  32: 'src/platform/outgoing/outgoing.test.ts',
  36: 'tests/federation/attacks.test.ts',
  37: 'src/platform/session/throttle.test.ts',
  39: 'tests/faults/full-disk.test.ts',
  40: 'src/capabilities/participation/participation.test.ts',
};
