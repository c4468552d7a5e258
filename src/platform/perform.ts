/**
 * Runs an operation for a visitor: may they, is the input right, do it, write it down. The one road to every
 * handler; no face calls one by itself.
 *
 * INVARIANT: a change and its audit entry are one transaction; the entry of a sensitive read is on disk
 * before what was read leaves.
 */
import { type Door as Face, type Outcome, subjectsOf } from './audit/event.ts';
import type { Traces } from './audit/traces.ts';
import { type Clock, dateOf } from './clock.ts';
import { type Condition, lockOrganisation } from './condition.ts';
import type { Context, Database, DocumentContext, Ids, OrganisationRef, Person, SessionDoor } from './context.ts';
import { enter, type Scope, type ScopedDatabase } from './database/scoped-database.ts';
import type { Keys } from './keys/keys.ts';
import { openVault } from './keys/open-vault.ts';
import type { Knowledge } from './knowledge/knowledge.ts';
import { inputFaults } from './input-faults.ts';
import type { Log } from './log.ts';
import type { Operation, Trace } from './operation.ts';
import { type Before, keepAnswer, type Once, takeOnce } from './once/once.ts';
import type { Outside } from './outside.ts';
import type { IdentityProvider } from './provider/identity-provider.ts';
import { decide, decideAnywhere, type Denied, type Rights, toldReason } from './permission.ts';
import { conflict, isRefusal, malformed, notConfirmed, notFound, notSignedIn, overtaken, type Refusal, Refused } from './refusal.ts';
import { doorOf, type SessionChange } from './session/door.ts';
import { isFresh, type Session } from './session/session.ts';
import type { Throttle } from './session/throttle.ts';
import { textFaults } from './text-faults.ts';
import type { Locale } from './words.ts';

/** What stays the same from request to request. */
export type World = {
  /** Reached through a scope only: nothing is asked of it outside a transaction that says for whom. */
  readonly database: ScopedDatabase;
  readonly knowledge: Knowledge;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  readonly throttle: Throttle;
  readonly keys: Keys;
  readonly outside: Outside;
  /** Hears of every change in an organisation that is not anonymous, in its transaction. */
  readonly heard: (at: Context, operation: string, object: string) => Promise<void>;
  readonly traces: Traces;
  readonly provider: IdentityProvider | null;
};

export type Visitor = {
  readonly person: Person | null;
  readonly organisation: OrganisationRef | null;
  readonly rights: Rights;
  /** Belongs to another organisation too, and so can go there. */
  readonly elsewhere: boolean;
  /** Their organisation is leaving, and nothing of it may be changed. */
  readonly isReadOnly: boolean;
  readonly locale: Locale;
  /** The session's token, if the visitor came with one. */
  readonly token: string | null;
  /** What that token stands for. */
  readonly session: Session | null;
  /** The token of a browser somebody signed in with before. */
  readonly device: string | null;
  /** The browser by a name its owner recognises. */
  readonly browser: string;
  readonly address: string;
  readonly origin: string;
  /** By which door they came, and the request's own id, for the log. */
  readonly via: Face;
  readonly request: string;
};

export type Answer = { readonly ok: true; readonly output: unknown; readonly session: SessionChange } | { readonly ok: false; readonly refusal: Refusal };

/** INVARIANT: what somebody may not know of is answered as what is not there. */
function refusalOf(denied: Denied): Refusal {
  if (denied.because === 'not-signed-in') return notSignedIn;
  const because = toldReason(denied);
  return because === null ? notFound : { refused: 'not-allowed', because };
}

const refused = (refusal: Refusal): Answer => ({ ok: false, refusal });

const scopeOf = ({ organisation, person }: Visitor): Scope => ({ organisation: organisation?.id, person: person?.id });

/** Who is nobody gets null for person and organisation; only what `anyone` may do comes that far. */
function contextOf(world: World, visitor: Visitor, db: Database, session: SessionDoor, now: Date): Context {
  const { person, organisation, rights, locale, address, origin } = visitor;
  const { knowledge, ids, throttle, traces, provider } = world;
  return { db, vault: openVault(world.keys, db), ids, knowledge, throttle, provider, witnesses: traces.witnesses, notary: traces.notary, session, address, now, today: dateOf(now), locale, rights, origin, sendsMail: world.outside.mail !== null, mayReach: world.outside.outgoing.mayReach, browser: visitor.browser, ownSession: visitor.session, person, organisation } as Context;
}

type Traced = { readonly world: World; readonly visitor: Visitor; readonly operation: Operation; readonly at: Date };

const organisationOf = (trace: Trace, visitor: Visitor): string | null => trace.organisation === undefined ? (visitor.organisation?.id ?? null) : trace.organisation;
const isAnonymous = ({ effect }: Operation): boolean => effect.kind === 'change' && effect.anonymous === true;

