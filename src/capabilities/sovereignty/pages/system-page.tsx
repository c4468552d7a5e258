import { ButtonLink } from '../../../ui/button/component.tsx';
import { Breadcrumb } from '../../../ui/breadcrumb/component.tsx';
import { HeadingGroup } from '../../../ui/heading-group/component.tsx';
import { UserText } from '../../../ui/link/component.tsx';
import { Prose, Stack } from '../../../ui/section/component.tsx';
import { Tabs } from '../../../ui/tabs/component.tsx';
import { Tag } from '../../../ui/tag/component.tsx';
import { toneOfVerdict, verdictMeaning, verdictWord } from '../spoken.ts';
import { words } from '../words.ts';
import { Assurance } from './system-assurance.tsx';
import { Claims } from './system-claims.tsx';
import { Exposures } from './system-exposure.tsx';
import { joined, nameIn, type SystemPageView } from './system-page-view.ts';
import { Plate } from './system-plate.tsx';
import { Questions } from './system-questions.tsx';
import { Relations } from './system-relations.tsx';
import { Ways } from './system-ways.tsx';
import { Why } from './system-why.tsx';

/** The sentence that a reader takes along: what the verdict means, for which data, by which policy. */
function whyInOneSentence(view: SystemPageView): string {
  const text = words(view.locale).system;
  const { assessed, decisions, policy, brings } = view.output;
  const meaning = verdictMeaning(view.locale, assessed.verdict) || text.verdictIs(verdictWord(view.locale, assessed.verdict));
  const causes = decisions.filter(({ verdict, dataset }) => verdict === assessed.verdict && dataset !== undefined).map(({ dataset = '' }) => nameIn(view, 'dataset', dataset));
  const isWorstOfSeveral = decisions.length > causes.length && causes.length > 0;
  return [meaning, isWorstOfSeveral ? text.onlyFor(joined(causes, view.locale)) : '', brings.length > 0 ? text.stillPossible(joined(assessed.outcomes.map((outcome) => verdictWord(view.locale, outcome)), view.locale, 'disjunction'), brings.length) : '', text.byPolicy(policy.name[view.locale])].filter(Boolean).join(' ');
}

const Actions = ({ view }: { readonly view: SystemPageView }) => {
  const text = words(view.locale);
  const { id } = view.output.system;
  return <><ButtonLink href={`/systems/${id}/edit`}>{text.edit}</ButtonLink><ButtonLink kind="link" href={`/systems/${id}/remove`}>{text.remove}</ButtonLink></>;
};

const Parts = ({ view }: { readonly view: SystemPageView }) => {
  const text = words(view.locale).parts;
  const { brings, ways } = view.output;
  const shown = (['questions', 'why', 'ways', 'layers', 'abroad', 'assurance', 'relations'] as const).filter((part) => (part === 'questions' ? brings.length > 0 : part === 'ways' ? ways.length > 0 : true));
  return <Tabs label={text.label} items={shown.map((part) => ({ href: `#${part}`, text: text[part] }))} />;
};

export const SystemPage = ({ view }: { readonly view: SystemPageView }) => {
  const text = words(view.locale);
  const { system, assessed, policy } = view.output;
  const lead = <Prose><p><Tag tone={toneOfVerdict(assessed.verdict, policy.outcomes)}>{verdictWord(view.locale, assessed.verdict)}</Tag></p><p>{whyInOneSentence(view)}</p></Prose>;
  return (
    <>
      <Stack>
        <Breadcrumb label={text.list.here} items={[{ href: '/systems', text: text.systems.title }]} current={system.name} />
        <HeadingGroup kicker={text.system.kicker} title={<UserText text={system.name} />} lead={lead} actions={view.may('landscape:change') ? <Actions view={view} /> : undefined} />
        <Parts view={view} />
      </Stack>
      <Questions view={view} />
      <Why view={view} />
      <Ways view={view} />
      <Plate view={view} />
      <Exposures view={view} />
      <Claims view={view} />
      <Assurance view={view} />
      <Relations view={view} />
    </>
  );
};
