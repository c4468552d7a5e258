/**
 * Two organisations with something in every table, and each thing of the first marked, so that whatever of it
 * shows up elsewhere is recognised. A slice with a table of its own adds a step to `seed`.
 */
import { sql } from 'kysely';
import type { Fresh } from '../../src/platform/database/testing/fresh-database.ts';
import { importDocument } from './scene.ts';
import { type Browser, firstPerson, invited, reaching, settingOn, type Setting, stranger } from './visitor.ts';
import { roles } from '../../src/capabilities/identity/public.ts';
import type { Operation } from '../../src/platform/operation.ts';
import { easyProvider } from './easy-provider.ts';

/** Stands in every name and id of the first organisation, and nowhere else. */
export const canary = 'Kanariegeel';
const other = 'Mussenbruin';
/** Both organisations have a system under this id: what is asked by id alone brings the wrong one. */
export const sharedId = 'gedeeld';

/** Each kind of thing, with the mark in its id and in everything people write. */
const landscapeOf = (mark: string): string => {
  const id = mark.toLowerCase();
  return JSON.stringify({
    regiekompas: 'landscape/1',
    organisation: { id: `organisatie-${id}`, name: `Gemeente ${mark}`, country: 'NL' },
    asOf: '2026-11-01',
    providers: [
      { id: `leverancier-${id}`, name: `Leverancier ${mark}`, country: 'NL', owners: [{ provider: `moeder-${id}`, share: 1 }] },
      { id: `moeder-${id}`, name: `Moeder ${mark}`, country: 'US' },
    ],
    datasets: [{ id: `gegevens-${id}`, name: `Gegevens ${mark}`, classification: 'critical' }],
    systems: [
      { id: `systeem-${id}`, name: `Systeem ${mark}`, delivery: 'saas', deployment: 'public', datasets: [`gegevens-${id}`], layers: { 1: { operator: `leverancier-${id}`, country: 'NL', responsible: `Beheer ${mark}` } } },
      { id: sharedId, name: `Gedeeld ${mark}`, delivery: 'on-premises', deployment: 'own', needs: [`systeem-${id}`] },
    ],
    services: [{ id: `dienst-${id}`, name: `Dienst ${mark}`, criticality: 'essential', maxDowntimeHours: 4, needs: [`systeem-${id}`, sharedId] }],
    contracts: [{ id: `contract-${id}`, provider: `leverancier-${id}`, systems: [`systeem-${id}`], start: '2024-01-01', end: '2027-12-31', noticeDays: 90, clauses: { 'data-in-eu': 'yes' } }],
    evidence: [{ id: `bewijs-${id}`, kind: 'document', source: `Rapport ${mark}`, on: '2026-01-01', says: { contract: `contract-${id}`, clause: 'data-in-eu', state: 'yes' } }],
  });
};
const kindsOfIds = ['leverancier', 'gegevens', 'systeem', 'dienst', 'contract', 'bewijs'] as const;

type Step = (who: Browser, mark: string) => Promise<unknown>;

/** A code of no organisation: the proposal waits. */
const nobody = '0190a000-0000-4000-8000-000000000000';

/** What somebody does so that each table has something in it. */
const seed: readonly Step[] = [
  (who) => who.send('POST', '/v1/calendar-feed'),
  async (who, mark) => {
    const made = (await (await who.send('POST', '/v1/webhooks', { url: `https://${mark.toLowerCase()}.example/`, events: ['landscape.save-dataset'] })).json()) as { id: string };
    await who.send('POST', `/v1/webhooks/${made.id}/_rotate`);
    await who.send('POST', `/v1/webhooks/${made.id}/_test`);
  },
  (who, mark) => importDocument(who, landscapeOf(mark), `${mark}.yaml`),
  (who, mark) => who.send('POST', '/v1/landscape-imports', { file: { name: `${mark}-nog-niet-toegepast.yaml`, text: landscapeOf(mark).replace(`Dienst ${mark}`, `Dienstverlening ${mark}`) } }),
  (who, mark) => who.send('POST', '/v1/invitations', { name: `Genodigde ${mark}`, email: `genodigde@${mark.toLowerCase()}.example`, roles: ['reader'] }),
  async (who, mark) => {
    const { id } = (await (await who.send('POST', '/v1/parts', { kind: 'unit', name: `Afdeling ${mark}` })).json()) as { id: string };
    const { members } = await who.json<{ members: { id: string }[] }>('GET', '/v1/members');
    await who.send('POST', `/v1/members/${members[0]?.id}/part-roles`, { role: 'reader', part: id, reason: `Vervangt iemand van ${mark}` });
  },
  (who, mark) => who.send('PUT', '/v1/group-roles', { group: `Groep ${mark}`, roles: ['reader'] }),
  async (who, mark) => {
    const { id } = (await (await who.send('POST', '/v1/directory/users', { userName: `nieuw@${mark.toLowerCase()}.example`, displayName: `Nieuw ${mark}`, externalId: `id-${mark}` })).json()) as { id: string };
    await who.send('POST', '/v1/directory/groups', { displayName: `Groep ${mark}`, members: [id] });
  },
  async (who, mark) => {
    const { ticket } = (await (await who.send('POST', '/v1/provider-visits', { purpose: 'link' })).json()) as { ticket: string };
    await who.send('POST', '/v1/session/provider', { ticket, answer: `subject=${mark}` });
  },
  (who, mark) => who.send('PUT', '/v1/conversation/answers/board/8', { answers: { 'should-we': { answer: 'yes', note: `Besproken in ${mark}` } } }),
  (who, mark) => who.send('POST', '/v1/account/tokens', { name: `Koppeling ${mark}`, scopes: ['landscape:read'], days: 30 }),
  (who, mark) => who.send('POST', '/v1/policies/strict/_adopt', { confirmed: true }, { 'idempotency-key': `adopting-${mark}` }),
  async (who, mark) => {
    const system = `systeem-${mark.toLowerCase()}`;
    await who.send('PUT', `/v1/frameworks/eu-csf-2025/systems/${system}/answers/strategic`, { answers: { 'eu-csf-2025/financing': { value: '1', reason: `Gevraagd door ${mark}` } } });
    await who.send('POST', '/v1/frameworks/eu-csf-2026/_take');
    await who.send('POST', '/v1/frameworks/woo-duties/own-criteria', { name: `Eis van ${mark}` });
  },
  (who, mark) => who.send('POST', '/v1/experiments', { title: `Proef van ${mark}`, question: `Werkt het in ${mark}?`, plan: `Zo doen wij het in ${mark}.` }),
  async (who, mark) => {
    const { id } = await who.json<{ id: string }>('POST', '/v1/ideas', { kind: 'concern', title: `Zorg van ${mark}`, body: `Wat er speelt in ${mark}` });
    await who.send('POST', `/v1/ideas/${id}/messages`, { text: `Nog iets over ${mark}` });
    await who.send('PUT', `/v1/ideas/${id}/support`, { supports: true });
    await who.send('PUT', '/v1/legal-channel', { contact: `Bureau van ${mark}` });
    await who.send('POST', '/v1/idea-entrance');
  },
  (who, mark) => who.send('POST', '/v1/agreements', { partner: nobody, partnerName: `Partner ${mark}`, programme: `programma-${mark.toLowerCase()}`, upTo: 'internal', until: '2030-12-31' }),
];

