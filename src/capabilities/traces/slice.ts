import type { Slice } from '../../platform/slice.ts';
import { traceOperations } from './operations.ts';

export const traces: Slice = {
  name: 'traces',
  title: { nl: 'Logboek', en: 'Log' },
  operations: traceOperations,
  objects: {
    log: { nl: 'Logboek', en: 'Log' },
    event: { nl: 'Regel uit het logboek', en: 'Entry in the log' },
    file: { nl: 'Bestand', en: 'File' },
    operation: { nl: 'Bewerking', en: 'Operation' },
  },
  permissions: {
    'audit:inspect': { nl: 'Het logboek inzien', en: 'Inspect the log' },
  },
};
