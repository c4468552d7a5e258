/** What a webhook is told: that something happened, and to what. Never what it says. By CloudEvents 1.0 and the Dutch government's profile of it. */

export type Happening = { readonly id: string; readonly event: string; readonly subject: string; readonly at: Date };
export type Sender = { readonly organisation: string; readonly oin: string | null };

export const eventMediaType = 'application/cloudevents+json; charset=utf-8';

/** In the namespace the profile asks: by the organisation's number where it has one, else by its id here. */
export const sourceOf = ({ organisation, oin }: Sender): string => `urn:nld:${oin === null ? `organisatie:${organisation}` : `oin:${oin}`}:systeem:regiekompas`;
/** Reverse domain name, then the operation that was done. */
export const typeOf = (event: string): string => `nl.regiekompas.${event}`;

export const cloudEvent = (sender: Sender, { id, event, subject, at }: Happening) => ({
  specversion: '1.0', id, source: sourceOf(sender), type: typeOf(event), time: at.toISOString(), subject, datacontenttype: 'application/json',
  data: { organisation: sender.organisation, object: subject },
});
