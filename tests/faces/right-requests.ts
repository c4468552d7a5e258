/**
 * How each change and each sensitive read is rightly asked, so that a test can really do all of them. An operation
 * that succeeds with nothing but what its address asks needs no line here; another fails `traces.test.ts` until it has one.
 */
import { sql } from 'kysely';
import { offerSetup } from '../../src/capabilities/identity/public.ts';
import type { Fresh } from '../../src/platform/database/testing/fresh-database.ts';
import type { Operation } from '../../src/platform/operation.ts';
import { hasBody, pathNames } from '../../src/faces/rest/route.ts';
import { sequenceEvents } from '../../src/platform/audit/sequence-events.ts';
import { signCheckpoint } from '../../src/platform/audit/sign-checkpoint.ts';
import { newSigning } from '../../src/platform/audit/testing/written-log.ts';
import { leavingToken } from './easy-provider.ts';
import { importDocument, smallExample } from './scene.ts';
import { SoftwareAuthenticator } from './software-authenticator.ts';
import { browser, type Browser, invited, password, type Setting, signedIn } from './visitor.ts';

export type Stage = {
  readonly db: Fresh['db'];
  readonly setting: Setting;
  readonly operations: readonly Operation[];
  /** Has every role in the organisation of `first`. */
  readonly everything: Browser;
  /** Founded the organisation, and looks after the platform. */
  readonly first: Browser;
};

type Input = Readonly<Record<string, unknown>>;
export type Right = { readonly input: Input; /** Without it: who has every role. */ readonly as?: Browser };
type Recipe = (at: Stage) => Promise<Right> | Right;

export type Addressed = { readonly method: string; readonly path: string; readonly body?: unknown };

/** The input as it goes over the line: in the address, the query or the body. */
export function addressed(operation: Operation, input: Input): Addressed {
  const { method, path } = operation.rest;
  const names = pathNames(path);
  const filled = `/v1${path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(input[name])))}`;
  const others = Object.fromEntries(Object.entries(input).filter(([name]) => !names.includes(name)));
  if (hasBody(operation)) return { method, path: filled, body: others };
  const query = new URLSearchParams(Object.entries(others).map(([name, value]) => [name, String(value)]));
  return { method, path: query.size === 0 ? filled : `${filled}?${query}` };
}

const sent = (who: Browser, { method, path, body }: Addressed): Promise<Response> => who.send(method, path, body);

const named = ({ operations }: Stage, name: string): Operation => {
  const found = operations.find((operation) => operation.name === name);
  if (!found) throw new Error(`There is no operation ${name}.`);
  return found;
};

export async function rightRequest(at: Stage, operation: Operation): Promise<{ readonly who: Browser; readonly request: Addressed }> {
  const { input, as = at.everything } = (await recipes[operation.name]?.(at)) ?? { input: {} };
  return { who: as, request: addressed(operation, input) };
}

/** Does it, and gives what came out. @throws when it was refused. */
async function done<Output>(at: Stage, name: string, given?: Right): Promise<Output> {
  const operation = named(at, name);
  const { input, as = at.everything } = given ?? (await recipes[name]?.(at)) ?? { input: {} };
  const answer = await sent(as, addressed(operation, input));
  if (!answer.ok) throw new Error(`${name} was refused: ${await answer.text()}`);
  return (await answer.json()) as Output;
}
const madeBy = (name: string) => async (at: Stage): Promise<{ id: string }> => done<{ id: string }>(at, name);
const onMade = (name: string, others: Input = {}): Recipe => async (at) => ({ input: { id: (await madeBy(name)(at)).id, ...others } });

let turn = 0;
/** Another each time, so that nothing is there twice. */
const fresh = (name: string): string => `${name} ${(turn += 1)}`;
const freshAddress = (): string => `nieuw-${(turn += 1)}@example.nl`;

