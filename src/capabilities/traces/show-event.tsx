/** One entry of the log, and the files that prove it. */
import { z } from 'zod';
import { newestCheckpoint } from '../../platform/audit/checkpoints.ts';
import { currentLog } from '../../platform/audit/current-log.ts';
import { findEvent } from '../../platform/audit/list-events.ts';
import { proveEvent } from '../../platform/audit/prove-event.ts';
import type { Context } from '../../platform/context.ts';
import { defineOperation } from '../../platform/operation.ts';
import { conflict, notFound, type Refusal } from '../../platform/refusal.ts';
import { both } from '../../platform/words.ts';
import { EventPage } from './pages/event.tsx';
import { shownEvent, shownEvents } from './shown-event.ts';
import { words } from './words.ts';

const eventInput = z.strictObject({ id: z.uuid() });
const fileOutput = z.strictObject({ text: z.string() });
type File = z.output<typeof fileOutput>;
const plain = 'text/plain; charset=utf-8';

async function proofOf(at: Context, id: string): Promise<string | null | Refusal> {
  const event = await findEvent(at.db, at.vault, at.organisation.id, id);
  if (event === null) return notFound;
  const { text, log, index } = event;
  return log === null || index === null ? null : proveEvent(at.db, at.organisation.id, { text, log, index });
}

export const showEvent = defineOperation({
  name: 'traces.show-event',
  title: (locale) => words(locale).event.kicker,
  permission: 'audit:inspect',
  input: eventInput,
  output: shownEvent.extend({ leaf: z.string(), isProven: z.boolean() }),
  effect: { kind: 'sensitive-read', trace: ({ id }) => ({ object: `event/${id}` }) },
  handle: async (at, { id }) => {
    const event = await findEvent(at.db, at.vault, at.organisation.id, id);
    if (event === null) return notFound;
    const [shown] = await shownEvents(at, [event]);
    return shown === undefined ? notFound : { ...shown, leaf: event.text, isProven: typeof (await proofOf(at, id)) === 'string' };
  },
  rest: { method: 'GET', path: '/audit-entries/{id}' },
  web: { kind: 'page', path: '/audit/{id}', render: (view) => <EventPage {...view} /> },
});

export const downloadProof = defineOperation({
  name: 'traces.download-proof',
  title: (locale) => words(locale).titles.proof,
  permission: 'audit:inspect',
  input: eventInput,
  output: fileOutput,
  effect: { kind: 'sensitive-read', trace: ({ id }) => ({ object: `event/${id}` }) },
  handle: async (at, { id }): Promise<File | Refusal> => {
    const proof = await proofOf(at, id);
    if (proof === null) return conflict(both(words, (text) => text.notYet));
    return typeof proof === 'string' ? { text: proof } : proof;
  },
  rest: { method: 'GET', path: '/audit-entries/{id}/proof' },
  web: { kind: 'download', path: '/audit/{id}/proof', file: ({ text }, { id }) => ({ name: `${id}.tlog-proof`, mediaType: plain, body: text }) },
});

export const downloadCheckpoint = defineOperation({
  name: 'traces.download-checkpoint',
  title: (locale) => words(locale).titles.checkpoint,
  permission: 'audit:inspect',
  input: z.strictObject({}),
  output: fileOutput,
  effect: { kind: 'read' },
  handle: async (at): Promise<File | Refusal> => {
    const checkpoint = await newestCheckpoint(at.db, await currentLog(at.db, at.organisation.id, at.now.getUTCFullYear()));
    return checkpoint === null ? conflict(both(words, (text) => text.notYet)) : { text: checkpoint.note };
  },
  rest: { method: 'GET', path: '/audit-checkpoint' },
  web: { kind: 'download', path: '/audit/checkpoint', file: ({ text }) => ({ name: 'checkpoint', mediaType: plain, body: text }) },
});
