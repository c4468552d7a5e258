/**
 * Reads the log: by moment, by what was done, by what it was done to, and what concerns oneself. INVARIANT: never by
 * who did it; a log that answers "what did this employee do" is a means to watch people (decision 0092).
 */
import { sql } from 'kysely';
import type { Database } from '../context.ts';
import type { Opened, ToOpen, Vault } from '../keys/vault.ts';
import { commitmentTo, type Leaf } from './event.ts';
import { placeOf } from './record-event.ts';
import { tables } from './tables.ts';

export type Filter = { readonly operation?: string | undefined; readonly object?: string | undefined; readonly from?: Date | undefined; readonly until?: Date | undefined };
/** `before` is the id of the last event of the page before. */
export type PageOf = { readonly before?: string | undefined; readonly size: number };

/** `erased`: the key to it was destroyed. `unreadable`: it does not open, or is not what the leaf says it is. */
export type ShownDetail = { readonly kind: 'none' | 'erased' | 'unreadable' } | { readonly kind: 'open'; readonly said: Readonly<Record<string, unknown>> };
/** `index` is null until the event has its place in the tree. */
export type ListedEvent = { readonly leaf: Leaf; readonly text: string; readonly log: string | null; readonly index: number | null; readonly detail: ShownDetail };

const heartbeat = 'log.heart-beat';
const columns = ['audit_event.id', 'audit_event.leaf', 'audit_event.log', 'audit_event.leaf_index', 'audit_detail.sealed'] as const;

/** An anonymous event is there only when it is in the tree, with others of its kind. */
const shownEvents = (db: Database, organisation: string) =>
  tables(db)
    .selectFrom('audit_event')
    .leftJoin('audit_detail', (join) => join.onRef('audit_detail.organisation_id', '=', 'audit_event.organisation_id').onRef('audit_detail.event_id', '=', 'audit_event.id'))
    .select(columns)
    .where('audit_event.organisation_id', '=', organisation)
    .where(({ or, eb }) => or([eb('audit_event.anonymous', '=', false), eb('audit_event.leaf_index', 'is not', null)]));

type Row = { id: string; leaf: string; log: string | null; leaf_index: number | null; sealed: string | null };

function detailFrom(opened: Opened, { c }: Leaf): ShownDetail {
  if (opened.kind !== 'open') return { kind: opened.kind === 'erased' ? 'erased' : 'unreadable' };
  const detail = JSON.parse(opened.text) as { salt: string; text: string };
  return commitmentTo(detail) === c ? { kind: 'open', said: JSON.parse(detail.text) as Record<string, unknown> } : { kind: 'unreadable' };
}

async function opened(vault: Vault, organisation: string, rows: readonly Row[]): Promise<ListedEvent[]> {
  const sealed: ToOpen[] = rows.flatMap(({ id, sealed: text }) => (text === null ? [] : [{ place: placeOf(organisation, id), sealed: text }]));
  const answers = sealed.length === 0 ? [] : await vault.openAll(sealed);
  const details = new Map(sealed.map(({ place }, at) => [place.row, answers[at] as Opened]));
  return rows.map(({ id, leaf: text, log, leaf_index }) => {
    const leaf = JSON.parse(text) as Leaf;
    const answer = details.get(id);
    const detail: ShownDetail = answer ? detailFrom(answer, leaf) : { kind: leaf.c === null ? 'none' : 'unreadable' };
    return { leaf, text, log, index: leaf_index, detail };
  });
}

/** Newest first. */
export async function listEvents(db: Database, vault: Vault, organisation: string, filter: Filter, page: PageOf): Promise<ListedEvent[]> {
  const { operation, object, from, until } = filter;
  const rows = await shownEvents(db, organisation)
    .$if(operation !== undefined, (query) => query.where('audit_event.operation', '=', operation as string))
    .$if(operation === undefined, (query) => query.where('audit_event.operation', '<>', heartbeat))
    .$if(object !== undefined, (query) => query.where('audit_event.object', '=', object as string))
    .$if(from !== undefined, (query) => query.where('audit_event.at', '>=', from as Date))
    .$if(until !== undefined, (query) => query.where('audit_event.at', '<', until as Date))
    .$if(page.before !== undefined, (query) => query.where(sql<boolean>`(audit_event.at, audit_event.id) < (select at, id from audit_event where organisation_id = ${organisation} and id = ${page.before})`))
    .orderBy('audit_event.at', 'desc')
    .orderBy('audit_event.id', 'desc')
    .limit(page.size)
    .execute();
  return opened(vault, organisation, rows);
}

export async function findEvent(db: Database, vault: Vault, organisation: string, id: string): Promise<ListedEvent | null> {
  const row = await shownEvents(db, organisation).where('audit_event.id', '=', id).executeTakeFirst();
  return row ? ((await opened(vault, organisation, [row]))[0] ?? null) : null;
}

/** Where an event stands, without opening what was said. Null until it has its place. */
export async function placeInLog(db: Database, organisation: string, id: string): Promise<{ readonly text: string; readonly log: string; readonly index: number } | null> {
  const row = await shownEvents(db, organisation).where('audit_event.id', '=', id).executeTakeFirst();
  return row === undefined || row.log === null || row.leaf_index === null ? null : { text: row.leaf, log: row.log, index: row.leaf_index };
}

/** What concerns this person, newest first. INVARIANT: asked by the person alone. */
export async function eventsAbout(db: Database, vault: Vault, organisation: string, person: string, page: PageOf): Promise<ListedEvent[]> {
  const rows = await shownEvents(db, organisation)
    .innerJoin('audit_subject', (join) => join.onRef('audit_subject.organisation_id', '=', 'audit_event.organisation_id').onRef('audit_subject.event_id', '=', 'audit_event.id'))
    .where('audit_subject.person_id', '=', person)
    .$if(page.before !== undefined, (query) => query.where('audit_event.id', '<', page.before as string))
    .orderBy('audit_event.id', 'desc')
    .limit(page.size)
    .execute();
  return opened(vault, organisation, rows);
}

export const heartbeatOperation = heartbeat;
