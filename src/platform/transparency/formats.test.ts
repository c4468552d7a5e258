/** The texts that logs, witnesses and auditors exchange, each read as strictly as it is written. */
import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from './canonical-json.ts';
import { checkpointText, parseCheckpoint } from './checkpoint.ts';
import { judgeCheckpointText } from './judge-checkpoint.ts';
import { emptyRoot, leafHash, nodeHash } from './merkle-hash.ts';
import { hashOfRange, inclusionRanges, rootOf, treeOver } from './merkle-tree.ts';
import { parseProofFile, proofFileText } from './proof-file.ts';
import { noteText, parseNote, signatureBy, signatureLine } from './signed-note.ts';
import { cosign, keyNamed, type Signer, signerOf, signNote } from './signer.ts';
import { hashesIn, nodeFromTiles, tileBytes, tilePath, tilesFor, tilesOf } from './tiles.ts';
import { isQuorum, noWitnesses, readPolicy, type TrustPolicy } from './trust-policy.ts';
import { parseVerifierKey, verifierKeyText, type VerifierKey } from './verifier-key.ts';
import { judgeRequest, parseWitnessRequest, witnessRequestText } from './witness-request.ts';
import { vectors } from './testing/vectors.ts';

const newSigner = (): Signer => signerOf(generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' }) as string);
const at = new Date('2026-11-23T10:00:00Z');

const vkey = (name: string): string => verifierKeyText(keyNamed(name, 'cosignature', newSigner()));
const policyOf = (text: string): TrustPolicy => {
  const read = readPolicy(text);
  return read.ok ? read.policy : noWitnesses;
};

describe('a signed note', () => {
  const key = parseVerifierKey(vectors.note.key) as VerifierKey;
  const signed = `${vectors.note.text}\n${vectors.note.signature}`;

  it('AUD-1: the example of the specification verifies, and not with one letter changed', () => {
    expect(verifierKeyText(key)).toBe(vectors.note.key);
    expect(signatureBy(key, parseNote(signed) ?? { text: '', signatures: [] })).toBe('valid');
    expect(signatureBy(key, parseNote(signed.replace('example message', 'example massage')) ?? { text: '', signatures: [] })).toBe('forged');
  });

  it('by somebody else is not by us', () => {
    expect(signatureBy({ ...key, name: 'example.com/bar' }, parseNote(signed) ?? { text: '', signatures: [] })).toBe('absent');
  });

  it.each(['', 'text\n', 'text\n\n', 'text\n\n— name\n', signed.trimEnd(), signed.replace('message', 'mess\tage'), signed.replace('Uw2Q', 'Uw2*')])('%j is none', (text) => {
    expect(parseNote(text)).toBeNull();
  });
});

it('a checkpoint says its log, its size and its root, and nothing else is read as one', () => {
  const text = checkpointText({ origin: 'example.com/log', size: 2n ** 60n, root: emptyRoot });
  const signed = `${text}\n${signatureLine({ name: 'a', id: Buffer.alloc(4), signature: Buffer.alloc(64) })}`;
  expect(parseCheckpoint(signed)?.checkpoint).toEqual({ origin: 'example.com/log', size: 2n ** 60n, root: emptyRoot });
  expect(parseCheckpoint(signed.replace('1152', '01152'))).toBeNull();
  expect(parseCheckpoint(signed.replace('=', ''))).toBeNull();
});

describe('tiles', () => {
  it.each(vectors.tilePaths)('level %i, index %i, width %i is at %s', (level, index, width, path) => {
    expect(tilePath(level, index, width)).toBe(path);
  });

  it('a tree of 70,000 is 273 full tiles and a partial one, one full and a partial one, and one partial', () => {
    expect(Object.values(Object.groupBy(tilesOf(70_000), ({ level }) => level)).map((tiles) => [tiles?.length, tiles?.at(-1)?.width])).toEqual([[274, 112], [2, 17], [1, 1]]);
  });

  it('give the same proofs as the leaves', () => {
    const hashes = Array.from({ length: 2000 }, (_, at) => leafHash(Buffer.from(String(at))));
    const whole = treeOver(hashes);
    const tiles = new Map([...tilesOf(hashes.length)].map(({ level, index, width }) => [`${level}/${index}`, hashesIn(tileBytes(Array.from({ length: width }, (_, at) => whole(level * 8, index * 256 + at))))]));
    const asked: string[] = [];
    const node = nodeFromTiles(({ level, index }) => (asked.push(`${level}/${index}`), tiles.get(`${level}/${index}`) ?? []));
    for (const index of [0, 255, 256, 1023, 1024, 1999]) {
      const ranges = inclusionRanges(index, hashes.length);
      asked.length = 0;
      expect(ranges.map((range) => hashOfRange(range, node))).toEqual(ranges.map((range) => hashOfRange(range, whole)));
      expect(asked.every((tile) => tilesFor(ranges).some(({ level, index: own }) => `${level}/${own}` === tile))).toBe(true);
    }
    expect(rootOf(hashes.length, node)).toEqual(rootOf(hashes.length, whole));
  });
});

it('canonical JSON sorts by code unit, writes numbers and texts one way, and leaves no space', () => {
  expect(canonicalJson({ '€': 1, '\r': 'a\u000f"/', 1: [null, true, 1e21, -0], ö: {}, '😂': 2, '\ufb33': 3 })).toBe('{"\\r":"a\\u000f\\"/","1":[null,true,1e+21,0],"ö":{},"€":1,"😂":2,"\ufb33":3}');
});

describe('a trust policy', () => {
  const lines = ['X1', 'X2', 'X3', 'Y1'].map((name) => `witness ${name} ${vkey(name)}`);

  it('asks as many witnesses as its quorum says', () => {
    const policy = policyOf([...lines, '# two groups', 'group X 2 X1 X2 X3', 'group both all X Y1', '  quorum\tboth '].join('\n'));
    expect([['X1', 'Y1'], ['X1', 'X3'], ['X1', 'X3', 'Y1']].map((saw) => isQuorum(policy, new Set(saw)))).toEqual([false, false, true]);
    expect(isQuorum(policyOf('quorum none'), new Set())).toBe(true);
  });

  it.each([
    ['', 'A line `quorum <name>` is missing'],
    ['quorum X9', 'X9 is not the name'],
    [`${lines[0]}\n${lines[0]?.replace('X1', 'Z1')}\nquorum X1`, 'listed twice'],
    [`${lines[0]}\ngroup g 2 X1\nquorum g`, 'at most that of the names'],
    [`${lines[0]}\ngroup g any X1\ngroup h any X1\nquorum h`, 'stands in one group'],
    ['witness a nonsense\nquorum none', 'with the key of a witness'],
    ['watcher\nquorum none', 'not with watcher'],
  ])('refuses %j', (text, message) => {
    expect(readPolicy(text)).toMatchObject({ ok: false, faults: expect.arrayContaining([{ line: expect.any(Number), message: expect.stringContaining(message) }]) });
  });
});

describe('a log, a witness and an auditor', async () => {
  const [logSigner, witnessSigner] = [newSigner(), newSigner()];
  const origin = 'regie.example/log/1';
  const logKey = keyNamed(origin, 'log', logSigner);
  const witnessKey = keyNamed('partner.example', 'cosignature', witnessSigner);
  const hashes = Array.from({ length: 5 }, (_, index) => leafHash(Buffer.from(`leaf ${index}`)));
  const noteAt = async (size: number, over = hashes): Promise<string> => {
    const text = checkpointText({ origin, size: BigInt(size), root: rootOf(size, treeOver(over.slice(0, size))) });
    return noteText({ text, signatures: [await signNote(logSigner, origin, text)] });
  };
  const ask = async (old: bigint, size: number, proof: readonly Buffer[] = [], over = hashes) => parseWitnessRequest(witnessRequestText(old, proof, await noteAt(size, over)));
  const seen = { size: 4n, root: rootOf(4, treeOver(hashes)) };

  it.each([
    ['a first checkpoint', 0n, 4, [], undefined, 200],
    ['growth with its proof', 4n, 5, [hashes[4] as Buffer], seen, 200],
    ['the same again', 4n, 4, [], seen, 200],
    ['growth without its proof', 4n, 5, [], seen, 422],
    ['growth with a wrong proof', 4n, 5, [hashes[3] as Buffer], seen, 422],
    ['going back', 5n, 4, [], seen, 400],
    ['an old size that is not the last seen', 3n, 5, [], seen, 409],
    ['a proof from nothing', 0n, 4, [hashes[0] as Buffer], undefined, 422],
  ])('of %s', async (_, old, size, proof, before, status) => {
    const request = await ask(old, size, proof);
    expect(request && judgeRequest(request, [logKey], before).status).toBe(status);
  });

  it('of an unknown log, of a key that is not its own, and of a tree of another past', async () => {
    const request = await ask(0n, 4);
    expect(request && judgeRequest(request, []).status).toBe(404);
    expect(request && judgeRequest(request, [keyNamed(origin, 'log', newSigner())]).status).toBe(403);
    const other = await ask(4n, 4, [], hashes.with(0, nodeHash(emptyRoot, emptyRoot)));
    expect(other && judgeRequest(other, [logKey], seen).status).toBe(409);
    expect(parseWitnessRequest('old 04\n\nx')).toBeNull();
  });

  it('a cosignature counts for who knows the witness, and a forged one spoils the note', async () => {
    const signed = parseNote(await noteAt(5)) ?? { text: '', signatures: [] };
    const cosigned = noteText({ ...signed, signatures: [...signed.signatures, await cosign(witnessSigner, 'partner.example', signed.text, at)] });
    const policy: TrustPolicy = { logs: [logKey], witnesses: [{ name: 'partner', key: witnessKey, url: null }], groups: [], quorum: 'partner' };
    expect(judgeCheckpointText(cosigned, policy)).toEqual({ kind: 'trusted', saw: ['partner'] });
    expect(judgeCheckpointText(noteText(signed), policy).kind).toBe('too-few-witnesses');
    expect(judgeCheckpointText(cosigned, { ...policy, logs: [] }).kind).toBe('unknown-log');
    expect(judgeCheckpointText(cosigned.replace('\n5\n', '\n6\n'), policy).kind).toBe('forged');
  });

  it('a proof file is read back as it was written', async () => {
    const node = treeOver(hashes);
    const file = { leaf: Buffer.from('leaf 2'), index: 2n, proof: inclusionRanges(2, 5).map((range) => hashOfRange(range, node)), note: await noteAt(5) };
    const text = proofFileText(file);
    expect(text.split('\n')[0]).toBe('c2sp.org/tlog-proof@v1');
    expect(parseProofFile(text)).toMatchObject(file);
    for (const wrong of [text.replace('@v1', '@v2'), text.replace('index 2', 'index 02'), text.replace('extra ', 'extra'), text.replace(/\n\n[^]*/, '\n\n')]) expect(parseProofFile(wrong)).toBeNull();
  });
});
