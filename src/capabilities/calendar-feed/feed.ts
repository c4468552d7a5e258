/** Somebody's own calendar address, and what a calendar program gets there. */
import { z } from 'zod';
import type { Context, OpenContext } from '../../platform/context.ts';
import { enter } from '../../platform/database/scoped-database.ts';
import { decideAnywhere } from '../../platform/permission.ts';
import type { DaysFor } from '../../platform/slice.ts';
import { notFound, type Refusal } from '../../platform/refusal.ts';
import { hashOf, newSecret } from '../../platform/session/session.ts';
import { whoIs } from '../identity/public.ts';
import { currentLandscape } from '../landscape/public.ts';
import { daysOf, inCalendar } from './days.ts';
import { type CalendarDay, iCalendar } from './icalendar.ts';
import { feedSince, findFeed, removeFeed, setFeed } from './store.ts';
import { words } from './words.ts';

export const shownFeed = z.strictObject({ madeAt: z.iso.datetime().nullable() });
export const showFeed = async (at: Context): Promise<z.output<typeof shownFeed>> => ({ madeAt: (await feedSince(at.db, at.organisation.id, at.person.id))?.toISOString() ?? null });

/** The address is shown this once. */
export const madeFeed = z.strictObject({ address: z.url() });
export async function makeFeed(at: Context): Promise<z.output<typeof madeFeed>> {
  const token = newSecret();
  await setFeed(at.db, { organisation: at.organisation.id, person: at.person.id, locale: at.locale }, hashOf(token), at.now);
  return { address: `${at.origin}/calendar-feeds/${token}` };
}

export async function revokeFeed(at: Context): Promise<Record<string, never>> {
  await removeFeed(at.db, at.organisation.id, at.person.id);
  return {};
}

export const fetchInput = z.strictObject({ token: z.string().min(20).max(100) });
export const fetched = z.strictObject({ calendar: z.string() });

/** INVARIANT: whoever is no longer a member has an address that leads nowhere; a member finds there what they may see now. */
export const fetchFeed = (everywhere: readonly DaysFor[]) => async (at: OpenContext, { token }: z.output<typeof fetchInput>): Promise<z.output<typeof fetched> | Refusal> => {
  const feed = await findFeed(at.db, hashOf(token));
  if (feed === null) return notFound;
  // Across organisations: the address brings them where its owner belongs.
  await enter(at.db, { organisation: feed.organisation, person: feed.person });
  const member = await whoIs(at.db, feed, at.now);
  const { organisation } = member ?? { organisation: null };
  if (member === null || organisation === null) return notFound;
  const theirs = { ...at, organisation, person: member.person, rights: member.rights };
  const reading = { organisation: organisation.id, locale: feed.locale, origin: at.origin };
  const mayRead = decideAnywhere(member.rights, 'contract:read').may && decideAnywhere(member.rights, 'landscape:read').may;
  const ofLandscape = mayRead ? daysOf((await currentLandscape(theirs)).landscape, reading) : [];
  const others: CalendarDay[] = [];
  for (const daysFor of everywhere) others.push(...(await daysFor(theirs)).map((day) => inCalendar(day, reading)));
  return { calendar: iCalendar(words(feed.locale).feed(organisation.name), [...ofLandscape, ...others].toSorted((a, b) => (a.day < b.day ? -1 : 1)), at.now) };
};
