/** `regie` as a pipeline meets it: the command line itself, on files that only the test has, on one day, in English. */
import { documentOperations } from '../../src/entry/document-operations.ts';
import type { CommandOperation } from '../../src/faces/cli/arguments.ts';
import { runCommandLine } from '../../src/faces/cli/run-command-line.ts';
import { knowledge } from '../library/read.ts';

export const regieOn = (files: Readonly<Record<string, string>>) => (...argv: readonly string[]) =>
  runCommandLine(argv, {
    operations: documentOperations as CommandOperation[],
    context: async (locale) => ({ locale, now: new Date('2026-11-23T10:00:00Z'), today: '2026-11-23', knowledge }),
    readFile: async (name) => {
      const text = files[name];
      if (text === undefined) throw new Error('no such file');
      return new TextEncoder().encode(text);
    },
    language: 'en',
  });
