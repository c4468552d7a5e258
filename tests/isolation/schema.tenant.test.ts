/** HA-7: the schema as it is has no finding, and each way to spoil it is found. IDN-3: no policy can go unnoticed. */
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../src/platform/context.ts';
import { eachDatabase, type Fresh, freshDatabase } from '../../src/platform/database/testing/fresh-database.ts';
import { migrate } from '../../src/platform/database/migrate.ts';
import { applicationRole, enter, type Scope } from '../../src/platform/database/scoped-database.ts';
import { schemaFindings } from './schema-lint.ts';

class Undone extends Error {}

/** What comes of `look` after these statements, which then never happened. */
async function after<Seen>(at: Fresh, spoil: string, look: (db: Database) => Promise<Seen>): Promise<Seen> {
  let seen: { readonly value: Seen } | undefined;
  await at.db.transaction().execute(async (db) => {
    await sql.raw(spoil).execute(db);
    seen = { value: await look(db) };
    throw new Undone();
  }).catch((error: unknown) => {
    if (!(error instanceof Undone)) throw error;
  });
  return (seen as { value: Seen }).value;
}

const mutants: readonly (readonly [name: string, spoil: string, finding: string])[] = [
  ['a table without organisation_id', 'create table forgotten (id uuid primary key)', 'forgotten has no organisation_id, and no comment that says why'],
  ['something unique over all organisations', 'create unique index one_name on policy_adoption (policy_id)', 'policy_adoption: one_name is unique across organisations'],
  ['an organisation that may be empty', 'alter table policy_adoption drop constraint policy_adoption_pkey, alter column organisation_id drop not null', 'policy_adoption.organisation_id is not a uuid that must be there'],
  ['a key that leads with something else', 'alter table policy_adoption drop constraint policy_adoption_pkey, add primary key (at, organisation_id)', 'policy_adoption does not lead its primary key with the organisation'],
  ['row-level security off', 'alter table membership disable row level security', 'membership has row-level security off'],
  ['row-level security not forced', 'alter table membership no force row level security', 'membership does not force row-level security on its owner'],
  ['a policy that lets everything through', 'alter policy of_the_organisation on membership using (true)', 'membership has no policy of_the_organisation for all it reads and writes'],
  ['a policy that shows more and does not say why', 'create policy wide on membership for select using (true)', 'membership: the policy wide shows more, and does not say why'],
  ['a foreign key that does not tie organisations', 'alter table policy_adoption add column other uuid, add constraint askew foreign key (other) references organisation (id)', 'policy_adoption: askew does not tie the organisation to the organisation'],
  ['a foreign key from all organisations to one', 'alter table setup_code add column of uuid, add constraint inward foreign key (of) references organisation (id)', 'setup_code: inward leads from all organisations to organisation of one'],
  ['a foreign key that sets null', 'alter table policy_adoption add constraint empties foreign key (organisation_id) references organisation (id) on delete set null', 'policy_adoption: empties would empty a column when what it points to goes'],
  ['a foreign key that sets the default', 'alter table policy_adoption add constraint defaults foreign key (organisation_id) references organisation (id) on delete set default', 'policy_adoption: defaults would empty a column when what it points to goes'],
  ['a view with the rights of its owner', 'create view everybody as select * from membership', 'everybody is a view with the rights of its owner'],
  ['a materialised view', 'create materialized view kept as select * from membership', 'kept is a materialised view: no policy guards it'],
  ['a function with the rights of its owner and no search path', "create function loose() returns int language sql security definer as 'select 1'", 'loose runs with the rights of its owner, on whatever search path'],
  ['an organisation that is a number', 'create table numbered (organisation_id int primary key)', 'numbered.organisation_id is not a uuid that must be there'],
  ['a trigger for each statement', 'create trigger at_once after insert on membership for each statement execute function audit_entry_stays()', 'membership: the trigger at_once is not for each row'],
  ['a partner who is shown nothing', 'drop policy of_the_partner on partnership_agreement', 'partnership_agreement has a partner, and no policy of_the_partner that shows it to them'],
  ['a row of two shown to a third', "alter policy of_the_partner on partnership_agreement using (partner_id is not null)", 'partnership_agreement: the policy of_the_partner shows others than the two parties'],
  ['a partner who may give the row to another', 'alter policy answer_of_the_partner on partnership_agreement with check (true)', 'partnership_agreement: the policy answer_of_the_partner shows others than the two parties'],
  ['an application that passes policies by', `grant select on membership to ${applicationRole}; alter table membership owner to ${applicationRole}`, 'membership is owned by the application'],
];

