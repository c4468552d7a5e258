/**
 * Where a reader stands in a document, and where it reports. A spot is a link to the one around it, so that
 * a valid document never pays for a path.
 */
import type { Fault, Path } from '../fault.ts';

type Step = string | number;

export type Spot<Code extends string> = {
  readonly report: (code: Code, path: Path, details: Fault['details']) => void;
  readonly around: Spot<Code> | null;
  readonly step: Step;
};

/**
 * A value of the type, or `undefined` where it was left out or is wrong; what is wrong has then been
 * reported. INVARIANT: what a reader returns is used only when nothing was reported anywhere.
 */
export type Reader<T, Code extends string = ReadingFaultCode> = (value: unknown, spot: Spot<Code>) => T | undefined;

/** What can be wrong with any document. */
export type ReadingFaultCode =
  | 'wrong-type'
  | 'no-value'
  | 'missing'
  | 'unknown-key'
  | 'not-one-of'
  | 'not-this-format'
  | 'other-version'
  | 'empty-text'
  | 'text-too-long'
  | 'control-character'
  | 'hidden-character'
  | 'id-shape'
  | 'id-reserved'
  | 'id-duplicate'
  | 'id-lookalike'
  | 'not-a-number'
  | 'number-too-small'
  | 'number-too-large'
  | 'number-not-whole'
  | 'date-shape'
  | 'date-does-not-exist'
  | 'too-few-items';

export function pathOf<Code extends string>(spot: Spot<Code>): Path {
  const steps: Step[] = [];
  for (let at: Spot<Code> = spot; at.around !== null; at = at.around) steps.push(at.step);
  return steps.reverse();
}

export const inside = <Code extends string>(spot: Spot<Code>, step: Step): Spot<Code> => ({ report: spot.report, around: spot, step });

export function report<Code extends string>(spot: Spot<Code>, code: Code, details: Fault['details'] = {}): undefined {
  spot.report(code, pathOf(spot), details);
  return undefined;
}

/** The root of a document, and the faults reported anywhere in it. */
export function startReading<Code extends string>(): { readonly root: Spot<Code>; readonly faults: readonly Fault<Code>[] } {
  const faults: Fault<Code>[] = [];
  return { root: { report: (code, path, details) => void faults.push({ code, path, details }), around: null, step: '' }, faults };
}
