/** Reads a matching document, with people or with pairs that are scored already (engine.md §10): every fault at once, or what it says. */
import type { Read } from '../fault.ts';
import { line, newId } from '../reading/characters.ts';
import { header, otherFormat } from '../reading/header.ts';
import { givenIds, knownIds } from '../reading/ids.ts';
import { fields, object, optional, required } from '../reading/members.ts';
import { inside, type Reader, type ReadingFaultCode, report, type Spot, startReading } from '../reading/spot.ts';
import { distinct, list, number, oneOf, yesOrNo } from '../reading/values.ts';
import { type BuddyKind, buddyKinds, isTwoSided, type Someone, type Trait } from './people.ts';
import type { Pair, Problem } from './problem.ts';

export const matchingFormat = 'matching/1';
export const sides = ['two', 'one'] as const;
export type Sided = (typeof sides)[number];
export type MatchingDocument = { readonly problem: Problem; readonly sided: Sided } | { readonly people: readonly Someone[]; readonly kind: BuddyKind };

export type MatchingFaultCode = ReadingFaultCode | 'unknown-id' | 'circular-line' | 'no-side';

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

const hour = number({ least: 0, most: 24, whole: true });
const ids = distinct<string, MatchingFaultCode>(newId);

const traits: Reader<Someone['traits'], MatchingFaultCode> = (value, spot) => {
  const given = fields(value, spot);
  const one = object<Trait, MatchingFaultCode>({ value: required(line), use: required(yesOrNo) });
  return given && Object.fromEntries(Object.entries(given).flatMap(([name, trait]) => { const read = one(trait, inside(spot, name)); return read ? [[name, read]] : []; }));
};

type Written = Pick<Someone, 'id' | 'side' | 'hours' | 'place' | 'phase' | 'manager'> & { readonly [Member in 'seeks' | 'offers' | 'languages' | 'traits' | 'assesses' | 'avoids' | 'past' | 'capacity']?: Someone[Member] };

/** In kinds with two sides somebody is on one of them, and says on which. */
function someone(kind: BuddyKind | undefined): Reader<Someone, MatchingFaultCode> {
  const given = givenIds();
  const read = object<Written, MatchingFaultCode>({
    id: required((value, spot) => { const id = newId(value, spot); if (id !== undefined) given.claim(id, spot); return id; }),
    side: optional(oneOf(['seeks', 'offers'])), seeks: optional(distinct<string, MatchingFaultCode>(line)), offers: optional(distinct<string, MatchingFaultCode>(line)), languages: optional(distinct<string, MatchingFaultCode>(line)),
    hours: optional(object<{ from: number; to: number }, MatchingFaultCode>({ from: required(hour), to: required(hour) })), place: optional(line), phase: optional(line), traits: optional(traits), manager: optional(newId),
    assesses: optional(ids), avoids: optional(ids), past: optional(ids), capacity: optional(number({ least: 0, most: mostRoom, whole: true })),
  }, ({ side }, spot) => { if (kind !== undefined && isTwoSided(kind) && side === undefined) report(inside(spot, 'side'), 'no-side', { kind }); });
  return (value, spot) => {
    const one = read(value, spot);
    return one && { seeks: [], offers: [], languages: ['nl'], traits: {}, assesses: [], avoids: [], past: [], capacity: 1, ...one };
  };
}

/** Whoever is named is there, and nobody is above themselves. */
function checkLines(people: readonly Someone[], spot: Spot<MatchingFaultCode>): void {
  const known = new Map(people.map((one) => [one.id, one]));
  const near = knownIds(known.keys());
  people.forEach((one, at) => {
    const here = inside(inside(spot, 'people'), at);
    if (one.manager !== undefined && !known.has(one.manager)) report(inside(here, 'manager'), 'unknown-id', near.details(one.manager));
    const seen = new Set<string>();
    for (let next = one.manager; next !== undefined && !seen.has(next); next = known.get(next)?.manager) {
      if (next === one.id) { report(inside(here, 'manager'), 'circular-line', { id: one.id }); break; }
      seen.add(next);
    }
  });
}

function readPeople(value: unknown, root: Spot<MatchingFaultCode>): MatchingDocument | undefined {
  const kind = buddyKinds.find((one) => one === (value as { readonly kind?: unknown }).kind);
  const read = object<{ regiekompas: string; kind: BuddyKind; people: readonly Someone[] }, MatchingFaultCode>({ regiekompas: required(header(matchingFormat)), kind: required(oneOf(buddyKinds)), people: required(list<Someone, MatchingFaultCode>(someone(kind))) })(value, root);
  if (read?.people === undefined || read.kind === undefined) return undefined;
  checkLines(read.people, root);
  return { people: read.people, kind: read.kind };
}

export function readMatching(value: unknown): Read<MatchingDocument, MatchingFaultCode> {
  const { root, faults } = startReading<MatchingFaultCode>();
  if (otherFormat(value, matchingFormat, root)) return { ok: false, faults };
  if (typeof value === 'object' && value !== null && Object.hasOwn(value, 'people')) {
    const document = readPeople(value, root);
    return document === undefined || faults.length > 0 ? { ok: false, faults } : { ok: true, value: document };
  }
  const sided = sides.find((one) => one === (value as { readonly sided?: unknown } | null)?.sided) ?? 'two';
  const read = object<Document, ReadingFaultCode>({ regiekompas: required(header(matchingFormat)), pairs: required(pairs(sided)), capacity: optional(capacity), sided: optional(oneOf(sides)) })(value, root);
  if (read === undefined || faults.length > 0) return { ok: false, faults };
  return { ok: true, value: { problem: { pairs: read.pairs, capacity: read.capacity ?? new Map() }, sided } };
}