const tokenIn = ({ path }: { readonly path: string }): string => path.split('token=')[1] ?? '';
let latest = '';
const somebody = ({ setting, first }: Stage): Promise<Browser> => invited(setting, first, (latest = `iemand-${(turn += 1)}`), ['reader']);
/** Somebody who just joined, and their id. */
async function joined(at: Stage): Promise<{ readonly who: Browser; readonly id: string }> {
  const who = await somebody(at);
  const { members } = await at.first.json<{ members: { id: string; name: string }[] }>('GET', '/v1/members');
  return { who, id: members.find(({ name }) => name === latest)?.id ?? '' };
}
const newMember = async (at: Stage): Promise<string> => (await joined(at)).id;

async function founded(at: Stage): Promise<Browser> {
  const begun = await done<{ path: string }>(at, 'identity.begin-organisation');
  const founder = browser(at.setting);
  await founder.post('/join', { token: tokenIn(begun), password });
  return founder;
}

async function onThePlatform({ setting }: Stage): Promise<Browser> {
  const who = await signedIn(setting, 'anna@example.nl');
  await who.post('/organisations', { organisation: '' });
  return who;
}

type Options = Parameters<SoftwareAuthenticator['sign']>[0];
async function challenge(at: Stage, who: Browser, purpose: 'sign-in' | 'register'): Promise<Options> {
  const input = { purpose, ...(purpose === 'register' ? { name: 'Pia', email: 'pia@example.nl' } : {}) };
  return (await done<{ options: Options }>(at, 'identity.ask-passkey', { input, as: who })).options;
}

async function withPasskey(at: Stage): Promise<{ readonly who: Browser; readonly device: SoftwareAuthenticator }> {
  const [who, device] = [await somebody(at), new SoftwareAuthenticator()];
  await done(at, 'identity.add-passkey', { input: { name: 'Telefoon', passkey: device.make(await challenge(at, who, 'register')) }, as: who });
  return { who, device };
}

async function invitation(at: Stage): Promise<string> {
  return tokenIn(await done<{ path: string }>(at, 'identity.invite-member'));
}

/** A job that was given up. */
const lostJob: Recipe = async ({ db }) => {
  const id = `aaaaaaaa-0000-7000-8000-${String((turn += 1)).padStart(12, '0')}`;
  await sql`insert into job (organisation_id, id, kind, title, input, made_at, due_at, attempts, reason, given_up_at)
    select id, ${id}, 'test.send-letter', '{"nl": "Een brief sturen", "en": "Send a letter"}', 'sealed', now(), now(), 16, 'status-503', now() from organisation where name = 'Waterlinde'`.execute(db);
  return { input: { id } };
};

