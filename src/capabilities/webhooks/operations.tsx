/** Webhooks. Its table of contents, made from the operations that can be told of. */
import { z } from 'zod';
import { defineOperation, type Operation } from '../../platform/operation.ts';
import { notFound } from '../../platform/refusal.ts';
import type { Gathered } from '../../platform/slice.ts';
import type { Saying } from '../../platform/words.ts';
import { AddForm, RemoveForm, SecretPage } from './pages/forms.tsx';
import { WebhookPage } from './pages/webhook.tsx';
import { WebhooksPage } from './pages/webhooks.tsx';
import { removeWebhook } from './store.ts';
import { addInput, addOne, loadWebhook, oneWebhook, pause, pauseInput, rotateSecret, secretOutput, sendTest, showWebhook, showWebhooks, testEvent, webhookList, which } from './webhooks.ts';
import { words } from './words.ts';

const permission = 'webhook:administer';
const object = ({ id }: { readonly id: string }) => ({ object: `webhook/${id}` });

const list = defineOperation({
  name: 'webhooks.list-webhooks', title: (locale) => words(locale).title, permission, input: z.strictObject({}), output: webhookList, effect: { kind: 'read' }, handle: showWebhooks,
  rest: { method: 'GET', path: '/webhooks' },
  web: { kind: 'page', path: '/webhooks', nav: { order: 935, label: (locale) => words(locale).title }, render: (view) => <WebhooksPage {...view} /> },
});

const rotate = defineOperation({
  name: 'webhooks.rotate-secret', title: (locale) => words(locale).rotate, permission, stepUp: true, input: which, output: secretOutput, effect: { kind: 'change', trace: object }, handle: rotateSecret,
  rest: { method: 'POST', path: '/webhooks/{id}/_rotate' },
  web: { kind: 'form', path: '/webhooks/{id}/rotate', done: (made) => ({ show: ({ locale }) => <SecretPage locale={locale} made={made} isNew={false} /> }) },
});

const setPause = defineOperation({
  name: 'webhooks.pause-webhook', title: (locale) => words(locale).pause, permission, input: pauseInput, output: pauseInput, effect: { kind: 'change', trace: ({ id, paused }) => ({ object: `webhook/${id}`, detail: { paused } }) }, handle: pause,
  rest: { method: 'PUT', path: '/webhooks/{id}/paused' },
  web: { kind: 'form', path: '/webhooks/{id}/pause', done: ({ id, paused }) => ({ to: `/webhooks/${id}`, notice: (locale) => (paused ? words(locale).pausedNotice : words(locale).resumed) }) },
});

const test = defineOperation({
  name: testEvent, title: (locale) => words(locale).test, permission, input: which, output: which, effect: { kind: 'change', trace: object }, handle: sendTest,
  rest: { method: 'POST', path: '/webhooks/{id}/_test' },
  web: { kind: 'form', path: '/webhooks/{id}/test', done: ({ id }) => ({ to: `/webhooks/${id}`, notice: (locale) => words(locale).tested }) },
});

const remove = defineOperation({
  name: 'webhooks.remove-webhook', title: (locale) => words(locale).remove, permission, input: which, output: which, effect: { kind: 'change', trace: object },
  handle: async (at, { id }) => ((await removeWebhook(at.db, at.organisation.id, id)) ? { id } : notFound),
  rest: { method: 'DELETE', path: '/webhooks/{id}' },
  web: { kind: 'form', path: '/webhooks/{id}/remove', load: loadWebhook, render: (view) => <RemoveForm view={view} />, done: () => ({ to: '/webhooks', notice: (locale) => words(locale).removed }) },
});

/** What members do; who comes in or does something anonymously is nobody's event. */
const isTold = ({ effect, permission: asked }: Operation): boolean => effect.kind === 'change' && effect.anonymous !== true && !['anyone', 'signed-in'].includes(asked) && !asked.startsWith('platform:');

export function webhookOperations({ operations: others, titles: subjects }: Pick<Gathered, 'operations' | 'titles'>): readonly Operation[] {
  const titles: ReadonlyMap<string, Saying> = new Map(others.filter(isTold).map(({ name, title }) => [name, title]));
  const show = defineOperation({
    name: 'webhooks.show-webhook', title: (locale) => words(locale).title, permission, input: which, output: oneWebhook, effect: { kind: 'read' }, handle: showWebhook,
    rest: { method: 'GET', path: '/webhooks/{id}' },
    web: { kind: 'page', path: '/webhooks/{id}', title: ({ output }) => output.url, render: (view) => <WebhookPage view={view} titles={titles} /> },
  });
  const add = defineOperation({
    name: 'webhooks.add-webhook', title: (locale) => words(locale).add, permission, stepUp: true, input: addInput, output: secretOutput, effect: { kind: 'change', trace: (_, made) => object(made) }, handle: addOne(new Set(titles.keys())),
    rest: { method: 'POST', path: '/webhooks' },
    web: { kind: 'form', path: '/webhooks/add', render: (view) => <AddForm view={view} titles={titles} subjects={subjects} />, done: (made) => ({ show: ({ locale }) => <SecretPage locale={locale} made={made} isNew /> }) },
  });
  return [list, show, add, setPause, test, rotate, remove];
}
