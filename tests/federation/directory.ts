/** A directory that keeps this organisation's people up to date by SCIM, with a token of the organisation. */
import type { Browser, Setting } from '../faces/visitor.ts';

export type ScimAnswer = { readonly status: number; readonly headers: Headers; readonly body: Readonly<Record<string, unknown>> };
export type Directory = {
  readonly token: string;
  readonly ask: (method: string, path: string, body?: unknown, type?: string) => Promise<ScimAnswer>;
  readonly added: (user: Readonly<Record<string, unknown>>) => Promise<string>;
  readonly group: (displayName: string, members: readonly string[]) => Promise<string>;
  readonly patch: (path: string, ...operations: readonly unknown[]) => Promise<ScimAnswer>;
};

export const userSchema = 'urn:ietf:params:scim:schemas:core:2.0:User';
const groupSchema = 'urn:ietf:params:scim:schemas:core:2.0:Group';
const patchSchema = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';

function idOf({ status, body }: ScimAnswer): string {
  if (status !== 201) throw new Error(`Not added: ${status} ${JSON.stringify(body)}`);
  return String(body['id']);
}

const asking = ({ app }: Setting, token: string): Directory['ask'] => async (method, path, body, type = 'application/scim+json') => {
  const headers = { authorization: `Bearer ${token}`, 'accept-language': 'en' };
  const sent = body === undefined ? { headers } : { headers: { ...headers, 'content-type': type }, body: typeof body === 'string' ? body : JSON.stringify(body) };
  const answer = await app.request(`http://localhost/scim/v2${path}`, { method, ...sent });
  const text = await answer.text();
  return { status: answer.status, headers: answer.headers, body: text === '' ? {} : (JSON.parse(text) as ScimAnswer['body']) };
};

export async function directoryFor(setting: Setting, administrator: Browser, scopes: readonly string[] = ['member:administer']): Promise<Directory> {
  const made = await administrator.send('POST', '/v1/organisation/tokens', { name: 'Gebruikerslijst', scopes, days: 30 });
  const { token } = (await made.json()) as { token: string };
  const ask = asking(setting, token);
  return {
    token, ask,
    added: async (user) => idOf(await ask('POST', '/Users', { schemas: [userSchema], active: true, ...user })),
    group: async (displayName, members) => idOf(await ask('POST', '/Groups', { schemas: [groupSchema], displayName, members: members.map((value) => ({ value })) })),
    patch: (path, ...Operations) => ask('PATCH', path, { schemas: [patchSchema], Operations }),
  };
}
