import type { PageView } from '../../../platform/screen.ts';
import { Breadcrumb } from '../../../ui/breadcrumb/component.tsx';
import { ButtonLink } from '../../../ui/button/component.tsx';
import { DefinitionList } from '../../../ui/definition-list/component.tsx';
import { HeadingGroup } from '../../../ui/heading-group/component.tsx';
import { NamedLink, UserText } from '../../../ui/link/component.tsx';
import { Prose, Section, Stack } from '../../../ui/section/component.tsx';
import { Tag } from '../../../ui/tag/component.tsx';
import { claimTone } from '../../../ui/tag/tones.ts';
import type { EvidenceView } from '../evidence-view.ts';
import { showDay } from '../../../platform/dates.ts';
import { words } from '../words.ts';
import { effectOf, layerText, PlaceLink, topicText } from './evidence-parts.tsx';

type View = PageView<{ readonly id: string }, EvidenceView>;

const Facts = ({ view }: { readonly view: View }) => {
  const { evidence: text, claims, state, evidenceKind } = words(view.locale);
  const { output } = view;
  const claimed = output.claimed === undefined ? <span class="regie-quiet">{text.nothingClaimed}</span> : <Tag tone={claimTone(output.claimed)}>{state[output.claimed]}</Tag>;
  const items = [
    { term: claims.topic, value: <>{topicText(output, view)} <span class="regie-quiet">{layerText(output, view)}</span></> },
    { term: text.place, value: <PlaceLink place={output.place} locale={view.locale} /> },
    { term: claims.evidence, value: <Tag tone={claimTone(output.state)}>{state[output.state]}</Tag> },
    { term: text.claimedThere, value: claimed },
    { term: text.kind, value: evidenceKind[output.kind] },
    { term: text.date, value: showDay(output.on, view.locale) },
    { term: text.validity, value: output.validUntil === undefined ? text.noEnd : text.until(showDay(output.validUntil, view.locale)) },
  ];
  return <DefinitionList items={output.decidedBy === undefined ? items : [...items, { term: text.decidedBy, value: <NamedLink href={`/evidence/${output.decidedBy}`} text={output.decidedBy} /> }]} />;
};

const Users = ({ view }: { readonly view: View }) => {
  const text = words(view.locale).evidence;
  const { used, usedBy } = view.output;
  return (
    <Section title={text.usedTitle} lead={usedBy === 0 ? text.usedByNone : text.usedLead(usedBy)}>
      {used.length > 0 && <ul>{used.map(({ id, name }) => <li><NamedLink href={`/systems/${id}`} text={name} /></li>)}</ul>}
      {usedBy > used.length && <p class="regie-quiet">{text.moreSystems(usedBy - used.length)}</p>}
    </Section>
  );
};

export const EvidencePage = ({ view }: { readonly view: View }) => {
  const { evidence: text, list, edit, remove } = words(view.locale);
  const { output } = view;
  const effect = effectOf(output, view.locale);
  const actions = view.may('evidence:change') ? <><ButtonLink href={`/evidence/${output.id}/edit`}>{edit}</ButtonLink><ButtonLink kind="link" href={`/evidence/${output.id}/remove`}>{remove}</ButtonLink></> : undefined;
  return (
    <>
      <Stack>
        <Breadcrumb label={list.here} items={[{ href: '/evidence', text: text.title }]} current={output.id} />
        <HeadingGroup kicker={text.kicker} title={<UserText text={output.source ?? output.id} />} lead={<Prose><p><Tag tone={effect.tone}>{effect.text}</Tag></p><p>{text.meaning[output.standing === 'valid' ? output.weight : output.standing]}</p></Prose>} actions={actions} />
      </Stack>
      <Facts view={view} />
      <Users view={view} />
    </>
  );
};
