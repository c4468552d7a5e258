/** The loop in every server process that takes work and does it, a little at a time and of each organisation in turn. */
import { doWork, type Workshop } from './do-work.ts';
import { type Chore, doWhenDue } from './chore.ts';
import { takeDue, type Taken } from './store.ts';

const atOnce = 8;
/** However much one organisation has waiting, the others find room. */
const ofOneOrganisation = 3;
/** Longer than any errand may take, so that nobody takes what another still does. */
const untilSeconds = 120;

export type Queue = {
  /** Takes what there is room for, and does not wait for it. @returns how much it took. */
  readonly look: () => Promise<number>;
  /** Until nothing is in hand. */
  readonly idle: () => Promise<void>;
};

export function queueOf(shop: Workshop): Queue {
  const inHand = new Map<Promise<void>, Taken>();
  const busy = (): Record<string, number> => {
    const counts: Record<string, number> = {};
    for (const { organisation } of inHand.values()) counts[organisation] = (counts[organisation] ?? 0) + 1;
    return counts;
  };
  const start = (taken: Taken): void => {
    const going: Promise<void> = doWork(shop, taken).finally(() => inHand.delete(going));
    inHand.set(going, taken);
  };
  const look = async (): Promise<number> => {
    const free = atOnce - inHand.size;
    if (free <= 0) return 0;
    const { database, clock, keys } = shop.world;
    // What is asked is sealed; without the key it could only fail.
    if ((await keys.state()).kind !== 'open') return 0;
    const taken = await database.change({ duty: 'jobs' }, (db) => takeDue(db, clock.now(), { free, each: ofOneOrganisation, busy: busy(), untilSeconds }));
    for (const one of taken) start(one);
    return taken.length;
  };
  const idle = async (): Promise<void> => {
    while (inHand.size > 0) await Promise.race(inHand.keys());
  };
  return { look, idle };
}

/** Does all that is due now. @returns how much. */
export async function workOff(shop: Workshop): Promise<number> {
  const queue = queueOf(shop);
  let all = 0;
  for (let took = await queue.look(); took > 0; took = await queue.look()) {
    all += took;
    await queue.idle();
  }
  return all;
}

const lookEveryMs = 1000;

/** At most one look at a time; a database that is away is asked again at the next. */
export function workRegularly(shop: Workshop, chores: readonly Chore[]): { readonly stop: () => Promise<void> } {
  const queue = queueOf(shop);
  let looking: Promise<unknown> = Promise.resolve();
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;
  const once = async (): Promise<void> => {
    await queue.look().catch(() => 0);
    for (const chore of chores) await doWhenDue(shop.world, chore).catch((error: unknown) => shop.world.log('warn', 'chore-failed', { chore: chore.name, message: String(error) }));
  };
  const next = (): void => {
    looking = once().finally(() => { if (!isStopped) timer = setTimeout(next, lookEveryMs).unref(); });
  };
  next();
  return {
    stop: async () => {
      isStopped = true;
      clearTimeout(timer);
      await looking;
      await queue.idle();
    },
  };
}
