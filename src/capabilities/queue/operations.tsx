/** The queue, for an administrator: what waits, what was given up and why. Its table of contents. */
import { z } from 'zod';
import { defineOperation, type Operation } from '../../platform/operation.ts';
import { removeJob, tryAgain } from '../../platform/jobs/store.ts';
import { notFound } from '../../platform/refusal.ts';
import { jobList, showJobs } from './list-jobs.ts';
import { JobsPage } from './pages/jobs.tsx';
import { words } from './words.ts';

const which = z.strictObject({ id: z.uuid() });

const list = defineOperation({
  name: 'queue.list-jobs',
  title: (locale) => words(locale).title,
  permission: 'job:administer',
  input: z.strictObject({}),
  output: jobList,
  effect: { kind: 'read' },
  handle: showJobs,
  rest: { method: 'GET', path: '/jobs' },
  web: { kind: 'page', path: '/jobs', nav: { order: 930, label: (locale) => words(locale).title }, render: (view) => <JobsPage {...view} /> },
});

const retry = defineOperation({
  name: 'queue.retry-job',
  title: { nl: 'Werk op de achtergrond opnieuw proberen', en: 'Try work in the background again' },
  permission: 'job:administer',
  input: which,
  output: which,
  effect: { kind: 'change', trace: ({ id }) => ({ object: `job/${id}` }) },
  handle: async (at, { id }) => ((await tryAgain(at.db, at.organisation.id, id, at.now)) ? { id } : notFound),
  rest: { method: 'POST', path: '/jobs/{id}/_retry' },
  web: { kind: 'form', path: '/jobs/{id}/retry', done: () => ({ to: '/jobs', notice: (locale) => words(locale).retried }) },
});

const drop = defineOperation({
  name: 'queue.drop-job',
  title: { nl: 'Werk op de achtergrond laten vervallen', en: 'Drop work in the background' },
  permission: 'job:administer',
  input: which,
  output: which,
  effect: { kind: 'change', trace: ({ id }) => ({ object: `job/${id}` }) },
  handle: async (at, { id }) => ((await removeJob(at.db, at.organisation.id, id)) ? { id } : notFound),
  rest: { method: 'DELETE', path: '/jobs/{id}' },
  web: { kind: 'form', path: '/jobs/{id}/drop', done: () => ({ to: '/jobs', notice: (locale) => words(locale).dropped }) },
});

export const queueOperations: readonly Operation[] = [list, retry, drop];
