/** Three-valued logic (Kleene): unknown is never read as no or as yes (engine.md §1, §4). */
export type Truth = 0 | 1 | 2;
export const no = 0;
export const unknown = 1;
export const yes = 2;

export const and = (a: Truth, b: Truth): Truth => (a < b ? a : b);
export const or = (a: Truth, b: Truth): Truth => (a > b ? a : b);
export const truth = (known: boolean): Truth => (known ? yes : no);
