import { ButtonLink } from '../../../ui/button/component.tsx';
import { EmptyState } from '../../../ui/empty-state/component.tsx';
import { HeadingGroup } from '../../../ui/heading-group/component.tsx';
import { Notice } from '../../../ui/notice/component.tsx';
import { Section } from '../../../ui/section/component.tsx';
import { readingMeaning, readingWord } from '../../sovereignty/public.ts';
import { allInOrder } from '../failing.ts';
import { pageOf } from '../list.ts';
import { ifFalls, thenSentence } from '../spoken.ts';
import type { SimulationTold } from '../telling.ts';
import { words } from '../words.ts';
import { hrefTo } from './href-to.ts';
import { Overview } from './overview.tsx';
import { Paging } from './paging.tsx';
import { SimulationForm, type SimulationView } from './simulation-form.tsx';
import { Outcome, SimulationResult } from './simulation-result.tsx';

/** The longest that a list without pages becomes. */
const inShortList = 20;

export const simulationTitle = (view: SimulationView): string => (view.output.told ? ifFalls(view, view.output.told) : words(view.locale).simulation.title);

const Faults = ({ view }: { readonly view: SimulationView }) =>
  view.output.faults.length === 0 ? null : (
    <Notice kind="warning" title={words(view.locale).simulation.faultTitle} live><ul>{view.output.faults.map((fault) => <li><bdi>{fault[view.locale]}</bdi></li>)}</ul></Notice>
  );

const Reading = ({ view }: { readonly view: SimulationView }) => (
  <p class="regie-quiet">{words(view.locale).services.reading(readingWord(view.locale, view.output.reading), readingMeaning(view.locale, view.output.reading))}</p>
);

const Answer = ({ view, told }: { readonly view: SimulationView; readonly told: SimulationTold }) => {
  const text = words(view.locale).simulation;
  const part = { speaker: view, told, hrefs: hrefTo };
  const list = pageOf(allInOrder(told), view.input.page);
  return (
    <>
      <HeadingGroup kicker={text.title} title={ifFalls(view, told)} lead={<Reading view={view} />} actions={<><ButtonLink href="#ask">{text.change}</ButtonLink><ButtonLink kind="link" href="/simulation">{text.again}</ButtonLink></>} />
      <Faults view={view} />
      <Outcome {...part} sentence={thenSentence(view, told)} />
      <SimulationResult {...part} atMost={inShortList} list={{ ids: list.items, pages: <Paging url={view.url} locale={view.locale} list={list} anchor="#why" /> }} />
      <Section title={text.change} lead={<p>{text.share}</p>} id="ask"><SimulationForm view={view} /></Section>
    </>
  );
};

const Question = ({ view }: { readonly view: SimulationView }) => {
  const text = words(view.locale).simulation;
  const { overview, systems } = view.output;
  return (
    <>
      <HeadingGroup title={text.title} lead={<p>{text.lead}</p>} />
      <Faults view={view} />
      <Section title={text.form} id="ask"><SimulationForm view={view} /></Section>
      {overview && <Overview view={view} overview={overview} systems={systems} />}
    </>
  );
};

const Nothing = ({ view }: { readonly view: SimulationView }) => {
  const text = words(view.locale).simulation;
  const actions = view.may('landscape:change') && <><ButtonLink kind="primary" href="/systems/add">{text.addSystem}</ButtonLink><ButtonLink href="/landscape/import">{text.import}</ButtonLink></>;
  return (
    <>
      <HeadingGroup title={text.title} lead={<p>{text.lead}</p>} />
      <EmptyState title={text.emptyTitle} actions={actions}><p>{text.emptyText}</p></EmptyState>
    </>
  );
};

export const SimulationPage = ({ view }: { readonly view: SimulationView }) => {
  if (view.output.isEmpty) return <Nothing view={view} />;
  return view.output.told ? <Answer view={view} told={view.output.told} /> : <Question view={view} />;
};
