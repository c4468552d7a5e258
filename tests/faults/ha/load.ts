/**
 * Writers that keep their own journal of what was acknowledged, and a reader beside them. Each invites people by name;
 * what is not answered with success is asked again under the same idempotency key, until it is or time is up.
 */
import { randomUUID } from 'node:crypto';

export type Target = { readonly address: string; readonly cookie: string };
export type Journal = {
  /** E-mail addresses whose invitation was acknowledged. */
  readonly acknowledged: Set<string>;
  /** Those asked for and never acknowledged: there or not, nobody promised. */
  readonly unknown: Set<string>;
  /** How many that were at first not acknowledged were so in the end, after asking again. */
  retried: number;
  /** The longest time without any acknowledgement, in milliseconds. */
  longestGap: number;
  readonly statuses: Map<string, number>;
};

const patience = { requestMs: 10_000, retryMs: 250, untilMs: 60_000 };
const pause = (ms: number): Promise<void> => new Promise((resolve) => void setTimeout(resolve, ms));

const ask = (target: Target, path: string, init: RequestInit = {}): Promise<Response | null> =>
  fetch(`${target.address}${path}`, { ...init, headers: { cookie: target.cookie, origin: target.address, ...init.headers }, redirect: 'manual', signal: AbortSignal.timeout(patience.requestMs) })
    .then(async (answer) => (await answer.arrayBuffer(), answer))
    .catch(() => null);

const count = (journal: Journal, what: string, answer: Response | null): void => {
  const key = `${what} ${answer?.status ?? 'no answer'}`;
  journal.statuses.set(key, (journal.statuses.get(key) ?? 0) + 1);
};

/** @returns how often it was asked until it was acknowledged, or null. */
async function invite(target: Target, journal: Journal, email: string): Promise<number | null> {
  const [body, key, until] = [JSON.stringify({ name: 'Drill', email, roles: ['reader'] }), randomUUID(), Date.now() + patience.untilMs];
  for (let tries = 1; ; tries += 1) {
    const answer = await ask(target, '/v1/invitations', { method: 'POST', body, headers: { 'content-type': 'application/json', 'idempotency-key': key } });
    count(journal, 'write', answer);
    if (answer?.ok) return tries;
    if (Date.now() > until) return null;
    await pause(patience.retryMs);
  }
}

/** @returns a function that ends the load and hands over the journal. */
export function startLoad(target: Target, writers: number): () => Promise<Journal> {
  const journal: Journal = { acknowledged: new Set(), unknown: new Set(), retried: 0, longestGap: 0, statuses: new Map() };
  const over = new AbortController();
  let lastAt = Date.now();
  const acknowledge = (email: string, tries: number): void => {
    journal.longestGap = Math.max(journal.longestGap, Date.now() - lastAt);
    lastAt = Date.now();
    journal.acknowledged.add(email);
    journal.unknown.delete(email);
    if (tries > 1) journal.retried += 1;
  };
  const write = async (writer: number): Promise<void> => {
    for (let at = 0; !over.signal.aborted; at += 1) {
      const email = `drill-${process.pid}-${writer}-${at}-${randomUUID().slice(0, 8)}@example.nl`;
      journal.unknown.add(email);
      const tries = await invite(target, journal, email);
      if (tries !== null) acknowledge(email, tries);
    }
  };
  const read = async (): Promise<void> => {
    while (!over.signal.aborted) {
      count(journal, 'read', await ask(target, '/v1/systems'));
      await pause(100);
    }
  };
  const running = Promise.all([read(), ...Array.from({ length: writers }, (_, writer) => write(writer))]);
  return async () => {
    over.abort();
    await running;
    journal.longestGap = Math.max(journal.longestGap, Date.now() - lastAt);
    return journal;
  };
}
