/** The server with a provider, and people who go there and come back. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll } from 'vitest';
import { operations } from '../../src/entry/operations.ts';
import { type Fresh, freshDatabase, type Kind } from '../../src/platform/database/testing/fresh-database.ts';
import { openIdProvider, type ProviderSettings } from '../../src/platform/provider/open-id.ts';
import { type Browser, browser, firstPerson, settingOn, type Setting } from '../faces/visitor.ts';
import { clientId, craftyProvider, type CraftyProvider, issuer, type Person } from './crafty-provider.ts';

export const eidas = { low: 'http://eidas.europa.eu/LoA/low', substantial: 'http://eidas.europa.eu/LoA/substantial', high: 'http://eidas.europa.eu/LoA/high' } as const;

export const settingsOf = (more: Partial<ProviderSettings> = {}): ProviderSettings => ({
  issuer, clientId, label: 'Waterlinde', levels: { enter: eidas.substantial, confirm: eidas.high }, scopes: ['openid', 'profile', 'email'], groupsClaim: 'groups', directoryClaim: 'sub',
  keyFile: join(mkdtempSync(join(tmpdir(), 'regie-provider-')), 'key.json'), ...more,
});

export type Federated = Fresh & { readonly setting: Setting; readonly first: Browser; readonly provider: CraftyProvider };

/** A server on this database that knows the provider. Its clock is the world's: tokens are dated by it. */
export function serverWith(at: Fresh, provider: CraftyProvider, more: Partial<ProviderSettings> = {}): Setting {
  const clock = { now: () => new Date() };
  const setting = settingOn(at, operations, undefined, openIdProvider(settingsOf(more), clock, provider.fetching));
  setting.clock.set(new Date().toISOString());
  return setting;
}

export function federated(kind: Kind): Federated {
  const at = freshDatabase(kind);
  let there: { setting: Setting; first: Browser; provider: CraftyProvider } | undefined;
  beforeAll(async () => {
    const provider = await craftyProvider();
    const setting = serverWith(at, provider);
    there = { setting, provider, first: await firstPerson(setting) };
    await there.first.send('PUT', '/v1/group-roles', { group: 'regie-lezers', roles: ['reader'] });
  });
  const all = () => {
    if (!there) throw new Error('It is there from the first test on.');
    return there;
  };
  return { get db() { return at.db; }, get setting() { return all().setting; }, get first() { return all().first; }, get provider() { return all().provider; } };
}

/** Sent to the provider. */
export async function sentTo(who: Browser, path = '/sign-in/organisation'): Promise<URL> {
  const away = await who.get(path);
  const to = away.headers.get('location') ?? '';
  if (away.status !== 303 || !to.startsWith('http')) throw new Error(`Not sent to a provider: ${away.status} ${to} ${await away.text()}`);
  return new URL(to);
}

export const comeBack = (who: Browser, query: string): Promise<Response> => who.get(`/sign-in/organisation/return?${query}`);

let count = 0;
/** Somebody of a group that may come in. */
export const someone = (more: Partial<Person> = {}): Person => {
  count += 1;
  return { sub: `s-${count}`, name: `Persoon ${count}`, email: `p${count}@waterlinde.example`, groups: ['regie-lezers'], acr: eidas.substantial, sid: `visit-${count}`, ...more };
};

/** There and back. */
export async function comesIn({ setting, provider }: Federated, person: Person, who = browser(setting), path?: string): Promise<{ readonly who: Browser; readonly answer: Response }> {
  const to = await sentTo(who, path);
  return { who, answer: await comeBack(who, provider.answer(to, person)) };
}

export const isIn = async (who: Browser): Promise<boolean> => (await who.get('/v1/account')).status === 200;
