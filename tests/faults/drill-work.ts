/** What the drill asks: something that may happen once only, and something outside that may happen twice, under one id. */
import { sql } from 'kysely';
import { z } from 'zod';
import { defineErrand, defineJob, type Work } from '../../src/platform/jobs/job.ts';

const title = { nl: 'Proef', en: 'Drill' };
const input = z.strictObject({ number: z.number() });

export const drillWork = (say: (line: string) => void): readonly Work[] => [
  defineJob({ name: 'drill.count-once', title, input, handle: async ({ db, job }, { number }) => {
    await sql`insert into drill_done (number) values (${number})`.execute(db);
    say(`did ${job}`);
    await sql`select pg_sleep(0.005)`.execute(db);
  } }),
  defineErrand({ name: 'drill.go-outside', title, input, prepare: async ({ job }) => job, act: async (_, job) => {
    say(`acted ${job}`);
    return { kind: 'done' };
  } }),
];