const write = (db: Database, { world, visitor, operation, at }: Traced, trace: Trace, outcome: Outcome): Promise<string> =>
  world.traces.record(db, {
    organisation: organisationOf(trace, visitor),
    person: trace.person ?? visitor.person?.id ?? null,
    at,
    via: visitor.via,
    operation: operation.name,
    object: trace.object,
    sensitivity: operation.effect.kind === 'sensitive-read' ? 'confidential' : 'internal',
    detail: trace.detail ?? {},
    outcome,
    purpose: trace.purpose ?? null,
    request: visitor.request,
    subjects: trace.subjects ?? subjectsOf(trace.object),
    anonymous: isAnonymous(operation),
  });

const refusedIf = <Output>(answer: Output | Refusal): Output => {
  if (isRefusal(answer)) throw new Refused(answer);
  return answer;
};

/** INVARIANT: what an operation is about is looked up and decided in the same transaction in which it is done. */
async function handled(operation: Operation, at: Context, input: unknown, found?: unknown): Promise<unknown> {
  const subject = await operation.about?.(at, input);
  if (subject === undefined) return operation.handle(at, input, found);
  if (isRefusal(subject)) return subject;
  const decision = decide(at.rights, operation.permission, subject);
  return decision.may ? operation.handle(at, input, found) : refusalOf(decision);
}

/** How a change is asked: once only, or only while something still is as it was seen. */
export type Terms = { readonly once?: Once | undefined; readonly condition?: Condition | undefined };

/** Whoever is in no organisation has nobody to be told apart from, and nothing to overwrite. */
async function agree(world: World, visitor: Visitor, db: Database, { once, condition }: Terms, now: Date): Promise<Before> {
  const { organisation, person } = visitor;
  if (organisation === null || person === null) return { kind: 'never' };
  const before: Before = once ? await takeOnce(db, { organisation: organisation.id, person: person.id }, once, now) : { kind: 'never' };
  if (before.kind !== 'never') return before;
  await lockOrganisation(db, organisation.id, condition !== undefined);
  if (condition === undefined) return before;
  return (await stillHolds(contextOf(world, visitor, db, noDoor, now), condition)) ? before : { kind: 'refused', refusal: overtaken };
}

/** False too for what is not there (any more), and for what they may not read. */
async function stillHolds(at: Context, { read: reading, given, holds }: Condition): Promise<boolean> {
  const input = reading.input.safeParse(given);
  if (!input.success || !decideAnywhere(at.rights, reading.permission).may) return false;
  const found = await handled(reading, at, input.data);
  return !isRefusal(found) && holds(reading.output.parse(found));
}

async function change(world: World, visitor: Visitor, operation: Operation, input: unknown, now: Date, terms: Terms): Promise<Answer> {
  const found = refusedIf(await operation.outside?.({ provider: world.provider, throttle: world.throttle, log: world.log, origin: visitor.origin, address: visitor.address, now }, input));
  const trace = operation.effect.kind === 'change' ? operation.effect.trace : null;
  const done = await world.database.change(scopeOf(visitor), async (db) => {
    const before = await agree(world, visitor, db, terms, now);
    if (before.kind === 'refused') throw new Refused(before.refusal);
    if (before.kind === 'answered') return { output: before.answer, left: [], session: null };
    const door = doorOf(db, world.ids, visitor, now);
    const at = contextOf(world, visitor, db, door, now);
    const output = operation.output.parse(refusedIf(await handled(operation, at, input, found)));
    const left = [trace?.(input, output) ?? []].flat();
    for (const [index, one] of left.entries()) {
      // Across organisations: each is told of what was done in it.
      if (index > 0 && one.organisation !== undefined) await enter(db, { organisation: one.organisation, person: one.person });
      await write(db, { world, visitor, operation, at: now }, one, 'done');
      if (visitor.organisation && organisationOf(one, visitor) === visitor.organisation.id && !isAnonymous(operation)) await world.heard(at, operation.name, one.object);
    }
    if (terms.once && visitor.organisation && visitor.person) await keepAnswer(db, { organisation: visitor.organisation.id, person: visitor.person.id }, terms.once, output);
    return { output, left, session: door.change() };
  });
  for (const organisation of new Set(done.left.map((one) => organisationOf(one, visitor)))) world.traces.written(organisation);
  return { ok: true, output: done.output, session: done.session };
}

const shut = (): Promise<never> => Promise.reject(new Error('Only a change may begin or end a session.'));
const noDoor: SessionDoor = { open: shut, moveTo: shut, confirm: shut, close: shut, isKnownDevice: shut };