const uuid = (n: number): string => `0190a000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const [here, there, anna, bea] = [uuid(1), uuid(2), uuid(3), uuid(4)];
const hash = `decode('${Buffer.from('a token').toString('hex')}', 'hex')`;
const seed = `
  insert into organisation (id, name, created_at) values ('${here}', 'Here', now()), ('${there}', 'There', now());
  insert into person (id, email, name, created_at) values ('${anna}', 'anna@example.nl', 'Anna', now()), ('${bea}', 'bea@example.nl', 'Bea', now());
  insert into membership (organisation_id, person_id, roles) values ('${here}', '${anna}', '{}'), ('${there}', '${anna}', '{}'), ('${here}', '${bea}', '{}');
  insert into session (organisation_id, token_hash, id, person_id, method, browser, created_at, confirmed_at, seen_at) values ('${here}', ${hash}, '${uuid(5)}', '${anna}', 'password', '', now(), now(), now());
  insert into invitation (organisation_id, token_hash, email, name, roles, expires_at) values ('${here}', ${hash}, 'new@example.nl', 'New', '{}', now());
  insert into landscape (organisation_id, organisation) values ('${here}', '{}');
  insert into landscape_example (organisation_id, person_id, at) values ('${here}', '${anna}', now());
  insert into provider_account (organisation_id, issuer, subject, person_id, given_roles) values ('${here}', 'https://login.example.nl', 'a-subject', '${anna}', '{}');
  insert into organisation_part (organisation_id, id, kind, name, begun_at) values ('${here}', '${here}', 'unit', 'Water', now());
  insert into group_role (organisation_id, group_name, roles) values ('${here}', 'readers', '{}');
  insert into directory_user (organisation_id, id, person_id, user_name, user_key, external_id, active) values ('${here}', '${uuid(8)}', '${anna}', 'anna', 'anna', 'an-id', true);
  insert into directory_group (organisation_id, id, name, name_key) values ('${here}', '${uuid(8)}', 'readers', 'readers');
  insert into directory_member (organisation_id, group_id, user_id) values ('${here}', '${uuid(8)}', '${uuid(8)}');
  insert into answered_once (organisation_id, person_id, key_hash, fingerprint, at) values ('${here}', '${anna}', ${hash}, ${hash}, now());
  insert into audit_event (organisation_id, id, at, operation, object, leaf) values ('${here}', '${uuid(6)}', now(), 'x', 'x', '{}');
  insert into organisation_key (organisation_id, id, kek_id, wrapped, made_at) values ('${here}', '${uuid(8)}', 'kek', ${hash}, now());
  insert into calendar_feed (organisation_id, person_id, token_hash, locale, made_at) values ('${here}', '${anna}', ${hash}, 'nl', now());
  insert into idea_entrance (organisation_id, token_hash, opened_on) values ('${here}', ${hash}, now());
  insert into webhook (organisation_id, id, url, events, secret, made_at) values ('${here}', '${uuid(8)}', '', '{}', '', now());
  insert into webhook_delivery (organisation_id, id, webhook_id, event, subject, at, state) values ('${here}', '${uuid(8)}', '${uuid(8)}', '', '', now(), 'waiting');
  insert into api_token (organisation_id, id, person_id, made_by, name, beginning, token_hash, scopes, created_at, expires_at) values ('${here}', '${uuid(8)}', '${anna}', '${anna}', '', '', ${hash}, '{}', now(), now());
  insert into job (organisation_id, id, kind, title, input, made_at, due_at) values ('${here}', '${uuid(7)}', 'x', '{}', '', now(), now());
  insert into partnership_agreement (organisation_id, id, partner_id, organisation_name, partner_name, programme, up_to, until, proposed_at) values ('${here}', '${uuid(7)}', '${there}', 'Here', 'There', 'water', 'internal', '2030-01-01', now());
  insert into audit_log (organisation_id, log, origin, public_key, begun_at) values ('${here}', '2026', 'here', ${hash}, now());`;

const none = '00000000-0000-0000-0000-000000000000';

/** What each policy that reaches further is for: for whom, and the one row it shows. */
const ways: Readonly<Record<string, readonly [scope: Scope, asked: string]>> = {
  'organisation.of_members': [{ person: anna }, `select from organisation where id = '${there}'`],
  'membership.of_the_person': [{ person: anna }, `select from membership where organisation_id = '${there}'`],
  'person.of_the_person': [{ person: anna }, `select from person where id = '${anna}'`],
  'person.of_colleagues': [{ organisation: here, person: anna }, `select from person where id = '${bea}'`],
  'person.by_email': [{ shown: 'bea@example.nl' }, `select from person where email = 'bea@example.nl'`],
  'invitation.by_token': [{ shown: 'a token' }, 'select from invitation'],
  'session.by_token': [{ shown: 'a token' }, 'select from session'],
  'session.of_the_person': [{ organisation: there, person: anna }, 'select from session'],
  'session.ended': [{ duty: 'clear-up' }, 'select from session'],
  'answered_once.ended': [{ duty: 'clear-up' }, 'select from answered_once'],
  'landscape_example.of_the_person': [{ organisation: there, person: anna }, 'select from landscape_example'],
  'organisation.of_the_platform': [{ duty: 'platform' }, `select from organisation where id = '${here}'`],
  'membership.of_the_platform': [{ duty: 'platform' }, `select from membership where person_id = '${bea}'`],
  'person.of_the_platform': [{ duty: 'platform' }, `select from person where id = '${bea}'`],
  'session.of_the_platform': [{ duty: 'platform' }, 'select from session'],
  'session.of_the_provider': [{ duty: 'provider' }, 'select from session'],
  'provider_account.by_subject': [{ shown: 'https://login.example.nl a-subject' }, 'select from provider_account'],
  'provider_account.of_the_person': [{ organisation: there, person: anna }, 'select from provider_account'],
  'directory_user.by_external_id': [{ shown: 'directory an-id' }, 'select from directory_user'],
  'group_role.of_the_provider': [{ duty: 'provider' }, 'select from group_role'],
  'audit_entry.outside_any': [{}, `insert into audit_entry (organisation_id, id, at, operation, object, outcome) values ('${none}', '${uuid(9)}', now(), 'x', 'x', 'done')`],
  'audit_event.outside_any': [{}, `insert into audit_event (organisation_id, id, at, operation, object, leaf) values ('${none}', '${uuid(9)}', now(), 'x', 'x', '{}')`],
  'audit_event.waiting': [{ duty: 'keep-log' }, 'select from audit_event'],
  'audit_detail.outside_any': [{}, `insert into audit_detail (organisation_id, event_id, sealed) values ('${none}', '${uuid(9)}', '')`],
  'audit_subject.outside_any': [{}, `insert into audit_subject (organisation_id, person_id, event_id) values ('${none}', '${anna}', '${uuid(9)}')`],
  'organisation_key.of_the_keys': [{ duty: 'keep-keys' }, 'select from organisation_key'],
  'api_token.by_token': [{ shown: 'a token' }, 'select from api_token'],
  'calendar_feed.by_token': [{ shown: 'a token' }, 'select from calendar_feed'],
  'idea_entrance.by_token': [{ shown: 'a token' }, 'select from idea_entrance'],
  'webhook_delivery.ended': [{ duty: 'clear-up' }, 'select from webhook_delivery'],
  'job.of_the_queue': [{ duty: 'jobs' }, 'select from job'],
  'partnership_agreement.of_the_partner': [{ organisation: there }, 'select from partnership_agreement'],
  'partnership_agreement.answer_of_the_partner': [{ organisation: there }, 'update partnership_agreement set accepted_at = now()'],
  'audit_log.begun': [{ duty: 'keep-log' }, 'select from audit_log'],
};

/** Across organisations: to look at each way by itself, as the application. A way that is closed shows nothing or is refused. */
async function isOpen(db: Database, [scope, asked]: readonly [Scope, string]): Promise<boolean> {
  await enter(db, scope);
  await sql.raw(`set local role ${applicationRole}`).execute(db);
  const { rows, numAffectedRows } = await sql.raw(asked).execute(db).catch(() => ({ rows: [], numAffectedRows: 0n }));
  return rows.length === 1 || numAffectedRows === 1n;
}

describe.each(eachDatabase)('on %s', (kind) => {
  const at = freshDatabase(kind);
  beforeAll(() => sql.raw(seed).execute(at.db));

  it('HA-7: the schema has no finding', async () => {
    expect(await schemaFindings(at.db)).toEqual([]);
  });

  it.each(mutants)('HA-7: finds %s', async (_, spoil, finding) => {
    expect(await after(at, spoil, schemaFindings)).toContain(finding);
  });

  it('IDN-3: without any one of the policies that keep apart, the schema has a finding', async () => {
    const { rows } = await sql<{ table: string; policy: string }>`select tablename as table, policyname as policy from pg_policies where schemaname = 'public' and policyname in ('of_the_organisation', 'of_the_owner')`.execute(at.db);
    expect(rows.length).toBeGreaterThan(20);
    for (const { table, policy } of rows) expect([table, policy, await after(at, `drop policy ${policy} on ${table}`, schemaFindings)]).toEqual([table, policy, [expect.stringContaining(`${table} has no policy ${policy}`)]]);
  });

  it('IDN-3: each policy that reaches further is known here, opens one way, and without it that way is closed', async () => {
    const { rows } = await sql<{ way: string; table: string; policy: string }>`select tablename || '.' || policyname as way, tablename as table, policyname as policy from pg_policies where schemaname = 'public' and policyname not in ('of_the_organisation', 'of_the_owner')`.execute(at.db);
    expect(rows.map(({ way }) => way).toSorted()).toEqual(Object.keys(ways).toSorted());
    for (const { way, table, policy } of rows) {
      const open = ways[way] as readonly [Scope, string];
      expect([way, await after(at, 'select 1', (db) => isOpen(db, open)), await after(at, `drop policy ${policy} on ${table}`, (db) => isOpen(db, open))]).toEqual([way, true, false]);
    }
  });

  it('a table that a migration adds is kept apart without a word about it', async () => {
    await migrate(at.db, [{ id: 'trial/0001-thing.sql', text: 'create table trial_thing (organisation_id uuid not null, id uuid not null, primary key (organisation_id, id))' }]);
    expect(await schemaFindings(at.db)).toEqual([]);
  });
});
