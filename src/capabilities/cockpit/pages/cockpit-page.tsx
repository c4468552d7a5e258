/** The board's page: where do we stand, what asks a decision, what do we not know, what if somebody falls away. */
import { showDay } from '../../../platform/dates.ts';
import type { PageView } from '../../../platform/screen.ts';
import { ButtonLink, ButtonRow } from '../../../ui/button/component.tsx';
import { CompassRose } from '../../../ui/compass/component.tsx';
import { EmptyState } from '../../../ui/empty-state/component.tsx';
import { HeadingGroup } from '../../../ui/heading-group/component.tsx';
import { Notice } from '../../../ui/notice/component.tsx';
import { Section } from '../../../ui/section/component.tsx';
import { ShareBar } from '../../../ui/share-bar/component.tsx';
import { NamedLink } from '../../../ui/link/component.tsx';
import { Table } from '../../../ui/table/component.tsx';
import { verdictTone } from '../../../ui/tag/tones.ts';
import { factQuestion, verdictWord } from '../../sovereignty/public.ts';
import type { Cockpit } from '../cockpit.ts';
import { words } from '../words.ts';
import { FallsAway } from './falls-away.tsx';
import { Glance } from './glance.tsx';
import { ToDecide } from './to-decide.tsx';

type Props = { readonly view: PageView<object, Cockpit> };
/** Names in one cell of the questions; more would be a wall. */
const namedAtMost = 4;

const Empty = ({ view }: Props) => {
  const { empty } = words(view.locale);
  const actions = (
    <>
      <ButtonLink kind="primary" href="/conversation">{empty.conversation}</ButtonLink>
      <ButtonLink href="/example">{empty.example}</ButtonLink>
      <ButtonLink href="/landscape/import">{empty.import}</ButtonLink>
      <ButtonLink href="/systems/add">{empty.add}</ButtonLink>
    </>
  );
  return <EmptyState title={empty.title} level={2} actions={actions}><p>{empty.lead}</p></EmptyState>;
};

const Verdicts = ({ view }: Props) => {
  const { verdicts } = words(view.locale);
  const { counts, outcomes, policyName } = view.output;
  const shares = counts.filter(({ systems }) => systems > 0).map(({ verdict, systems }) => ({ tone: verdictTone(verdict, outcomes), text: verdictWord(view.locale, verdict), count: systems, href: `/systems?verdict=${verdict}` }));
  return (
    <Section title={verdicts.title} lead={<p>{verdicts.lead(policyName[view.locale])} <NamedLink href="/policy" text={words(view.locale).verdicts.see} /></p>}>
      <ShareBar label={verdicts.label} shares={shares} />
    </Section>
  );
};

const Questions = ({ view }: Props) => {
  const { unknown, decide } = words(view.locale);
  const { questions } = view.output;
  const rows = questions.map(({ fact, systems }) => ({
    cells: [
      factQuestion(view.knowledge, view.locale, fact),
      <>{systems.slice(0, namedAtMost).map(({ id, name }, at) => <>{at > 0 && ', '}<NamedLink href={`/systems/${id}`} text={name} /></>)}{systems.length > namedAtMost && ` ${decide.andMore(systems.length - namedAtMost)}`}</>,
    ],
  }));
  return (
    <Section title={unknown.title} lead={questions.length === 0 ? unknown.none : unknown.lead}>
      {questions.length > 0 && <Table caption={unknown.caption} captionHidden columns={[{ text: unknown.question }, { text: unknown.systems }]} rows={rows} />}
    </Section>
  );
};

/** "5 not allowed, 6 not certain yet and 58 allowed", worst first. */
function inWords({ view }: Props): string {
  const text = words(view.locale);
  const { counts, systems: total } = view.output;
  const parts = counts.filter(({ systems }) => systems > 0).map(({ verdict, systems }) => text.part(systems, verdictWord(view.locale, verdict).toLowerCase()));
  return text.lead(total, new Intl.ListFormat(view.locale).format(parts));
}

const Ambition = ({ view }: Props) => {
  const { layers } = words(view.locale);
  const change = view.may('ambition:change') ? <ButtonRow><ButtonLink href="/organisation/edit">{view.output.hasAmbition ? layers.changeAmbition : layers.setAmbition}</ButtonLink></ButtonRow> : null;
  return view.output.hasAmbition ? change : <Notice kind="info" title={layers.noAmbition}>{change}</Notice>;
};

export const CockpitPage = ({ view }: Props) => {
  const text = words(view.locale);
  const { organisation, asOf, systems, assurance, conduct, reading } = view.output;
  if (systems === 0) return <><HeadingGroup kicker={organisation} title={text.title} emblem={<CompassRose />} /><Empty view={view} /></>;
  return (
    <>
      <HeadingGroup
        kicker={organisation} title={text.title} emblem={<CompassRose />}
        lead={<><p>{inWords({ view })}</p><p class="regie-quiet">{text.asOf(showDay(asOf, view.locale), text[reading])}</p></>}
      />
      <Glance knowledge={view.knowledge} locale={view.locale} assurance={assurance} conduct={conduct} />
      <Ambition view={view} />
      <Section title={text.decide.title}><ToDecide cockpit={view.output} locale={view.locale} /></Section>
      <Verdicts view={view} />
      <Questions view={view} />
      <FallsAway view={view} />
    </>
  );
};
