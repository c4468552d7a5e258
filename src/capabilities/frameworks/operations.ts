/** The frameworks' table of contents. */
import type { Operation } from '../../platform/operation.ts';
import { answerQuestions } from './answer-questions.tsx';
import { compareEditions, takeEdition } from './editions.tsx';
import { showMapping } from './layer-mapping.tsx';
import { showEditions } from './library-editions.tsx';
import { listFrameworks } from './list-frameworks.tsx';
import { addCriterion, removeCriterion } from './own-criteria.tsx';
import { showFramework, showSubject } from './show-framework.tsx';
import { showRuleWhy, showWhy } from './why.tsx';

export const frameworkOperations: readonly Operation[] = [listFrameworks, showFramework, showSubject, answerQuestions, compareEditions, takeEdition, addCriterion, removeCriterion, showWhy, showRuleWhy, showMapping, showEditions];
