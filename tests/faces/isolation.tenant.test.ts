/**
 * Everything that reads × somebody of another organisation and nobody, with and without this organisation's ids:
 * nothing of it comes back, in body or headers, and what is another's looks like what never was. The list is
 * read from the operations: a new one is in it by being declared.
 */
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { operations } from '../../src/entry/operations.ts';
import { eachDatabase, freshDatabase } from '../../src/platform/database/testing/fresh-database.ts';
import { defineOperation, type Operation } from '../../src/platform/operation.ts';
import { conflict, notFound } from '../../src/platform/refusal.ts';
import { type Asking, changesOf, readsOf } from './requests.ts';
import { rowsOf, sharedId, tenantTables, type Two, twoOrganisations } from './two-organisations.ts';
import { type Browser, browser, queriesOf, signedIn, unwalled } from './visitor.ts';

/** Filled in by the stranger at home they are found; only what is not there looks like what never was. */
const isForeign = (id: string | null): id is string => id !== null && id !== sharedId;
/** The same kind of id, of nothing. */
const isDigits = (id: string): boolean => /^\d+$/.test(id);
const neverOf = (id: string): string => (isDigits(id) ? `${id}000` : `${id.slice(0, -1)}${id.endsWith('0') ? '1' : '0'}`);

const send = (who: Browser, { method, path, body }: Asking): Promise<Response> => (path.startsWith('/v1') ? who.send(method, path, body) : who.get(path));
const asking = ({ method, path }: Asking): string => `${method} ${path}`;
/** An answer may repeat what was asked; the log of the stranger's own organisation keeps what they asked before. */
const keepsWhatWasAsked = new Set(['traces.list-events']);
const echoesOf = ({ operation, id }: Asking, { ids }: Two): readonly string[] => [...(keepsWhatWasAsked.has(operation) ? ids.uuids : []), ...(id === null ? [] : [id])];

type Answer = { readonly status: number; readonly text: string; readonly headers: string; readonly queries: number };

async function answerTo(who: Browser, request: Asking, echoes: readonly string[]): Promise<Answer> {
  const answer = await send(who, request);
  const withoutEcho = (text: string): string => echoes.reduce((left, id) => (isDigits(id) ? left.replaceAll(/\d+/g, '…') : left.replaceAll(id, '…')), text);
  return { status: answer.status, text: withoutEcho(await answer.text()), headers: withoutEcho(JSON.stringify([...answer.headers])), queries: queriesOf(answer) };
}

function leaksOf(request: Asking, { status, text, headers }: Answer, { secrets }: Two): string[] {
  const found = secrets.find((secret) => `${text}\n${headers}`.toLowerCase().includes(secret));
  return [...(status >= 500 ? [`${asking(request)} breaks: ${status}`] : []), ...(found === undefined ? [] : [`${asking(request)} tells ${found}`])];
}

const withId = (path: string, id: string, other: string): string => path.split(/([/?=&])/).map((part) => (part === encodeURIComponent(id) ? encodeURIComponent(other) : part)).join('');

/** IDN-2: where an id of another looks unlike an id of nothing: in status, body or how many queries it took. */
async function tellsApart(request: Asking, theirs: Answer, who: Browser): Promise<string[]> {
  const [id, none] = [request.id as string, neverOf(request.id as string)];
  const never = await answerTo(who, { ...request, id: none, path: withId(request.path, id, none) }, [none]);
  if (theirs.status === never.status && theirs.text === never.text && Object.is(theirs.queries, never.queries)) return [];
  return [`${asking(request)}: ${theirs.status} after ${theirs.queries} queries, and ${never.status} after ${never.queries} for what never was`];
}

/** All that is wrong with these answers to this visitor, each as a sentence. */
async function wrongWith(requests: readonly Asking[], who: Browser, two: Two): Promise<string[]> {
  const wrong: string[] = [];
  for (const request of requests) {
    const answer = await answerTo(who, request, echoesOf(request, two));
    wrong.push(...leaksOf(request, answer, two), ...(isForeign(request.id) ? await tellsApart(request, answer, who) : []));
  }
  return wrong;
}

const plain = (requests: readonly Asking[]): Asking[] => requests.filter(({ id }) => id === null);
const filled = (requests: readonly Asking[]): Asking[] => requests.filter(({ id }) => id !== null);

const input = z.strictObject({ id: z.string() });
/** A table that no operation fills in an organisation of somebody's own: an example is an organisation by itself. */
/** What only the keeper of the log writes, which does not run here; and what only who leaves has, after which nothing more is written. */
const nothingWrites = new Set(['landscape_example', 'leaving', 'destruction', 'audit_entry', 'audit_log', 'audit_tile', 'audit_checkpoint', 'audit_cosignature']);

