/** Every operation there is: the one list from which all faces are made. */
import type { Operation } from '../platform/operation.ts';
import { documentOperations } from './document-operations.ts';
import { gathered } from './slices.ts';

export const operations: readonly Operation[] = [...gathered.operations, ...documentOperations];
