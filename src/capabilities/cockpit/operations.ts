/** The cockpit's table of contents. */
import type { Operation } from '../../platform/operation.ts';
import { showCockpit } from './show-cockpit.tsx';

export const cockpitOperations: readonly Operation[] = [showCockpit];