/** So that the first organisation has a change under a number that the other has not. */
const ownRevision = '3';
const oneChangeMore: Step = (who, mark) => who.send('PUT', `/v1/datasets/gegevens-${mark.toLowerCase()}`, { name: `Gegevens ${mark}`, classification: 'sensitive' });

export type Two = {
  readonly setting: Setting;
  readonly owner: Browser;
  readonly outsider: Browser;
  /** Of the first organisation: what may never reach anybody else, and the ids by which a stranger could ask. */
  readonly secrets: readonly string[];
  readonly ids: { readonly texts: readonly string[]; readonly uuids: readonly string[]; readonly numbers: readonly string[]; readonly organisation: string };
};

/** Every uuid in the rows of this organisation. */
async function uuidsOf(at: Fresh, organisation: string, tables: readonly string[]): Promise<string[]> {
  const found = new Set<string>();
  for (const table of tables) {
    const { rows } = await sql<{ text: string }>`select to_jsonb(t)::text as text from ${sql.table(table)} t where organisation_id = ${organisation}`.execute(at.db);
    for (const { text } of rows) for (const [uuid] of text.matchAll(/"([0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12})"/g)) found.add(uuid.slice(1, -1));
  }
  return [...found];
}

/** Tables whose rows belong to an organisation. */
export const tenantTables = async (at: Fresh): Promise<string[]> =>
  (await sql<{ table: string }>`select table_name as table from information_schema.columns where table_schema = 'public' and column_name = 'organisation_id' order by 1`.execute(at.db)).rows.map(({ table }) => table);

/** All rows of the organisation, as text, to see whether anything changed. Sessions come and go. */
export async function rowsOf(at: Fresh, organisation: string): Promise<Readonly<Record<string, readonly string[]>>> {
  const tables = (await tenantTables(at)).filter((table) => table !== 'session');
  const read = async (table: string) => (await sql<{ text: string }>`select to_jsonb(t)::text as text from ${sql.table(table)} t where organisation_id = ${organisation} order by 1`.execute(at.db)).rows.map(({ text }) => text);
  return Object.fromEntries(await Promise.all(tables.map(async (table) => [table, await read(table)] as const)));
}

export async function twoOrganisations(at: Fresh, operations: readonly Operation[]): Promise<Two> {
  const setting = reaching(settingOn(at, operations, undefined, easyProvider));
  const owner = await firstPerson(setting);
  await sql`update organisation set name = ${`Stad ${canary}`} where name = 'Waterlinde'`.execute(at.db);
  await sql`update person set name = ${`Anna ${canary}`} where name = 'Anna'`.execute(at.db);
  await invited(setting, owner, canary, ['reader']);
  const outsider = await stranger(setting, owner, roles);
  for (const step of seed) {
    await step(owner, canary);
    await step(outsider, other);
  }
  await oneChangeMore(owner, canary);
  // The notice of the last thing done stands on the next page; it would tell the first answer from the second.
  for (const who of [owner, outsider]) await who.get('/');
  const organisation = (await sql<{ id: string }>`select id from organisation where name = ${`Stad ${canary}`}`.execute(at.db)).rows[0]?.id ?? '';
  const vreemd = (await sql<{ id: string }>`select id from person where name = 'Vreemd'`.execute(at.db)).rows[0]?.id ?? '';
  const uuids = (await uuidsOf(at, organisation, await tenantTables(at))).filter((id) => id !== vreemd);
  const texts = [...kindsOfIds.map((kind) => `${kind}-${canary.toLowerCase()}`), sharedId];
  return { setting, owner, outsider, secrets: [canary.toLowerCase(), ...uuids], ids: { texts, uuids, numbers: [ownRevision], organisation } };
}
