/** JSON that is the same text for the same value (RFC 8785), so that its hash can be computed again by anybody. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

const member = ([name, value]: readonly [string, Json]): string => `${JSON.stringify(name)}:${canonicalJson(value)}`;
/** By UTF-16 code units, as the RFC asks and as `<` compares. */
const byName = ([a]: readonly [string, Json], [b]: readonly [string, Json]): number => (a < b ? -1 : 1);

export function canonicalJson(value: Json): string {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new Error('JSON has no such number.');
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${(value as readonly Json[]).map(canonicalJson).join(',')}]`;
  return `{${Object.entries(value as { readonly [name: string]: Json }).toSorted(byName).map(member).join(',')}}`;
}
