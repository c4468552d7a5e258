/** Whom a policy binds, what it does not see, and the examples that stand beside it. */
import { Disclosure } from '../../../ui/disclosure/component.tsx';
import { Link } from '../../../ui/link/component.tsx';
import { Notice } from '../../../ui/notice/component.tsx';
import { Section } from '../../../ui/section/component.tsx';
import { Table } from '../../../ui/table/component.tsx';
import { Tag } from '../../../ui/tag/component.tsx';
import { entryOf, wordOf } from '../../library/public.ts';
import { factName, toneOfVerdict, verdictWord } from '../../sovereignty/public.ts';
import { clauseText, clausesOf, conditionName, type Given, listed } from '../speak.ts';
import { words } from '../words.ts';
import { type About, aboutOf, aboutWord, compiledOf, dateText, hrefWith, type PolicyView } from './said.ts';

const Source = ({ source: { title, url } }: { readonly source: About['sources'][number] }) => (url === undefined ? <>{title}</> : <Link href={url} rel="external noopener noreferrer">{title}</Link>);

/** First what this is worth: guidance or law, for whom, how sure. */
export const Standing = ({ view }: { readonly view: PolicyView }) => {
  const text = words(view.locale).about;
  const { id } = view.output.policy;
  const about = aboutOf(view, id);
  if (about === undefined) return null;
  return (
    <Notice kind={about.binds === 'nobody' ? 'info' : 'warning'} title={about.binds === 'nobody' ? text.guidance : text.guidanceOutside}>
      <p>{aboutWord(view, id, 'forWhom')}{about.notCovered.length > 0 && <> <Link href={`${hrefWith(view, { part: 'check' })}#not-covered`}>{text.notCoveredCount(about.notCovered.length)}</Link></>}</p>
      <p class="regie-quiet">{text.sources}: {about.sources.map((source, at) => <>{at > 0 && '; '}<Source source={at === 0 ? { ...source, title: aboutWord(view, id, 'source') ?? source.title } : source} /></>)}. {text.verified(dateText(view.locale, about.lastVerified), text.confidence[about.confidence])}</p>
    </Notice>
  );
};

export const Limits = ({ view }: { readonly view: PolicyView }) => {
  const text = words(view.locale).about;
  const { id } = view.output.policy;
  const { notCovered = [], assumptions = [] } = aboutOf(view, id) ?? {};
  return (
    <>
      {notCovered.length > 0 && (
        <Section title={text.notCovered} lead={text.notCoveredLead} id="not-covered">
          <ul>{notCovered.map((item) => <li>{aboutWord(view, id, `notCovered.${item.id}`)}{item.article && <span class="regie-quiet"> ({item.article})</span>}</li>)}</ul>
        </Section>
      )}
      {assumptions.length > 0 && <Section title={text.assumptions}><ul>{assumptions.map((item) => <li>{aboutWord(view, id, `assumptions.${item.id}`)}</li>)}</ul></Section>}
    </>
  );
};

type Case = { readonly id: string; readonly given: Readonly<Record<string, string | readonly string[]>>; readonly verdict: string; readonly conditions?: readonly string[]; readonly decisive?: readonly string[] };
type Cases = { readonly id: string; readonly cases: readonly Case[] } & Readonly<Record<string, unknown>>;

const givenOf = ({ given }: Case): Given => Object.fromEntries(Object.entries(given).map(([fact, values]) => [fact, typeof values === 'string' ? [values] : values]));

/** What the case gives that this table does not ask is said as well. */
const Given = ({ view, one }: { readonly view: PolicyView; readonly one: Case }) => {
  const compiled = compiledOf(view);
  const given = givenOf(one);
  const unread = Object.keys(given).filter((fact) => !compiled.factIndex.has(fact)).map((fact) => clauseText(view, { id: fact, values: given[fact] ?? [] }, given[fact] ?? []));
  return <ul>{[...clausesOf(view, compiled, given), ...unread].map((clause) => <li>{clause}</li>)}</ul>;
};

const Expected = ({ view, one: { verdict, conditions = [], decisive = [] } }: { readonly view: PolicyView; readonly one: Case }) => {
  const text = words(view.locale);
  return (
    <>
      <Tag tone={toneOfVerdict(verdict, view.output.policy.outcomes)}>{verdictWord(view.locale, verdict)}</Tag>
      {conditions.length > 0 && <p>{text.table.conditions}: {listed(view.locale, conditions.map((id) => conditionName(view, id)), 'conjunction')}</p>}
      {decisive.length > 0 && <p>{text.cases.decidedBy(listed(view.locale, decisive.map((fact) => factName(view.knowledge, view.locale, fact)), 'conjunction'))}</p>}
    </>
  );
};

export const Cases = ({ view }: { readonly view: PolicyView }) => {
  const text = words(view.locale).cases;
  const { id } = view.output.policy;
  const { cases = [] } = entryOf<Cases>(view.knowledge, 'policies.cases', id) ?? {};
  if (cases.length === 0) return null;
  return (
    <Section title={text.title} lead={`${text.lead} ${text.unknownRest}`} id="cases">
      <Disclosure summary={text.summary(cases.length)}>
        <Table
          caption={text.title} captionHidden columns={[{ text: text.case }, { text: text.given, prose: true }, { text: text.expected }]}
          rows={cases.map((one) => ({ cells: [wordOf(view.knowledge, view.locale, 'policies.cases', id, `cases.${one.id}`) ?? one.id, <Given view={view} one={one} />, <Expected view={view} one={one} />] }))}
        />
      </Disclosure>
    </Section>
  );
};
