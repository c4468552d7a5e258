/**
 * What happened, and the leaf that is kept of it. A leaf says who, when, what and to what in ids and codes; names,
 * addresses and whatever else people write stand beside it, sealed, and in the leaf only as a salted hash: so that
 * they can be erased while every proof goes on to hold (decision 0090).
 */
import { hash } from 'node:crypto';
import { canonicalJson, type Json } from '../transparency/canonical-json.ts';

export type Outcome = 'done' | 'refused';
/** By which door: a page, the interface for programs, the command line, or the installation by itself. */
export type Door = 'web' | 'rest' | 'command' | 'system';
/** `confidential` is what is not read without a trace. */
export type Sensitivity = 'internal' | 'confidential';

export type TracedEvent = {
  /** Null: of the installation. */
  readonly organisation: string | null;
  readonly person: string | null;
  readonly at: Date;
  readonly via: Door;
  readonly operation: string;
  /** `<kind>/<id>` */
  readonly object: string;
  readonly sensitivity: Sensitivity;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly outcome: Outcome;
  readonly purpose: string | null;
  readonly request: string | null;
  /** The persons it concerns, who may see that it happened. */
  readonly subjects: readonly string[];
  /** INVARIANT: of an anonymous event nothing is kept but the day, the operation and the kind of its object. */
  readonly anonymous: boolean;
};

export type Leaf = {
  readonly v: 1;
  readonly id: string;
  /** A moment; of an anonymous event the day. */
  readonly at: string;
  readonly org: string | null;
  /** A person's id, or `nobody`, `anonymous` or `system`. */
  readonly actor: string;
  readonly via: Door | 'anonymous';
  readonly action: string;
  readonly object: string;
  readonly class: Sensitivity;
  /** A code; `stated` when it was said in words, which stand in the detail. */
  readonly purpose: string | null;
  readonly outcome: Outcome;
  readonly req: string | null;
  /** SHA-256 over the salt and the detail, in hex; null when there is none. */
  readonly c: string | null;
};

/** `text` is what was hashed behind the salt. */
export type Detail = { readonly salt: string; readonly text: string };
export type Prepared = { readonly id: string; readonly at: Date; readonly leaf: Leaf; readonly detail: Detail | null; readonly subjects: readonly string[]; readonly anonymous: boolean };

export const saltBytes = 32;
export const commitmentTo = ({ salt, text }: Detail): string => hash('sha256', Buffer.concat([Buffer.from(salt, 'hex'), Buffer.from(text)]));
export const leafText = (leaf: Leaf): string => canonicalJson(leaf);

const isCode = (text: string): boolean => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text) && text.length <= 60;
/** An id that we or a document gave; an address, or a name with a space in it, is none. */
const isPlainObject = (object: string): boolean => /^[a-z][a-z0-9-]*\/[A-Za-z0-9][\w.:~-]{0,99}$/.test(object);
const kindOf = (object: string): string => (/^[a-z][a-z0-9-]*/.exec(object)?.[0] ?? 'thing');
const hiddenObject = (object: string, salt: string): string => `${kindOf(object)}/~${hash('sha256', `${salt}${object}`).slice(0, 32)}`;

/** What is said in words leaves the leaf and goes into the detail. */
function detailOf({ detail, object, purpose }: TracedEvent): Readonly<Record<string, unknown>> {
  return { ...detail, ...(isPlainObject(object) ? {} : { object }), ...(purpose === null || isCode(purpose) ? {} : { purpose }) };
}

const actorOf = ({ person, via }: TracedEvent): string => person ?? (via === 'system' ? 'system' : 'nobody');
const day = (at: Date): string => at.toISOString().slice(0, 10);

function anonymousEvent({ organisation, at, operation, object, outcome }: TracedEvent, id: string): Prepared {
  const leaf: Leaf = { v: 1, id, at: day(at), org: organisation, actor: 'anonymous', via: 'anonymous', action: operation, object: `${kindOf(object)}/anonymous`, class: 'confidential', purpose: null, outcome, req: null, c: null };
  return { id, at: new Date(`${day(at)}T00:00:00Z`), leaf, detail: null, subjects: [], anonymous: true };
}

const commitment = (said: Readonly<Record<string, unknown>>, salt: string): Detail | null =>
  Object.keys(said).length === 0 ? null : { salt, text: canonicalJson(JSON.parse(JSON.stringify(said)) as Json) };

function knownEvent(event: TracedEvent, id: string, salt: string): Prepared {
  const { organisation, at, via, operation, object, sensitivity, purpose, outcome, request, subjects } = event;
  const detail = commitment(detailOf(event), salt);
  const leaf: Leaf = {
    v: 1, id, at: at.toISOString(), org: organisation, actor: actorOf(event), via, action: operation,
    object: isPlainObject(object) ? object : hiddenObject(object, salt),
    class: sensitivity, purpose: purpose === null || isCode(purpose) ? purpose : 'stated', outcome, req: request,
    c: detail && commitmentTo(detail),
  };
  return { id, at, leaf, detail, subjects: [...new Set(subjects)], anonymous: false };
}

/** @param random an id without a moment in it, for what is anonymous. @param salt 32 bytes in hex. */
export const prepared = (event: TracedEvent, ids: { readonly next: string; readonly random: string }, salt: string): Prepared =>
  event.anonymous ? anonymousEvent(event, ids.random) : knownEvent(event, ids.next, salt);

/** An event on a person concerns that person. */
export const subjectsOf = (object: string): readonly string[] => {
  const [, person] = /^person\/([0-9a-f]{8}-[0-9a-f-]{27})$/.exec(object) ?? [];
  return person === undefined ? [] : [person];
};

/** What the installation itself does, outside any organisation. Without a detail, so that it needs no key. */
export const ofTheInstallation = (at: Date, operation: string, object: string): TracedEvent =>
  ({ organisation: null, person: null, at, via: 'system', operation, object, sensitivity: 'confidential', detail: {}, outcome: 'done', purpose: null, request: null, subjects: [], anonymous: false });
