/** An entry of the log as it is shown, with the name of who did it where there is one. */
import { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import type { ListedEvent } from '../../platform/audit/list-events.ts';
import { namesOf } from '../identity/public.ts';

export const shownEvent = z.strictObject({
  id: z.uuid(),
  /** A moment; of what was anonymous the day. */
  at: z.string(),
  /** `person` has an id; the rest is who did it by kind. */
  actor: z.enum(['person', 'nobody', 'anonymous', 'system']),
  person: z.uuid().nullable(),
  /** Null for who is no longer a member. */
  name: z.string().nullable(),
  via: z.enum(['web', 'rest', 'command', 'system', 'anonymous']),
  operation: z.string(),
  object: z.string(),
  /** Of a person who is still a member. */
  objectName: z.string().nullable(),
  sensitivity: z.enum(['internal', 'confidential']),
  outcome: z.enum(['done', 'refused']),
  purpose: z.string().nullable(),
  request: z.string().nullable(),
  detail: z.record(z.string(), z.unknown()),
  detailIs: z.enum(['none', 'open', 'erased', 'unreadable']),
  log: z.string().nullable(),
  /** From 0; null until the entry has its place. */
  index: z.int().nullable(),
});
export type ShownEvent = z.output<typeof shownEvent>;

type Kind = ShownEvent['actor'];
const kindOf = (actor: string): Kind => (actor === 'nobody' || actor === 'anonymous' || actor === 'system' ? actor : 'person');
const personOf = ({ leaf: { actor } }: ListedEvent): string | null => (kindOf(actor) === 'person' ? actor : null);

/** What is confidential is named in the detail alone. */
const objectOf = ({ leaf, detail }: ListedEvent): string => (detail.kind === 'open' && typeof detail.said['object'] === 'string' ? detail.said['object'] : leaf.object);
const personIn = (object: string): string | null => /^person\/([0-9a-f-]{36})$/.exec(object)?.[1] ?? null;

function shown(event: ListedEvent, names: ReadonlyMap<string, string>): ShownEvent {
  const { leaf, detail, log, index } = event;
  const person = personOf(event);
  const said = detail.kind === 'open' ? detail.said : {};
  const object = objectOf(event);
  return {
    id: leaf.id, at: leaf.at, actor: kindOf(leaf.actor), person, name: names.get(person ?? '') ?? null, via: leaf.via, operation: leaf.action,
    object, objectName: names.get(personIn(object) ?? '') ?? null,
    sensitivity: leaf.class, outcome: leaf.outcome, purpose: typeof said['purpose'] === 'string' ? said['purpose'] : leaf.purpose, request: leaf.req,
    detail: said, detailIs: detail.kind, log, index,
  };
}

/** One query for all names. */
export async function shownEvents(at: Context, events: readonly ListedEvent[]): Promise<ShownEvent[]> {
  const names = await namesOf(at.db, at.organisation.id, events.flatMap((event) => [personOf(event) ?? [], personIn(objectOf(event)) ?? []].flat()));
  return events.map((event) => shown(event, names));
}
