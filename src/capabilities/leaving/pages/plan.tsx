import { showDay, showMoment } from '../../../platform/dates.ts';
import type { PageView } from '../../../platform/screen.ts';
import { ButtonLink, ButtonRow } from '../../../ui/button/component.tsx';
import { DefinitionList } from '../../../ui/definition-list/component.tsx';
import { Disclosure } from '../../../ui/disclosure/component.tsx';
import { HeadingGroup } from '../../../ui/heading-group/component.tsx';
import { Link } from '../../../ui/link/component.tsx';
import { Notice } from '../../../ui/notice/component.tsx';
import { PlainList } from '../../../ui/plain-list/component.tsx';
import { Section } from '../../../ui/section/component.tsx';
import { Table } from '../../../ui/table/component.tsx';
import { nameOf, textsOf } from '../../library/public.ts';
import type { Plan } from '../plan.ts';
import { words } from '../words.ts';

type View = PageView<Record<string, never>, Plan>;

function Along({ locale, may }: View) {
  const text = words(locale).plan;
  const mayAll = may('organisation:export', { classification: 'confidential' });
  return (
    <Section title={text.along}>
      <p>{mayAll ? text.alongText : text.askBoard}</p>
      <ButtonRow>
        {mayAll && <ButtonLink href="/leaving/export.zip">{text.takeAll}</ButtonLink>}
        <ButtonLink href="/leaving/own-data.zip" kind={mayAll ? 'secondary' : 'primary'}>{text.takeOwn}</ButtonLink>
      </ButtonRow>
      <p>{text.ownText}</p>
    </Section>
  );
}

const isOver = ({ today }: View, day: string): boolean => today > day;

function Days(view: View & { readonly exit: NonNullable<Plan['exit']> }) {
  const { exit, locale } = view;
  const text = words(locale).exit;
  const until = (day: string): string => (isOver(view, day) ? text.overSince(showDay(day, locale)) : text.until(showDay(day, locale)));
  return (
    <>
      <DefinitionList items={[
        { term: text.since, value: showMoment(new Date(exit.announcedAt), locale) },
        { term: text.notice, value: until(exit.notice) },
        { term: text.transition, value: until(exit.transition) },
        { term: text.retrieval, value: until(exit.retrieval) },
        { term: text.state, value: exit.closedAt === null ? text.open : text.closed(showMoment(new Date(exit.closedAt), locale)) },
      ]} />
      <p>{exit.retrievalIsOver ? text.mayErase : text.noErase(showDay(exit.retrieval, locale))}</p>
    </>
  );
}

function Leaving(view: View) {
  const { locale, may, output: { exit } } = view;
  const text = words(locale).exit;
  return (
    <Section title={text.title}>
      {exit ? <Days {...view} exit={exit} /> : <p>{text.lead}</p>}
      {may('organisation:leave') && (
        <ButtonRow>
          {exit === null && <ButtonLink href="/leaving/announce" kind="secondary">{text.announce}</ButtonLink>}
          {exit !== null && exit.closedAt === null && <ButtonLink href="/leaving/close" kind="secondary">{text.close}</ButtonLink>}
          {exit !== null && <ButtonLink href="/leaving/call-off" kind="link">{text.callOff}</ButtonLink>}
        </ButtonRow>
      )}
    </Section>
  );
}

function Contents({ locale, output }: View) {
  const text = words(locale).plan;
  const rows = output.tables.map(({ title, classification, rows: count, bytes }) => ({ cells: [title[locale], text.levels[classification], text.formats, count.toLocaleString(locale), text.size(bytes)] }));
  return (
    <Section title={text.contents}>
      <p>{text.estimate(text.size(output.bytes), output.estimatedMinutes)}</p>
      <Table caption={text.contents} captionHidden columns={[{ text: text.what }, { text: text.level }, { text: text.format }, { text: text.rows, numeric: true }, { text: text.sizeTitle, numeric: true }]} rows={rows} />
      <Disclosure summary={text.besides}><PlainList items={[...output.documents.map((one) => one[locale]), text.log, text.manifest]} /></Disclosure>
      <Disclosure summary={text.staysTitle}><PlainList items={[...new Set(output.stays.map(({ why }) => why[locale]))]} /></Disclosure>
    </Section>
  );
}

function Law({ locale, output, knowledge }: View) {
  const text = words(locale).law;
  const rows = output.periods.map(({ law, id, bound, amount, unit, article, confidence }) => ({
    cells: [textsOf(knowledge, locale, 'laws', law, 'periods')[id] ?? id, text.bound[bound](amount, text.units[unit]), <Link href={`/library/laws/${law}`}>{text.article(nameOf(knowledge, locale, 'laws', law), article)}</Link>, text.confidence[confidence]],
  }));
  return (
    <Section title={text.title}>
      <p>{text.lead}</p>
      <Table caption={text.title} captionHidden columns={[text.what, text.howLong, text.where, text.sure].map((name) => ({ text: name }))} rows={rows} />
    </Section>
  );
}

export function PlanPage(view: View) {
  const { locale, output: { exit } } = view;
  const text = words(locale);
  return (
    <>
      <HeadingGroup title={text.plan.title} lead={text.plan.lead} />
      {exit !== null && exit.closedAt !== null && <Notice kind="warning" title={text.exit.readOnlyTitle}><p>{text.exit.readOnlyText}</p></Notice>}
      <Along {...view} />
      <Leaving {...view} />
      <Contents {...view} />
      <Law {...view} />
    </>
  );
}
