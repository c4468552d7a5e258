/** Sharing with another organisation: the table of contents. */
import type { Operation } from '../../platform/operation.ts';
import { acceptAgreement, endAgreement } from './answer-agreement.tsx';
import { proposeAgreement } from './propose-agreement.tsx';
import { listAgreements, showAgreement } from './read-agreements.tsx';

export const partnershipOperations: readonly Operation[] = [listAgreements, showAgreement, proposeAgreement, acceptAgreement, endAgreement];
