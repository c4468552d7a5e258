/** What `regie assess` answers. */
import type { Assessment } from '../../core/assess.ts';
import type { Path } from '../../core/fault.ts';
import type { Landscape } from '../../core/landscape/document.ts';
import type { CompiledPolicy } from '../../core/policy/compile.ts';

/** What lies beside the answer for who draws it: a symbol, so that it is no part of the JSON. */
export const source: unique symbol = Symbol('source');
export type Source = { readonly file: string; readonly landscape: Landscape; readonly policy: CompiledPolicy; readonly linesOf: (paths: readonly Path[]) => readonly number[] };
export type AssessedDocument = Assessment & { readonly [source]: Source };
