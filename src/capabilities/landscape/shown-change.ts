import type { Landscape } from '../../core/landscape/document.ts';
import type { Change } from './store.ts';

/** A change as the history shows it. */
export type ShownChange = Change & { readonly personName: string | null; readonly mayUndo: boolean };
export type History = { readonly landscape: Landscape; readonly changes: readonly ShownChange[] };
