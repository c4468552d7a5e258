/** The verdicts' table of contents. */
import type { Operation } from '../../platform/operation.ts';
import { answerOperations } from './answer-question.tsx';
import { datasetOperations } from './datasets.tsx';
import { evidenceOperations } from './evidence.tsx';
import { listSystems } from './list-systems.tsx';
import { showSystem } from './show-system.tsx';

export const sovereigntyOperations: readonly Operation[] = [listSystems, showSystem, ...answerOperations, ...datasetOperations, ...evidenceOperations];