/** Each does what no operation may: a list, a document by id, a difference between foreign and unknown. */
const leaky: readonly Operation[] = [
  defineOperation({
    name: 'leaky.list-systems', title: { nl: 'Lek', en: 'Leak' }, permission: 'landscape:read', input: z.strictObject({}), output: z.unknown(), effect: { kind: 'read' },
    handle: async (at) => ({ systems: (await sql`select body from landscape_item where kind = 'systems'`.execute(at.db)).rows }),
  }),
  defineOperation({
    name: 'leaky.show-system', title: { nl: 'Lek', en: 'Leak' }, permission: 'landscape:read', input, output: z.unknown(), effect: { kind: 'read' }, rest: { method: 'GET', path: '/leaky-systems/{id}' },
    handle: async (at, { id }) => (await sql`select body from landscape_item where id = ${id}`.execute(at.db)).rows[0] ?? notFound,
  }),
  defineOperation({
    name: 'leaky.tell-apart', title: { nl: 'Lek', en: 'Leak' }, permission: 'landscape:read', input, output: z.unknown(), effect: { kind: 'read' }, rest: { method: 'GET', path: '/leaky-ids/{id}' },
    handle: async (at, { id }) => ((await sql`select 1 from landscape_item where id = ${id}`.execute(at.db)).rows.length > 0 ? conflict({ nl: 'Niet van u.', en: 'Not yours.' }) : notFound),
  }),
  defineOperation({
    name: 'leaky.show-publicly', title: { nl: 'Lek', en: 'Leak' }, permission: 'anyone', input: z.strictObject({}), output: z.unknown(), effect: { kind: 'read' },
    handle: async (at) => (await sql`select name from organisation`.execute(at.db)).rows,
  }),
];

/** Right inputs for changes, so that it is not their form that stops the stranger. */
const bodies: Readonly<Record<string, unknown>> = {
  'identity.change-roles': { roles: ['reader'] },
  'identity.save-directoryuser': { userName: 'x' },
  'identity.save-directorygroup': { displayName: 'x' },
  'identity.rename-part': { name: 'x' },
  'identity.give-partrole': { role: 'reader', part: '0190a000-0000-7000-8000-000000000000', reason: 'x' },
  'identity.withdraw-partrole': { role: 'reader', part: '0190a000-0000-7000-8000-000000000000' },
  'identity.clear-member': { clearance: 'secret' },
  'landscape.save-system': { name: 'x', recovery: 'unknown' },
  'landscape.save-service': { name: 'x', criticality: 'normal' },
  'landscape.save-dataset': { name: 'x', classification: 'regular' },
  'landscape.save-provider': { name: 'x', country: 'NL' },
  'landscape.save-layer': { responsible: 'x' },
  'frameworks.add-criterion': { name: 'x' },
  'experiments.give-room': { sponsor: '0190a000-0000-7000-8000-000000000000', room: 'Een dag in de week.', bounds: 'Geen echte gegevens.', until: '2027-01-01' },
  'experiments.refuse-experiment': { refusal: 'Dit past niet bij ons.' },
  'experiments.tell-outcome': { tried: 'Wij deden het zo.', seen: 'Wij zagen dit gebeuren.', learned: 'Wij leerden hiervan veel.', ending: 'stop' },
  'participation.support-idea': { supports: true },
  'participation.reply-idea': { text: 'x' },
  'participation.take-up-idea': { ownerRole: 'cio', owner: '0190a000-0000-7000-8000-000000000000', answerBy: '2026-12-01' },
  'participation.answer-idea': { answer: 'no', reason: 'Dit past niet bij ons.' },
  'participation.tell-outcome': { outcome: 'Het heeft geholpen.' },
  'participation.paraphrase-idea': { paraphrase: 'Iemand zag iets gebeuren.' },
};

// What keeps organisations apart is our SQL, the same for every database; once is enough for so many requests.
const kind = eachDatabase.at(-1);

