/** The first page for people: the questions, the mirror and the glasses. Open to anyone; nothing is kept of who reads it. */
import { z } from 'zod';
import { defineOperation } from '../../platform/operation.ts';
import { notFound } from '../../platform/refusal.ts';
import { QuestionsPage } from './pages/questions-page.tsx';
import { conversation, conversationOf } from './questionnaire.ts';
import { words } from './words.ts';

export const showQuestions = defineOperation({
  name: 'conversation.show-questions',
  title: (locale) => words(locale).nav,
  permission: 'anyone',
  /** `glass`: through which of the glasses to look. One that does not exist is none. */
  input: z.strictObject({ glass: z.string().max(60).optional() }),
  output: conversation,
  effect: { kind: 'read' },
  rest: { method: 'GET', path: '/conversation/questions' },
  handle: async (at) => conversationOf(at) ?? notFound,
  web: {
    kind: 'page',
    path: '/conversation',
    nav: { order: 60, label: (locale) => words(locale).nav },
    title: ({ output }) => output.questionnaire.name,
    render: (view) => <QuestionsPage view={view} />,
  },
});
