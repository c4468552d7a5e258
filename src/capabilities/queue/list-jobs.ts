/** What waits and what was given up. */
import { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { countJobs, listJobs } from '../../platform/jobs/store.ts';

const shownAtMost = 200;

export const jobList = z.strictObject({
  waiting: z.number(),
  givenUp: z.number(),
  jobs: z.array(z.strictObject({
    id: z.uuid(),
    title: z.strictObject({ nl: z.string(), en: z.string() }),
    madeAt: z.iso.datetime(),
    /** When it is tried (again). */
    dueAt: z.iso.datetime(),
    attempts: z.number(),
    reason: z.string().nullable(),
    isGivenUp: z.boolean(),
  })),
});
export type JobList = z.output<typeof jobList>;

export async function showJobs(at: Context): Promise<JobList> {
  const jobs = await listJobs(at.db, at.organisation.id, shownAtMost);
  return {
    ...(await countJobs(at.db, at.organisation.id)),
    jobs: jobs.map(({ id, title, madeAt, dueAt, attempts, reason, givenUpAt }) => ({ id, title, madeAt: madeAt.toISOString(), dueAt: dueAt.toISOString(), attempts, reason, isGivenUp: givenUpAt !== null })),
  };
}
