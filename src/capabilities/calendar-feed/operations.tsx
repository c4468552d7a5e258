/** The days that count, in one's own calendar. Its table of contents. */
import { z } from 'zod';
import { defineOperation, type Operation } from '../../platform/operation.ts';
import type { DaysFor } from '../../platform/slice.ts';
import { fetched, fetchFeed, fetchInput, madeFeed, makeFeed, revokeFeed, showFeed, shownFeed } from './feed.ts';
import { FeedPage, MadePage } from './pages/feed.tsx';
import { words } from './words.ts';

const nothing = z.strictObject({});

const show = defineOperation({
  name: 'calendar.show-feed', title: (locale) => words(locale).title, permission: 'member', input: nothing, output: shownFeed, effect: { kind: 'read' }, handle: showFeed,
  rest: { method: 'GET', path: '/calendar-feed' },
  web: { kind: 'page', path: '/calendar', nav: { order: 840, label: (locale) => words(locale).title }, render: (view) => <FeedPage {...view} /> },
});

const make = defineOperation({
  name: 'calendar.make-feed', title: { nl: 'Een agenda-adres maken', en: 'Make a calendar address' }, permission: 'member', input: nothing, output: madeFeed, effect: { kind: 'change', trace: () => ({ object: 'calendar-feed/own' }) }, handle: makeFeed,
  rest: { method: 'POST', path: '/calendar-feed' },
  web: { kind: 'form', path: '/calendar/make', done: ({ address }) => ({ show: ({ locale }) => <MadePage locale={locale} address={address} /> }) },
});

const revoke = defineOperation({
  name: 'calendar.revoke-feed', title: { nl: 'Een agenda-adres intrekken', en: 'Withdraw a calendar address' }, permission: 'member', input: nothing, output: nothing, effect: { kind: 'change', trace: () => ({ object: 'calendar-feed/own' }) }, handle: revokeFeed,
  rest: { method: 'DELETE', path: '/calendar-feed' },
  web: { kind: 'form', path: '/calendar/revoke', done: () => ({ to: '/calendar', notice: (locale) => words(locale).revoked }) },
});

/** A calendar program has no session: the address itself says who asks. */
const fetchIt = (days: readonly DaysFor[]): Operation => defineOperation({
  name: 'calendar.fetch-feed', title: (locale) => words(locale).title, permission: 'anyone', input: fetchInput, output: fetched, effect: { kind: 'read' }, handle: fetchFeed(days),
  rest: { method: 'GET', path: '/calendar-feeds/{token}' },
  web: { kind: 'download', path: '/calendar-feeds/{token}', file: ({ calendar }) => ({ name: 'regiekompas.ics', mediaType: 'text/calendar; charset=utf-8', body: calendar }) },
});

export const calendarOperations = ({ days }: { readonly days: readonly DaysFor[] }): readonly Operation[] => [show, make, revoke, fetchIt(days)];
