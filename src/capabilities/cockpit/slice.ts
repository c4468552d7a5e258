import type { Slice } from '../../platform/slice.ts';
import { cockpitOperations } from './operations.ts';

export const cockpit: Slice = {
  name: 'cockpit',
  title: { nl: 'Overzicht', en: 'Overview' },
  operations: cockpitOperations,
};
