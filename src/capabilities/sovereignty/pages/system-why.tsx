/** Why the verdict is what it is: per dataset, the rows of the policy that decide, and the law they rest on. */
import { Card } from '../../../ui/card/component.tsx';
import { Section } from '../../../ui/section/component.tsx';
import { Tag } from '../../../ui/tag/component.tsx';
import { type DecidingRow, type Decision, reasonInWords } from '../explain-verdict.ts';
import { toneOfVerdict, verdictWord } from '../spoken.ts';
import { words } from '../words.ts';
import { Cards } from './cards.tsx';
import { LawLinks } from './law-links.tsx';
import { joined, measureOrClause, nameIn, type SystemPageView } from './system-page-view.ts';

const VerdictTag = ({ verdict, view }: { readonly verdict: string; readonly view: SystemPageView }) => <Tag tone={toneOfVerdict(verdict, view.output.policy.outcomes)}>{verdictWord(view.locale, verdict)}</Tag>;

const Row = ({ row, view, only }: { readonly row: DecidingRow; readonly view: SystemPageView; readonly only: boolean }) => {
  const text = words(view.locale).system;
  return (
    <li>
      <p>{!only && <><VerdictTag verdict={row.outcome} view={view} /> </>}<span class="regie-quiet">{text.rule(row.rule)}{row.matches === 'sometimes' && ` · ${text.perhaps}`}</span></p>
      <ul>{row.reasons.map((reason) => <li>{reasonInWords(reason, view.knowledge, view.locale)}{!reason.sure && <span class="regie-quiet"> ({text.notSure})</span>}</li>)}</ul>
      {row.because.length > 0 && <p class="regie-quiet">{text.because}: <LawLinks because={row.because} knowledge={view.knowledge} locale={view.locale} /></p>}
    </li>
  );
};

/** Datasets that the same rows decide in the same way stand together: one card says it for all. Those that make the system's verdict come first. */
function grouped(decisions: readonly Decision[], worst: string): readonly (readonly Decision[])[] {
  const groups = [...Map.groupBy(decisions, ({ verdict, rows }) => JSON.stringify([verdict, rows])).values()];
  return groups.toSorted((a, b) => Number(b[0]?.verdict === worst) - Number(a[0]?.verdict === worst));
}

const DecisionCard = ({ decisions, view }: { readonly decisions: readonly Decision[]; readonly view: SystemPageView }) => {
  const text = words(view.locale);
  const [{ verdict, rows } = { verdict: '', rows: [] }] = decisions;
  const names = decisions.flatMap(({ dataset }) => (dataset === undefined ? [] : [nameIn(view, 'dataset', dataset)]));
  const only = new Set(rows.map(({ outcome }) => outcome)).size === 1;
  return (
    <Card title={names.length === 0 ? text.system.withoutData : joined(names, view.locale)} kicker={names.length === 0 ? undefined : text.datasets.kicker}>
      <VerdictTag verdict={verdict} view={view} />
      {rows.length === 0 ? <p>{text.system.noRow}</p> : <ul class="regie-plain-list regie-stack">{rows.map((row) => <Row row={row} view={view} only={only} />)}</ul>}
    </Card>
  );
};

export const Why = ({ view }: { readonly view: SystemPageView }) => {
  const text = words(view.locale).system;
  const { decisions, policy } = view.output;
  return (
    <Section title={text.whyTitle} lead={text.whyLead(policy.name[view.locale])} id="why">
      <Cards cards={grouped(decisions, view.output.assessed.verdict).map((group) => <DecisionCard decisions={group} view={view} />)} />
      {view.output.assessed.conditions.length > 0 && <Conditions view={view} />}
    </Section>
  );
};

const Conditions = ({ view }: { readonly view: SystemPageView }) => (
  <div class="regie-prose">
    <p><strong>{words(view.locale).system.conditions}</strong></p>
    <ul>{view.output.assessed.conditions.map((id) => <li>{measureOrClause(view, id)}</li>)}</ul>
  </div>
);
