/** Every kind of work there is, and what the installation does by itself every so often. */
import type { Chore } from '../platform/jobs/chore.ts';
import type { Workshop } from '../platform/jobs/do-work.ts';
import { queueFigures } from '../platform/jobs/store.ts';
import type { Metrics } from '../platform/metrics.ts';
import { forgetAnswers } from '../platform/once/once.ts';
import type { World } from '../platform/perform.ts';
import { clearEndedSessions } from '../platform/session/session.ts';
import { gathered } from './slices.ts';

export const chores: readonly Chore[] = [
  { name: 'clear-up', everyMinutes: 60, duty: 'clear-up', run: async (db, now) => (await clearEndedSessions(db, now), await forgetAnswers(db, now)) },
  ...gathered.chores,
];

export const workshopOf = (world: World): Workshop => ({ world, work: new Map(gathered.work.map((one) => [one.name, one])), random: Math.random });

/** INVARIANT: figures over all organisations together; nothing of any one. */
export function measureQueue({ gauge }: Metrics, { database, clock }: World): void {
  const figures = () => database.read({ duty: 'jobs' }, (db) => queueFigures(db, clock.now()));
  gauge('regie_jobs_waiting', 'Jobs that are still to be done.', async () => (await figures()).waiting);
  gauge('regie_jobs_given_up', 'Jobs that were given up and wait for an administrator.', async () => (await figures()).givenUp);
  gauge('regie_jobs_late_seconds', 'How long the job that is due longest has been due.', async () => (await figures()).latestSeconds);
}
