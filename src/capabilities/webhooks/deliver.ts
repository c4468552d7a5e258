/** From what happened to the message at the receiver's door. */
import { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { type Asking, enqueue } from '../../platform/jobs/enqueue.ts';
import { defineErrand, type JobContext } from '../../platform/jobs/job.ts';
import { done, type Outcome, type Verdict } from '../../platform/jobs/outcome.ts';
import type { Posted } from '../../platform/outgoing/post.ts';
import { signatureHeaders } from '../../platform/outgoing/signature.ts';
import { cloudEvent, eventMediaType } from './cloud-event.ts';
import { addDelivery, type DeliveryState, findWebhook, listening, placeOfSecret, settleDelivery, type Webhook } from './store.ts';

const input = z.strictObject({ webhook: z.uuid(), delivery: z.uuid(), event: z.string(), subject: z.string(), at: z.iso.datetime() });

async function secretsOf({ vault, organisation, now }: JobContext, { id, secret, formerSecret, formerUntil }: Webhook): Promise<string[]> {
  const sealed = [{ place: placeOfSecret('secret', organisation, id), sealed: secret }];
  if (formerSecret !== null && formerUntil !== null && formerUntil > now) sealed.push({ place: placeOfSecret('former_secret', organisation, id), sealed: formerSecret });
  return (await vault.openAll(sealed)).flatMap((opened) => (opened.kind === 'open' ? [opened.text] : []));
}

/** 410 says that nobody is there any more; everything else may mend itself. */
function outcomeOf(posted: Posted): Outcome {
  if ('failed' in posted) return { kind: posted.failed === 'address-refused' ? 'give-up' : 'again', reason: posted.failed };
  if (posted.status >= 200 && posted.status < 300) return done;
  return { kind: posted.status === 410 ? 'give-up' : 'again', reason: `status-${posted.status}` };
}

const stateOf: Readonly<Record<Verdict['kind'], DeliveryState>> = { done: 'delivered', again: 'failing', 'given-up': 'given-up' };

export const deliverEvent = defineErrand({
  name: 'webhooks.deliver-event',
  title: { nl: 'Een bericht naar een webhook sturen', en: 'Send a message to a webhook' },
  input,
  prepare: async (at, { webhook: id, delivery, event, subject, at: moment }) => {
    const webhook = await findWebhook(at.db, at.organisation, id);
    if (webhook === null || webhook.pausedAt !== null) {
      await settleDelivery(at.db, at.organisation, delivery, { state: 'dropped', reason: null, at: at.now });
      return null;
    }
    const body = JSON.stringify(cloudEvent({ organisation: at.organisation, oin: webhook.oin }, { id: delivery, event, subject, at: new Date(moment) }));
    return { url: webhook.url, body, id: delivery, secrets: await secretsOf(at, webhook) };
  },
  act: async ({ outside, clock }, { url, body, id, secrets }) =>
    outcomeOf(await outside.outgoing.post({ url, body, headers: { 'content-type': eventMediaType, 'user-agent': 'Regiekompas', ...signatureHeaders(id, clock.now(), body, secrets) } })),
  settle: async (at, { delivery }, verdict) => void (await settleDelivery(at.db, at.organisation, delivery, { state: stateOf[verdict.kind], reason: verdict.kind === 'done' ? null : verdict.reason, at: at.now })),
});

/** @param subject `<kind>/<id>`. */
export async function send(asking: Asking, webhook: string, event: string, subject: string): Promise<string> {
  const delivery = asking.ids.next();
  await addDelivery(asking.db, asking.organisation, { id: delivery, webhook, event, subject }, asking.now);
  await enqueue(asking, deliverEvent, { webhook, delivery, event, subject, at: asking.now.toISOString() });
  return delivery;
}

/** In the transaction of the change that it tells of. */
export async function tellWebhooks(at: Context, event: string, subject: string): Promise<void> {
  for (const webhook of await listening(at.db, at.organisation.id, event)) await send({ ...at, organisation: at.organisation.id }, webhook, event, subject);
}
