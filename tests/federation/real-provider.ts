/**
 * `oidc-provider`, a certified OpenID Connect provider, in this process. It reaches our server (for our keys, and to say
 * that somebody left) through the `fetch` it is given: by itself it refuses addresses inside a network.
 */
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair } from 'jose';
import { Provider } from 'oidc-provider';
import { eidas } from './federated.ts';

export type RealProvider = {
  readonly issuer: string;
  /** Goes to the address as this person's browser, showing who they are; answers where it is sent back to. */
  readonly visit: (address: string, account: string, jar?: Map<string, string>) => Promise<URL>;
  readonly signOut: (address: string, jar: Map<string, string>) => Promise<Response>;
  readonly close: () => Promise<void>;
};

const accounts: Readonly<Record<string, object>> = {
  ria: { name: 'Ria Real', email: 'ria@waterlinde.example', groups: ['regie-lezers'] },
  rob: { name: 'Rob Real', email: 'rob@waterlinde.example', groups: ['regie-lezers', 'regie-beheer'] },
};

async function configurationFor(here: string, ours: (request: Request) => Promise<Response>) {
  const { privateKey } = await generateKeyPair('PS256', { modulusLength: 2048, extractable: true });
  return {
    clients: [{
      client_id: 'regiekompas', token_endpoint_auth_method: 'private_key_jwt', token_endpoint_auth_signing_alg: 'PS256', id_token_signed_response_alg: 'PS256', jwks_uri: `${here}/sign-in/organisation/keys`,
      redirect_uris: [`${here}/sign-in/organisation/return`], post_logout_redirect_uris: [`${here}/start`], grant_types: ['authorization_code'], response_types: ['code'],
      backchannel_logout_uri: `${here}/sign-in/organisation/logout`, backchannel_logout_session_required: true,
    }],
    jwks: { keys: [{ ...(await exportJWK(privateKey)), alg: 'PS256', use: 'sig', kid: 'p1' }] },
    enabledJWA: { idTokenSigningAlgValues: ['PS256'], clientAuthSigningAlgValues: ['PS256'] },
    clientAuthMethods: ['private_key_jwt'],
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false }, backchannelLogout: { enabled: true }, rpInitiatedLogout: { enabled: true } },
    claims: { openid: ['sub', 'groups', 'sid'], profile: ['name'], email: ['email'], acr: null, auth_time: null, iss: null },
    acrValues: Object.values(eidas),
    scopes: ['openid', 'profile', 'email'],
    cookies: { keys: ['a key of a test'] },
    findAccount: (_: unknown, id: string) => ({ accountId: id, claims: async () => ({ sub: id, ...accounts[id] }) }),
    interactions: { url: (_: unknown, { uid }: { uid: string }) => `/show/${uid}` },
    fetch: (url: string | URL, init: RequestInit) => ours(new Request(url, { ...init, signal: null })),
  };
}

/** A browser's cookies, for one site. */
function keep(jar: Map<string, string>, response: Response): void {
  for (const line of response.headers.getSetCookie()) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    if (value === '') jar.delete(name);
    else jar.set(name, value);
  }
}

async function step(jar: Map<string, string>, address: string | URL, init: RequestInit = {}): Promise<Response> {
  const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
  const response = await fetch(address, { redirect: 'manual', ...init, headers: { ...(init.headers as Record<string, string>), cookie } });
  keep(jar, response);
  return response;
}

/** @param here where our server is, as the provider knows it. @param ours answers what the provider asks of us. */
export async function realProvider(here: string, ours: (request: Request) => Promise<Response>): Promise<RealProvider> {
  const server: Server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, await configurationFor(here, ours));
  const callback = provider.callback();
  server.on('request', (request, response) => {
    const [, account] = /^\/show\/[^?]+\?account=(\w+)/.exec(request.url ?? '') ?? [];
    if (account === undefined) return void callback(request, response);
    return void shown(provider, request, response, account);
  });
  return {
    issuer,
    visit: async (address, account, jar = new Map()) => {
      let response = await step(jar, address);
      for (let hops = 0; hops < 12; hops += 1) {
        const to = new URL(response.headers.get('location') ?? '', issuer);
        if (to.origin !== issuer) return to;
        if (response.status >= 400 || !response.headers.get('location')) throw new Error(`The provider stopped: ${response.status} ${await response.text()}`);
        response = await step(jar, to.pathname.startsWith('/show/') ? `${to.href}?account=${account}` : to);
      }
      throw new Error('The provider does not come to an end.');
    },
    signOut: async (address, jar) => {
      const page = await (await step(jar, address)).text();
      const xsrf = /name="xsrf" value="([^"]+)"/.exec(page)?.[1] ?? '';
      const action = /action="([^"]+)"/.exec(page)?.[1] ?? '';
      return step(jar, new URL(action, issuer), { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: new URLSearchParams({ xsrf, logout: 'yes' }) });
    },
    close: async () => void (await new Promise((closed) => server.close(closed))),
  };
}

/** They show who they are, as surely as was asked, and agree. */
async function shown(provider: Provider, request: unknown, response: unknown, accountId: string): Promise<void> {
  const { params, session, grantId } = await provider.interactionDetails(request, response);
  const grant = grantId ? await provider.Grant.find(grantId) : new provider.Grant({ accountId, clientId: params.client_id });
  grant.addOIDCScope('openid profile email');
  const acr = String(params.acr_values ?? eidas.low).split(' ')[0];
  await provider.interactionFinished(request, response, { login: { accountId: session?.accountId ?? accountId, acr, ts: Math.floor(Date.now() / 1000) }, consent: { grantId: await grant.save() } }, { mergeWithLastSubmission: true });
}
