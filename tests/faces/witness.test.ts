/** Two installations that witness each other, over real HTTP. */
import { hash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serve as listen } from '@hono/node-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newestCheckpoint } from '../../src/platform/audit/checkpoints.ts';
import { showWitnesses } from '../../src/platform/audit/show-witnesses.ts';
import { addEvents, id, newSigner, newSigning, now, organisation, sign } from '../../src/platform/audit/testing/written-log.ts';
import { hashesOf, rootAt } from '../../src/platform/audit/tree-store.ts';
import { witnessOf } from '../../src/platform/audit/witness.ts';
import { eachDatabase, type Fresh, freshDatabase } from '../../src/platform/database/testing/fresh-database.ts';
import { scopedDatabase } from '../../src/platform/database/scoped-database.ts';
import { serve } from '../../src/faces/serve.tsx';
import { witnessPrefix } from '../../src/faces/witness.ts';
import { checkpointText } from '../../src/platform/transparency/checkpoint.ts';
import { judgeCheckpointText } from '../../src/platform/transparency/judge-checkpoint.ts';
import { consistencyRanges } from '../../src/platform/transparency/merkle-tree.ts';
import { noteText } from '../../src/platform/transparency/signed-note.ts';
import { keyNamed, type Signer, signNote } from '../../src/platform/transparency/signer.ts';
import { noWitnesses, readPolicy, type TrustPolicy } from '../../src/platform/transparency/trust-policy.ts';
import { verifierKeyText } from '../../src/platform/transparency/verifier-key.ts';
import { witnessRequestText } from '../../src/platform/transparency/witness-request.ts';
import { settingOn } from './visitor.ts';

const host = 'regie.example';
const partner = 'partner.example';
const origin = `${host}/log/${organisation}/2026`;

function policyOf(...lines: readonly string[]): TrustPolicy {
  const read = readPolicy(lines.join('\n'));
  return read.ok ? read.policy : noWitnesses;
}

const addressOf = (server: Server): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

/** A whole server, that watches the logs of `host`. */
async function witnessServer(at: Fresh, signer: Signer, policy: TrustPolicy): Promise<Server> {
  const database = scopedDatabase(at.db);
  const witness = witnessOf({ within: (work) => database.change({}, work), policy, name: partner, signer: async () => signer, clock: { now: () => now } });
  const { site } = settingOn(at);
  return new Promise((resolved) => {
    const server = listen({ fetch: serve({ ...site, witness }).fetch, port: 0, hostname: '127.0.0.1', createServer }, () => resolved(server as Server));
  });
}

