import type { PageView } from '../../../platform/screen.ts';
import { CopyButton } from '../../../ui/button/component.tsx';
import { Disclosure } from '../../../ui/disclosure/component.tsx';
import { Link, UserText } from '../../../ui/link/component.tsx';
import { PlainList } from '../../../ui/plain-list/component.tsx';
import { Section } from '../../../ui/section/component.tsx';
import { Table } from '../../../ui/table/component.tsx';
import { Tag } from '../../../ui/tag/component.tsx';
import { claimTone } from '../../../ui/tag/tones.ts';
import { wordOf } from '../../library/public.ts';
import type { ShownContract } from '../answers.ts';
import type { ClauseEvidence, ContractClause } from '../contract-clauses.ts';
import type { StatutoryDate } from '../statutory-dates.ts';
import { words } from '../words.ts';
import { clauseName, dateText, lawName } from './naming.ts';

type View = PageView<object, ShownContract>;
type ClauseProps = { readonly view: View; readonly clause: ContractClause };

const EvidenceLine = ({ view, item }: { readonly view: View; readonly item: ClauseEvidence }) => {
  const { clauses: text, evidenceKind } = words(view.locale).contract;
  const kind = evidenceKind[item.kind as keyof typeof evidenceKind];
  const standing = item.decides ? text.evidenceDecides
    : item.valid ? text.evidenceWeaker
    : item.validUntil !== null && item.validUntil < view.today ? text.evidenceExpired(dateText(view, item.validUntil)) : text.evidenceNotYet;
  const says = text.evidenceSays(kind, dateText(view, item.on), text.state[item.state]);
  return (
    <>
      {view.may('evidence:change') ? <Link href={`/evidence/${item.id}/edit`}>{says}</Link> : says} <span class="regie-quiet">({standing}{item.source !== null && <>; <UserText text={item.source} /></>})</span>
    </>
  );
};

const Proof = ({ view, clause }: ClauseProps) => {
  const text = words(view.locale).contract.clauses;
  const { claimed, contradicted, evidence, reason, state } = clause;
  // Nobody proves what is missing or unknown.
  const wantsProof = claimed === 'yes' && !evidence.some(({ decides }) => decides);
  return (
    <>
      {contradicted && <p><Tag tone="caution">{text.contradicted(text.state[claimed ?? 'unknown'], text.state[state])}</Tag></p>}
      {reason !== null && <p><UserText text={text.reason(reason)} /></p>}
      {wantsProof && <p class="regie-quiet">{text.unproven}</p>}
      {evidence.length > 0 && <PlainList items={evidence.map((item) => <EvidenceLine view={view} item={item} />)} />}
      {view.may('evidence:change') && <p><Link href={`/evidence/add?${new URLSearchParams({ about: `contract/${view.output.id}`, subject: clause.clause })}`} label={text.addEvidenceFor(clauseName(view, clause.clause))}>{text.addEvidence}</Link></p>}
    </>
  );
};

type StatutoryProps = { readonly view: View; readonly at: StatutoryDate };
export const statutoryText = ({ view, at }: StatutoryProps): string => wordOf(view.knowledge, view.locale, 'laws', at.law, `dates.${at.id}`) ?? at.id;

/** Which law says so, where to read it, and that it need not hold for every contract. */
export const StatutoryGround = ({ view, at }: StatutoryProps) => {
  const text = words(view.locale).contract.statutory;
  const by = text.by(lawName(view, at.law), at.article);
  return <>{at.url === null ? by : <Link href={at.url}>{by}</Link>}. {text.counts}</>;
};

const Requirement = ({ view, clause }: ClauseProps) => {
  const text = words(view.locale).contract.clauses;
  const word = (name: string) => wordOf(view.knowledge, view.locale, 'clauses', clause.clause, name);
  const requirement = word('requirement');
  const statutory = view.output.statutory.filter(({ clauses }) => clauses.includes(clause.clause));
  return (
    <>
      <p>{word('what')}</p>
      {statutory.map((at) => <p class="regie-quiet">{dateText(view, at.date)}: {statutoryText({ view, at })} <StatutoryGround view={view} at={at} /></p>)}
      {requirement !== undefined && (
        <Disclosure summary={text.requirement}>
          <p>{requirement}</p>
          <p class="regie-quiet">{text.why}: {word('why')}</p>
          <CopyButton text={requirement} doneText={text.copied}>{text.copy}</CopyButton>
        </Disclosure>
      )}
    </>
  );
};

const groups = ['no', 'unknown', 'yes', 'not-applicable'] as const;

/** Every clause the library knows, what is missing first. */
export const ContractClauses = ({ view }: { readonly view: View }) => {
  const text = words(view.locale).contract.clauses;
  return (
    <Section title={text.title} lead={text.lead} id="clauses">
      {groups.map((state) => {
        const clauses = view.output.clauses.filter((clause) => clause.state === state);
        return clauses.length > 0 && (
          <Section level={3} title={`${text.group[state]} (${clauses.length})`} lead={text.groupLead[state]}>
            <Table
              caption={text.group[state]} captionHidden columns={[{ text: text.clause }, { text: text.what }, { text: text.evidence }]}
              rows={clauses.map((clause) => ({
                cells: [<Tag tone={claimTone(state)}>{clauseName(view, clause.clause)}</Tag>, <Requirement view={view} clause={clause} />, <Proof view={view} clause={clause} />],
              }))}
            />
          </Section>
        );
      })}
    </Section>
  );
};
