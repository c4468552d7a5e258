/** What is sealed, under which keys, and what was erased. */
import type { Operation } from '../../platform/operation.ts';
import type { Gathered } from '../../platform/slice.ts';
import { erasePerson } from './erase-person.tsx';
import { showKeys } from './show-keys.tsx';

export const keyOperations = ({ sealed, forget }: Pick<Gathered, 'sealed' | 'forget'>): readonly Operation[] => [showKeys(sealed), erasePerson(forget)];
