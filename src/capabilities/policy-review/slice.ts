import type { Slice } from '../../platform/slice.ts';
import { policyTables } from '../policy/public.ts';
import { policyOperations } from './operations.ts';

export const policyReview: Slice = {
  name: 'policy',
  title: { nl: 'Beleid', en: 'Policy' },
  operations: policyOperations,
  objects: {
    policy: { nl: 'Beleid', en: 'Policy' },
  },
  permissions: {
    'policy:read': { nl: 'Het beleid lezen', en: 'Read the policy' },
    'policy:adopt': { nl: 'Beleid vaststellen', en: 'Adopt a policy' },
  },
  tables: policyTables,
};
