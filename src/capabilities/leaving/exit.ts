/** Leaving, step by step: said, with its days; closed, so that nothing changes while it moves; and called off, until the erasure. */
import { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { conflict, invalid, notFound, type Refusal } from '../../platform/refusal.ts';
import { both } from '../../platform/words.ts';
import { setReadOnly } from '../identity/public.ts';
import { exitDates, longestNotice, switchingPeriods } from './exit-dates.ts';
import { addExit, closeExit, findExit, removeExit } from './store.ts';
import { words } from './words.ts';

const day = z.iso.date();
export const announceInput = z.strictObject({ notice: day.meta({ label: both(words, (text) => text.exit.notice), hint: both(words, (text) => text.exit.noticeHint) }) });
export const announceOutput = z.strictObject({ notice: day, transition: day, retrieval: day });

const already = conflict(both(words, (text) => text.exit.already));
const notLeaving = conflict(both(words, (text) => text.exit.notLeaving));

export async function announceExit(at: Context, { notice }: z.output<typeof announceInput>): Promise<z.output<typeof announceOutput> | Refusal> {
  if (await findExit(at.db, at.organisation.id)) return already;
  const periods = switchingPeriods(at.knowledge);
  if (notice < at.today) return invalid({ path: 'notice', message: both(words, (text) => text.exit.past) });
  if (notice > longestNotice(at.today, periods)) return invalid({ path: 'notice', message: both(words, (text) => text.exit.tooLong) });
  const dates = exitDates(notice, periods);
  await addExit(at.db, at.organisation.id, at.person.id, dates, at.now);
  return dates;
}

export const loadAnnounce = async (at: Context) =>
  (await findExit(at.db, at.organisation.id)) ? notFound : { values: { notice: longestNotice(at.today, switchingPeriods(at.knowledge)) }, extra: undefined };

export const nothing = z.strictObject({});

/** From here on `perform` refuses every change in the organisation. */
export async function closeForExit(at: Context): Promise<Record<string, never> | Refusal> {
  const exit = await findExit(at.db, at.organisation.id);
  if (exit === null || exit.closedAt !== null) return notLeaving;
  await closeExit(at.db, at.organisation.id, at.now);
  await setReadOnly(at.db, at.organisation.id, at.now);
  return {};
}

export async function callOff(at: Context): Promise<Record<string, never> | Refusal> {
  if ((await findExit(at.db, at.organisation.id)) === null) return notLeaving;
  await removeExit(at.db, at.organisation.id);
  await setReadOnly(at.db, at.organisation.id, null);
  return {};
}
