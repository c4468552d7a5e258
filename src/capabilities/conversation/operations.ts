/** The conversation's table of contents. */
import type { Operation } from '../../platform/operation.ts';
import { answerLayer } from './answer-layer.tsx';
import { chooseRole } from './choose-role.tsx';
import { exportAnswers, showAnswers } from './show-answers.tsx';
import { showQuestions } from './show-questions.tsx';

export const conversationOperations: readonly Operation[] = [showQuestions, chooseRole, answerLayer, showAnswers, exportAnswers];
