/** SEC-2: every answer of every route carries the headers that keep a browser from doing more than we mean. */
import { CspEvaluator } from 'csp_evaluator/dist/evaluator.js';
import { Severity } from 'csp_evaluator/dist/finding.js';
import { CspParser } from 'csp_evaluator/dist/parser.js';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { operations } from '../../src/entry/operations.ts';
import { serve } from '../../src/faces/serve.tsx';
import { defineOperation } from '../../src/platform/operation.ts';
import { readAssets } from '../../src/platform/http/assets.ts';
import { scene } from '../faces/scene.ts';
import { browser, type Browser, provoked, type Setting, signedIn } from '../faces/visitor.ts';

const required: Readonly<Record<string, RegExp>> = {
  'content-security-policy': /default-src 'none'.*frame-ancestors 'none'.*require-trusted-types-for 'script'/,
  'strict-transport-security': /^max-age=31536000; includeSubDomains$/,
  'x-content-type-options': /^nosniff$/,
  'x-frame-options': /^DENY$/,
  'referrer-policy': /^no-referrer$/,
  'cross-origin-opener-policy': /^same-origin$/,
  'cross-origin-resource-policy': /^same-origin$/,
  'permissions-policy': /camera=\(\)/,
  'cache-control': /^no-store$|^public, max-age=31536000, immutable$/,
};
const missing = ({ headers }: Response): string[] => Object.entries(required).flatMap(([name, form]) => (form.test(headers.get(name) ?? '') ? [] : [`${name}: ${headers.get(name)}`]));

const expectAll = (answer: Response, what: string) => expect([what, missing(answer)]).toEqual([what, []]);

const filled = (path: string): string => path.replaceAll(/\{\w+\}/g, '1');
const pages = operations.map(({ web, name }) => filled(web?.path ?? `/operations/${name}`));

/** Breaks whenever it is asked. */
const broken = defineOperation({
  name: 'broken.show-nothing', title: { nl: 'Stuk', en: 'Broken' }, permission: 'anyone', input: z.strictObject({}), output: z.strictObject({}), effect: { kind: 'read' }, rest: { method: 'GET', path: '/broken' },
  handle: () => Promise.reject(new Error('Broken on purpose.')),
});

describe('SEC-2 security headers', () => {
  const at = scene();
  let app: Setting['app'];
  let everybody: readonly Browser[];
  beforeAll(async () => {
    app = serve({ ...at.setting.site, operations: [...operations, broken], publicUrl: 'https://regie.example.nl', assets: withOneAsset() });
    everybody = [nobody(), await signedIn({ ...at.setting, app }, 'anna@example.nl')];
  });
  const nobody = (): Browser => browser({ ...at.setting, app });

  it.each([...new Set([...pages, '/none-such', '/v1', '/v1/openapi.json', '/openapi.json', '/v1/none-such', '/assets/none.css', '/healthz', '/readyz', '/metrics'])])('on GET %s, signed in or not', async (path) => {
    for (const who of everybody) expectAll(await who.get(path), path);
  });

  it('on every route that reads, in every method, signed in or not', async () => {
    const seen = new Map<number, number>();
    for (const { rest, name } of operations.filter(({ effect }) => effect.kind !== 'change')) {
      for (const who of everybody) {
        const answer = await who.send(rest.method, `/v1${filled(rest.path)}`, rest.method === 'GET' ? undefined : {});
        seen.set(answer.status, (seen.get(answer.status) ?? 0) + 1);
        expect([name, missing(answer), answer.headers.get('api-version')]).toEqual([name, [], '1.0.0']);
      }
    }
    expect([200, 401, 404].map((status) => (seen.get(status) ?? 0) > 5)).toEqual([true, true, true]);
  });

  it('on every change that is refused', async () => {
    for (const { rest, name } of operations.filter(({ effect }) => effect.kind === 'change')) expectAll(await nobody().send(rest.method, `/v1${filled(rest.path)}`, {}), name);
  });

  it('on downloads, which are files and never shown', async () => {
    const [, member] = everybody as [Browser, Browser];
    const downloads = operations.flatMap(({ web }) => (web?.kind === 'download' && !web.path.includes('{') ? [web.path] : []));
    const given = await Promise.all(downloads.map(async (path) => [path, await member.get(path)] as const));
    expect(given.filter(([, { status }]) => status === 200).length).toBeGreaterThan(3);
    for (const [path, answer] of given) {
      expectAll(answer, path);
      if (answer.ok) expect([path, answer.headers.get('content-disposition')]).toEqual([path, expect.stringMatching(/^attachment/)]);
    }
  });

  it('on what is refused before anybody looks, on what is not changed, and on what breaks: 304, 400, 403, 405, 413, 415, 429, 500', async () => {
    const who = nobody();
    const etag = (await who.get('/v1/library')).headers.get('etag') ?? '';
    const asset = (await who.get('/assets/ui.css')).headers.get('etag') ?? '';
    const tried = (): Promise<Response> => who.send('POST', '/v1/session', { email: 'nobody@example.nl', password: 'a wrong sentence that is long' });
    for (let times = 0; times < 30; times += 1) await tried();
    const answers = [
      [304, await who.get('/v1/library', { 'if-none-match': etag })],
      [400, await who.send('POST', '/v1/session', {})],
      [403, await who.post('/sign-in', {}, { 'sec-fetch-site': 'cross-site' })],
      [405, await who.send('PATCH', '/v1/library', {})],
      [413, await who.send('POST', '/v1/session', { email: 'x'.repeat(1_100_000) })],
      [415, await who.send('POST', '/v1/session', {}, { 'content-encoding': 'gzip' })],
      [429, await tried()],
      [500, await provoked(at.setting, () => who.get('/v1/broken'))],
      [500, await provoked(at.setting, () => who.get('/operations/broken.show-nothing'))],
      [200, await who.get('/assets/ui.css')],
      [304, await who.get('/assets/ui.css', { 'if-none-match': asset })],
    ] as const;
    for (const [status, answer] of answers) {
      expect(answer.status).toBe(status);
      expectAll(answer, String(status));
    }
  });

  it('on a plain connection too, save what TLS alone makes true', async () => {
    const wrong = missing(await at.reader.get('/systems'));
    expect(wrong.map((line) => line.split(':')[0])).toEqual(['strict-transport-security', 'referrer-policy']);
  });

  it('clears the browser at signing out', async () => {
    expect((await at.reader.post('/sign-out', {})).headers.get('clear-site-data')).toContain('"storage"');
  });

  it('has a policy in which csp_evaluator finds nothing high, nor medium', async () => {
    const { csp } = new CspParser((await nobody().get('/start')).headers.get('content-security-policy') ?? '');
    const found = new CspEvaluator(csp).evaluate().filter(({ severity }) => severity === Severity.HIGH || severity === Severity.SYNTAX || severity === Severity.MEDIUM);
    expect(found.map(({ description, directive }) => `${directive}: ${description}`)).toEqual([]);
    expect(new CspEvaluator(new CspParser("script-src 'unsafe-inline'").csp).evaluate().some(({ severity }) => severity === Severity.HIGH)).toBe(true);
  });

  it('an answer without one of them is noticed', () => {
    expect(missing(new Response('')).length).toBe(Object.keys(required).length);
  });
});

function withOneAsset() {
  const folder = mkdtempSync(join(tmpdir(), 'regiekompas-assets-'));
  writeFileSync(join(folder, 'ui.css'), 'body {}');
  return readAssets(folder);
}
