import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isOpenAddress } from './address-rules.ts';
import { outgoing } from './post.ts';
import { signatureHeaders } from './signature.ts';
import { targetOf } from './target.ts';

const nowhere = new Set<string>();
const whole = ([a, b, c, d]: readonly number[]): number => (((a as number) * 256 + (b as number)) * 256 + (c as number)) * 256 + (d as number);
const message = (url: string) => ({ url, headers: { 'content-type': 'application/json' }, body: '{}' });

describe('SEC-3 #31 no request into the inner network', () => {
  it.each([
    'https://127.1/', 'https://0x7f000001/', 'https://2130706433/', 'https://0177.0.0.1/', 'https://①②⑦.0.0.1/', 'https://[::ffff:7f00:1]/', 'https://[::ffff:127.0.0.1]/', 'https://[::1]/', 'https://[::]/',
    'https://169.254.169.254/latest', 'https://[fe80::1]/', 'https://[fd00::1]/', 'https://0.0.0.0/', 'https://10.0.0.1/', 'https://192.168.1.1/', 'https://172.31.255.255/', 'https://100.64.0.1/', 'https://224.0.0.1/', 'https://255.255.255.255/',
    'https://[64:ff9b::7f00:1]/', 'https://[2002:7f00:1::]/', 'https://[2001:0:1::1]/', 'http://a@10.0.0.1/', 'https://a:b@example.nl/', 'http://example.nl/', 'https://example.nl:8443/', 'https://localhost/', 'https://intranet/', 'https://db.local/', 'https://x.localhost/', 'ftp://example.nl/', 'file:///etc/passwd', 'nonsense',
  ])('refuses %s by its looks', async (url) => {
    expect(targetOf(url, nowhere)).toBeNull();
    expect(await outgoing(nowhere).post(message(url))).toEqual({ failed: 'address-refused' });
  });

  it('refuses a name for what it means, at save and at connect: nip.io, rebinding, one inside among several', async () => {
    const says = (...addresses: string[]) => outgoing(nowhere, async () => addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })));
    for (const inner of ['127.0.0.1', '10.1.2.3', '169.254.169.254', '::ffff:10.0.0.1', 'fe80::1']) {
      expect(await says(inner).mayReach('https://10.0.0.1.nip.io/')).toBe(false);
      expect(await says(inner).post(message('https://hook.example.nl/'))).toEqual({ failed: 'address-refused' });
      expect(await says('93.184.216.34', inner).post(message('https://hook.example.nl/'))).toEqual({ failed: 'address-refused' });
    }
    expect(await says('93.184.216.34').mayReach('https://hook.example.nl/')).toBe(true);
    // Open when it was saved, inside when it is used: the connection asks once, and goes by that answer.
    let asked = 0;
    const rebinding = outgoing(nowhere, async () => [{ address: asked++ === 0 ? '93.184.216.34' : '127.0.0.1', family: 4 }]);
    expect(await rebinding.mayReach('https://hook.example.nl/')).toBe(true);
    expect(await rebinding.post(message('https://hook.example.nl/'))).toEqual({ failed: 'address-refused' });
    expect(asked).toBe(2);
  });

  it('whatever way an inner IPv4 address is written, it is refused', () => {
    const inner = fc.oneof(...[[10, 8], [127, 8], [0, 8]].map(([first]) => fc.tuple(fc.constant(first as number), fc.nat(255), fc.nat(255), fc.nat(255))), fc.tuple(fc.constant(192), fc.constant(168), fc.nat(255), fc.nat(255)), fc.tuple(fc.constant(172), fc.integer({ min: 16, max: 31 }), fc.nat(255), fc.nat(255)), fc.tuple(fc.constant(169), fc.constant(254), fc.nat(255), fc.nat(255)));
    const ways: readonly ((parts: readonly number[]) => string)[] = [
      (parts) => parts.join('.'), (parts) => String(whole(parts)), (parts) => `0x${whole(parts).toString(16)}`, (parts) => `0${whole(parts).toString(8)}`,
      (parts) => parts.map((part) => `0x${part.toString(16)}`).join('.'), (parts) => parts.map((part) => `0${part.toString(8)}`).join('.'), (parts) => `${parts.join('.')}.`,
      (parts) => `[::ffff:${parts.join('.')}]`, (parts) => `[::${parts.join('.')}]`, (parts) => `[64:ff9b::${parts.join('.')}]`,
    ];
    fc.assert(fc.property(inner, fc.constantFrom(...ways), (parts, way) => targetOf(`https://${way(parts)}/`, nowhere) === null), { numRuns: 2000 });
  });

  it('knows open addresses', () => {
    expect(['93.184.216.34', '8.8.8.8', '2a00:1450:400e::1', '172.32.0.1', '11.0.0.1'].every(isOpenAddress)).toBe(true);
    expect(['fe80::1%eth0', '', 'example.nl', '1.2.3'].some(isOpenAddress)).toBe(false);
  });
});