describe(`on ${kind}`, () => {
  const at = freshDatabase(kind);
  let two: Two;
  const readsOfAll = (list: readonly Operation[]): Asking[] => list.flatMap((operation) => readsOf(operation, two.ids));
  beforeAll(async () => {
    two = await twoOrganisations(at, [...operations, ...leaky]);
  });

  it('both organisations have something in every table; else nothing below means anything', async () => {
    const own = await rowsOf(at, two.ids.organisation);
    expect(Object.keys(own).length).toBeGreaterThan(5);
    // A table that is empty here: add a step to `seed` in two-organisations.ts.
    expect(Object.entries(own).flatMap(([table, rows]) => (rows.length === 0 && !nothingWrites.has(table) ? [table] : []))).toEqual([]);
    expect([...nothingWrites].filter((table) => own[table]?.length !== 0)).toEqual([]);
    expect(two.ids.uuids.length).toBeGreaterThan(4);
  });

  it('the owner does see what is marked', async () => {
    expect((await wrongWith(plain(readsOfAll(operations)), two.owner, two)).length).toBeGreaterThan(5);
  });

  it('a stranger gets nothing, asking nothing in particular', async () => {
    expect(await wrongWith(plain(readsOfAll(operations)), two.outsider, two)).toEqual([]);
  });

  it.each(operations)('a stranger gets nothing out of $name with ids from here', async (operation) => {
    expect(await wrongWith(filled(readsOf(operation, two.ids)), two.outsider, two)).toEqual([]);
  });

  it('nobody gets nothing', async () => {
    const ids = { texts: two.ids.texts.slice(0, 1), uuids: two.ids.uuids.slice(0, 1), numbers: two.ids.numbers };
    expect(await wrongWith(operations.flatMap((operation) => readsOf(operation, ids)), browser(two.setting), two)).toEqual([]);
  });

  it('a stranger gets nothing by our queries alone, without the wall of the database', async () => {
    expect(await wrongWith(plain(readsOfAll(operations)), await signedIn(unwalled(two.setting, at), 'vreemd@example.nl'), two)).toEqual([]);
  });

  it('a leak in our queries would be seen: in a list, by id, in telling apart, and to nobody', async () => {
    const [list, show, apart, openly] = leaky.map((operation) => readsOf(operation, two.ids)) as [Asking[], Asking[], Asking[], Asking[]];
    const setting = unwalled(two.setting, at);
    const outsider = await signedIn(setting, 'vreemd@example.nl');
    expect(await wrongWith(list, outsider, two)).toEqual([expect.stringMatching(/^GET \/operations\/.* tells kanariegeel$/), expect.stringMatching(/^GET \/v1\/.* tells kanariegeel$/)]);
    expect(await wrongWith(show, outsider, two)).toContainEqual(expect.stringContaining('tells kanariegeel'));
    expect(await wrongWith(apart, outsider, two)).toContainEqual(expect.stringMatching(/409 after \d+ queries, and 404 after \d+ for what never was/));
    expect(await wrongWith(openly, browser(setting), two)).not.toEqual([]);
  });

  it('behind the wall the same leaks tell nothing', async () => {
    for (const operation of leaky) {
      expect(await wrongWith(readsOf(operation, two.ids), two.outsider, two)).toEqual([]);
      expect(await wrongWith(readsOf(operation, two.ids), browser(two.setting), two)).toEqual([]);
    }
  });

  it('a stranger changes nothing here', { timeout: 120_000 }, async () => {
    const before = await rowsOf(at, two.ids.organisation);
    const changes = operations.flatMap((operation) => changesOf(operation, two.ids, bodies)).filter(({ id }) => id === null || isForeign(id));
    expect(changes.length).toBeGreaterThan(20);
    expect(await wrongWith(changes, two.outsider, two)).toEqual([]);
    expect(await rowsOf(at, two.ids.organisation)).toEqual(before);
  });

  it('IDN-2: a partner, with an agreement in force, gets nothing but that agreement', { timeout: 120_000 }, async () => {
    const { code } = (await (await two.outsider.send('GET', '/v1/agreements')).json()) as { code: string };
    const { id } = (await (await two.owner.send('POST', '/v1/agreements', { partner: code, partnerName: 'Elders', programme: 'samen', upTo: 'confidential', until: '2030-12-31' })).json()) as { id: string };
    expect((await two.outsider.send('POST', `/v1/agreements/${id}/_accept`)).status).toBe(200);
    const others = operations.filter(({ name }) => !name.startsWith('partnership.'));
    const ids = { texts: two.ids.texts.slice(0, 1), uuids: two.ids.uuids.slice(0, 1), numbers: two.ids.numbers };
    expect(await wrongWith(others.flatMap((operation) => readsOf(operation, ids)), two.outsider, two)).toEqual([]);
  });

  it('cannot switch to an organisation they are no member of', async () => {
    expect((await two.outsider.send('PUT', '/v1/session/organisation', { organisation: two.ids.organisation })).status).toBe(404);
  });

  it('every tenant table leads its primary key with the organisation', async () => {
    const { rows } = await sql<{ table: string; first: string }>`
      select c.relname as table, a.attname as first from pg_index i join pg_class c on c.oid = i.indrelid join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
      join pg_namespace n on n.oid = c.relnamespace where i.indisprimary and n.nspname = 'public'
      and exists (select 1 from pg_attribute o where o.attrelid = c.oid and o.attname = 'organisation_id')`.execute(at.db);
    expect(rows.map(({ table }) => table).toSorted()).toEqual(await tenantTables(at));
    expect(rows.filter(({ first }) => first !== 'organisation_id')).toEqual([]);
  });
});
