/** Drives the whole server in the process, as a browser or a program would, on a fresh database. */
import type { Hono } from 'hono';
import { federation, foundOrganisation, offerSetup, provisioned, whoIs } from '../../src/capabilities/identity/public.ts';
import { bearerOf } from '../../src/capabilities/tokens/public.ts';
import { tellWebhooks } from '../../src/capabilities/webhooks/public.ts';
import { loadLibrary } from '../../src/entry/knowledge.ts';
import { operations as everyOperation } from '../../src/entry/operations.ts';
import { gathered } from '../../src/entry/slices.ts';
import { serve } from '../../src/faces/serve.tsx';
import type { Site } from '../../src/faces/site.ts';
import { openVault } from '../../src/platform/keys/open-vault.ts';
import { tracesOf } from '../../src/platform/audit/traces.ts';
import { stoppedClock } from '../../src/platform/clock.ts';
import type { Knowledge } from '../../src/platform/knowledge/knowledge.ts';
import type { Fresh } from '../../src/platform/database/testing/fresh-database.ts';
import { scopedDatabase } from '../../src/platform/database/scoped-database.ts';
import { readAssets } from '../../src/platform/http/assets.ts';
import { randomIds } from '../../src/platform/ids.ts';
import { jsonLog } from '../../src/platform/log.ts';
import { memoryKeys } from '../../src/platform/keys/testing/memory-keys.ts';
import { throttle } from '../../src/platform/session/throttle.ts';
import { nothingOutside } from '../../src/platform/outside.ts';
import type { IdentityProvider } from '../../src/platform/provider/identity-provider.ts';
import type { Operation } from '../../src/platform/operation.ts';

export type Setting = { readonly app: Hono; readonly site: Site; readonly log: string[]; readonly clock: ReturnType<typeof stoppedClock> };

let library: Knowledge | undefined;
const realLibrary = (): Knowledge => (library ??= loadLibrary());

const provoking = new WeakSet<string[]>();
/** A defect that no test asked for says so where the tests run, and not only in a log that nobody reads. */
const keepLine = (log: string[], line: string): void => {
  log.push(line);
  if ((JSON.parse(line) as { level: string }).level === 'error' && !provoking.has(log)) process.stderr.write(`${line}\n`);
};

/** For a test that makes the server fail on purpose: its errors stay in `setting.log`. */
export async function provoked<Outcome>({ log }: Setting, doing: () => Promise<Outcome>): Promise<Outcome> {
  provoking.add(log);
  return doing().finally(() => provoking.delete(log));
}

/** The whole server on this database, on 23 November 2026, with every operation and the real library; pass others where the test is about others. */
export function settingOn(at: Fresh, operations: readonly Operation[] = everyOperation, knowledge: Knowledge = realLibrary(), provider: IdentityProvider | null = null): Setting {
  const clock = stoppedClock('2026-11-23T10:00:00Z');
  const log: string[] = [];
  const keysWorld = { database: scopedDatabase(at.db), clock, ids: randomIds(clock), log: jsonLog(clock.now, (line) => keepLine(log, line)) };
  const keys = memoryKeys(keysWorld, at.db);
  const traces = tracesOf({ ids: keysWorld.ids, vaultOn: (db) => openVault(keys, db) });
  const world = { ...keysWorld, knowledge, keys, traces, throttle: throttle(), outside: nothingOutside, provider, heard: tellWebhooks };
  const site: Site = { world, operations, objects: gathered.objects, whoIs, bearerOf, federation, provisioned, paths: { start: '/start', signIn: '/sign-in', signOut: '/sign-out', confirm: '/confirm', account: '/account', organisations: '/organisations' }, assets: readAssets('/nowhere'), publicUrl: null, tellsQueries: true };
  return { app: serve(site), site, log, clock };
}

/** The same server on the same data without row-level security: what our queries are worth by themselves. */
export function unwalled({ site, ...setting }: Setting, at: Fresh): Setting {
  const own = { ...site, world: { ...site.world, database: scopedDatabase(at.db, null) } };
  return { ...setting, site: own, app: serve(own) };
}

/** So that somebody can give an address; nothing is sent, for nobody works there. */
export function reaching({ site, ...setting }: Setting): Setting {
  const outside = { ...site.world.outside, outgoing: { ...site.world.outside.outgoing, mayReach: async () => true } };
  const own = { ...site, world: { ...site.world, outside } };
  return { ...setting, site: own, app: serve(own) };
}