describe('SEC-3 #32 an endpoint that does not behave', () => {
  let server: Server;
  let origin = '';
  let bodies = 0;
  beforeAll(() => new Promise<void>((resolve) => {
    server = createServer((request, response) => {
      if (request.url === '/never') return;
      if (request.url === '/forever') {
        const pour = (): void => { while (!response.destroyed && response.write('x'.repeat(10_000))); };
        response.on('drain', pour);
        pour();
        return;
      }
      if (request.url === '/drip') {
        const timer = setInterval(() => response.write('x'), 20);
        response.on('close', () => clearInterval(timer));
        return;
      }
      if (request.url === '/inside') bodies += 1;
      response.writeHead(request.url === '/redirect' ? 302 : request.url === '/broken' ? 500 : 204, request.url === '/redirect' ? { location: '/inside' } : {}).end();
    }).listen(0, '127.0.0.1', () => {
      origin = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
      resolve();
    });
  }));
  afterAll(() => { server.closeAllConnections(); server.close(); });
  const post = (path: string) => outgoing(new Set([origin]), undefined, { milliseconds: 400, bytes: 65_536 }).post(message(`${origin}${path}`));

  it('never answers, drips, or pours for ever: ended by time or by size', async () => {
    expect(await post('/never')).toEqual({ failed: 'too-slow' });
    expect(await post('/drip')).toEqual({ failed: 'too-slow' });
    expect(await post('/forever')).toEqual({ failed: 'too-much' });
  });
  it('answers 500, redirects, or is gone: its status, and nothing is followed', async () => {
    expect(await post('/broken')).toEqual({ status: 500 });
    expect(await post('/redirect')).toEqual({ status: 302 });
    expect(bodies).toBe(0);
    expect(await post('/fine')).toEqual({ status: 204 });
    expect(await outgoing(new Set(['http://127.0.0.1:1'])).post(message('http://127.0.0.1:1/'))).toEqual({ failed: 'away' });
  });
  it('what the administrator allows inside is exactly that, and no other port', () => {
    expect(targetOf(`${origin}/x`, new Set([origin]))).not.toBeNull();
    expect(targetOf('http://127.0.0.1:2/', new Set([origin]))).toBeNull();
  });
});

it('signs id, moment and body together, with each secret', () => {
  const secret = `whsec_${Buffer.from('0123456789abcdef0123456789abcdef').toString('base64')}`;
  const headers = signatureHeaders('msg_1', new Date('2026-11-23T10:00:00Z'), '{"a":1}', [secret, secret]);
  const expected = createHmac('sha256', '0123456789abcdef0123456789abcdef').update('msg_1.1795428000.{"a":1}').digest('base64');
  expect(headers['webhook-timestamp']).toBe('1795428000');
  expect(headers['webhook-signature']).toBe(`v1,${expected} v1,${expected}`);
});