const readOnly = <Output>(world: World, visitor: Visitor, now: Date, read: (at: Context) => Promise<Output>): Promise<Output> =>
  world.database.read(scopeOf(visitor), (db) => read(contextOf(world, visitor, db, noDoor, now)));

/** A document operation has no database, by type and in truth. */
const onDocuments = ({ knowledge }: World, { locale }: Visitor, now: Date): Context => ({ knowledge, now, today: dateOf(now), locale }) satisfies DocumentContext as Context;

/** In a transaction of its own, which is committed when this returns. */
async function leave(traced: Traced, trace: Trace, outcome: Outcome): Promise<void> {
  const { world, visitor } = traced;
  await world.database.change(scopeOf(visitor), (db) => write(db, traced, trace, outcome));
  world.traces.written(organisationOf(trace, visitor));
}

async function read(world: World, visitor: Visitor, operation: Operation, input: unknown, now: Date): Promise<Answer> {
  const given = operation.command
    ? await operation.handle(onDocuments(world, visitor, now), input)
    : await readOnly(world, visitor, now, (at) => handled(operation, at, input));
  const output = operation.output.parse(refusedIf(given));
  if (operation.effect.kind === 'sensitive-read') await leave({ world, visitor, operation, at: now }, operation.effect.trace(input, output), 'done');
  return { ok: true, output, session: null };
}

/** An attempt on what is not theirs is worth knowing; what is nobody's business to read is not worth a line, and what is anonymous stays so. */
async function noteAttempt(world: World, visitor: Visitor, operation: Operation): Promise<void> {
  if (operation.effect.kind === 'read' || isAnonymous(operation)) return;
  await leave({ world, visitor, operation, at: world.clock.now() }, { object: `operation/${operation.name}` }, 'refused');
}

const leavingNow = conflict({
  nl: 'Uw organisatie vertrekt en is alleen nog te lezen. Wie het vertrek heeft ingezet, kan het afbreken bij “Vertrek”.',
  en: 'Your organisation is leaving and can only be read. Whoever began that can call it off under “Leaving”.',
});
/** What somebody does as themselves, or for the platform, is not a change of the organisation. */
const isOfTheOrganisation = ({ permission, effect }: Operation): boolean => effect.kind === 'change' && permission !== 'anyone' && permission !== 'signed-in' && !permission.startsWith('platform:');
const isClosed = ({ isReadOnly }: Visitor, operation: Operation): boolean => isReadOnly && isOfTheOrganisation(operation) && operation.whileLeaving !== true;

const asksProof = ({ stepUp }: Operation, { rights }: Visitor): boolean => stepUp === true || (stepUp === 'in-person' && rights.limit === null);

/** Null when the visitor may. */
async function refusalFor(world: World, visitor: Visitor, operation: Operation): Promise<Refusal | null> {
  const decision = operation.about ? decideAnywhere(visitor.rights, operation.permission) : decide(visitor.rights, operation.permission);
  if (!decision.may && decision.because !== 'not-signed-in') await noteAttempt(world, visitor, operation);
  if (!decision.may) return refusalOf(decision);
  if (isClosed(visitor, operation)) return leavingNow;
  return asksProof(operation, visitor) && !isFresh(visitor.session, world.clock.now()) ? notConfirmed : null;
}

const caught = (error: unknown): Answer => {
  if (error instanceof Refused) return refused(error.refusal);
  throw error;
};

/** @throws whatever is a defect. Everything a visitor can cause comes back as a refusal. */
export async function perform(world: World, visitor: Visitor, operation: Operation, given: unknown, terms: Terms = {}): Promise<Answer> {
  const refusal = await refusalFor(world, visitor, operation);
  if (refusal) return refused(refusal);
  const unkeepable = textFaults(given);
  if (unkeepable.length > 0) return refused(malformed(...unkeepable));
  const parsed = operation.input.safeParse(given);
  if (!parsed.success) return refused(malformed(...inputFaults(parsed.error.issues, given)));
  const now = world.clock.now();
  const answer = operation.effect.kind === 'change' ? change(world, visitor, operation, parsed.data, now, terms) : read(world, visitor, operation, parsed.data, now);
  return answer.catch(caught);
}

/** What a form starts with, read under the permission of the operation it belongs to. */
export async function performLoad<Start>(world: World, visitor: Visitor, operation: Operation, load: (at: Context) => Promise<Start | Refusal>): Promise<{ ok: true; start: Start } | { ok: false; refusal: Refusal }> {
  const refusal = await refusalFor(world, visitor, operation);
  if (refusal) return { ok: false, refusal };
  const start = await readOnly(world, visitor, world.clock.now(), load);
  return isRefusal(start) ? { ok: false, refusal: start } : { ok: true, start };
}
