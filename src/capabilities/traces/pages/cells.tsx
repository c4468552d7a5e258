/** The parts of an entry that every page of the log shows alike. */
import { Tag } from '../../../ui/tag/component.tsx';
import { Link, UserText } from '../../../ui/link/component.tsx';
import { heartbeatOperation } from '../../../platform/audit/list-events.ts';
import { showDay, showMoment } from '../../../platform/dates.ts';
import type { PageView } from '../../../platform/screen.ts';
import type { Locale } from '../../../platform/words.ts';
import type { ShownEvent } from '../shown-event.ts';
import { words } from '../words.ts';

type View = PageView<unknown, unknown>;
type Titles = ReturnType<View['traced']>;

export const When = ({ at, locale }: { readonly at: string; readonly locale: Locale }) => (
  <time datetime={at}>{at.length === 10 ? showDay(at, locale) : showMoment(new Date(at), locale)}</time>
);

export function Who({ event: { actor, name }, locale }: { readonly event: ShownEvent; readonly locale: Locale }) {
  const text = words(locale).actor;
  if (actor !== 'person') return <>{text[actor]}</>;
  return name === null ? <>{text.former}</> : <UserText text={name} />;
}

export const titleOf = ({ operation }: ShownEvent, titles: Titles, locale: Locale): string => (operation === heartbeatOperation ? words(locale).heartbeat : (titles.get(operation) ?? operation));

/** INVARIANT: nobody is led from a person to all that was done to them (decision 0092); a name in words stands in the detail alone and cannot be looked up. */
const isLookedUp = (kind: string, id: string): boolean => kind !== 'person' && !id.includes('/');
/** What people give an id that says something by itself. */
const speaksForItself = (kind: string): boolean => /^(?:systems?|services?|datasets?|providers?|contracts?|evidence|policy)$/.test(kind);

/** @param full also where its id says nothing to a person. */
export function ObjectOf({ event: { object, objectName }, nounOf, full = false }: Pick<View, 'nounOf'> & { readonly event: ShownEvent; readonly full?: boolean }) {
  const [kind = '', id = ''] = object.split(/\/(.*)/s);
  const noun = nounOf(kind);
  if (noun === null) return <code>{object}</code>;
  const name = <UserText text={objectName ?? noun} />;
  return (
    <>
      {isLookedUp(kind, id) ? <Link href={`/audit?${new URLSearchParams({ object })}`}>{name}</Link> : name}
      {(full || speaksForItself(kind)) && <><br /><small><code>{full ? object : id}</code></small></>}
    </>
  );
}

export const Outcome = ({ outcome, locale }: { readonly outcome: ShownEvent['outcome']; readonly locale: Locale }) => (
  <Tag tone={outcome === 'done' ? 'good' : 'caution'}>{words(locale).outcome[outcome]}</Tag>
);
