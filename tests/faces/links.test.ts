/**
 * Every link leads somewhere: the addresses written in the slices, where a form goes on to once it is done, and
 * whatever stands on the pages of the example organisation, read as a visitor with every role would meet them.
 */
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { roles } from '../../src/capabilities/identity/public.ts';
import { operations } from '../../src/entry/operations.ts';
import { alternatives, type Schema } from '../../src/faces/fields/json-schema.ts';
import { eachDatabase, freshDatabase } from '../../src/platform/database/testing/fresh-database.ts';
import type { Operation } from '../../src/platform/operation.ts';
import type { Done } from '../../src/platform/screen.ts';
import { readTree, withoutComments } from '../architecture/modules.ts';
import { type Browser, firstPerson, invited, settingOn } from './visitor.ts';

const declared = ['/', ...operations.map(({ web, name }) => web?.path ?? `/operations/${name}`)];
/** What the faces serve by themselves. */
const ofTheFaces = /^\/(?:assets\/|v1$|v1\/openapi\.json$|openapi\.json$|(?:healthz|readyz|metrics)$|sign-(?:in|out)\/organisation(?:\/return)?(?:\?|$))/;

/** An address with `{…}` or `…` for what is only known later. The declared path it leads to, or undefined. */
function screenFor(address: string): string | undefined {
  const steps = address.replace(/[?#].*$/, '').split('/');
  const fits = (path: string): boolean => {
    const own = path.split('/');
    const isLater = (at: number): boolean => steps[at]?.includes('…') ?? false;
    // Once a word was taken for a parameter, what comes later is not taken for a word too: that would fit everything.
    const isLoose = own.some((step, at) => step.startsWith('{') && !isLater(at));
    return own.length === steps.length && own.every((step, at) => step === steps[at] || step.startsWith('{') || (isLater(at) && !isLoose));
  };
  return declared.toSorted((a, b) => a.split('{').length - b.split('{').length).find(fits);
}
/** What a script of ours asks of the API. */
const routes = new Set(operations.map(({ rest }) => `/v1${rest.path}`));
const leadsNowhere = (address: string): boolean => !ofTheFaces.test(address) && !routes.has(address) && screenFor(address) === undefined;

it('no two entries of the menu fight for a place', () => {
  const orders = operations.flatMap(({ web }) => (web && web.kind !== 'download' && web.nav ? [web.nav.order] : []));
  expect(orders).toEqual([...new Set(orders)]);
});

describe('in the text of the slices', () => {
  const root = join(import.meta.dirname, '../..');
  /** `${…}` is for later; what stands behind `path:` is the declaration itself, or of the API. */
  const written = [...readTree(root).values()]
    .filter(({ path }) => path.startsWith('src/capabilities/') && !/\.test\.tsx?$/.test(path))
    .flatMap(({ path, text }) => {
      let code = withoutComments(text);
      while (/\$\{[^{}]*\}/.test(code)) code = code.replaceAll(/\$\{[^{}]*\}/g, '…');
      return [...code.matchAll(/(path: |`\/`\}?|=== )?(['"`])(\/[\w…/.?=&:-]*)\2/g)].flatMap(([, before, , address]) => (before ? [] : [{ path, address: address as string }]));
    });

  it('finds addresses', () => expect(written.length).toBeGreaterThan(50));
  it('knows each', () => {
    expect(written.filter(({ address }) => leadsNowhere(address)).map(({ path, address }) => `${path}: ${address}`)).toEqual([]);
  });
});

/** Something that fits: every choice once, else a plain value. */
function samples(schema: Schema): readonly unknown[] {
  const [way = {}] = alternatives(schema);
  if (way.enum) return way.enum;
  if (way.const !== undefined) return [way.const];
  if (way.type === 'object') return objects(way);
  return [way.type === 'array' ? [] : way.type === 'boolean' ? true : way.type === 'number' || way.type === 'integer' ? 1 : 'x'];
}
function objects(schema: Schema): readonly Record<string, unknown>[] {
  return Object.entries(schema.properties ?? {}).reduce<Record<string, unknown>[]>((made, [name, member]) => made.flatMap((before) => samples(member).slice(0, 12).map((value) => ({ ...before, [name]: value }))).slice(0, 200), [{}]);
}
const samplesOf = (type: z.ZodType): readonly unknown[] => samples(z.toJSONSchema(type, { io: 'output', unrepresentable: 'any' }) as Schema);

/** What is shown once stays where it is. */
const nextOf = (done: Done): string => ('to' in done ? done.to : '/');

describe('once a form is done', () => {
  const forms = operations.filter(({ web }) => web?.kind === 'form');
  it.each(forms)('$name goes on to a page', ({ web, input, output }: Operation) => {
    const nexts = web?.kind === 'form' ? samplesOf(output).slice(0, 20).flatMap((made) => samplesOf(input).map((given) => nextOf(web.done(made, given)))) : [];
    expect(nexts.length).toBeGreaterThan(0);
    expect([...new Set(nexts)].filter(leadsNowhere)).toEqual([]);
  });
});

/** The links and the addresses of forms in a page, of our own. */
const linksIn = (html: string): string[] => [...html.matchAll(/(?:href|action)="(\/[^"#]*)/g)].map(([, address]) => (address as string).replaceAll('&amp;', '&')).filter((address) => !address.startsWith('//') && !/[?&]lang=/.test(address));

const pagesPerScreen = 2;

type Met = { readonly from: string; readonly status: number };
/** What nobody linked to may be for others, not there, or not yet: who follows a link has a right to more. */
const isDead = ({ from, status }: Met): boolean => status >= 400 && !(from === 'the start' && [403, 404, 409].includes(status));

/** From every page without a parameter, along every link; a few pages of each kind. */
async function deadLinks(who: Browser): Promise<{ readonly dead: string[]; readonly seen: number }> {
  const waiting = declared.filter((path) => !path.includes('{')).map((address) => ({ address, from: 'the start' }));
  const [asked, visits, dead] = [new Set<string>(), new Map<string, number>(), [] as string[]];
  for (const { address, from } of waiting) {
    const screen = screenFor(address) ?? address;
    const count = visits.get(screen) ?? 0;
    if (asked.has(address) || ofTheFaces.test(address) || (count >= pagesPerScreen && screenFor(address) !== undefined)) continue;
    asked.add(address);
    visits.set(screen, count + 1);
    const answer = await who.get(address);
    if (isDead({ from, status: answer.status })) dead.push(`${from} leads to ${address}: ${answer.status}`);
    if (answer.headers.get('content-type')?.startsWith('text/html')) waiting.push(...linksIn(await answer.text()).map((next) => ({ address: next, from: address })));
  }
  return { dead, seen: asked.size };
}

describe('on the pages of the example organisation', () => {
  const at = freshDatabase(eachDatabase.at(-1));
  let who: Browser;
  beforeAll(async () => {
    const setting = settingOn(at);
    const first = await firstPerson(setting);
    who = await invited(setting, first, 'Alles', roles.filter((role) => role !== 'partner'));
    await who.post('/example', {});
  });

  it('no link is dead', { timeout: 120_000 }, async () => {
    const { dead, seen } = await deadLinks(who);
    expect(dead).toEqual([]);
    expect(seen).toBeGreaterThan(60);
  });
});
