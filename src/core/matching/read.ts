/** Reads a matching document with pairs that are scored already (engine.md §10): every fault at once, or a problem. */
import type { Read } from '../fault.ts';
import { newId } from '../reading/characters.ts';
import { header, otherFormat } from '../reading/header.ts';
import { givenIds } from '../reading/ids.ts';
import { fields, object, optional, required } from '../reading/members.ts';
import { inside, type Reader, type ReadingFaultCode, report, startReading } from '../reading/spot.ts';
import { list, number, oneOf } from '../reading/values.ts';
import type { Pair, Problem } from './problem.ts';

export const matchingFormat = 'matching/1';
export const sides = ['two', 'one'] as const;
export type Sided = (typeof sides)[number];
export type MatchingDocument = { readonly problem: Problem; readonly sided: Sided };

/** More than this nobody guides, and sums stay exact. */
const mostRoom = 1000;
const highestScore = 1_000_000;

type Document = { readonly regiekompas: string; readonly pairs: readonly Pair[]; readonly capacity?: ReadonlyMap<string, number>; readonly sided?: Sided };

function pairs(sided: Sided): Reader<readonly Pair[]> {
  const given = givenIds();
  const one = object<Pair, ReadingFaultCode>({ a: required(newId), b: required(newId), score: required(number({ least: 0, most: highestScore })) }, (read, spot) => {
    const { a, b } = read;
    if (a === undefined || b === undefined) return;
    if (a === b) report(inside(spot, 'b'), 'id-duplicate', { id: b, first: 'a' });
    // In one circle a pair is the same whoever is named first.
    else given.claim(sided === 'one' && b < a ? `${b} – ${a}` : `${a} – ${b}`, spot, spot);
  });
  return list<Pair, ReadingFaultCode>(one);
}

const capacity: Reader<ReadonlyMap<string, number>> = (value, spot) => {
  const given = fields(value, spot);
  if (given === undefined) return undefined;
  const room = number({ least: 0, most: mostRoom, whole: true });
  return new Map(Object.entries(given).flatMap(([id, of]) => { const read = room(of, inside(spot, id)); return read === undefined ? [] : [[id, read] as const]; }));
};

export function readMatching(value: unknown): Read<MatchingDocument, ReadingFaultCode> {
  const { root, faults } = startReading<ReadingFaultCode>();
  if (otherFormat(value, matchingFormat, root)) return { ok: false, faults };
  const sided = sides.find((one) => one === (value as { readonly sided?: unknown } | null)?.sided) ?? 'two';
  const read = object<Document, ReadingFaultCode>({ regiekompas: required(header(matchingFormat)), pairs: required(pairs(sided)), capacity: optional(capacity), sided: optional(oneOf(sides)) })(value, root);
  if (read === undefined || faults.length > 0) return { ok: false, faults };
  return { ok: true, value: { problem: { pairs: read.pairs, capacity: read.capacity ?? new Map() }, sided } };
}
