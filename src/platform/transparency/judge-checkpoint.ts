/** Whether a signed checkpoint is what a policy asks: signed by its log, seen by enough witnesses. */
import { parseCheckpoint, type SignedCheckpoint } from './checkpoint.ts';
import { signatureBy } from './signed-note.ts';
import { isQuorum, logKeysFor, type TrustPolicy } from './trust-policy.ts';

export type CheckpointVerdict =
  | { readonly kind: 'trusted'; readonly saw: readonly string[] }
  | { readonly kind: 'unknown-log' | 'forged' | 'too-few-witnesses'; readonly saw: readonly string[] };

/** @param policy with the logs that are accepted; a log that is not in it is not known. */
export function judgeCheckpoint({ checkpoint, note }: SignedCheckpoint, policy: TrustPolicy): CheckpointVerdict {
  const ours = logKeysFor(policy, checkpoint.origin).map((key) => signatureBy(key, note));
  const seen = policy.witnesses.map(({ name, key }) => ({ name, verdict: signatureBy(key, note) }));
  const saw = seen.flatMap(({ name, verdict }) => (verdict === 'valid' ? [name] : []));
  if (ours.includes('forged') || seen.some(({ verdict }) => verdict === 'forged')) return { kind: 'forged', saw };
  if (!ours.includes('valid')) return { kind: 'unknown-log', saw };
  return { kind: isQuorum(policy, new Set(saw)) ? 'trusted' : 'too-few-witnesses', saw };
}

export const judgeCheckpointText = (text: string, policy: TrustPolicy): CheckpointVerdict => {
  const signed = parseCheckpoint(text);
  return signed ? judgeCheckpoint(signed, policy) : { kind: 'forged', saw: [] };
};
