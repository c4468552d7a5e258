/** Which logs and witnesses somebody trusts, from a file of theirs. */
import type { DocumentText } from '../../platform/command.ts';
import { invalid, type InputFault, type Refusal } from '../../platform/refusal.ts';
import { readPolicy, type TrustPolicy } from '../../platform/transparency/trust-policy.ts';

export const policyIn = ({ name, text }: DocumentText): TrustPolicy | Refusal => {
  const read = readPolicy(text);
  return read.ok ? read.policy : invalid(...read.faults.map(({ line, message }): InputFault => ({ path: '', file: name, line, message: { nl: message, en: message } })));
};
