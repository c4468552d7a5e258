import { daysBetween } from '../../../core/calendar.ts';
import type { PageView } from '../../../platform/screen.ts';
import { Breadcrumb } from '../../../ui/breadcrumb/component.tsx';
import { ButtonLink } from '../../../ui/button/component.tsx';
import { DefinitionList } from '../../../ui/definition-list/component.tsx';
import { HeadingGroup } from '../../../ui/heading-group/component.tsx';
import { NamedLink, UserText } from '../../../ui/link/component.tsx';
import { PlainList } from '../../../ui/plain-list/component.tsx';
import { Columns, Section, Stack } from '../../../ui/section/component.tsx';
import { ShareBar } from '../../../ui/share-bar/component.tsx';
import { claimTone } from '../../../ui/tag/tones.ts';
import { type Moment, Timeline } from '../../../ui/timeline/component.tsx';
import type { ShownContract } from '../answers.ts';
import type { ContractCalendar } from '../contract-calendar.ts';
import { words } from '../words.ts';
import { ContractClauses, StatutoryGround, statutoryText } from './contract-clauses.tsx';
import { dateText, listText, type Reader } from './naming.ts';

type View = PageView<object, ShownContract>;
type Props = { readonly view: View };

/** Where the contract stands today, in one or two sentences. */
function standingText(reader: Reader, { standing, start, end, noticeBy, noticeDays, next }: ContractCalendar): string {
  const text = words(reader.locale).contract.lead;
  const on = (date: string | null) => dateText(reader, date ?? start);
  switch (standing) {
    case 'expired': return text.expired(on(end));
    case 'not-started': return text.notStarted(on(start));
    case 'open-ended': return noticeDays === null ? text.openEndedUnknown : text.openEnded(noticeDays);
    case 'notice-unknown': return text.noticeUnknown(on(end));
    case 'notice-passed': return text.noticePassed(on(noticeBy), on(end));
    case 'notice-open': return text.noticeOpen(on(noticeBy), next?.days ?? 0, on(end));
  }
}

function momentsOf(view: View): Moment[] {
  const text = words(view.locale).contract.calendar;
  const { calendar: { start, end, noticeBy }, statutory } = view.output;
  const moment = (date: string, title: string, tone: Moment['tone'], more: Moment['children'] = null): Moment => {
    const away = daysBetween(view.today, date);
    return { dateTime: date, when: dateText(view, date), title, tone, children: <>{more}<p class="regie-quiet">{away < 0 ? text.ago(-away) : text.inDays(away)}</p></> };
  };
  const moments = [
    moment(start, text.start, 'neutral'),
    ...(noticeBy === null ? [] : [moment(noticeBy, text.notice, noticeBy < view.today ? 'neutral' : 'caution')]),
    ...statutory.map((at) => moment(at.date, statutoryText({ view, at }), 'info', <p class="regie-quiet"><StatutoryGround view={view} at={at} /></p>)),
    ...(end === null ? [] : [moment(end, text.end, end < view.today ? 'bad' : 'neutral')]),
  ];
  return moments.toSorted((a, b) => daysBetween(b.dateTime, a.dateTime));
}

const Calendar = ({ view }: Props) => {
  const text = words(view.locale).contract.calendar;
  return (
    <Section title={text.title}>
      <Timeline label={text.label} moments={momentsOf(view)} />
      {view.output.calendar.end === null && <p>{text.noEnd}</p>}
    </Section>
  );
};

const Parties = ({ view }: Props) => {
  const text = words(view.locale).contract;
  const { provider, systems, calendar: { noticeDays } } = view.output;
  return (
    <Section title={text.parties}>
      <DefinitionList
        items={[
          { term: text.provider, value: <NamedLink href={`/providers/${provider.id}`} text={provider.name} /> },
          { term: text.noticePeriod, value: noticeDays === null ? words(view.locale).unknown : text.days(noticeDays) },
          { term: text.systems, value: systems.length === 0 ? text.noSystems : <PlainList items={systems.map(({ id, name }) => <NamedLink href={`/systems/${id}`} text={name} />)} /> },
        ]}
      />
    </Section>
  );
};

const Counts = ({ view }: Props) => {
  const { clauses: { counted }, countsLabel } = words(view.locale).contract;
  const { counts, clauses } = view.output;
  const shares = (['no', 'unknown', 'yes', 'not-applicable'] as const).map((state) => ({ tone: claimTone(state), text: counted[state], count: counts[state] }));
  return <ShareBar label={countsLabel(clauses.length)} shares={shares.filter(({ count }) => count > 0)} />;
};

const Actions = ({ view }: Props) => {
  const text = words(view.locale);
  const { id } = view.output;
  return (
    <>
      {view.may('contract:change') && <ButtonLink href={`/contracts/${id}/edit`}>{text.edit}</ButtonLink>}
      {view.may('landscape:change') && <ButtonLink kind="link" href={`/contracts/${id}/remove`}>{text.remove}</ButtonLink>}
    </>
  );
};

export const ContractPage = ({ view }: Props) => {
  const text = words(view.locale).contract;
  const { id, provider, systems, calendar, counts, clauses } = view.output;
  return (
    <>
      <Stack>
        <Breadcrumb label={words(view.locale).path} items={[{ href: '/contracts', text: words(view.locale).contracts.title }]} current={text.title(provider.name)} />
        <HeadingGroup
          kicker={`${text.kicker} · ${id}`} title={<UserText text={text.title(provider.name)} />} actions={<Actions view={view} />}
          lead={<>{systems.length > 0 && <p>{text.covers(listText(view, systems.slice(0, 4).map(({ name }) => name)), Math.max(systems.length - 4, 0))}</p>}<p>{standingText(view, calendar)}</p><p>{text.gaps(counts.no, counts.unknown, clauses.length)}</p></>}
        />
      </Stack>
      <Counts view={view} />
      <Columns><Calendar view={view} /><Parties view={view} /></Columns>
      <ContractClauses view={view} />
    </>
  );
};
