/** Checks a proof by itself: no database, no network, only the file and the keys one trusts. */
import { z } from 'zod';
import { documentText } from '../../platform/command.ts';
import { defineDocumentOperation } from '../../platform/operation.ts';
import { invalid, type Refusal } from '../../platform/refusal.ts';
import { judgeCheckpoint } from '../../platform/transparency/judge-checkpoint.ts';
import { leafHash } from '../../platform/transparency/merkle-hash.ts';
import { isIncluded } from '../../platform/transparency/merkle-proof.ts';
import { parseProofFile, type ReadProof } from '../../platform/transparency/proof-file.ts';
import type { TrustPolicy } from '../../platform/transparency/trust-policy.ts';
import { both } from '../../platform/words.ts';
import { policyIn } from './read-policy.ts';
import { words } from './words.ts';

const member = (name: 'file' | 'trust') => ({ label: both(words, (text) => text.proof[name]), hint: both(words, (text) => text.proof[`${name}Hint`]) });
const input = z.strictObject({ proof: documentText.meta(member('file')), policy: documentText.meta(member('trust')) });
const output = z.strictObject({
  verdict: z.enum(['proven', 'not-included', 'unknown-log', 'forged', 'too-few-witnesses']),
  origin: z.string(),
  index: z.string(),
  size: z.string(),
  saw: z.array(z.string()),
  /** What is proven to be in the log. */
  leaf: z.string(),
});
type Output = z.output<typeof output>;

function verdictOn({ leaf, index, proof, signed }: ReadProof, policy: TrustPolicy): Pick<Output, 'verdict' | 'saw'> {
  const judged = judgeCheckpoint(signed, policy);
  if (judged.kind !== 'trusted') return { verdict: judged.kind, saw: [...judged.saw] };
  const { size, root } = signed.checkpoint;
  return { verdict: isIncluded({ index, size, leaf: leafHash(leaf), root, proof }) ? 'proven' : 'not-included', saw: [...judged.saw] };
}

function check({ proof, policy }: z.output<typeof input>): Output | Refusal {
  const read = parseProofFile(proof.text);
  if (read === null) return invalid({ path: '', file: proof.name, line: 1, message: both(words, (text) => text.proof.unreadable) });
  const trusted = policyIn(policy);
  if ('refused' in trusted) return trusted;
  const { origin, size } = read.signed.checkpoint;
  return { ...verdictOn(read, trusted), origin, index: String(read.index), size: String(size), leaf: read.leaf.toString() };
}

export const checkProof = defineDocumentOperation({
  name: 'traces.check-proof',
  title: (locale) => words(locale).proof.title,
  permission: 'anyone',
  input,
  output,
  handle: (_, given) => check(given),
  rest: { method: 'POST', path: '/proof-checks' },
  command: {
    name: 'audit check-proof',
    summary: (locale) => words(locale).proof.summary,
    files: { into: 'proof', run: 'each', placeholder: 'file.tlog-proof' },
    options: { policy: { help: (locale) => words(locale).proof.policy, placeholder: 'file', file: true } },
    formats: {
      table: (found, { locale }) => words(locale).proof.line(words(locale).proof.verdict[found.verdict], found.origin, found.index, found.size, found.saw.join(', '), found.leaf),
      json: (found) => JSON.stringify(found),
    },
    failOn: { 'not-proven': ({ verdict }) => verdict !== 'proven' },
  },
});
