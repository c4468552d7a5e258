import type { PageView } from '../../../platform/screen.ts';
import { ButtonLink } from '../../../ui/button/component.tsx';
import { EmptyState } from '../../../ui/empty-state/component.tsx';
import { HeadingGroup } from '../../../ui/heading-group/component.tsx';
import { NamedLink } from '../../../ui/link/component.tsx';
import { SearchBar } from '../../../ui/search-bar/component.tsx';
import { Section } from '../../../ui/section/component.tsx';
import { Select } from '../../../ui/select/component.tsx';
import { Table } from '../../../ui/table/component.tsx';
import { Tag } from '../../../ui/tag/component.tsx';
import { claimTone } from '../../../ui/tag/tones.ts';
import { type EvidenceList, type EvidenceListInput, type EvidenceRow, type ShownClaim, standings, type UnprovenAt } from '../evidence-view.ts';
import { hrefWith } from '../listing.ts';
import { showDay } from '../../../platform/dates.ts';
import { words } from '../words.ts';
import { effectOf, layerText, PlaceLink, topicText } from './evidence-parts.tsx';
import { Pages } from './list-parts.tsx';

type View = PageView<EvidenceListInput, EvidenceList>;

const About = ({ topic, view }: { readonly topic: EvidenceRow | ShownClaim; readonly view: View }) => <>{topicText(topic, view)} <span class="regie-quiet">{layerText(topic, view)}</span></>;

const contradictionRow = (claim: ShownClaim, view: View) => {
  const { state, evidence: text } = words(view.locale);
  return {
    cells: [
      <About topic={claim} view={view} />,
      <PlaceLink place={claim.place} locale={view.locale} />,
      <Tag tone={claimTone(claim.claimed)}>{state[claim.claimed]}</Tag>,
      <><Tag tone={claimTone(claim.state)}>{state[claim.state]}</Tag> {claim.evidence !== null && <NamedLink href={`/evidence/${claim.evidence}`} text={claim.evidence} />}</>,
      claim.inheritedBy === 0 ? <span class="regie-quiet">{text.onlyHere}</span> : text.systems(claim.inheritedBy),
    ],
  };
};

const Contradictions = ({ view }: { readonly view: View }) => {
  const { evidence: text, claims } = words(view.locale);
  const { contradictions, contradicted } = view.output;
  if (contradictions.length === 0) return null;
  return (
    <Section title={text.contradictions} lead={claims.lead} id="contradictions">
      <Table caption={text.contradictions} captionHidden columns={[claims.topic, text.place, claims.claimed, claims.evidence, text.alsoFor].map((column) => ({ text: column }))} rows={contradictions.map((claim) => contradictionRow(claim, view))} />
      {contradicted > contradictions.length && <p class="regie-quiet">{text.moreContradictions(contradicted - contradictions.length)}</p>}
    </Section>
  );
};

const placeRow = ({ place, claims, layers, inheritedBy }: UnprovenAt, view: View) => {
  const text = words(view.locale).evidence;
  return {
    cells: [<><PlaceLink place={place} locale={view.locale} /> <span class="regie-quiet">{text.kinds[place.kind]}</span></>, String(claims), layers.length === 0 ? <span class="regie-quiet">–</span> : layers.join(', '), inheritedBy === 0 ? <span class="regie-quiet">{text.onlyHere}</span> : text.systems(inheritedBy)],
  };
};

const Unproven = ({ view }: { readonly view: View }) => {
  const text = words(view.locale).evidence;
  const { unproven, unprovenAt, places } = view.output;
  if (unproven === 0) return null;
  return (
    <Section title={text.unproven} lead={text.unprovenLead(unproven, places)} id="unproven">
      <Table caption={text.unproven} captionHidden columns={[{ text: text.place }, { text: text.claims, numeric: true }, { text: text.layers }, { text: text.alsoFor }]} rows={unprovenAt.map((place) => placeRow(place, view))} />
      {places > unprovenAt.length && <p class="regie-quiet">{text.morePlaces(places - unprovenAt.length)}</p>}
    </Section>
  );
};

const Search = ({ view }: { readonly view: View }) => {
  const { evidence: text, list } = words(view.locale);
  const { q, standing } = view.input;
  return (
    <SearchBar
      id="search" action="/evidence" label={text.search} submit={list.search} value={q}
      filters={<Select id="standing" name="standing" label={text.validity} value={standing} width="medium" options={[{ value: '', text: text.anyValidity }, ...standings.map((one) => ({ value: one, text: text.standings[one] }))]} />}
      reset={q || standing ? { href: hrefWith(view.url, { q: undefined, standing: undefined }), text: list.all } : undefined}
    />
  );
};

const evidenceRow = (row: EvidenceRow, view: View) => {
  const { evidenceKind, evidence: text } = words(view.locale);
  const effect = effectOf(row, view.locale);
  return {
    cells: [
      <NamedLink href={`/evidence/${row.id}`} text={row.source ?? row.id} />,
      <About topic={row} view={view} />,
      <PlaceLink place={row.place} locale={view.locale} />,
      <>{evidenceKind[row.kind]} <span class="regie-quiet">{showDay(row.on, view.locale)}{row.validUntil !== undefined && `, ${text.until(showDay(row.validUntil, view.locale))}`}</span></>,
      <Tag tone={effect.tone}>{effect.text}</Tag>,
    ],
  };
};

const All = ({ view }: { readonly view: View }) => {
  const { evidence: text, list, claims } = words(view.locale);
  return (
    <Section title={text.all(view.output.total)} id="all">
      <Search view={view} />
      {view.output.found === 0 ? <EmptyState level={3} title={list.nothing}><p>{list.nothingText}</p></EmptyState> : <Table caption={text.title} captionHidden columns={[text.kicker, claims.topic, text.place, text.kind, text.doesWhat].map((column) => ({ text: column }))} rows={view.output.rows.map((row) => evidenceRow(row, view))} />}
      <Pages listed={view.output} url={view.url} locale={view.locale} />
    </Section>
  );
};

export const EvidenceListPage = ({ view }: { readonly view: View }) => {
  const text = words(view.locale).evidence;
  const { total, contradicted, expired, unproven } = view.output;
  const add = view.may('evidence:change') ? <ButtonLink kind={total === 0 ? 'primary' : 'secondary'} href="/evidence/add">{text.add}</ButtonLink> : undefined;
  const isWhole = view.input.q === undefined && view.input.standing === undefined && (view.input.page ?? 1) === 1;
  return (
    <>
      <HeadingGroup title={text.title} lead={total + unproven === 0 ? text.what : text.lead(total, contradicted, expired, unproven)} actions={total === 0 ? undefined : add} />
      {isWhole && <Contradictions view={view} />}
      {isWhole && <Unproven view={view} />}
      {total === 0 ? <EmptyState title={text.none} actions={add}><p>{text.noneText}</p></EmptyState> : <All view={view} />}
    </>
  );
};
