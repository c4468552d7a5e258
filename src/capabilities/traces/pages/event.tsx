import type { z } from 'zod';
import type { PageView } from '../../../platform/screen.ts';
import { ButtonLink, ButtonRow } from '../../../ui/button/component.tsx';
import { DefinitionList } from '../../../ui/definition-list/component.tsx';
import { HeadingGroup } from '../../../ui/heading-group/component.tsx';
import { Link, UserText } from '../../../ui/link/component.tsx';
import { Section } from '../../../ui/section/component.tsx';
import { Disclosure } from '../../../ui/disclosure/component.tsx';
import type { shownEvent } from '../shown-event.ts';
import { words } from '../words.ts';
import { ObjectOf, Outcome, titleOf, When, Who } from './cells.tsx';

type Shown = z.output<typeof shownEvent> & { readonly leaf: string; readonly isProven: boolean };
type View = PageView<unknown, Shown>;

const Said = ({ detail }: { readonly detail: Shown['detail'] }) => (
  <DefinitionList items={Object.entries(detail).map(([term, value]) => ({ term, value: typeof value === 'string' ? <UserText text={value} /> : <code>{JSON.stringify(value)}</code> }))} />
);

function Detail({ locale, output: { detail, detailIs } }: View) {
  const text = words(locale).event;
  if (detailIs === 'none') return null;
  return <Section title={text.detail}>{detailIs === 'open' ? <Said detail={detail} /> : <p>{text[detailIs]}</p>}</Section>;
}

function Proof({ locale, output: { id, isProven, leaf } }: View) {
  const text = words(locale).event;
  return (
    <Section title={text.proofTitle}>
      <p>{isProven ? text.proofText : text.proofLater}</p>
      {isProven && <ButtonRow><ButtonLink href={`/audit/${id}/proof`}>{text.proof}</ButtonLink><ButtonLink href="/audit/checkpoint">{text.checkpoint}</ButtonLink></ButtonRow>}
      <Disclosure summary={text.leaf}><p><code>{leaf}</code></p></Disclosure>
    </Section>
  );
}

function itemsOf({ locale, nounOf, output: event }: View) {
  const { columns, event: text, door, sensitivity, noReason, waiting } = words(locale);
  return [
    { term: columns.when, value: <When at={event.at} locale={locale} /> },
    { term: columns.who, value: <Who event={event} locale={locale} /> },
    { term: columns.object, value: <ObjectOf event={event} nounOf={nounOf} full /> },
    { term: columns.why, value: event.purpose === null ? noReason : <UserText text={event.purpose} /> },
    { term: columns.outcome, value: <Outcome outcome={event.outcome} locale={locale} /> },
    { term: text.door, value: door[event.via] },
    { term: text.sensitivity, value: sensitivity[event.sensitivity] },
    { term: columns.place, value: event.log === null || event.index === null ? waiting : text.place(event.log, event.index) },
  ];
}

export function EventPage(view: View) {
  const { locale, output } = view;
  const text = words(locale).event;
  return (
    <>
      <HeadingGroup kicker={text.kicker} title={titleOf(output, view.traced(), locale)} />
      <DefinitionList items={itemsOf(view)} />
      <Detail {...view} />
      <Proof {...view} />
      <p><Link href="/audit">{text.back}</Link></p>
    </>
  );
}
