/** AUD-5 and AUD-6: what every operation leaves in the log, and what happens when the log is away. Read from the list of operations. */
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { roles } from '../../src/capabilities/identity/public.ts';
import { operations } from '../../src/entry/operations.ts';
import { gathered } from '../../src/entry/slices.ts';
import { serve } from '../../src/faces/serve.tsx';
import type { Leaf } from '../../src/platform/audit/event.ts';
import type { Traces } from '../../src/platform/audit/traces.ts';
import { eachDatabase, freshDatabase } from '../../src/platform/database/testing/fresh-database.ts';
import type { Operation } from '../../src/platform/operation.ts';
import { easyProvider } from './easy-provider.ts';
import { type Asking, changesOf, readsOf } from './requests.ts';
import { type Addressed, rightRequest, type Stage } from './right-requests.ts';
import { importDocument, smallExample } from './scene.ts';
import { type Browser, browser, firstPerson, invited, provoked, reaching, settingOn, type Setting, signedIn } from './visitor.ts';

/** Lead who asks out, or to another organisation; what is asked after them would be somebody else's. */
const leadsAway = new Set(['landscape.open-example', 'identity.sign-out', 'identity.switch-organisation']);
const isTraced = ({ effect }: Operation): boolean => effect.kind !== 'read';
const isAnonymous = ({ effect }: Operation): boolean => effect.kind === 'change' && effect.anonymous === true;
const traced = operations.filter(isTraced);
const untraced = operations.filter((operation) => !isTraced(operation));
const sample = (kind: 'change' | 'sensitive-read', name: string): Operation => operations.find((one) => one.name === name && one.effect.kind === kind) as Operation;

const send = (who: Browser, { method, path, body }: Addressed): Promise<Response> => (path.startsWith('/v1') ? who.send(method, path, body) : who.get(path));

/** A form is only looked at: it does what it is about when it is sent. */
function outcomeOf(operation: Operation, { path }: Asking, status: number): 'done' | 'refused' | null {
  if (!isTraced(operation)) return null;
  if (status === 403) return isAnonymous(operation) ? null : 'refused';
  return status < 300 && (operation.effect.kind === 'sensitive-read' || path.startsWith('/v1')) ? 'done' : null;
}

type Left = { readonly status: number; readonly said: string; readonly found: readonly Leaf[] };
type Record = Traces['record'];