/** A browser: keeps cookies, sends forms from our own pages, follows nothing by itself. */
export type Browser = {
  readonly get: (path: string, headers?: Record<string, string>) => Promise<Response>;
  readonly post: (path: string, fields: Record<string, string | readonly string[] | File>, headers?: Record<string, string>) => Promise<Response>;
  readonly send: (method: string, path: string, json?: unknown, headers?: Record<string, string>) => Promise<Response>;
  /** What a program is answered. @throws when it is refused, with what was said. */
  readonly json: <Answer>(method: string, path: string, json?: unknown) => Promise<Answer>;
};

const here = 'http://localhost';

function formOf(fields: Record<string, string | readonly string[] | File>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) for (const one of [value].flat() as (string | File)[]) form.append(name, one);
  return form;
}

export function browser({ app }: Setting, language = 'en'): Browser {
  const cookies = new Map<string, string>();
  const request = async (path: string, init: RequestInit & { headers: Record<string, string> }): Promise<Response> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await app.request(`${here}${path}`, { ...init, headers: { 'accept-language': language, 'sec-fetch-site': 'same-origin', ...(cookie ? { cookie } : {}), ...init.headers } });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (/max-age=0/i.test(line)) cookies.delete(name);
      else cookies.set(name, value);
    }
    return response;
  };
  const send: Browser['send'] = (method, path, json, headers = {}) => request(path, { method, headers: { 'content-type': 'application/json', ...headers }, ...(json === undefined ? {} : { body: JSON.stringify(json) }) });
  return {
    get: (path, headers = {}) => request(path, { headers }),
    post: (path, fields, headers = {}) => request(path, { method: 'POST', body: formOf(fields), headers }),
    send,
    json: async <Answer>(method: string, path: string, json?: unknown) => {
      const response = await send(method, path, json);
      if (!response.ok) throw new Error(`${method} ${path} answers ${response.status}: ${await response.text()}`);
      return (await response.json()) as Answer;
    },
  };
}

export const password = 'a sentence that is long enough';

/** Anna, the first person: founds Waterlinde with a set-up code, and has the roles of who founds (`founderRoles`). */
export async function firstPerson(setting: Setting): Promise<Browser> {
  const { world } = setting.site;
  const code = (await world.database.change({}, (db) => offerSetup(db, world.clock.now()))) ?? '';
  const first = browser(setting);
  await first.post('/set-up', { code, organisation: 'Waterlinde', name: 'Anna', email: 'anna@example.nl', password });
  return first;
}

export async function signedIn(setting: Setting, email: string): Promise<Browser> {
  const guest = browser(setting);
  await guest.post('/sign-in', { email, password });
  return guest;
}

/** Somebody with these roles in the organisation of who invites, signed in; their address is `<name>@example.nl`. */
export async function invited(setting: Setting, by: Browser, name: string, roles: readonly string[]): Promise<Browser> {
  const invitation = (await (await by.send('POST', '/v1/invitations', { name, email: `${name.toLowerCase()}@example.nl`, roles })).json()) as { path: string };
  const guest = browser(setting);
  await guest.post('/join', { token: new URL(invitation.path, here).searchParams.get('token') ?? '', password });
  return guest;
}

/** Vreemd, with these roles in an organisation of their own (Elders) and no longer in that of who invites. */
export async function stranger(setting: Setting, by: Browser, roles: readonly string[]): Promise<Browser> {
  const guest = await invited(setting, by, 'Vreemd', ['reader']);
  const { world } = setting.site;
  const members = await by.json<{ members: { id: string; name: string }[] }>('GET', '/v1/members');
  const person = members.members.find(({ name }) => name === 'Vreemd')?.id ?? '';
  const organisation = { id: world.ids.next(), name: 'Elders' };
  await world.database.change({}, (db) => foundOrganisation(db, organisation, person, roles, world.clock.now()));
  await guest.send('PUT', '/v1/session/organisation', { organisation: organisation.id });
  await by.send('DELETE', `/v1/members/${person}`);
  await guest.post('/sign-in', { email: 'vreemd@example.nl', password });
  return guest;
}

/** How many queries an answer took, the two for the session among them. */
export const queriesOf = (response: Response): number => Number(/db;desc="(\d+)"/.exec(response.headers.get('server-timing') ?? '')?.[1]);
