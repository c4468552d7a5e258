/** What people can do with a cloud policy. Its operations are called `policy.…`: which policy holds is kept by the slice of that name. */
import type { Operation } from '../../platform/operation.ts';
import { adoptPolicy } from './adopt-policy.tsx';
import { showAdopted, showOther } from './show-policy.tsx';

export const policyOperations: readonly Operation[] = [showAdopted, showOther, adoptPolicy];
