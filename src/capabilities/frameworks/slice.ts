import type { Slice } from '../../platform/slice.ts';
import { lawDays } from './days.ts';
import { fillFrameworks } from './example.ts';
import { frameworkTables } from './exported-tables.ts';
import { frameworkOperations } from './operations.ts';

export const frameworks: Slice = {
  name: 'frameworks',
  title: { nl: 'Kaders en wetten', en: 'Frameworks and laws' },
  operations: frameworkOperations,
  objects: {
    framework: { nl: 'Kader', en: 'Framework' },
  },
  permissions: {
    'framework:read': { nl: 'Kaders en de stand daarvan lezen', en: 'Read frameworks and where we stand' },
    'framework:change': { nl: 'Vragen van kaders beantwoorden en eigen eisen toevoegen', en: 'Answer questions of frameworks and add demands of our own' },
  },
  tables: frameworkTables,
  days: lawDays,
  example: fillFrameworks,
};
