/** Before the first answer: what happens with it, and from which role it is given. */
import { z } from 'zod';
import { defineOperation } from '../../platform/operation.ts';
import { notFound } from '../../platform/refusal.ts';
import { RolesPage } from './pages/roles-page.tsx';
import { questionnaireOf } from './questionnaire.ts';
import { answerRoles, rolesToChoose } from './roles.ts';
import { readAnswers } from './store.ts';
import { words } from './words.ts';

export const chooseRole = defineOperation({
  name: 'conversation.choose-role',
  title: (locale) => words(locale).roles.title,
  permission: 'member',
  input: z.strictObject({}),
  output: rolesToChoose,
  effect: { kind: 'read' },
  rest: { method: 'GET', path: '/conversation/roles' },
  handle: async (at) => {
    const questionnaire = questionnaireOf(at);
    if (!questionnaire) return notFound;
    const own = (await readAnswers(at, questionnaire.id)).filter((one) => one.own);
    const roles = answerRoles.map((role) => ({ role, answered: own.filter((one) => one.role === role).length }));
    return { questions: questionnaire.layers.flatMap(({ questions }) => questions).length, roles };
  },
  web: { kind: 'page', path: '/conversation/roles', render: (view) => <RolesPage view={view} /> },
});