/** Of the organisation that `first` founded; there are others here too. */
async function idsOf({ db }: Stage, kind: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select i.id from landscape_item i join organisation o on o.id = i.organisation_id where o.name = 'Waterlinde' and kind = ${kind} order by i.id`.execute(db);
  return rows.map(({ id }) => id);
}
const itemOf = (kind: string, others: Input): Recipe => async (at) => ({ input: { id: (await idsOf(at, kind))[0], ...others } });
const providerOf = async (at: Stage): Promise<string | undefined> => (await idsOf(at, 'providers'))[0];
const system = { recovery: 'unknown' };
const contract = { start: '2026-01-01' };
const evidence = { kind: 'document', source: 'Rapport', on: '2026-01-01', about: 'contract/c-1', subject: 'data-in-eu', state: 'yes' };
const imported = (): string => smallExample.replace('Containerplatform', fresh('Containerplatform'));

const agreement = (partner: string): Input => ({ partner, partnerName: 'Buren', programme: 'samen-water', upTo: 'internal', until: '2027-06-30' });
const answered = (): Input => ({ role: 'board', layer: 8, answers: { 'should-we': { answer: 'yes', note: fresh('Besproken') } } });
const tokenAsked = (): Input => ({ name: fresh('Koppeling'), scopes: ['landscape:read'], days: 30 });
const webhook = (): Right => ({ input: { url: 'https://hook.example/', events: ['landscape.save-dataset'] } });
const event: Recipe = async ({ db }) => ({ input: { id: (await sql<{ id: string }>`select e.id from audit_event e join organisation o on o.id = e.organisation_id where o.name = 'Waterlinde' order by e.id limit 1`.execute(db)).rows[0]?.id } });

const signing = newSigning();
/** As the keeper of the log does, who does not run here. */
async function signedLog({ db, setting }: Stage): Promise<void> {
  const { rows } = await sql<{ id: string }>`select id from organisation where name = 'Waterlinde'`.execute(db);
  const id = { organisation: rows[0]?.id ?? '', log: '2026' };
  const { database, clock } = setting.site.world;
  await database.change({ organisation: id.organisation }, async (own) => {
    while ((await sequenceEvents(own, id)) > 0);
    await signCheckpoint(own, signing, id, clock.now());
  });
}

/** Leaving is for an organisation that nobody here needs any more. */
async function leavingOne(at: Stage, upTo: readonly string[]): Promise<Right> {
  const founder = await founded(at);
  for (const name of upTo) await done(at, name, { input: name === 'leaving.announce-exit' ? { notice: '2026-12-01' } : {}, as: founder });
  return { input: {}, as: founder };
}

type Question = { readonly key: string; readonly blockedBy?: string };
async function openQuestion(who: Browser, systems: readonly string[], kind: 'measure' | 'clause'): Promise<Right> {
  for (const id of systems) {
    const { questions } = (await (await who.get(`/v1/systems/${id}`)).json()) as { questions: readonly Question[] };
    const open = questions.find(({ key, blockedBy }) => !blockedBy && key.startsWith(`${kind}.`));
    if (open) return { input: { id, question: open.key, answer: 'yes' }, as: who };
  }
  throw new Error(`No system has an open question about a ${kind}.`);
}

/** All depends on one clause of one contract. */
const hangsOnAClause = JSON.stringify({
  regiekompas: 'landscape/1', organisation: { id: 'o', name: 'O', country: 'NL' }, asOf: '2026-11-01',
  providers: [{ id: 'dijk', name: 'Dijk', country: 'NL' }],
  datasets: [{ id: 'd', name: 'Dossiers', classification: 'critical' }],
  systems: [{ id: 's', name: 'S', delivery: 'hosted', deployment: 'private', datasets: ['d'], layers: Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((layer) => [layer, { operator: 'self' }])), recovery: { declaredHours: 8 } }],
  contracts: [{ id: 'c', provider: 'dijk', systems: ['s'], start: '2020-01-01', clauses: { 'data-in-eu': true, 'customer-key-management': true } }],
});

const experiment = (): Right => ({ input: { title: fresh('Proef'), question: 'Werkt dit voor iedereen?', plan: 'Vier weken, met zijn drieën.' } });
const roomFor = async (at: Stage): Promise<Input> => ({ sponsor: await newMember(at), room: 'Een dag in de week.', bounds: 'Geen echte gegevens.', until: '2027-01-01' });
const idea = (): Right => ({ input: { kind: 'idea', title: fresh('Idee'), body: 'Het kan beter.' } });
async function answeredIdea(at: Stage): Promise<string> {
  const { id } = await madeBy('participation.share-idea')(at);
  await done(at, 'participation.answer-idea', { input: { id, answer: 'yes', reason: 'Dit gaan we zeker doen.' } });
  return id;
}
const spoken = { kind: 'concern', title: 'Zonder naam', body: 'Wat ik zag.' };
const entranceOf = async (at: Stage): Promise<string> => (await done<{ address: string }>(at, 'participation.open-entrance')).address.split('/').at(-1) ?? '';
async function spokenUp(at: Stage): Promise<{ entrance: string; receipt: string }> {
  const entrance = await entranceOf(at);
  const { receipt } = await done<{ receipt: string }>(at, 'participation.report-concern', { input: { entrance, ...spoken } });
  return { entrance, receipt };
}

const recipes: Readonly<Record<string, Recipe>> = {
  'calendar.revoke-feed': async (at) => (await done(at, 'calendar.make-feed'), { input: {} }),
  'conversation.answer-layer': () => ({ input: answered() }),
  'identity.set-up': async ({ db, setting }) => {
    await sql`delete from installation`.execute(db);
    const { world } = setting.site;
    const code = await world.database.change({}, (own) => offerSetup(own, world.clock.now()));
    return { input: { code, organisation: fresh('Eerste'), name: 'Eerste', email: freshAddress(), password }, as: browser(setting) };
  },
  'identity.ask-passkey': (at) => ({ input: { purpose: 'sign-in' }, as: browser(at.setting) }),
  'identity.sign-in': (at) => ({ input: { email: 'anna@example.nl', password }, as: browser(at.setting) }),
  'identity.sign-in-passkey': async (at) => {
    const { device } = await withPasskey(at);
    const who = browser(at.setting);
    return { input: { passkey: device.sign(await challenge(at, who, 'sign-in')) }, as: who };
  },
  'identity.sign-in-recovery': async (at) => {
    const { codes } = await done<{ codes: string[] }>(at, 'identity.make-recoverycodes');
    return { input: { email: 'alles@example.nl', code: codes[0] }, as: browser(at.setting) };
  },
  'identity.sign-out': async (at) => ({ input: {}, as: await somebody(at) }),
  'identity.change-password': async (at) => ({ input: { current: password, password: 'another sentence that is long enough' }, as: await somebody(at) }),
  'identity.add-passkey': async (at) => {
    const who = await somebody(at);
    return { input: { name: 'Telefoon', passkey: new SoftwareAuthenticator().make(await challenge(at, who, 'register')) }, as: who };
  },
  'identity.remove-passkey': async (at) => {
    const { who, device } = await withPasskey(at);
    return { input: { id: device.id.toString('base64url') }, as: who };
  },
  'identity.confirm-person': () => ({ input: { password } }),
  'identity.end-session': async (at) => {
    await signedIn(at.setting, 'alles@example.nl');
    const { sessions } = (await (await at.everything.get('/v1/account')).json()) as { sessions: { id: string; own: boolean }[] };
    return { input: { id: sessions.find(({ own }) => !own)?.id } };
  },
  'identity.end-othersessions': async (at) => ({ input: {}, as: await somebody(at) }),
  'identity.switch-organisation': async (at) => ({ input: { organisation: null }, as: await signedIn(at.setting, 'anna@example.nl') }),
  'identity.invite-member': () => ({ input: { name: 'Genodigde', email: freshAddress(), roles: ['reader'] } }),
  'identity.join-organisation': async (at) => ({ input: { token: await invitation(at), password }, as: browser(at.setting) }),
  'identity.change-roles': async (at) => ({ input: { id: await newMember(at), roles: ['reader', 'auditor'] } }),
  'identity.add-part': () => ({ input: { kind: 'unit', name: fresh('Afdeling') } }),
  'identity.rename-part': async (at) => onMade('identity.add-part', { name: fresh('Anders') })(at),
  'identity.end-part': onMade('identity.add-part'),
  'identity.give-partrole': async (at) => ({ input: { id: await newMember(at), role: 'reader', part: (await madeBy('identity.add-part')(at)).id, reason: 'Vervangt iemand' } }),
  'identity.withdraw-partrole': async (at) => {
    const [id, part] = [await newMember(at), (await madeBy('identity.add-part')(at)).id];
    await done(at, 'identity.give-partrole', { input: { id, role: 'reader', part, reason: 'Vervangt iemand' } });
    return { input: { id, role: 'reader', part } };
  },
  'identity.clear-member': async (at) => ({ input: { id: await newMember(at), clearance: 'confidential' } }),
  'identity.remove-member': async (at) => ({ input: { id: await newMember(at) } }),
  'identity.begin-organisation': async (at) => ({ input: { organisation: fresh('Nieuwland'), name: 'Nel', email: freshAddress() }, as: await onThePlatform(at) }),
  'identity.list-accounts': async (at) => ({ input: {}, as: await onThePlatform(at) }),
  'identity.close-account': async (at) => ({ input: { id: await newMember(at), closed: true }, as: await onThePlatform(at) }),
  'identity.ask-provider': (at) => ({ input: { purpose: 'sign-in' }, as: browser(at.setting) }),
  'identity.meet-provider': async (at) => {
    const as = await somebody(at);
    const { ticket } = await done<{ ticket: string }>(at, 'identity.ask-provider', { input: { purpose: 'link' }, as });
    return { input: { ticket, answer: `subject=${latest}` }, as };
  },
  'identity.end-providersessions': (at) => ({ input: { token: leavingToken('niemand') }, as: browser(at.setting) }),
  'identity.save-group': () => ({ input: { group: fresh('Groep'), roles: ['reader'] } }),
  'identity.remove-group': async (at) => ({ input: { group: (await done<{ group: string }>(at, 'identity.save-group')).group } }),
  'keys.erase-person': async (at) => {
    const { who, id } = await joined(at);
    await done(at, 'conversation.answer-layer', { input: answered(), as: who });
    return { input: { person: id, reason: 'Op verzoek', confirmed: true } };
  },
  'identity.add-directoryuser': () => ({ input: { userName: freshAddress() } }),
  'identity.save-directoryuser': onMade('identity.add-directoryuser', { userName: 'anders@example.nl' }),
  'identity.remove-directoryuser': onMade('identity.add-directoryuser'),
  'identity.add-directorygroup': () => ({ input: { displayName: fresh('Groep') } }),
  'identity.save-directorygroup': onMade('identity.add-directorygroup', { displayName: 'Anders' }),
  'identity.remove-directorygroup': onMade('identity.add-directorygroup'),
  'landscape.add-system': () => ({ input: { ...system, name: fresh('Systeem') } }),
  'landscape.save-system': itemOf('systems', { ...system, name: 'Anders' }),
  'landscape.add-service': () => ({ input: { name: fresh('Dienst'), criticality: 'normal' } }),
  'landscape.save-service': itemOf('services', { name: 'Anders', criticality: 'normal' }),
  'landscape.add-dataset': () => ({ input: { name: fresh('Gegevens'), classification: 'regular' } }),
  'landscape.save-dataset': itemOf('datasets', { name: 'Anders', classification: 'regular' }),
  'landscape.add-provider': () => ({ input: { name: fresh('Leverancier'), country: 'NL' } }),
  'landscape.save-provider': itemOf('providers', { name: 'Anders', country: 'NL' }),
  'landscape.add-contract': async (at) => ({ input: { ...contract, provider: await providerOf(at) } }),
  'landscape.save-contract': async (at) => itemOf('contracts', { ...contract, provider: await providerOf(at) })(at),
  'landscape.add-evidence': () => ({ input: evidence }),
  'landscape.save-evidence': itemOf('evidence', evidence),
  'landscape.save-layer': itemOf('systems', { owner: 'systems', layer: 8, responsible: 'Beheer' }),
  'landscape.save-organisation': () => ({ input: { name: fresh('Waterlinde'), country: 'NL' } }),
  'landscape.remove-item': async (at) => ({ input: { kind: 'systems', id: (await madeBy('landscape.add-system')(at)).id } }),
  'landscape.read-import': () => ({ input: { text: imported() } }),
  'landscape.apply-import': onMade('landscape.read-import'),
  'landscape.undo-change': async (at) => {
    await done(at, 'landscape.add-system');
    const { rows } = await sql<{ revision: number }>`select max(revision)::int as revision from landscape_change`.execute(at.db);
    return { input: { revision: rows[0]?.revision } };
  },
  'landscape.open-example': async (at) => ({ input: {}, as: await somebody(at) }),
  'sovereignty.answer-question': async (at) => openQuestion(at.everything, await idsOf(at, 'systems'), 'measure'),
  'sovereignty.answer-clause': async (at) => {
    const founder = await founded(at);
    await importDocument(founder, hangsOnAClause);
    return openQuestion(founder, ['s'], 'clause');
  },
  'policy.adopt-policy': () => ({ input: { id: 'strict', confirmed: true } }),
  'frameworks.answer-questions': () => ({ input: { id: 'woo-duties', place: 'organisation', subject: 'self', group: 'requests', answers: { 'woo-duties/in-time': { value: '1' } } } }),
  'frameworks.take-edition': () => ({ input: { id: 'eu-csf-2026' } }),
  'frameworks.add-criterion': () => ({ input: { id: 'woo-duties', name: fresh('Eis') } }),
  'frameworks.remove-criterion': async (at) => ({ input: await done<{ id: string; criterion: string }>(at, 'frameworks.add-criterion') }),
  'experiments.propose-experiment': experiment,
  'experiments.give-room': async (at) => ({ input: { id: (await madeBy('experiments.propose-experiment')(at)).id, ...(await roomFor(at)) } }),
  'experiments.refuse-experiment': onMade('experiments.propose-experiment', { refusal: 'Dit past niet bij ons.' }),
  'experiments.tell-outcome': async (at) => {
    const { id } = await madeBy('experiments.propose-experiment')(at);
    await done(at, 'experiments.give-room', { input: { id, ...(await roomFor(at)) } });
    return { input: { id, tried: 'Wij deden het zo.', seen: 'Wij zagen dit gebeuren.', learned: 'Wij leerden hiervan veel.', ending: 'adapt' } };
  },
  'participation.share-idea': idea,
  'participation.support-idea': onMade('participation.share-idea', { supports: true }),
  'participation.reply-idea': onMade('participation.share-idea', { text: 'Dank voor het idee.' }),
  'participation.show-handling': onMade('participation.share-idea'),
  'participation.take-up-idea': async (at) => ({ input: { id: (await madeBy('participation.share-idea')(at)).id, ownerRole: 'cio', owner: await newMember(at), answerBy: '2026-12-01' } }),
  'participation.answer-idea': onMade('participation.share-idea', { answer: 'no', reason: 'Dit past niet bij wat wij willen.' }),
  'participation.tell-outcome': async (at) => ({ input: { id: await answeredIdea(at), outcome: 'Het heeft echt geholpen.' } }),
  'participation.paraphrase-idea': async (at) => {
    const { entrance } = await spokenUp(at);
    const { rows } = await sql<{ id: string }>`select i.id from idea i join organisation o on o.id = i.organisation_id where o.name = 'Waterlinde' and receipt_hash is not null limit 1`.execute(at.db);
    return { input: { id: entrance === '' ? '' : rows[0]?.id, paraphrase: 'Iemand zag iets gebeuren.' } };
  },
  'participation.save-legalchannel': () => ({ input: { contact: fresh('Bureau Integriteit') } }),
  'participation.report-concern': async (at) => ({ input: { entrance: await entranceOf(at), ...spoken } }),
  'participation.follow-concern': async (at) => ({ input: await spokenUp(at) }),
  'tokens.make-token': () => ({ input: tokenAsked() }),
  'tokens.revoke-token': onMade('tokens.make-token'),
  'tokens.make-organisationtoken': () => ({ input: tokenAsked() }),
  'tokens.revoke-organisationtoken': onMade('tokens.make-organisationtoken'),
  'partnership.propose-agreement': () => ({ input: agreement('0190a000-0000-4000-8000-000000000000') }),
  'partnership.accept-agreement': async (at) => {
    const partner = await founded(at);
    const { code } = await done<{ code: string }>(at, 'partnership.list-agreements', { input: {}, as: partner });
    const { id } = await done<{ id: string }>(at, 'partnership.propose-agreement', { input: agreement(code) });
    return { input: { id }, as: partner };
  },
  'partnership.end-agreement': onMade('partnership.propose-agreement'),
  'traces.show-event': event,
  'traces.download-proof': async (at) => (await signedLog(at), event(at)),
  'traces.download-log': async (at) => (await signedLog(at), { input: { log: '2026' } }),
  'queue.retry-job': lostJob,
  'queue.drop-job': lostJob,
  'leaving.announce-exit': async (at) => ({ ...(await leavingOne(at, [])), input: { notice: '2026-12-01' } }),
  'leaving.close-organisation': (at) => leavingOne(at, ['leaving.announce-exit']),
  'leaving.call-off': (at) => leavingOne(at, ['leaving.announce-exit', 'leaving.close-organisation']),
  'webhooks.add-webhook': webhook,
  'webhooks.pause-webhook': onMade('webhooks.add-webhook', { paused: true }),
  'webhooks.test-webhook': onMade('webhooks.add-webhook'),
  'webhooks.rotate-secret': onMade('webhooks.add-webhook'),
  'webhooks.remove-webhook': onMade('webhooks.add-webhook'),
};
