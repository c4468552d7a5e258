/** SCIM 2.0 (RFC 7643, 7644): an organisation's own directory makes, changes and deactivates its members, as directories do in practice. */
import { sql } from 'kysely';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { eachDatabase } from '../../src/platform/database/testing/fresh-database.ts';
import { invited, password, stranger } from '../faces/visitor.ts';
import { type Directory, directoryFor, userSchema } from './directory.ts';
import { comesIn, federated, isIn, serverWith, someone } from './federated.ts';

type Resources = readonly Record<string, unknown>[];
const resourcesIn = (body: Record<string, unknown>): Resources => body['Resources'] as Resources;

describe.each(eachDatabase)('on %s', (kind) => {
  const at = federated(kind);
  let directory: Directory;
  // What the provider signs is dated by the clock on the wall.
  beforeEach(() => at.setting.clock.set(new Date().toISOString()));
  beforeAll(async () => {
    directory = await directoryFor(at.setting, at.first);
    await at.first.send('PUT', '/v1/group-roles', { group: 'Regie-redactie', roles: ['editor'] });
    await at.first.send('PUT', '/v1/group-roles', { group: 'Regie-beheer', roles: ['administrator'] });
  });
  const idOf = async (userName: string): Promise<string> => String(resourcesIn((await directory.ask('GET', `/Users?filter=${encodeURIComponent(`userName eq "${userName}"`)}`)).body)[0]?.['id'] ?? '');
  const members = async (): Promise<Readonly<Record<string, readonly string[]>>> => {
    const list = ((await (await at.first.get('/v1/members')).json()) as { members: { name: string; roles: string[] }[] }).members;
    return Object.fromEntries(list.map(({ name, roles }) => [name, roles]));
  };
  /** By nobody in particular. */
  const plain = async (path: string) => at.setting.app.request(`http://localhost/scim/v2${path}`);
  /** Known to the directory, in a group that brings a role, and come in through the provider. */
  const colleague = async (more: Readonly<Record<string, unknown>> = {}, group = 'Regie-redactie') => {
    const person = someone({ groups: [] });
    const id = await directory.added({ userName: person.email, externalId: person.sub, displayName: person.name, ...more });
    const held = resourcesIn((await directory.ask('GET', `/Groups?filter=${encodeURIComponent(`displayName eq "${group}"`)}`)).body)[0];
    if (held) await directory.patch(`/Groups/${held['id']}`, { op: 'Add', path: 'members', value: [{ value: id }] });
    else await directory.group(group, [id]);
    return { person, id, ...(await comesIn(at, person)) };
  };

  it('says what it can, to anybody: configuration, kinds and schemas', async () => {
    const config = await plain('/ServiceProviderConfig');
    expect([config.status, config.headers.get('content-type')]).toEqual([200, 'application/scim+json; charset=utf-8']);
    expect(await config.json()).toMatchObject({ patch: { supported: true }, filter: { supported: true, maxResults: 200 }, bulk: { supported: false }, authenticationSchemes: [{ type: 'oauthbearertoken' }] });
    expect(resourcesIn(await (await plain('/ResourceTypes')).json()).map(({ name, endpoint }) => [name, endpoint])).toEqual([['User', '/Users'], ['Group', '/Groups']]);
    expect(await (await plain(`/Schemas/${userSchema}`)).json()).toMatchObject({ id: userSchema, attributes: expect.arrayContaining([expect.objectContaining({ name: 'userName', required: true, uniqueness: 'server' }), expect.objectContaining({ name: 'emails', multiValued: true })]) });
    expect((await plain('/Schemas/urn:nothing')).status).toBe(404);
  });

  it('lets in a token for managing members, and nobody else; errors are SCIM', async () => {
    const bare = await at.setting.app.request('http://localhost/scim/v2/Users');
    expect([bare.status, bare.headers.get('www-authenticate')]).toEqual([401, 'Bearer realm="regiekompas"']);
    expect(await bare.json()).toMatchObject({ schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'], status: '401' });
    expect((await at.first.get('/scim/v2/Users')).status).toBe(401);
    const reading = await directoryFor(at.setting, at.first, ['landscape:read']);
    expect(await reading.ask('GET', '/Users')).toMatchObject({ status: 403, body: { status: '403' } });
    expect(await directory.ask('GET', '/Nothing')).toMatchObject({ status: 404, body: { status: '404' } });
    expect(await directory.ask('DELETE', '/Users')).toMatchObject({ status: 405 });
    expect(await directory.ask('POST', '/Users', '{"userName":')).toMatchObject({ status: 400, body: { scimType: 'invalidValue' } });
    expect(await directory.ask('POST', '/Users', { schemas: [userSchema] })).toMatchObject({ status: 400, body: { scimType: 'invalidValue', detail: expect.stringContaining('userName') } });
  });

  it('an administrator in a session does the same only after confirming', async () => {
    at.setting.clock.set(new Date(Date.now() + 20 * 60_000).toISOString());
    const answer = await at.first.send('POST', '/v1/directory/users', { userName: 'zonder@waterlinde.example' });
    at.setting.clock.set(new Date().toISOString());
    expect(answer.status).toBe(401);
  });

  it('adds somebody, gives them back as sent, and finds them by userName and externalId', async () => {
    const sent = { userName: 'Gerda@Waterlinde.example', externalId: 'ext-1', displayName: 'Gerda Groen', name: { givenName: 'Gerda', familyName: 'Groen' }, emails: [{ primary: true, type: 'work', value: 'gerda@waterlinde.example' }], active: true };
    const made = await directory.ask('POST', '/Users', { schemas: [userSchema, 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'], ...sent, title: 'Adviseur', 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User': { department: 'I&A' } });
    expect(made).toMatchObject({ status: 201, body: { schemas: [userSchema], ...sent, meta: { resourceType: 'User' } } });
    expect(made.headers.get('location')).toBe(`http://localhost/scim/v2/Users/${made.body['id']}`);
    for (const filter of ['userName eq "gerda@waterlinde.EXAMPLE"', 'externalId eq "ext-1"', 'emails[type eq "work"].value eq "gerda@waterlinde.example"', 'userName eq "gerda@waterlinde.example" and externalId eq "ext-1"'])
      expect((await directory.ask('GET', `/Users?filter=${encodeURIComponent(filter)}`)).body).toMatchObject({ totalResults: 1, startIndex: 1, itemsPerPage: 1, Resources: [sent] });
    expect((await directory.ask('GET', `/Users?filter=${encodeURIComponent('userName eq "gerda@waterlinde.example" and externalId eq "another"')}`)).body).toMatchObject({ totalResults: 0, Resources: [] });
    expect(await directory.ask('POST', '/Users', { userName: 'gerda@waterlinde.example' })).toMatchObject({ status: 409, body: { scimType: 'uniqueness' } });
    expect(await directory.ask('POST', '/Users', { userName: 'other@waterlinde.example', externalId: 'ext-1' })).toMatchObject({ status: 409, body: { scimType: 'uniqueness' } });
    expect(Object.keys((await directory.ask('GET', `/Users/${made.body['id']}?attributes=userName`)).body).toSorted()).toEqual(['id', 'meta', 'schemas', 'userName']);
  });

  it('pages by startIndex and count, and refuses other filters clearly', async () => {
    for (const name of ['pagina-a', 'pagina-b']) await directory.added({ userName: `${name}@waterlinde.example` });
    const { body } = await directory.ask('GET', '/Users?count=200');
    const all = resourcesIn(body).map(({ id }) => id);
    expect(all).toHaveLength(body['totalResults'] as unknown as number);
    const second = await directory.ask('GET', '/Users?startIndex=2&count=1');
    expect([second.body['startIndex'], second.body['itemsPerPage'], resourcesIn(second.body)[0]?.['id']]).toEqual([2, 1, all[1]]);
    expect((await directory.ask('GET', '/Users?count=0')).body).toMatchObject({ totalResults: all.length, Resources: [] });
    expect((await directory.ask('GET', '/Users?startIndex=0&count=-1')).status).toBe(200);
    for (const filter of ['userName sw "a"', 'userName eq a', 'title eq "x"', 'userName eq "a" or userName eq "b"', 'userName eq "a'])
      expect(await directory.ask('GET', `/Users?filter=${encodeURIComponent(filter)}`)).toMatchObject({ status: 400, body: { scimType: 'invalidFilter' } });
    expect((await directory.ask('GET', '/Users?count=many')).status).toBe(400);
  });

  it('whom it made stands on the page of members as expected, until they come in', async () => {
    const person = someone({ groups: ['regie-lezers'], name: 'Verwachte Vera' });
    await directory.added({ userName: person.email, externalId: person.sub, displayName: 'Verwachte Vera' });
    const awaited = async () => ((await (await at.first.get('/v1/members')).json()) as { awaited: { name: string }[] }).awaited.map(({ name }) => name);
    expect(await awaited()).toContain('Verwachte Vera');
    expect(await (await at.first.get('/members?lang=en')).text()).toMatch(/Expected[\s\S]*Verwachte Vera/);
    await comesIn(at, person);
    expect(await awaited()).not.toContain('Verwachte Vera');
    expect((await members())['Verwachte Vera']).toEqual(['reader']);
  });

  it('whom it made comes in by the id it gave, with the roles of the groups it put them in', async () => {
    const { person, answer, id } = await colleague();
    expect(answer.status).toBe(303);
    expect((await members())[person.name ?? '']).toEqual(['editor']);
    expect((await directory.ask('GET', `/Users/${id}`)).body).toMatchObject({ groups: [{ display: 'Regie-redactie' }] });
    expect((await comesIn(at, someone({ groups: [] }))).answer.status).toBe(409);
  });

  it.each([
    ['Entra', { op: 'Replace', path: 'active', value: 'False' }],
    ['Entra, with a flag', { op: 'replace', path: 'active', value: false }],
    ['Okta', { op: 'replace', value: { active: false } }],
  ])('IDN-5 (SCIM) whom %s deactivates is out within a second, on two servers, and comes in no more', async (_, operation) => {
    const { who, person, id } = await colleague();
    const elsewhere = await comesIn({ ...at, setting: serverWith(at, at.provider) }, person);
    const token = ((await (await who.send('POST', '/v1/account/tokens', { name: 'Eigen', scopes: ['landscape:read'], days: 1 })).json()) as { token: string }).token;
    const startedAt = performance.now();
    expect(await directory.patch(`/Users/${id}`, operation)).toMatchObject({ status: 200, body: { active: false } });
    expect([(await who.get('/v1/account')).status, (await elsewhere.who.get('/v1/account')).status]).toEqual([401, 401]);
    expect((await at.setting.app.request('http://localhost/v1/systems', { headers: { authorization: `Bearer ${token}` } })).status).toBe(401);
    expect(performance.now() - startedAt).toBeLessThan(1000);
    expect((await comesIn(at, person)).answer.status).toBe(409);
    expect((await comesIn(at, { ...person, groups: ['regie-lezers'] })).answer.status).toBe(409);
    expect(await directory.patch(`/Users/${id}`, { op: 'Replace', path: 'active', value: 'True' })).toMatchObject({ status: 200, body: { active: true } });
    expect((await comesIn(at, person)).answer.status).toBe(303);
  });

  it('finds a member who was there before, deactivates them, and gives back what they had by hand', async () => {
    const hand = await invited(at.setting, at.first, 'Hanneke', ['auditor']);
    const id = await idOf('hanneke@example.nl');
    expect(await directory.ask('POST', '/Users', { userName: 'hanneke@example.nl' })).toMatchObject({ status: 409 });
    expect((await directory.patch(`/Users/${id}`, { op: 'Add', path: 'externalId', value: 'ext-h' }, { op: 'Replace', path: 'active', value: 'False' })).body).toMatchObject({ id, active: false, externalId: 'ext-h', userName: 'hanneke@example.nl' });
    expect([(await hand.get('/v1/account')).status, (await members())['Hanneke']]).toEqual([401, undefined]);
    expect((await directory.ask('GET', `/Users/${id}`)).body).toMatchObject({ id, active: false });
    await directory.patch(`/Users/${id}`, { op: 'Replace', path: 'active', value: 'True' });
    expect((await members())['Hanneke']).toEqual(['auditor']);
  });

  it('groups: what Entra and Okta send; out of a group is out of its role, and by hand stays', async () => {
    const { person, id, who } = await colleague();
    const reader = await directory.group('regie-lezers', []);
    const roles = async () => (await members())[person.name ?? ''];
    const held = resourcesIn((await directory.ask('GET', `/Groups?excludedAttributes=members&filter=${encodeURIComponent('displayName eq "regie-redactie"')}`)).body)[0] ?? {};
    expect([held['displayName'], 'members' in held]).toEqual(['Regie-redactie', false]);
    expect(await directory.patch(`/Groups/${reader}`, { op: 'Add', path: 'members', value: [{ value: id }] })).toMatchObject({ status: 200, body: { members: [{ value: id }] } });
    expect([await roles(), await isIn(who)]).toEqual([['editor', 'reader'], false]);
    expect((await directory.ask('GET', `/Groups?filter=${encodeURIComponent(`id eq "${reader}" and members eq "${id}"`)}`)).body).toMatchObject({ totalResults: 1 });
    await directory.patch(`/Groups/${reader}`, { op: 'Remove', path: 'members', value: [{ value: id }] });
    expect(await roles()).toEqual(['editor']);
    await directory.patch(`/Groups/${reader}`, { op: 'replace', value: { id: reader, displayName: 'regie-lezers', members: [{ value: id }] } });
    expect(await roles()).toEqual(['editor', 'reader']);
    await directory.patch(`/Groups/${reader}`, { op: 'remove', path: `members[value eq "${id}"]` });
    expect(await roles()).toEqual(['editor']);
    await directory.patch(`/Groups/${reader}`, { op: 'add', path: 'members', value: [{ value: id }] }, { op: 'replace', path: 'displayName', value: 'Andere naam' });
    expect(await roles()).toEqual(['editor']);
    expect(await directory.patch(`/Groups/${reader}`, { op: 'add', path: 'members', value: [{ value: crypto.randomUUID() }] })).toMatchObject({ status: 400, body: { detail: expect.stringContaining('Add this person first') } });
    expect((await directory.ask('DELETE', `/Groups/${held['id']}`)).status).toBe(204);
    expect([await roles(), (await directory.ask('GET', `/Groups/${held['id']}`)).status]).toEqual([undefined, 404]);
    expect((await directory.ask('GET', `/Users/${id}`)).body).toMatchObject({ groups: [{ display: 'Andere naam' }] });
  });

  it('what a group brings counts at once when it is changed on the page', async () => {
    await at.first.send('PUT', '/v1/group-roles', { group: 'Regie-architecten', roles: ['architect'] });
    const { person } = await colleague({}, 'Regie-architecten');
    await at.first.send('PUT', '/v1/group-roles', { group: 'Regie-architecten', roles: ['architect', 'ciso'] });
    expect((await members())[person.name ?? '']).toEqual(['architect', 'ciso']);
    await at.first.send('DELETE', '/v1/group-roles?group=Regie-architecten');
    expect((await members())[person.name ?? '']).toBeUndefined();
  });

  it('PATCH: parts of a name, an address by its kind, all that a directory has; what cannot be is said', async () => {
    const id = await directory.added({ userName: 'patch@waterlinde.example' });
    const changed = await directory.patch(
      `/Users/${id}`,
      { op: 'Add', path: 'name.givenName', value: 'Petra' },
      { op: 'Replace', value: { 'name.familyName': 'Blauw', 'emails[type eq "work"].value': 'petra@waterlinde.example', title: 'CISO' } },
      { op: 'Add', path: 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department', value: 'I&A' },
      { op: 'add', path: `${userSchema}:displayName`, value: 'Petra Blauw' },
    );
    expect(changed).toMatchObject({ status: 200, body: { displayName: 'Petra Blauw', name: { givenName: 'Petra', familyName: 'Blauw' }, emails: [{ value: 'petra@waterlinde.example' }] } });
    expect((await directory.patch(`/Users/${id}`, { op: 'remove', path: 'displayName' })).body['displayName']).toBeUndefined();
    for (const [operation, scimType] of [
      [{ op: 'destroy', path: 'active' }, 'invalidSyntax'], [{ op: 'replace', path: 'id', value: 'x' }, 'mutability'], [{ op: 'replace', path: 'groups', value: [] }, 'mutability'],
      [{ op: 'replace', path: 'name..x', value: 'x' }, 'invalidPath'], [{ op: 'remove' }, 'invalidPath'], [{ op: 'replace', path: 'active', value: 'perhaps' }, 'invalidValue'], [{ op: 'remove', path: 'userName' }, 'invalidValue'],
    ] as const) expect(await directory.patch(`/Users/${id}`, operation)).toMatchObject({ status: 400, body: { scimType } });
    expect(await directory.ask('PUT', `/Users/${id}`, { userName: 'patch@waterlinde.example', displayName: 'Petra' })).toMatchObject({ status: 200, body: { displayName: 'Petra', active: true } });
    expect((await directory.ask('PUT', `/Users/${id}`, { userName: 'patch@waterlinde.example' }, 'application/json')).body).not.toHaveProperty('displayName');
  });

  it('PATCH of two at once loses nothing', async () => {
    const ids = await Promise.all(['gelijk-a', 'gelijk-b', 'gelijk-c'].map((name) => directory.added({ userName: `${name}@waterlinde.example` })));
    const group = await directory.group('Gelijktijdig', []);
    const answers = await Promise.all(ids.map((id) => directory.patch(`/Groups/${group}`, { op: 'add', path: 'members', value: [{ value: id }] })));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect((await directory.ask('GET', `/Groups/${group}`)).body['members']).toHaveLength(3);
  });

  it('the last administrator cannot be deactivated, removed or taken out of the group that makes them one', async () => {
    const anna = await idOf('anna@example.nl');
    const told = { status: 409, body: { detail: expect.stringContaining('the last administrator') } };
    expect(await directory.patch(`/Users/${anna}`, { op: 'Replace', path: 'active', value: 'False' })).toMatchObject(told);
    expect(await directory.ask('DELETE', `/Users/${anna}`)).toMatchObject(told);
    expect(await isIn(at.first)).toBe(true);
    const { id, who } = await colleague({}, 'Regie-beheer');
    expect((await directory.patch(`/Users/${anna}`, { op: 'Replace', path: 'active', value: 'False' })).status).toBe(200);
    const group = resourcesIn((await directory.ask('GET', `/Groups?filter=${encodeURIComponent('displayName eq "Regie-beheer"')}`)).body)[0] ?? {};
    expect(await directory.patch(`/Groups/${group['id']}`, { op: 'remove', path: `members[value eq "${id}"]` })).toMatchObject(told);
    expect(await directory.ask('DELETE', `/Groups/${group['id']}`)).toMatchObject(told);
    expect(await isIn(who)).toBe(true);
    await directory.patch(`/Users/${anna}`, { op: 'Replace', path: 'active', value: 'True' });
    await at.first.post('/sign-in', { email: 'anna@example.nl', password });
    expect(await isIn(at.first)).toBe(true);
  });

  it('who is removed is out, and is found no more', async () => {
    const { who, id, person } = await colleague();
    expect((await directory.ask('DELETE', `/Users/${id}`)).status).toBe(204);
    expect([await isIn(who), (await directory.ask('GET', `/Users/${id}`)).status, (await directory.ask('DELETE', `/Users/${id}`)).status]).toEqual([false, 404, 404]);
    expect((await comesIn(at, person)).answer.status).toBe(409);
  });

  it('takes no account over: whoever came in stays who they are, whatever id the directory gives them later', async () => {
    const { id, person } = await colleague();
    const thief = someone({ groups: [] });
    await directory.patch(`/Users/${id}`, { op: 'Replace', path: 'externalId', value: thief.sub });
    expect((await comesIn(at, thief)).answer.status).toBe(409);
    await invited(at.setting, at.first, 'Bewaard', ['editor']);
    const waiting = someone({ groups: [], email: 'bewaard@example.nl' });
    expect(await directory.ask('POST', '/Users', { userName: 'bewaard@example.nl', externalId: waiting.sub })).toMatchObject({ status: 409 });
    expect((await comesIn(at, waiting)).answer.status).toBe(409);
    expect((await comesIn(at, person)).answer.status).toBe(303);
  });

  it('who joins by an invitation is whom the directory knew under that address', async () => {
    const id = await directory.added({ userName: 'ida@example.nl', externalId: 'ext-ida' });
    const ida = await invited(at.setting, at.first, 'Ida', ['reader']);
    expect((await directory.ask('GET', `/Users?filter=${encodeURIComponent('userName eq "ida@example.nl"')}`)).body).toMatchObject({ totalResults: 1, Resources: [{ id }] });
    await directory.patch(`/Users/${id}`, { op: 'replace', value: { active: false } });
    expect((await ida.get('/v1/account')).status).toBe(401);
  });

  it('people and groups of another organisation are not there, and theirs may bear the same names', async () => {
    const elsewhere = await stranger(at.setting, at.first, ['administrator']);
    const other = await directoryFor(at.setting, elsewhere);
    const [user, group] = [await directory.added({ userName: 'dubbel@waterlinde.example', externalId: 'ext-dubbel' }), await directory.group('Dubbel', [])];
    const listed = JSON.stringify((await other.ask('GET', '/Users?count=200')).body);
    expect([listed.includes('dubbel@'), listed.includes('anna@example.nl')]).toEqual([false, false]);
    for (const [method, path] of [['GET', `/Users/${user}`], ['DELETE', `/Users/${user}`], ['GET', `/Groups/${group}`], ['DELETE', `/Groups/${group}`]] as const)
      expect([method, path, (await other.ask(method, path)).status]).toEqual([method, path, 404]);
    expect((await other.patch(`/Users/${user}`, { op: 'replace', path: 'active', value: false })).status).toBe(404);
    expect(await other.ask('POST', '/Groups', { displayName: 'Ruiltje', members: [{ value: user }] })).toMatchObject({ status: 400 });
    await other.added({ userName: 'dubbel@waterlinde.example', externalId: 'ext-dubbel' });
    await other.group('Dubbel', []);
  });

  it('every change leaves its trace, with the token as who did it and whose rights changed', async () => {
    const { id } = await colleague();
    await directory.patch(`/Users/${id}`, { op: 'replace', value: { active: false } });
    const { rows } = await sql<{ operation: string; object: string; actor: string }>`select operation, object, leaf::jsonb ->> 'actor' as actor from audit_event order by id desc limit 2`.execute(at.db);
    expect(rows.map(({ operation, object }) => [operation, object.split('/')[0]])).toEqual([['identity.save-directoryuser', 'person'], ['identity.save-directoryuser', 'directory-user']]);
    const { tokens } = (await (await at.first.get('/v1/organisation/tokens')).json()) as { tokens: { id: string; name: string; beginning: string }[] };
    const own = tokens.find(({ beginning }) => directory.token.startsWith(beginning))?.id;
    expect(rows.map(({ actor }) => actor)).toEqual([own, own]);
  });
});
