/** Making, looking at and ending the webhooks of an organisation. */
import { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { newSigningSecret } from '../../platform/outgoing/signature.ts';
import { invalid, isRefusal, notFound, type Refusal } from '../../platform/refusal.ts';
import { both } from '../../platform/words.ts';
import { send } from './deliver.ts';
import { addWebhook, deliveryStates, findWebhook, listDeliveries, listWebhooks, placeOfSecret, replaceSecret, setPaused, type Webhook } from './store.ts';
import { words } from './words.ts';

export const which = z.strictObject({ id: z.uuid() });
const shown = { id: z.uuid(), url: z.string(), events: z.array(z.string()), oin: z.string().nullable(), isPaused: z.boolean(), madeAt: z.iso.datetime() };
export const webhookList = z.strictObject({ webhooks: z.array(z.strictObject(shown)) });
export const oneWebhook = z.strictObject({ ...shown, deliveries: z.array(z.strictObject({ id: z.uuid(), event: z.string(), subject: z.string(), at: z.iso.datetime(), state: z.enum(deliveryStates), attempts: z.number(), reason: z.string().nullable() })) });
export type OneWebhook = z.output<typeof oneWebhook>;

const shownOf = ({ id, url, events, oin, pausedAt, madeAt }: Webhook) => ({ id, url, events: [...events], oin, isPaused: pausedAt !== null, madeAt: madeAt.toISOString() });

export const showWebhooks = async (at: Context): Promise<z.output<typeof webhookList>> => ({ webhooks: (await listWebhooks(at.db, at.organisation.id)).map(shownOf) });

const shownDeliveries = 100;
export async function showWebhook(at: Context, { id }: z.output<typeof which>): Promise<OneWebhook | Refusal> {
  const webhook = await findWebhook(at.db, at.organisation.id, id);
  if (webhook === null) return notFound;
  const deliveries = await listDeliveries(at.db, at.organisation.id, id, shownDeliveries);
  return { ...shownOf(webhook), deliveries: deliveries.map((one) => ({ ...one, at: one.at.toISOString() })) };
}

export async function loadWebhook(at: Context, { id }: Readonly<Record<string, string>>) {
  const known = which.safeParse({ id });
  const webhook = known.success ? await findWebhook(at.db, at.organisation.id, known.data.id) : null;
  return webhook === null ? notFound : { extra: { url: webhook.url } };
}

export const addInput = z.strictObject({ url: z.string().min(1).max(2000), events: z.array(z.string().max(100)).min(1).max(200), oin: z.string().regex(/^\d{20}$/).optional() });
/** The secret is shown this once. */
export const secretOutput = z.strictObject({ id: z.uuid(), secret: z.string() });

const mayNot = invalid({ path: 'url', message: both(words, (text) => text.mayNot) });
const unknownEvent = invalid({ path: 'events', message: both(words, (text) => text.unknownEvent) });

const sealed = (at: Context, column: 'secret' | 'former_secret', id: string, text: string): Promise<string> => at.vault.seal(placeOfSecret(column, at.organisation.id, id), { records: 'webhook' }, text);

export const addOne = (known: ReadonlySet<string>) => async (at: Context, { url, events, oin }: z.output<typeof addInput>): Promise<z.output<typeof secretOutput> | Refusal> => {
  if (!events.every((event) => known.has(event))) return unknownEvent;
  if (!(await at.mayReach(url))) return mayNot;
  const [id, secret] = [at.ids.next(), newSigningSecret()];
  await addWebhook(at.db, at.organisation.id, { id, url, events: [...new Set(events)], oin: oin ?? null, secret: await sealed(at, 'secret', id, secret), madeAt: at.now });
  return { id, secret };
};

const bothWorkHours = 24;
/** For a day both sign, so that the receiver can change in its own time. */
export async function rotateSecret(at: Context, { id }: z.output<typeof which>): Promise<z.output<typeof secretOutput> | Refusal> {
  const webhook = await findWebhook(at.db, at.organisation.id, id);
  if (webhook === null) return notFound;
  const former = await at.vault.open(placeOfSecret('secret', at.organisation.id, id), webhook.secret);
  const secret = newSigningSecret();
  const until = former.kind === 'open' ? new Date(at.now.getTime() + bothWorkHours * 3_600_000) : at.now;
  await replaceSecret(at.db, at.organisation.id, id, await sealed(at, 'secret', id, secret), { secret: await sealed(at, 'former_secret', id, former.kind === 'open' ? former.text : ''), until });
  return { id, secret };
}

export const pauseInput = z.strictObject({ id: z.uuid(), paused: z.boolean() });
export const pause = async (at: Context, { id, paused }: z.output<typeof pauseInput>): Promise<z.output<typeof pauseInput> | Refusal> =>
  (await setPaused(at.db, at.organisation.id, id, paused ? at.now : null)) ? { id, paused } : notFound;

export const testEvent = 'webhooks.test-webhook';
export async function sendTest(at: Context, { id }: z.output<typeof which>): Promise<z.output<typeof which> | Refusal> {
  const webhook = await showWebhook(at, { id });
  if (isRefusal(webhook)) return webhook;
  await send({ ...at, organisation: at.organisation.id }, id, testEvent, `webhook/${id}`);
  return { id };
}
