/** Does one job that was taken, and says what became of it. */
import { openVault } from '../keys/open-vault.ts';
import { defectFields } from '../log.ts';
import type { World } from '../perform.ts';
import { attemptsAtMost, waitSeconds } from './backoff.ts';
import type { Errand, Job, JobContext, Work } from './job.ts';
import { done, type Outcome, type Verdict } from './outcome.ts';
import { giveUp, placeOfInput, postpone, removeJob, stillOurs, type Taken } from './store.ts';

export type Workshop = {
  readonly world: World;
  readonly work: ReadonlyMap<string, Work>;
  /** From 0 up to 1. */
  readonly random: () => number;
};

const inOrganisation = <Result>({ world }: Workshop, taken: Taken, todo: (at: JobContext) => Promise<Result>): Promise<Result> =>
  world.database.change({ organisation: taken.organisation }, (db) =>
    todo({ db, vault: openVault(world.keys, db), ids: world.ids, now: world.clock.now(), organisation: taken.organisation, job: taken.id }));

class Unreadable extends Error {}

async function inputOf({ input }: Work, { vault, organisation }: JobContext, { id, sealed }: Taken): Promise<unknown> {
  const opened = await vault.open(placeOfInput(organisation, id), sealed);
  if (opened.kind !== 'open') throw new Unreadable(opened.kind);
  return input.parse(JSON.parse(opened.text));
}

const verdictOf = (outcome: Outcome, { attempts }: Taken): Verdict =>
  outcome.kind === 'done' ? outcome : { kind: outcome.kind === 'again' && attempts < attemptsAtMost ? 'again' : 'given-up', reason: outcome.reason };

async function keep({ db, now }: JobContext, taken: Taken, verdict: Verdict, afterSeconds: number): Promise<void> {
  if (verdict.kind === 'done') await removeJob(db, taken.organisation, taken.id);
  else if (verdict.kind === 'given-up') await giveUp(db, taken, now, verdict.reason);
  else await postpone(db, taken, new Date(now.getTime() + afterSeconds * 1000), verdict.reason);
}

/** INVARIANT: what the job did and its being gone are one transaction. */
const doJob = (shop: Workshop, job: Job, taken: Taken): Promise<void> =>
  inOrganisation(shop, taken, async (at) => {
    if (!(await stillOurs(at.db, taken))) return;
    await job.handle(at, await inputOf(job, at, taken));
    await removeJob(at.db, taken.organisation, taken.id);
  });

/** INVARIANT: nobody waits for the world outside while holding a transaction. */
async function doErrand(shop: Workshop, errand: Errand, taken: Taken): Promise<void> {
  const { input, prepared } = await inOrganisation(shop, taken, async (at) => {
    const given = await inputOf(errand, at, taken);
    return { input: given, prepared: await errand.prepare(at, given) };
  });
  if (prepared === null) return settle(shop, taken, done, async () => undefined);
  const outcome = await errand.act(shop.world, prepared);
  await settle(shop, taken, outcome, (at, verdict) => errand.settle?.(at, input, verdict));
}

const settle = (shop: Workshop, taken: Taken, outcome: Outcome, tell: (at: JobContext, verdict: Verdict) => Promise<void> | undefined): Promise<void> =>
  inOrganisation(shop, taken, async (at) => {
    if (!(await stillOurs(at.db, taken))) return;
    const verdict = verdictOf(outcome, taken);
    await tell(at, verdict);
    const told = outcome.kind === 'again' ? outcome.afterSeconds : undefined;
    await keep(at, taken, verdict, told ?? waitSeconds(taken.attempts, shop.random()));
  });

const broke = (error: unknown): Outcome => (error instanceof Unreadable ? { kind: 'give-up', reason: 'unreadable' } : { kind: 'again', reason: 'broke' });

/** Never throws: what cannot even be written down is taken up again when its time is over. */
export async function doWork(shop: Workshop, taken: Taken): Promise<void> {
  const work = shop.work.get(taken.kind);
  try {
    if (!work) await settle(shop, taken, { kind: 'again', reason: 'unknown-work' }, async () => undefined);
    else await (work.kind === 'job' ? doJob(shop, work, taken) : doErrand(shop, work, taken));
  } catch (error) {
    shop.world.log('error', 'job-broke', { job: taken.id, kind: taken.kind, attempts: taken.attempts, ...defectFields(error) });
    await settle(shop, taken, broke(error), async () => undefined).catch(() => undefined);
  }
}
