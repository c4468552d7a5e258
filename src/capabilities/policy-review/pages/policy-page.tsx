import type { Rendered } from '../../../platform/screen.ts';
import { ButtonLink } from '../../../ui/button/component.tsx';
import { EmptyState } from '../../../ui/empty-state/component.tsx';
import { HeadingGroup } from '../../../ui/heading-group/component.tsx';
import { Link } from '../../../ui/link/component.tsx';
import { Tabs } from '../../../ui/tabs/component.tsx';
import { Section, Stack } from '../../../ui/section/component.tsx';
import { readingMeaning, readingWord } from '../../sovereignty/public.ts';
import { words } from '../words.ts';
import { Cases, Limits, Standing } from './about.tsx';
import { Adoptions, PoliciesBeside, VerdictBar } from './beside.tsx';
import { ChangesSection } from './changes.tsx';
import { DecisionTable, Rules } from './rules.tsx';
import { type Part, parts } from '../shown-policy.ts';
import { aboutWord, hrefWith, type PolicyView } from './said.ts';
import { Soundness } from './soundness.tsx';

const Heading = ({ view }: { readonly view: PolicyView }) => {
  const text = words(view.locale);
  const { policy, adopted, systems, adoptions } = view.output;
  const mayAdopt = view.may('policy:adopt') && (!adopted || adoptions.length === 0);
  const lead = adopted ? text.leadAdopted(text.systems(systems)) : text.leadOther(text.systems(systems));
  return (
    <HeadingGroup
      kicker={adopted ? text.kickerAdopted : text.kickerOther} title={policy.name[view.locale]}
      lead={<><p>{aboutWord(view, policy.id, 'what')}</p><p>{lead}</p></>}
      actions={mayAdopt ? <ButtonLink kind={adopted ? 'secondary' : 'primary'} href={`/policy/${policy.id}/adopt`}>{text.adopt.start}</ButtonLink> : undefined}
    />
  );
};

const ReadingNote = ({ view }: { readonly view: PolicyView }) => {
  const text = words(view.locale);
  const { reading } = view.output;
  const other = reading === 'wide' ? 'narrow' : 'wide';
  return <p class="regie-quiet">{text.readingNote(readingWord(view.locale, reading), readingMeaning(view.locale, reading))} <Link href={hrefWith(view, { reading: other })}>{text.otherReading[other]}</Link></p>;
};

const Today = ({ view }: { readonly view: PolicyView }) => {
  const text = words(view.locale);
  const { systems, today, policy } = view.output;
  if (systems > 0) return <Section title={text.todayTitle} id="today"><Stack><VerdictBar locale={view.locale} tally={today} outcomes={policy.outcomes} /><ReadingNote view={view} /></Stack></Section>;
  const actions = view.may('landscape:change') ? <><ButtonLink href="/systems/add">{text.addSystem}</ButtonLink><ButtonLink href="/landscape/import">{text.importLandscape}</ButtonLink></> : undefined;
  return <EmptyState title={text.noSystems} actions={actions} />;
};

/** What adopting would change comes first where there is something to adopt. */
const partsOf = ({ output }: PolicyView): readonly Part[] => (output.adopted ? parts.filter((part) => part !== 'changes') : parts);

const Views = ({ view, part }: { readonly view: PolicyView; readonly part: Part }) => {
  const text = words(view.locale);
  return <Tabs label={text.partsLabel} items={partsOf(view).map((each) => ({ href: hrefWith(view, { part: each }), text: text.parts[each], current: each === part }))} />;
};

const contents: Readonly<Record<Part, (view: PolicyView) => Rendered>> = {
  changes: (view) => <ChangesSection view={view} />,
  rules: (view) => <Rules view={view} />,
  table: (view) => <DecisionTable view={view} />,
  check: (view) => <><Soundness view={view} /><Limits view={view} /><Cases view={view} /></>,
};

/** What it is and does first; then one part at a time; then what else there is. */
export const PolicyPage = ({ view }: { readonly view: PolicyView }) => {
  const wanted = view.input.part ?? partsOf(view)[0] ?? 'rules';
  const part = partsOf(view).includes(wanted) ? wanted : 'rules';
  return (
    <>
      <Heading view={view} />
      <Standing view={view} />
      <Today view={view} />
      <Views view={view} part={part} />
      {contents[part](view)}
      <PoliciesBeside view={view} />
      <Adoptions view={view} />
    </>
  );
};
