/** Ideas and concerns: the table of contents. */
import type { Operation } from '../../platform/operation.ts';
import { replyToIdea, shareIdea, supportIdea } from './bring-ideas.tsx';
import { answerIdea, paraphraseIdea, takeUpIdea, tellOutcome } from './handle-ideas.tsx';
import { saveLegalChannel, showLegalChannel } from './legal-channel.tsx';
import { listIdeas, showForHandling, showIdea } from './read-ideas.tsx';
import { followAnonymously, openEntrance, reportAnonymously } from './speak-up.tsx';

export const participationOperations: readonly Operation[] = [
  listIdeas, shareIdea, showLegalChannel, saveLegalChannel, openEntrance, reportAnonymously, followAnonymously,
  showIdea, supportIdea, replyToIdea, showForHandling, takeUpIdea, answerIdea, tellOutcome, paraphraseIdea,
];
