/** What is sealed, under which keys, and what was erased. */
import type { Operation } from '../../platform/operation.ts';
import { erasePerson } from './erase-person.tsx';
import { showKeys } from './show-keys.tsx';

export const keyOperations: readonly Operation[] = [showKeys, erasePerson];
