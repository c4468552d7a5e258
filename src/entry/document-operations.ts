/** The operations that need files alone: the commands. In a list of their own, so that the command line loads no server. */
import { simulateLandscape } from '../capabilities/continuity/simulate-landscape.ts';
import { divergeAnswers } from '../capabilities/divergence/diverge-answers.ts';
import { matchPeople } from '../capabilities/matching/match-people.ts';
import { verifyPolicy } from '../capabilities/policy-review/verify-policy.ts';
import { assessDocument } from '../capabilities/sovereignty/assess-document.ts';
import { checkProof } from '../capabilities/traces/check-proof.ts';
import type { Operation } from '../platform/operation.ts';

export const documentOperations: readonly Operation[] = [assessDocument, simulateLandscape, verifyPolicy, divergeAnswers, matchPeople, checkProof];
