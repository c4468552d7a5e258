/** What ASVS 5.0 asks and no test of another part holds. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { newPassword } from '../../src/capabilities/identity/fields.ts';
import { operations } from '../../src/entry/operations.ts';
import { serve } from '../../src/faces/serve.tsx';
import { jsonLog } from '../../src/platform/log.ts';
import { scene } from '../faces/scene.ts';
import { listening, say } from '../hostile/raw.ts';
import { browser, password, signedIn } from '../faces/visitor.ts';

const root = join(import.meta.dirname, '../..');
const isOurs = (path: string): boolean => /\.tsx?$/.test(path) && !/\.test\.tsx?$|[\\/]testing[\\/]|examples\.tsx$/.test(path);
const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter(isOurs).map((path) => ({ path, text: readFileSync(join(root, 'src', path), 'utf8') }));
const withoutComments = (text: string): string => text.replaceAll(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, '');
/** Each place where this is said in code, as `<file>: <what>`. */
const places = (said: RegExp): string[] => sources.flatMap(({ path, text }) => [...withoutComments(text).matchAll(said)].map(([found]) => `${path}: ${found}`));

describe('our own code', () => {
  it('is read', () => {
    expect(sources.length).toBeGreaterThan(300);
    expect(places(/randomBytes\(/g).length).toBeGreaterThan(3);
  });

  it('ASVS 1.2.5, 1.3.2: starts no program and runs no text as code', () => {
    expect(places(/child_process|\beval\(|new Function\(|\bvm'/g)).toEqual([]);
  });

  it('ASVS 1.2.9: no regular expression is made of what people gave', () => {
    const made = places(/new RegExp\([^)]*\)?/g).map((place) => place.split(': ')[0]);
    // Each of these is made of constants of its own file.
    expect(made.toSorted()).toEqual(['formats/csv/write.ts', 'platform/database/durable-file-system.ts', 'platform/http/compress.ts']);
  });

  it('ASVS 1.3.10: no text of people is a format', () => {
    expect(places(/import \{[^}]*\bformat\b[^}]*\} from 'node:util'|console\.\w+\(|printf/g)).toEqual([]);
  });

  it('ASVS 11.2.3, 11.3.1, 11.3.2, 11.4.1: hashes with SHA-256 and seals with AES-256-GCM, and with nothing else', () => {
    const hashes = places(/\b(?:createHash|createHmac|hash|hkdfSync)\('[a-z0-9-]+'/g).map((place) => /'(.+)'/.exec(place)?.[1]);
    expect([hashes.length > 10, new Set(hashes)]).toEqual([true, new Set(['sha256'])]);
    expect(new Set(places(/'(?:aes-|des-|rc4|chacha|camellia)[a-z0-9-]*'/g).map((place) => place.split(': ')[1]))).toEqual(new Set(["'aes-256-gcm'"]));
    expect(places(/\b(?:md5|sha1|sha-1|ecb|pkcs1)\b/gi)).toEqual([]);
  });

  it('ASVS 11.5.1: what must not be guessed is random by what is made for it', () => {
    // When work is tried again; nobody gains by guessing that.
    expect(places(/Math\.random/g)).toEqual(['entry/jobs.ts: Math.random']);
  });

  it('ASVS 12.3.2: no certificate is left unchecked', () => {
    expect(places(/rejectUnauthorized|NODE_TLS_REJECT|checkServerIdentity/g)).toEqual([]);
  });

  it('ASVS 14.3.3: nothing is kept in the browser but cookies', () => {
    expect(places(/localStorage|sessionStorage|indexedDB|document\.cookie/g)).toEqual([]);
  });

  it('ASVS 15.2.3: nothing of the tests is in what runs', () => {
    const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { devDependencies: Record<string, string> };
    const imported = places(/from '(?:@[^/']+\/)?[^/'.][^/']*/g).map((place) => place.split("from '")[1]);
    expect(imported.length).toBeGreaterThan(100);
    expect(imported.filter((name) => name !== undefined && name in devDependencies)).toEqual([]);
    expect(places(/from '[^']*(?:\/testing\/|\.test\.)[^']*'/g)).toEqual([]);
  });

  it('ASVS 16.2.2: moments in the log are in UTC', () => {
    const lines: string[] = [];
    jsonLog(() => new Date('2026-11-23T10:00:00+01:00'), (line) => lines.push(line))('info', 'started');
    expect(lines[0]).toContain('"at":"2026-11-23T09:00:00.000Z"');
  });

  it('ASVS 3.5.3: no change is made by looking', () => {
    expect(operations.filter(({ effect, rest }) => effect.kind === 'change' && rest.method === 'GET')).toEqual([]);
  });

  it('ASVS 6.2.1, 6.2.5, 6.2.9: a password is long, of anything', () => {
    const given = ['a'.repeat(14), 'a'.repeat(15), 'é ű 字 🙂 🙂 🙂 🙂 🙂', 'b'.repeat(200)];
    expect(given.map((text) => newPassword.safeParse(text).success)).toEqual([false, true, true, true]);
  });
});

describe('the whole server', () => {
  const at = scene();
  const overTls = () => ({ ...at.setting, app: serve({ ...at.setting.site, publicUrl: 'https://regie.example.nl' }) });

  it('ASVS 3.3.1, 3.3.2, 3.3.3, 3.3.4: each cookie is of this host, over TLS, for no script and no other site', async () => {
    const cookies = (await browser(overTls()).post('/sign-in', { email: 'rita@example.nl', password })).headers.getSetCookie();
    expect(cookies.length).toBeGreaterThan(0);
    for (const cookie of cookies) for (const part of [/^__Host-/, /; Secure/i, /; HttpOnly/i, /; SameSite=(Lax|Strict)/i, /; Path=\/(;|$)/i]) expect(cookie).toMatch(part);
  });

  it('ASVS 7.2.3: the token of a session is 256 random bits, another each time', async () => {
    const tokens = [];
    for (let nth = 0; nth < 3; nth += 1) tokens.push(/=([\w-]{43});/.exec((await browser(overTls()).post('/sign-in', { email: 'rita@example.nl', password })).headers.getSetCookie().join())?.[1]);
    expect([tokens.every(Boolean), new Set(tokens).size]).toEqual([true, 3]);
  });

  it('ASVS 7.2.4: confirming gives another token, and the one before is worth nothing', async () => {
    const who = browser(at.setting);
    const before = (await who.post('/sign-in', { email: 'rita@example.nl', password })).headers.getSetCookie().map((line) => line.split(';')[0]).join('; ');
    expect((await browser(at.setting).get('/v1/account', { cookie: before })).status).toBe(200);
    await who.post('/confirm', { password, next: '/' });
    expect((await browser(at.setting).get('/v1/account', { cookie: before })).status).toBe(401);
    expect((await who.get('/v1/account')).status).toBe(200);
  });

  it('ASVS 3.4.2: only the description of the interface is open to other sites', async () => {
    const paths = operations.filter(({ rest, effect }) => effect.kind === 'read' && rest.method === 'GET' && !rest.path.includes('{')).map(({ rest }) => `/v1${rest.path}`);
    for (const path of [...paths, '/', '/systems']) expect([path, (await at.reader.get(path, { origin: 'https://evil.example' })).headers.get('access-control-allow-origin')]).toEqual([path, null]);
    expect((await at.reader.get('/v1/openapi.json')).headers.get('access-control-allow-origin')).toBe('*');
  });

  it('ASVS 4.1.1: every answer says what it is, and in which character set', async () => {
    for (const [path, type] of [['/systems', 'text/html; charset=utf-8'], ['/v1/systems', 'application/json; charset=utf-8'], ['/v1/none', 'application/problem+json; charset=utf-8'], ['/none', 'text/html; charset=utf-8']] as const) {
      expect([path, (await at.reader.get(path)).headers.get('content-type')?.toLowerCase()]).toEqual([path, type]);
    }
  });

  it('ASVS 6.2.3: another password asks for the one before', async () => {
    const wrong = await at.reader.send('PUT', '/v1/account/password', { current: 'a sentence that is not it', password: 'a new sentence that is long' });
    expect(wrong.status).toBe(422);
    expect((await signedIn(at.setting, 'rita@example.nl').then((who) => who.get('/v1/account'))).status).toBe(200);
  });

  it('ASVS 6.2.6, 6.2.7: a password is typed hidden, and may be pasted and kept by a password manager', async () => {
    const page = await (await browser(at.setting).get('/sign-in')).text();
    const [field = ''] = /<input[^>]*name="password"[^>]*>/.exec(page) ?? [];
    expect(field).toMatch(/type="password"/);
    expect(field).toMatch(/autocomplete="current-password"/i);
    expect(page).not.toMatch(/onpaste/i);
  });

  it('ASVS 6.2.8: a password counts exactly as it was typed', async () => {
    for (const other of [password.toUpperCase(), `${password} `, password.slice(0, -1)]) {
      expect((await browser(at.setting).send('POST', '/v1/session', { email: 'edwin@example.nl', password: other })).status).toBe(422);
    }
    expect((await browser(at.setting).send('POST', '/v1/session', { email: 'edwin@example.nl', password })).status).toBe(200);
  });

  it('ASVS 11.4.2: passwords stand there as argon2id of at least 19 MiB and two passes', async () => {
    const { rows } = await sql<{ hash: string }>`select password_hash as hash from person where password_hash is not null`.execute(at.db);
    expect(rows.length).toBeGreaterThan(3);
    for (const { hash } of rows) expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it('ASVS 7.4.3, 7.5.2: one sees where one is signed in, ends one of them, and all others', async () => {
    const [own, one, other] = [await signedIn(at.setting, 'edwin@example.nl'), await signedIn(at.setting, 'edwin@example.nl'), await signedIn(at.setting, 'edwin@example.nl')];
    const { sessions } = (await (await one.get('/v1/account')).json()) as { sessions: { id: string; own: boolean }[] };
    expect((await own.send('DELETE', `/v1/account/sessions/${sessions.find((session) => session.own)?.id}`)).status).toBe(200);
    expect([(await one.get('/v1/account')).status, (await other.get('/v1/account')).status]).toEqual([401, 200]);
    expect((await own.send('DELETE', '/v1/account/sessions')).status).toBe(200);
    expect([(await other.get('/v1/account')).status, (await own.get('/v1/account')).status]).toEqual([401, 200]);
  });

  it('ASVS 7.4.4: one signs out from every page', async () => {
    for (const path of ['/', '/systems', '/account', '/policy', '/conversation', '/none-such']) expect([path, await (await at.reader.get(path)).text()]).toEqual([path, expect.stringContaining('action="/sign-out"')]);
  });

  it('ASVS 13.4.1, 13.4.3: no source history, and no list of a folder', async () => {
    for (const path of ['/.git/config', '/.git/', '/assets/', '/assets', '/package.json', '/assets/..%2fpackage.json']) expect([path, (await at.reader.get(path)).status]).toEqual([path, 404]);
  });

  it('ASVS 13.4.4: nothing is sent back as it came (TRACE)', async () => {
    const server = await listening(at.setting);
    const { status, text } = await say(server, ['TRACE /systems HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nX-Own: told-in-confidence\r\n\r\n']).finally(() => server.close());
    expect([status >= 400 && status < 500, text.includes('told-in-confidence')]).toEqual([true, false]);
  });
});
