/** The only SQL about webhooks and what was sent to them. */
import { type Generated, sql } from 'kysely';
import type { Database } from '../../platform/context.ts';
import { placeIn, type SealedColumn } from '../../platform/keys/sealed-column.ts';

type Tables = {
  webhook: { organisation_id: string; id: string; url: string; events: string[]; oin: string | null; secret: string; former_secret: Generated<string | null>; former_until: Generated<Date | null>; paused_at: Generated<Date | null>; made_at: Date };
  webhook_delivery: { organisation_id: string; id: string; webhook_id: string; event: string; subject: string; at: Date; state: DeliveryState; attempts: Generated<number>; reason: Generated<string | null>; settled_at: Generated<Date | null> };
};
const tables = (db: Database) => db.withTables<Tables>();

/** `failing` is tried again; `dropped` was for a webhook that was paused or removed meanwhile. */
export const deliveryStates = ['waiting', 'delivered', 'failing', 'given-up', 'dropped'] as const;
export type DeliveryState = (typeof deliveryStates)[number];

const sealedSecret = (column: 'secret' | 'former_secret'): SealedColumn => ({ table: 'webhook', column, key: ['id'], owner: { records: 'webhook' }, what: column === 'secret' ? { nl: 'Geheimen van webhooks', en: 'Secrets of webhooks' } : { nl: 'Vorige geheimen van webhooks', en: 'Former secrets of webhooks' } });
export const sealedColumns: readonly SealedColumn[] = [sealedSecret('secret'), sealedSecret('former_secret')];
export const placeOfSecret = (column: 'secret' | 'former_secret', organisation: string, id: string) => placeIn(sealedSecret(column), organisation, { id });

export type Webhook = { readonly id: string; readonly url: string; readonly events: readonly string[]; readonly oin: string | null; readonly secret: string; readonly formerSecret: string | null; readonly formerUntil: Date | null; readonly pausedAt: Date | null; readonly madeAt: Date };

const webhookOf = (row: { id: string; url: string; events: string[]; oin: string | null; secret: string; former_secret: string | null; former_until: Date | null; paused_at: Date | null; made_at: Date }): Webhook => ({
  id: row.id, url: row.url, events: row.events, oin: row.oin, secret: row.secret, formerSecret: row.former_secret, formerUntil: row.former_until, pausedAt: row.paused_at, madeAt: row.made_at,
});

const ofOrganisation = (db: Database, organisation: string) => tables(db).selectFrom('webhook').selectAll().where('organisation_id', '=', organisation);

export const listWebhooks = async (db: Database, organisation: string): Promise<Webhook[]> => (await ofOrganisation(db, organisation).orderBy('id').execute()).map(webhookOf);

export async function findWebhook(db: Database, organisation: string, id: string): Promise<Webhook | null> {
  const row = await ofOrganisation(db, organisation).where('id', '=', id).executeTakeFirst();
  return row ? webhookOf(row) : null;
}

/** Those that go on and want to hear of it. */
export const listening = async (db: Database, organisation: string, event: string): Promise<string[]> =>
  (await tables(db).selectFrom('webhook').select('id').where('organisation_id', '=', organisation).where('paused_at', 'is', null).where(sql<boolean>`${event} = any (events)`).execute()).map(({ id }) => id);

export const addWebhook = (db: Database, organisation: string, { id, url, events, oin, secret, madeAt }: Pick<Webhook, 'id' | 'url' | 'events' | 'oin' | 'secret' | 'madeAt'>): Promise<unknown> =>
  tables(db).insertInto('webhook').values({ organisation_id: organisation, id, url, events: [...events], oin, secret, made_at: madeAt }).execute();

const change = async (db: Database, organisation: string, id: string, to: Partial<Pick<Tables['webhook'], 'secret'> & { former_secret: string | null; former_until: Date | null; paused_at: Date | null }>): Promise<boolean> =>
  (await tables(db).updateTable('webhook').set(to).where('organisation_id', '=', organisation).where('id', '=', id).executeTakeFirst()).numUpdatedRows > 0n;

export const setPaused = (db: Database, organisation: string, id: string, at: Date | null): Promise<boolean> => change(db, organisation, id, { paused_at: at });

export const replaceSecret = (db: Database, organisation: string, id: string, secret: string, former: { readonly secret: string; readonly until: Date }): Promise<boolean> =>
  change(db, organisation, id, { secret, former_secret: former.secret, former_until: former.until });

export const removeWebhook = async (db: Database, organisation: string, id: string): Promise<boolean> =>
  (await tables(db).deleteFrom('webhook').where('organisation_id', '=', organisation).where('id', '=', id).executeTakeFirst()).numDeletedRows > 0n;

export type NewDelivery = { readonly id: string; readonly webhook: string; readonly event: string; readonly subject: string };

export const addDelivery = (db: Database, organisation: string, { id, webhook, event, subject }: NewDelivery, at: Date): Promise<unknown> =>
  tables(db).insertInto('webhook_delivery').values({ organisation_id: organisation, id, webhook_id: webhook, event, subject, at, state: 'waiting' }).execute();

export const settleDelivery = (db: Database, organisation: string, id: string, { state, reason, at }: { readonly state: DeliveryState; readonly reason: string | null; readonly at: Date }): Promise<unknown> =>
  tables(db).updateTable('webhook_delivery').set((row) => ({ state, reason, settled_at: at, attempts: row('attempts', '+', 1) })).where('organisation_id', '=', organisation).where('id', '=', id).execute();

export type Delivery = { readonly id: string; readonly event: string; readonly subject: string; readonly at: Date; readonly state: DeliveryState; readonly attempts: number; readonly reason: string | null };

/** Newest first. */
export const listDeliveries = (db: Database, organisation: string, webhook: string, most: number): Promise<Delivery[]> =>
  tables(db).selectFrom('webhook_delivery').select(['id', 'event', 'subject', 'at', 'state', 'attempts', 'reason']).where('organisation_id', '=', organisation).where('webhook_id', '=', webhook).orderBy('id', 'desc').limit(most).execute();

const keptDays = 30;
/** Across organisations: what was sent a month ago. The duty `clear-up`. */
export const clearOldDeliveries = (db: Database, now: Date): Promise<unknown> =>
  tables(db).deleteFrom('webhook_delivery').where('at', '<', new Date(now.getTime() - keptDays * 86_400_000)).execute();