describe('an installation on the embedded database, and its witness on PostgreSQL where there is one', () => {
  const [ours, theirs] = [freshDatabase(eachDatabase[0]), freshDatabase(eachDatabase.at(-1))];
  const [signer, witnessSigner] = [newSigner(), newSigner()];
  const signing = newSigning(signer);
  const witnessLine = (url: string): string => `witness partner ${verifierKeyText(keyNamed(partner, 'cosignature', witnessSigner))} ${url}`;
  let server: Server;
  let policy: TrustPolicy;
  beforeAll(async () => {
    // Their administrator knows our installation by its host: a log of next year needs no new line.
    server = await witnessServer(theirs, witnessSigner, policyOf(`log ${verifierKeyText(keyNamed(host, 'log', signer))}`, 'quorum none'));
    policy = policyOf(`log ${verifierKeyText(keyNamed(host, 'log', signer))}`, witnessLine(`${addressOf(server)}${witnessPrefix}`), 'quorum partner');
  });
  afterAll(() => server.close());

  const add = async (body: string) => {
    const answer = await fetch(`${addressOf(server)}${witnessPrefix}/add-checkpoint`, { method: 'POST', body });
    return { status: answer.status, type: answer.headers.get('content-type'), text: await answer.text() };
  };
  const noteOf = async (name: string, size: number, root: Buffer, by: Signer = signer): Promise<string> => {
    const text = checkpointText({ origin: name, size: BigInt(size), root });
    return noteText({ text, signatures: [await signNote(by, name, text)] });
  };
  const noteAt = async (size: number): Promise<string> => noteOf(origin, size, await rootAt(ours.db, id, size));
  const proofFrom = (older: number, newer: number) => hashesOf(ours.db, id, consistencyRanges(older, newer));
  const said: string[] = [];
  const show = showWitnesses({ within: (_, work) => work(ours.db), get policy() { return policy; }, fetch, clock: { now: () => now }, log: (_, event) => void said.push(event) });
  const grow = async (count: number): Promise<void> => {
    await addEvents(ours.db, count);
    const signed = await sign(ours.db, signing);
    if (signed) await show(id, signed);
  };

  it('puts its signature under what the other signed, twice, so that its quorum is met', async () => {
    await grow(3);
    await grow(300);
    const newest = await newestCheckpoint(ours.db, id);
    expect(newest?.size).toBe(303);
    expect(judgeCheckpointText(newest?.note ?? '', policy)).toEqual({ kind: 'trusted', saw: ['partner'] });
    expect(said).toEqual([]);
  });

  it('shows anybody what it saw last', async () => {
    const seen = await fetch(`${addressOf(server)}${witnessPrefix}/${hash('sha256', origin)}/checkpoint`);
    expect(judgeCheckpointText(await seen.text(), policy)).toEqual({ kind: 'trusted', saw: ['partner'] });
    expect((await fetch(`${addressOf(server)}${witnessPrefix}/${hash('sha256', 'another')}/checkpoint`)).status).toBe(404);
  });

  it('says in seven ways what is wrong', async () => {
    const other = `elsewhere.example/log/${organisation}/2026`;
    expect(await add('nonsense')).toMatchObject({ status: 400, text: '' });
    expect(await add(witnessRequestText(400n, [], await noteAt(303)))).toMatchObject({ status: 400 });
    expect(await add(witnessRequestText(303n, [], await noteOf(origin, 303, await rootAt(ours.db, id, 303), newSigner())))).toMatchObject({ status: 403 });
    expect(await add(witnessRequestText(0n, [], await noteOf(other, 3, await rootAt(ours.db, id, 3))))).toMatchObject({ status: 404 });
    expect(await add(witnessRequestText(3n, await proofFrom(3, 303), await noteAt(303)))).toEqual({ status: 409, type: 'text/x.tlog.size', text: '303\n' });
    expect(await add(witnessRequestText(303n, [], await noteOf(origin, 303, Buffer.alloc(32, 1))))).toMatchObject({ status: 409, text: '303\n' });
    await addEvents(ours.db, 7);
    expect(await add(witnessRequestText(303n, (await proofFrom(303, 310)).toReversed(), await noteAt(310)))).toMatchObject({ status: 422 });
    expect((await fetch(`${addressOf(server)}${witnessPrefix}/add-checkpoint`, { method: 'POST', body: 'x'.repeat(70_000) })).status).toBe(413);
  });

  it('of ten at once with the same past signs one, and tells the rest how far it is', async () => {
    await addEvents(ours.db, 10);
    const requests = await Promise.all(Array.from({ length: 10 }, async (_, nth) => witnessRequestText(303n, await proofFrom(303, 311 + nth), await noteAt(311 + nth))));
    const answers = await Promise.all(requests.map(add));
    const signed = answers.findIndex(({ status }) => status === 200);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, ...Array.from({ length: 9 }, () => 409)]);
    expect(new Set(answers.filter(({ status }) => status === 409).map(({ text }) => text))).toEqual(new Set([`${311 + signed}\n`]));
  });

  it('is asked again from where it is, when we had forgotten', async () => {
    await grow(20);
    expect(judgeCheckpointText((await newestCheckpoint(ours.db, id))?.note ?? '', policy)).toMatchObject({ kind: 'trusted' });
  });

  it('says loudly that a witness saw more than there is', async () => {
    said.length = 0;
    await show(id, { size: 3, root: await rootAt(ours.db, id, 3), note: await noteAt(3), at: now });
    expect(said).toEqual(['witness-saw-more']);
  });
});
