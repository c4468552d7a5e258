import { z } from 'zod';

/**
 * From which place in the organisation somebody answers. Chosen anew for each conversation, and no right: who may do
 * what is said elsewhere (identity's roles). INVARIANT: an answer is shown with its role, never with a name.
 */
export const answerRoles = ['board', 'cio', 'ciso', 'privacy-officer', 'architect', 'data-steward', 'contract-manager', 'line-manager', 'programme-manager', 'works-council', 'employee'] as const;
export type AnswerRole = (typeof answerRoles)[number];

export const isAnswerRole = (text: string): text is AnswerRole => (answerRoles as readonly string[]).includes(text);

/** Each role, with how many questions the asker answered from it. */
export const rolesToChoose = z.strictObject({ questions: z.number().int(), roles: z.array(z.strictObject({ role: z.enum(answerRoles), answered: z.number().int() })) });
export type RolesToChoose = z.output<typeof rolesToChoose>;
