/** A policy file in YAML or JSON: bytes in; a policy, or every fault with its line. */
import type { PolicyVocabulary } from '../../core/library/vocabulary.ts';
import type { PolicyFaultCode } from '../../core/policy/fault-codes.ts';
import type { Policy } from '../../core/policy/policy.ts';
import { policyDocument, readPolicy } from '../../core/policy/read.ts';
import { type FileReading, readContent } from '../text-document/content.ts';
import { readTextDocument } from '../text-document/read.ts';
import { yamlText } from '../text-document/write.ts';

export const readPolicyFile = (bytes: Uint8Array, fileName: string, vocabulary: PolicyVocabulary): FileReading<Policy, PolicyFaultCode> =>
  readContent(readTextDocument(bytes, fileName), (value) => readPolicy(value, vocabulary));

export const policyYaml = (policy: Policy): string => yamlText(policyDocument(policy));
