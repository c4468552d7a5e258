import type { Slice } from '../../platform/slice.ts';
import { continuityOperations } from './operations.ts';

export const continuity: Slice = {
  name: 'continuity',
  title: { nl: 'Diensten en uitval', en: 'Services and failure' },
  operations: continuityOperations,
};
