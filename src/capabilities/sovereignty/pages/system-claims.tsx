/** Where evidence contradicts what was said: both sides, and for whom it counts. */
import type { ReportedClaim } from '../../../core/landscape/reported-claims.ts';
import { Link, NamedLink } from '../../../ui/link/component.tsx';
import { Section } from '../../../ui/section/component.tsx';
import { Table } from '../../../ui/table/component.tsx';
import { Tag } from '../../../ui/tag/component.tsx';
import { claimTone } from '../../../ui/tag/tones.ts';
import { nameOf } from '../../library/public.ts';
import { layerTitle } from '../spoken.ts';
import { words } from '../words.ts';
import { placeHref, placeName, type SystemPageView } from './system-page-view.ts';

const rowOf = (claim: ReportedClaim, view: SystemPageView) => {
  const { state } = words(view.locale);
  const topic = claim.measure === undefined ? nameOf(view.knowledge, view.locale, 'clauses', claim.clause ?? '') : nameOf(view.knowledge, view.locale, 'measures', claim.measure);
  return {
    cells: [
      <>{topic}{claim.layer !== undefined && <span class="regie-quiet"> {layerTitle(view.knowledge, view.locale, claim.layer)}</span>}</>,
      <><Tag tone={claimTone(claim.claimed)}>{state[claim.claimed]}</Tag> <NamedLink href={placeHref(claim.place)} text={placeName(view, claim.place)} /></>,
      <><Tag tone={claimTone(claim.state)}>{state[claim.state]}</Tag> {claim.evidence !== null && <NamedLink href={`/evidence/${claim.evidence}`} text={claim.evidence} />}</>,
    ],
  };
};

export const Claims = ({ view }: { readonly view: SystemPageView }) => {
  const text = words(view.locale).claims;
  const { contradictions, unproven } = view.output;
  if (contradictions.length + unproven.length === 0) return null;
  return (
    <Section title={text.title} lead={contradictions.length > 0 ? text.lead : text.noContradictions} id="claims">
      {contradictions.length > 0 && <Table caption={text.title} captionHidden columns={[text.topic, text.claimed, text.evidence].map((column) => ({ text: column }))} rows={contradictions.map((claim) => rowOf(claim, view))} />}
      {unproven.length > 0 && <p>{text.unproven(unproven.length)} <Link href="/evidence">{text.toEvidence}</Link></p>}
    </Section>
  );
};
