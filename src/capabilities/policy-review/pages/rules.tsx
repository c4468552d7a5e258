/** The rows of a policy: each as a sentence with its reason and what it does today, and all together as a table. */
import type { Row } from '../../../core/policy/rows.ts';
import { Link } from '../../../ui/link/component.tsx';
import { RuleTable } from '../../../ui/rule-table/component.tsx';
import { Section } from '../../../ui/section/component.tsx';
import { Table } from '../../../ui/table/component.tsx';
import { Tag } from '../../../ui/tag/component.tsx';
import { factName, toneOfVerdict, verdictWord } from '../../sovereignty/public.ts';
import { cellText, clausesOf, conditionHref, conditionName, consequence, factsInOrder, givenBy, sentenceOf, type Speaker } from '../speak.ts';
import { words } from '../words.ts';
import { aboutWord, compiledOf, groundText, hrefWith, type PolicyView, ruleNames } from './said.ts';

/** More than these are not heard in one breath: they are listed. */
const clausesInASentence = 4;

const Sentence = ({ view, row }: { readonly view: PolicyView; readonly row: Row }) => {
  const compiled = compiledOf(view);
  const clauses = clausesOf(view, compiled, givenBy(compiled, row));
  if (clauses.length <= clausesInASentence) return <p>{sentenceOf(view, compiled, givenBy(compiled, row), row.rule.then)}</p>;
  const text = words(view.locale);
  return (
    <>
      <p>{text.ifAll}</p>
      <ul>{clauses.map((clause) => <li>{clause}</li>)}</ul>
      <p>{text.thenOnly(consequence(view.locale, row.rule.then))}</p>
    </>
  );
};

const Conditions = ({ speaker, ids }: { readonly speaker: Speaker; readonly ids: readonly string[] }) => {
  const text = words(speaker.locale).rules;
  if (ids.length === 0) return null;
  return <p><span class="regie-quiet">{ids.length === 1 ? text.provided : text.providedMany}</span> {ids.map((id, at) => <>{at > 0 && ', '}<Link href={conditionHref(speaker, id)}>{conditionName(speaker, id)}</Link></>)}</p>;
};

const Says = ({ view, row }: { readonly view: PolicyView; readonly row: Row }) => (
  <>
    <Sentence view={view} row={row} />
    <Conditions speaker={view} ids={row.rule.conditions ?? []} />
    <p><Tag tone={toneOfVerdict(row.rule.then, view.output.policy.outcomes)}>{verdictWord(view.locale, row.rule.then)}</Tag></p>
  </>
);

const Why = ({ view, row }: { readonly view: PolicyView; readonly row: Row }) => {
  const grounds = (row.rule.because ?? []).map((ground) => groundText(view, ground));
  return (
    <>
      <p>{aboutWord(view, view.output.policy.id, `rules.${row.id}`)}</p>
      <p class="regie-quiet">{grounds.map(({ text, href }, at) => <>{at > 0 && ' · '}{href === undefined ? text : <Link href={href}>{text}</Link>}</>)}</p>
      <p><Link href={`/why/policies/${view.output.policy.id}/${row.id}`}>{words(view.locale).rules.thinking}<span class="regie-hidden"> ({ruleNames(compiledOf(view), view.locale).get(row.id)})</span></Link></p>
    </>
  );
};

const Today = ({ view, row }: { readonly view: PolicyView; readonly row: Row }) => {
  const text = words(view.locale).rules;
  const today = view.output.rows.find(({ rule }) => rule === row.id);
  if (today === undefined || view.output.systems === 0) return <>–</>;
  return (
    <>
      <p>{text.decides(today.decides)}</p>
      {today.mayDecide > 0 && <p class="regie-quiet">{text.mayDecide(today.mayDecide)}</p>}
    </>
  );
};

export const Rules = ({ view }: { readonly view: PolicyView }) => {
  const text = words(view.locale).rules;
  const { rows } = compiledOf(view);
  return (
    <Section title={text.title} lead={text.lead} id="rules">
      <Table
        caption={text.title} captionHidden
        columns={[{ text: text.number }, { text: text.says, prose: true }, { text: text.why, prose: true }, { text: text.today }]}
        rows={rows.map((row, at) => ({ id: `rule-${row.id}`, cells: [`${text.number}\u00a0${at + 1}`, <Says view={view} row={row} />, <Why view={view} row={row} />, <Today view={view} row={row} />] }))}
      />
    </Section>
  );
};

export const DecisionTable = ({ view }: { readonly view: PolicyView }) => {
  const text = words(view.locale).table;
  const compiled = compiledOf(view);
  const facts = factsInOrder(view, compiled);
  const dead = new Set(view.output.verification.deadRows.map(({ rule }) => rule));
  return (
    <Section title={text.title} lead={text.lead} id="table">
      <RuleTable
        caption={text.caption} texts={text}
        facts={facts.map(({ id }) => factName(view.knowledge, view.locale, id))}
        rules={compiled.rows.map((row, at) => {
          const given = givenBy(compiled, row);
          return {
            id: row.id,
            name: `${at + 1}`,
            href: `${hrefWith(view, { part: 'rules' })}#rule-${row.id}`,
            cells: facts.map((fact) => (given[fact.id] === undefined ? null : cellText(view, fact, given[fact.id]!))),
            outcome: { tone: toneOfVerdict(row.rule.then, view.output.policy.outcomes), text: verdictWord(view.locale, row.rule.then) },
            conditions: row.rule.conditions?.map((id) => conditionName(view, id)),
            because: row.rule.because?.map((ground) => groundText(view, ground)),
            remark: dead.has(row.id) ? { tone: 'caution', text: text.dead } : undefined,
          };
        })}
      />
    </Section>
  );
};
