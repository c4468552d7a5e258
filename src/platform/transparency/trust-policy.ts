/**
 * Whose checkpoints count, and how many witnesses must have seen them (C2SP tlog-policy). One file of plain
 * lines, made by hand: `log <vkey>`, `witness <name> <vkey> [<url>]`, `group <name> <all|any|k> <name>…`,
 * `quorum <name|none>`.
 */
import { parseVerifierKey, type SignatureType, type VerifierKey } from './verifier-key.ts';

export type Witness = { readonly name: string; readonly key: VerifierKey; readonly url: string | null };
type Group = { readonly name: string; readonly needs: number; readonly members: readonly string[] };
export type TrustPolicy = { readonly logs: readonly VerifierKey[]; readonly witnesses: readonly Witness[]; readonly groups: readonly Group[]; readonly quorum: string };
export type PolicyFault = { readonly line: number; readonly message: string };
export type ReadPolicy = { readonly ok: true; readonly policy: TrustPolicy } | { readonly ok: false; readonly faults: readonly PolicyFault[] };

type Draft = { logs: VerifierKey[]; witnesses: Witness[]; groups: Group[]; quorum: string | null };
/** Says what is wrong, or null. */
type Reader = (draft: Draft, words: readonly string[]) => string | null;

const keyOf = (text: string | undefined, type: SignatureType): VerifierKey | null => {
  const key = parseVerifierKey(text ?? '');
  return key?.type === type ? key : null;
};
const isKnown = ({ witnesses, groups }: Draft, name: string): boolean => [...witnesses, ...groups].some((one) => one.name === name);
const isSame = (a: VerifierKey, b: VerifierKey): boolean => a.publicKey.equals(b.publicKey);
const isSameLog = (a: VerifierKey, b: VerifierKey): boolean => a.name === b.name && isSame(a, b);

const readLog: Reader = (draft, [vkey, , ...rest]) => {
  const key = keyOf(vkey, 'log');
  if (key === null || rest.length > 0) return 'A log line is `log <vkey> [<url>]`, with the key of a log.';
  if (draft.logs.some((other) => isSameLog(other, key))) return 'This log is listed twice.';
  draft.logs.push(key);
  return null;
};

const readWitness: Reader = (draft, [name = 'none', vkey, url, ...rest]) => {
  const key = keyOf(vkey, 'cosignature');
  if (key === null || rest.length > 0) return 'A witness line is `witness <name> <vkey> [<url>]`, with the key of a witness.';
  if (name === 'none' || isKnown(draft, name)) return `The name ${name} is taken.`;
  if (draft.witnesses.some((other) => isSame(other.key, key))) return 'This witness is listed twice.';
  draft.witnesses.push({ name, key, url: url ?? null });
  return null;
};

const needsOf = (word: string, count: number): number => (word === 'all' ? count : word === 'any' ? 1 : /^[1-9][0-9]*$/.test(word) ? Number(word) : 0);

const readGroup: Reader = (draft, [name = 'none', word = '', ...members]) => {
  const needs = needsOf(word, members.length);
  if (members.length === 0 || needs < 1 || needs > members.length) return 'A group line is `group <name> <all|any|number> <name>…`, and the number is at most that of the names.';
  if (name === 'none' || isKnown(draft, name)) return `The name ${name} is taken.`;
  const unknown = members.find((member) => !isKnown(draft, member));
  if (unknown !== undefined) return `${unknown} is not the name of a witness or group above this line.`;
  const grouped = new Set(draft.groups.flatMap((group) => group.members));
  if (new Set(members).size < members.length || members.some((member) => grouped.has(member))) return 'A name stands in one group, once.';
  draft.groups.push({ name, needs, members });
  return null;
};

const readQuorum: Reader = (draft, [name = '', ...rest]) => {
  if (draft.quorum !== null || rest.length > 0) return 'There is one line `quorum <name>`.';
  if (name !== 'none' && !isKnown(draft, name)) return `${name} is not the name of a witness or group above this line.`;
  draft.quorum = name;
  return null;
};

const readers: Readonly<Record<string, Reader>> = { log: readLog, witness: readWitness, group: readGroup, quorum: readQuorum };

const faultIn = (draft: Draft, line: string): string | null => {
  const [kind = '', ...words] = line.split(/[ \t]+/).filter((word) => word !== '');
  if (kind === '' || kind.startsWith('#')) return null;
  return Object.hasOwn(readers, kind) ? (readers[kind] as Reader)(draft, words) : `A line begins with log, witness, group or quorum, not with ${kind}.`;
};

export function readPolicy(text: string): ReadPolicy {
  const draft: Draft = { logs: [], witnesses: [], groups: [], quorum: null };
  const faults = text.split('\n').flatMap((line, at) => {
    const message = faultIn(draft, line.trim());
    return message === null ? [] : [{ line: at + 1, message }];
  });
  if (faults.length === 0 && draft.quorum === null) faults.push({ line: text.split('\n').length, message: 'A line `quorum <name>` is missing; `quorum none` asks for no witness.' });
  return faults.length > 0 ? { ok: false, faults } : { ok: true, policy: { ...draft, quorum: draft.quorum ?? 'none' } };
}

/**
 * The keys that a log may be signed with. A line with the name of a log is for that log; one with the name of a host
 * is for every log of that installation, which begins a new one each year (decision 0094).
 */
export const logKeysFor = ({ logs }: TrustPolicy, origin: string): VerifierKey[] =>
  logs.filter(({ name }) => name === origin || (!name.includes('/') && origin.startsWith(`${name}/log/`))).map((key) => ({ ...key, name: origin }));

export const noWitnesses: TrustPolicy = { logs: [], witnesses: [], groups: [], quorum: 'none' };

/** @param saw names of the witnesses that cosigned. */
export function isQuorum(policy: TrustPolicy, saw: ReadonlySet<string>): boolean {
  const counts = (name: string): boolean => {
    const group = policy.groups.find((one) => one.name === name);
    return group ? group.members.filter(counts).length >= group.needs : saw.has(name);
  };
  return policy.quorum === 'none' || counts(policy.quorum);
}
