/**
 * Every operation × who asks, made from the list of operations itself: a new one is in it by being declared.
 * The inputs are empty on purpose: the right is asked before the input is looked at.
 */
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { grantOf, heldRoles, roles } from '../../src/capabilities/identity/public.ts';
import { operations } from '../../src/entry/operations.ts';
import type { Operation } from '../../src/platform/operation.ts';
import { nobody, decide, type Permission } from '../../src/platform/permission.ts';
import { eachDatabase, freshDatabase } from '../../src/platform/database/testing/fresh-database.ts';
import { type Browser, browser, firstPerson, invited, settingOn, type Setting } from './visitor.ts';

const addressOf = ({ rest }: Operation): string => `/v1${rest.path.replaceAll(/\{\w+\}/g, '0190a000-0000-7000-8000-000000000000')}`;
const ask = (who: Browser, operation: Operation): Promise<Response> => who.send(operation.rest.method, addressOf(operation), operation.rest.method === 'GET' ? undefined : {});
const refusedStatus = new Set([401, 403]);
/** A partner is one in a programme, and may do nothing in the organisation itself. */
const heldAs = (role: string): string => (role === 'partner' ? 'partner@programme/samen' : role);
const mayAs = (role: string, asked: Permission): boolean => decide({ ...nobody, person: 'p', organisation: 'o', clearance: 'secret', grants: heldRoles([heldAs(role)]).map(grantOf) }, asked).may;
/** These lead who asks to another organisation, or out; they come last. */
const leadsAway = ['landscape.open-example', 'identity.sign-out'];
const turn = ({ name }: Operation): number => leadsAway.indexOf(name);
const listed = operations.toSorted((a, b) => turn(a) - turn(b));

describe('the list itself', () => {
  it('has operations, each name and route once, each input strict', () => {
    expect(operations.length).toBeGreaterThan(10);
    expect(new Set(operations.map(({ name }) => name)).size).toBe(operations.length);
    expect(new Set(operations.map(({ rest }) => `${rest.method} ${rest.path.replaceAll(/\{\w+\}/g, '{}')}`)).size).toBe(operations.length);
    const lax = operations.filter(({ input }) => !input.safeParse({ 'no such member': 1 }).error?.issues.some(({ code }) => code === 'unrecognized_keys'));
    expect(lax.map(({ name }) => name)).toEqual([]);
  });

  it('asks only permissions that some role has', () => {
    const unattainable = operations.filter(({ permission }) => !permission.startsWith('platform:') && !roles.some((role) => mayAs(role, permission)));
    expect(unattainable.map(({ name, permission }) => `${name} asks ${permission}`)).toEqual([]);
  });
});

describe.each(eachDatabase)('on %s', (kind) => {
  const at = freshDatabase(kind);
  let setting: Setting;
  let first: Browser;
  beforeAll(async () => {
    setting = settingOn(at);
    first = await firstPerson(setting);
  });

  it.each(listed)('nobody: $name', async (operation) => {
    const { status } = await ask(browser(setting), operation);
    if (operation.permission === 'anyone') expect(refusedStatus).not.toContain(status);
    else expect(status).toBe(401);
  });

  it.each(roles)('%s may what the table of roles says, and nothing else', async (role) => {
    const who = await invited(setting, first, `${role}x`, [heldAs(role)]);
    for (const operation of listed) {
      const { status } = await ask(who, operation);
      const may = mayAs(role, operation.permission);
      expect([operation.name, may ? !refusedStatus.has(status) : status]).toEqual([operation.name, may ? true : 403]);
    }
  });

  it('IDN-2: whose session has expired is nobody, whatever they ask', async () => {
    const who = await invited(setting, first, 'Verlopen', roles.map(heldAs));
    const now = setting.clock.now();
    setting.clock.set(new Date(now.getTime() + 13 * 3_600_000).toISOString());
    for (const operation of listed) {
      const { status } = await ask(who, operation);
      expect([operation.name, operation.permission === 'anyone' ? !refusedStatus.has(status) : status]).toEqual([operation.name, operation.permission === 'anyone' ? true : 401]);
    }
    setting.clock.set(now.toISOString());
  });

  it('a refused change or sensitive read is written down', async () => {
    const reader = await invited(setting, first, 'Rita', ['reader']);
    await reader.send('GET', '/v1/audit-entries');
    const { rows } = await sql<{ outcome: string }>`select leaf::jsonb ->> 'outcome' as outcome from audit_event where operation = 'traces.list-events' order by id desc limit 1`.execute(at.db);
    expect(rows).toEqual([{ outcome: 'refused' }]);
  });
});
