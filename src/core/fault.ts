/** Where in a document: keys and list positions from the root. */
export type Path = readonly (string | number)[];

/**
 * One thing that is wrong with an input. `code` names the rule that was broken; `details` are the values
 * its sentence needs. The sentences (what is wrong, and the mend; nl and en) are words of the face that
 * shows them, never of the core.
 */
export type Fault<Code extends string = string> = {
  readonly code: Code;
  readonly path: Path;
  readonly details: Readonly<Record<string, string | number>>;
};

export type Read<T, Code extends string = string> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly faults: readonly Fault<Code>[] };

/** Control and reordering characters become visible: a key of a hostile file must not act on a terminal. */
export const withoutControls = (text: string): string => text.replace(/\p{Cc}|[\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, '\uFFFD');

/** `systems[3].layers.7.operator`; the root is `(document)`. */
export const pathText = (path: Path): string =>
  path.length === 0
    ? '(document)'
    : withoutControls(path.map((step, at) => (typeof step === 'number' ? `[${step}]` : at === 0 ? step : `.${step}`)).join(''));
