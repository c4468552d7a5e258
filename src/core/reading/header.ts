/** The first line of every document of ours: `regiekompas: <format>/<version>`. */
import { type Reader, type ReadingFaultCode, report, inside, type Spot } from './spot.ts';
import { short, wrongType } from './characters.ts';

/** True, and reported, when this is a document of another kind or version: its other faults would only confuse. */
export function otherFormat(value: unknown, format: string, root: Spot<ReadingFaultCode>): boolean {
  const said = typeof value === 'object' && value !== null && Object.hasOwn(value, 'regiekompas') ? (value as { readonly regiekompas: unknown }).regiekompas : undefined;
  if (typeof said !== 'string' || said === format) return false;
  const [kind, version] = [format.split('/')[0], /^([a-z-]+)\/\d+$/.exec(said)];
  report(inside(root, 'regiekompas'), version?.[1] === kind ? 'other-version' : 'not-this-format', { found: short(said), expected: format });
  return true;
}

/** Run after `otherFormat`: what is left to refuse is a header that is no text. */
export const header =
  (format: string): Reader<string> =>
  (value, spot) => (value === format ? format : wrongType(value, spot, 'text'));
