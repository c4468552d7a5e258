/** What is tried, and one experiment: its question, its room, and what came of it. */
import { showDay } from '../../../platform/dates.ts';
import type { PageView } from '../../../platform/screen.ts';
import type { Locale } from '../../../platform/words.ts';
import { ButtonLink, ButtonRow } from '../../../ui/button/component.tsx';
import { DefinitionList } from '../../../ui/definition-list/component.tsx';
import { EmptyState } from '../../../ui/empty-state/component.tsx';
import { HeadingGroup } from '../../../ui/heading-group/component.tsx';
import { NamedLink, UserText } from '../../../ui/link/component.tsx';
import { Prose, Section } from '../../../ui/section/component.tsx';
import { Table } from '../../../ui/table/component.tsx';
import { Tag } from '../../../ui/tag/component.tsx';
import type { ShownExperiment } from '../shown-experiment.ts';
import type { State } from '../state.ts';
import { words } from '../words.ts';

const tones = { proposed: 'unknown', running: 'info', over: 'caution', refused: 'neutral', told: 'good' } as const satisfies Record<State, string>;
const StateTag = ({ state, locale }: { readonly state: State; readonly locale: Locale }) => <Tag tone={tones[state]}>{words(locale).states[state]}</Tag>;

export function ExperimentsPage({ view }: { readonly view: PageView<unknown, { readonly experiments: readonly ShownExperiment[] }> }) {
  const { locale, output: { experiments } } = view;
  const text = words(locale);
  const propose = <ButtonLink href="/experiments/propose" kind="primary">{text.propose}</ButtonLink>;
  const rows = experiments.map((one) => ({
    cells: [<NamedLink href={`/experiments/${one.id}`} text={one.title} />, <UserText text={one.proposer ?? text.former} />, one.until === null ? '–' : showDay(one.until, locale), <StateTag state={one.state} locale={locale} />],
  }));
  const { what, by, until, state } = text.columns;
  return (
    <>
      <HeadingGroup title={text.title} lead={text.lead} actions={rows.length > 0 && propose} />
      {rows.length === 0 ? <EmptyState title={text.none} actions={propose}><p>{text.noneText}</p></EmptyState> : <Table caption={text.title} captionHidden columns={[what, by, until, state].map((column) => ({ text: column }))} rows={rows} />}
    </>
  );
}

const Told = ({ title, said }: { readonly title: string; readonly said: string | null }) => (said === null ? null : <Section title={title} level={3}><Prose><p><UserText text={said} /></p></Prose></Section>);

function Outcome({ experiment, locale }: { readonly experiment: ShownExperiment; readonly locale: Locale }) {
  const text = words(locale);
  if (experiment.ending === null) return null;
  return (
    <Section title={text.came} lead={text.endings[experiment.ending]}>
      <Told title={text.toldTitles.tried} said={experiment.tried} />
      <Told title={text.toldTitles.seen} said={experiment.seen} />
      <Told title={text.toldTitles.learned} said={experiment.learned} />
    </Section>
  );
}

export function ExperimentPage({ view }: { readonly view: PageView<unknown, ShownExperiment> }) {
  const { locale, output: experiment } = view;
  const text = words(locale);
  const mayMandate = view.may('experiment:mandate');
  const isOpen = experiment.state === 'proposed';
  const mayTell = (experiment.isOwn || mayMandate) && (experiment.state === 'running' || experiment.state === 'over');
  const to = (step: string): string => `/experiments/${experiment.id}/${step}`;
  const items = [
    { term: text.columns.by, value: <UserText text={experiment.proposer ?? text.former} /> },
    { term: text.since, value: showDay(experiment.proposedOn, locale) },
    { term: text.columns.state, value: <StateTag state={experiment.state} locale={locale} /> },
    ...(experiment.until === null ? [] : [
      { term: text.sponsor, value: <UserText text={experiment.sponsor ?? text.former} /> },
      { term: text.room, value: <UserText text={experiment.room ?? ''} /> },
      { term: text.bounds, value: <UserText text={experiment.bounds ?? ''} /> },
      { term: text.until, value: showDay(experiment.until, locale) },
    ]),
  ];
  return (
    <>
      <HeadingGroup kicker={text.title} title={<UserText text={experiment.title} />} lead={<UserText text={experiment.question} />} />
      <DefinitionList items={items} />
      {experiment.refusal !== null && <Section title={text.refusal}><Prose><p><UserText text={experiment.refusal} /></p></Prose></Section>}
      <Outcome experiment={experiment} locale={locale} />
      <Section title={text.planTitle}><Prose><p><UserText text={experiment.plan} /></p></Prose></Section>
      <ButtonRow>
        {isOpen && mayMandate && <ButtonLink kind="primary" href={to('mandate')}>{text.mandate}</ButtonLink>}
        {isOpen && mayMandate && <ButtonLink href={to('refuse')}>{text.refuse}</ButtonLink>}
        {mayTell && <ButtonLink kind="primary" href={to('tell')}>{text.tell}</ButtonLink>}
        <ButtonLink kind="link" href="/experiments">{text.back}</ButtonLink>
      </ButtonRow>
    </>
  );
}
