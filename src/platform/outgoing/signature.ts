/** Signed by Standard Webhooks: HMAC-SHA256 over the id, the moment and the body, so that none can be exchanged. */
import { createHmac, randomBytes } from 'node:crypto';

export const newSigningSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`;

const signed = (secret: string, text: string): string => `v1,${createHmac('sha256', Buffer.from(secret.replace(/^whsec_/, ''), 'base64')).update(text).digest('base64')}`;

/** @param secrets more than one while they change: who has either can check it. */
export function signatureHeaders(id: string, now: Date, body: string, secrets: readonly string[]): Record<string, string> {
  const seconds = String(Math.floor(now.getTime() / 1000));
  return { 'webhook-id': id, 'webhook-timestamp': seconds, 'webhook-signature': secrets.map((secret) => signed(secret, `${id}.${seconds}.${body}`)).join(' ') };
}