describe.each(eachDatabase)('on %s', (kind) => {
  const at = freshDatabase(kind);
  let stage: Stage;
  let reader: Browser;
  let ids: Parameters<typeof readsOf>[1];
  const leaves = async (): Promise<Map<string, Leaf>> => new Map((await sql<{ id: string; leaf: string }>`select id, leaf from audit_event`.execute(at.db)).rows.map(({ id, leaf }) => [id, JSON.parse(leaf) as Leaf]));

  beforeAll(async () => {
    const setting = reaching(settingOn(at, operations, undefined, easyProvider));
    const first = await firstPerson(setting);
    await importDocument(first, smallExample);
    const everything = await invited(setting, first, 'Alles', roles.filter((role) => role !== 'partner'));
    reader = await invited(setting, first, 'Lezer', ['reader']);
    stage = { db: at.db, setting, operations, first, everything };
    ids = { texts: ['zaaksysteem'], uuids: [[...(await leaves()).keys()][0] as string], numbers: ['1'] };
  });

  const counted = { done: 0, refused: 0, none: 0 };

  async function left(doing: () => Promise<Response>): Promise<Left> {
    const before = await leaves();
    const answer = await doing();
    const said = answer.ok ? '' : await answer.text();
    return { status: answer.status, said, found: [...(await leaves())].flatMap(([id, leaf]) => (before.has(id) ? [] : [leaf])) };
  }

  /** Their own id; of an anonymous change nobody's, and of what nobody has to sign in for perhaps nobody's. */
  async function isKnown({ actor }: Leaf, operation: Operation): Promise<boolean> {
    if (isAnonymous(operation)) return actor === 'anonymous';
    if (actor === 'nobody') return operation.permission === 'anyone';
    return (await sql`select 1 from person where id::text = ${actor}`.execute(at.db)).rows.length === 1;
  }

  /** What is wrong with these entries, or null. */
  async function wrongWith(operation: Operation, found: readonly Leaf[], outcome: 'done' | 'refused' | null): Promise<readonly Leaf[] | null> {
    counted[outcome ?? 'none'] += 1;
    const expected = outcome === null ? [] : [[operation.name, outcome]];
    if (JSON.stringify(found.map(({ action, outcome: was }) => [action, was])) !== JSON.stringify(expected)) return found;
    return (await Promise.all(found.map((leaf) => isKnown(leaf, operation)))).every(Boolean) ? null : found;
  }

  /** All rows of all tables, in one line each. */
  async function everyRow(): Promise<readonly string[]> {
    const { rows } = await sql<{ name: string }>`select relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and c.relkind = 'r' order by 1`.execute(at.db);
    const tables = rows.map(({ name }) => sql`select ${name} || ' ' || t::text as row from ${sql.table(name)} t`);
    return (await sql<{ row: string }>`select row from (${sql.join(tables, sql` union all `)}) as every order by 1`.execute(at.db)).rows.map(({ row }) => row);
  }

  /** Reading the log still works; it only takes nothing more. */
  async function whileTheLogIsAway<Outcome>(doing: () => Promise<Outcome>): Promise<Outcome> {
    await sql`alter table audit_event add constraint takes_nothing check (false) not valid`.execute(at.db);
    return provoked(stage.setting, doing).finally(() => sql`alter table audit_event drop constraint takes_nothing`.execute(at.db));
  }

  it.each(traced)('AUD-6 $name is not done while the log takes nothing; AUD-5 then it is, and leaves one entry with who did it', async (operation) => {
    const { who, request } = await rightRequest(stage, operation);
    const before = await everyRow();
    const away = await whileTheLogIsAway(() => send(who, request));
    expect([away.status, away.headers.get('retry-after')]).toEqual([503, expect.any(String)]);
    expect(await everyRow()).toEqual(before);
    const { status, found, said } = await left(() => send(who, request));
    expect([said, status], `Give ${operation.name} its right input in right-requests.ts`).toEqual(['', 200]);
    expect(await wrongWith(operation, found, 'done')).toBeNull();
  });

  /** As a page and by REST, the first way and the last: without and with what may be asked. */
  function askedOf(operation: Operation): Asking[] {
    const all = [...readsOf(operation, ids), ...changesOf(operation, ids, {})];
    const [pages, routes] = [all.filter(({ path }) => !path.startsWith('/v1')), all.filter(({ path }) => path.startsWith('/v1'))];
    return [...new Set([pages.at(0), pages.at(-1), routes.at(0), routes.at(-1)])].filter((one) => one !== undefined);
  }

  it.each(operations.filter(({ name }) => !leadsAway.has(name)))('AUD-5 $name leaves one entry when it is done or refused and none otherwise, on a page and by REST, whoever asks', { timeout: 60_000 }, async (operation) => {
    const wrong: unknown[] = [];
    for (const who of [browser(stage.setting), reader, stage.everything]) {
      for (const request of askedOf(operation)) {
        const { status, found } = await left(() => send(who, request));
        const entries = await wrongWith(operation, found, outcomeOf(operation, request, status));
        if (entries !== null) wrong.push([`${request.method} ${request.path} answers ${status}`, entries]);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('AUD-5 that was asked of many that were done, of many that were refused, and of many that leave nothing', () => {
    expect(counted.done).toBeGreaterThan(traced.length);
    expect(counted.refused).toBeGreaterThan(traced.length);
    expect(counted.none).toBeGreaterThan(operations.length);
  });

  it('what it happened to has a name that people know, in the list of the log', async () => {
    const kinds = new Set([...(await leaves()).values()].map(({ object }) => object.split('/')[0] as string));
    expect([...kinds].filter((one) => !(one in gathered.objects)), 'Name these under `objects` in the slice.ts of their slice').toEqual([]);
  });

  it('AUD-6 what needs no entry is still read while the log takes nothing', { timeout: 60_000 }, async () => {
    const asked = untraced.flatMap((operation) => readsOf(operation, ids)).filter(({ id }) => id === null);
    const statuses = async (): Promise<readonly (readonly [string, number])[]> => {
      const all: [string, number][] = [];
      for (const request of asked) all.push([`${request.method} ${request.path}`, (await send(stage.everything, request)).status]);
      return all;
    };
    const before = await statuses();
    expect(before.filter(([, status]) => status === 200).length).toBeGreaterThan(untraced.length);
    expect(await whileTheLogIsAway(statuses)).toEqual(before);
  });

  /** A server whose log is kept wrongly. */
  const wrongly = (record: (own: Record) => Record): Setting => {
    const { world, ...site } = stage.setting.site;
    const own = { ...site, world: { ...world, traces: { ...world.traces, record: record(world.traces.record) } } };
    return { ...stage.setting, site: own, app: serve(own) };
  };
  const changed = sample('change', 'landscape.add-system');
  const looked = sample('sensitive-read', 'landscape.export-json');
  const mutants: readonly (readonly [string, (own: Record) => Record])[] = [
    ['is left out', () => async () => ''],
    ['is there twice', (own) => async (db, event) => (await own(db, event), own(db, event))],
    ['does not say who', (own) => (db, event) => own(db, { ...event, person: null })],
    ['says another operation', (own) => (db, event) => own(db, { ...event, operation: 'another.did-it' })],
  ];
  it.each(mutants)('AUD-5 an entry that %s is noticed, of a change and of a read', async (_, record) => {
    const setting = wrongly(record);
    const who = await signedIn(setting, 'alles@example.nl');
    for (const operation of [changed, looked]) {
      const { request } = await rightRequest(stage, operation);
      const { status, found } = await left(() => send(who, request));
      expect([status, await wrongWith(operation, found, 'done')]).toEqual([200, expect.any(Array)]);
    }
  });

  it('AUD-6 a server that goes on without its log is noticed', async () => {
    const who = await signedIn(wrongly(() => async () => ''), 'alles@example.nl');
    for (const operation of [changed, looked]) {
      const { request } = await rightRequest(stage, operation);
      expect((await whileTheLogIsAway(() => send(who, request))).status).toBe(200);
    }
  });
});
