/** The log, for the auditor. Reading it is itself written down. There is no searching by employee (decision 0092). */
import { z } from 'zod';
import { currentLog } from '../../platform/audit/current-log.ts';
import { listEvents } from '../../platform/audit/list-events.ts';
import { sealOf } from '../../platform/audit/seal.ts';
import type { Context } from '../../platform/context.ts';
import { defineOperation } from '../../platform/operation.ts';
import { LogPage } from './pages/log.tsx';
import { listInput, listOutput } from './listed.ts';
import { shownEvents } from './shown-event.ts';
import { words } from './words.ts';

const pageSize = 50;
const day = 86_400_000;

const momentOf = (date: string | undefined, daysLater = 0): Date | undefined => (date === undefined ? undefined : new Date(Date.parse(`${date}T00:00:00Z`) + daysLater * day));

async function list(at: Context, { before, operation, object, from, until }: z.output<typeof listInput>): Promise<z.output<typeof listOutput>> {
  const organisation = at.organisation.id;
  const filter = { operation, object, from: momentOf(from), until: momentOf(until, 1) };
  const listed = await listEvents(at.db, at.vault, organisation, filter, { before, size: pageSize + 1 });
  const page = listed.slice(0, pageSize);
  const seal = await sealOf(at.db, await currentLog(at.db, organisation, at.now.getUTCFullYear()), at.now);
  return { entries: await shownEvents(at, page), older: listed.length > pageSize ? (page.at(-1)?.leaf.id ?? null) : null, seal: { ...seal, witnesses: at.witnesses.length } };
}

export const listLog = defineOperation({
  name: 'traces.list-events',
  title: (locale) => words(locale).list.title,
  permission: 'audit:inspect',
  input: listInput,
  output: listOutput,
  effect: { kind: 'sensitive-read', trace: (input) => ({ object: 'log/entries', detail: Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined)) }) },
  handle: list,
  rest: { method: 'GET', path: '/audit-entries' },
  web: { kind: 'page', path: '/audit', nav: { order: 910, label: (locale) => words(locale).list.title }, render: (view) => <LogPage {...view} /> },
});
