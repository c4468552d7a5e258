/** `regie audit verify [--policy FILE] [--since FILE]` */
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import { bestCheckpoint } from '../../platform/audit/checkpoints.ts';
import { missingSince, organisationIn, type Since } from '../../platform/audit/missing-since.ts';
import { type LogFault, type Verified, verifyLog } from '../../platform/audit/verify-log.ts';
import { documentText } from '../../platform/command.ts';
import { type AdministratorContext, defineAdministratorCommand, type Ending } from '../../platform/control/administrator-command.ts';
import { invalid, isRefusal, type Refusal } from '../../platform/refusal.ts';
import { type Checkpoint, parseCheckpoint } from '../../platform/transparency/checkpoint.ts';
import { judgeCheckpointText } from '../../platform/transparency/judge-checkpoint.ts';
import { logKeysFor, type TrustPolicy } from '../../platform/transparency/trust-policy.ts';
import { both, type Locale } from '../../platform/words.ts';
import { everyLog, type FoundLog } from './every-log.ts';
import { policyIn } from './read-policy.ts';
import { words } from './words.ts';

function faultLine({ kind, index, until }: LogFault, locale: Locale): string {
  const said = words(locale).verified;
  return `  ${said.fault[kind]} ${until === undefined ? said.exactly(index) : said.between(index, until)}`;
}

const verdictLines = ({ origin, entries, checkpoints, faults }: Verified, locale: Locale): string[] => {
  const said = words(locale).verified;
  return [`${origin}: ${faults.length === 0 ? said.sound : said.broken} (${said.soundText(entries, checkpoints)})`, ...faults.map((fault) => faultLine(fault, locale))];
};

/** Whether what is signed is what the policy asks, and who saw it. */
async function isTrusted(at: AdministratorContext, { organisation, head }: FoundLog, policy: TrustPolicy): Promise<boolean> {
  const said = words(at.locale).commands;
  const signed = await at.world.database.read({ organisation }, (db) => bestCheckpoint(db, { organisation, log: head.log }, 0));
  if (signed === null) return (at.say(`  ${said.notSigned}`), false);
  const { kind, saw } = judgeCheckpointText(signed.note, policy);
  at.say(`  ${said.judged[kind]} ${said.seenBy(saw.length, policy.witnesses.length, signed.size, saw.join(', '))}`);
  return kind === 'trusted';
}

type Against = { readonly kept: readonly Checkpoint[]; readonly policy: TrustPolicy | null };

async function isSound(at: AdministratorContext, found: FoundLog, { kept, policy }: Against): Promise<boolean> {
  const { organisation, head } = found;
  const key = policy === null ? undefined : logKeysFor(policy, head.origin)[0];
  const verified = await at.world.database.read({ organisation }, (db) => verifyLog(db, organisation, head, kept, key));
  for (const line of verdictLines(verified, at.locale)) at.say(line);
  const trusted = policy === null || (await isTrusted(at, found, policy));
  return verified.faults.length === 0 && trusted;
}

function sinceLine(since: Since, locale: Locale): string {
  const said = words(locale).since;
  if (since.kind === 'missing') return said.missing(since.until - since.from, since.from, since.until - 1, since.lastAt?.toISOString() ?? '–');
  return since.kind === 'nothing-missing' ? said['nothing-missing'] : said[since.kind];
}

/** Exactly which entries are not here that were signed when this checkpoint was kept. @returns whether none is. */
export async function tellSince(at: AdministratorContext, checkpoint: Checkpoint): Promise<boolean> {
  const organisation = organisationIn(checkpoint.origin);
  const since: Since = organisation === null ? { kind: 'unknown-log' } : await at.world.database.read({ organisation }, (db) => missingSince(db, organisation, checkpoint));
  at.say(`${checkpoint.origin}: ${sinceLine(since, at.locale)}`);
  return since.kind === 'nothing-missing';
}

async function verifyAll(at: AdministratorContext, against: Against): Promise<Ending> {
  let sound = true;
  for (const checkpoint of against.kept) sound = (await tellSince(at, checkpoint)) && sound;
  for (const found of await everyLog(at)) sound = (await isSound(at, found, against)) && sound;
  return sound ? 'done' : 'failed';
}

async function keptIn(at: AdministratorContext, since: string | undefined): Promise<readonly Checkpoint[] | Refusal> {
  if (since === undefined) return [];
  const kept = parseCheckpoint(await text(at.input));
  return kept ? [kept.checkpoint] : invalid({ path: 'since', message: both(words, (said) => said.commands.noCheckpoint) });
}

export const verifyCommand = defineAdministratorCommand({
  name: 'audit verify',
  summary: (locale) => words(locale).commands.verify,
  input: z.strictObject({ since: z.string().optional(), policy: documentText.optional() }),
  operands: [],
  options: {
    since: { help: (locale) => words(locale).commands.since, placeholder: 'CHECKPOINT' },
    policy: { help: (locale) => words(locale).proof.policy, placeholder: 'FILE', file: true },
  },
  reads: 'since',
  trace: () => ({ object: 'log/check' }),
  handle: async (at, { since, policy: file }) => {
    const kept = await keptIn(at, since);
    if (isRefusal(kept)) return kept;
    const policy = file === undefined ? null : policyIn(file);
    return policy !== null && 'refused' in policy ? policy : verifyAll(at, { kept, policy });
  },
});
