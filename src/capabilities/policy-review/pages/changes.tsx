/** What adopting a policy would change in today's landscape: in short, and system by system. */
import { NamedLink } from '../../../ui/link/component.tsx';
import { Pagination } from '../../../ui/pagination/component.tsx';
import { Section } from '../../../ui/section/component.tsx';
import { Table } from '../../../ui/table/component.tsx';
import { Tag } from '../../../ui/tag/component.tsx';
import { compiledPolicy } from '../../policy/public.ts';
import { toneOfVerdict, verdictWord } from '../../sovereignty/public.ts';
import type { ShownPolicy } from '../shown-policy.ts';
import type { Speaker } from '../speak.ts';
import { words } from '../words.ts';
import { policyName } from './beside.tsx';
import { hrefWith, type PolicyView } from './said.ts';

const systemsOnAPage = 50;

/** `under` tells which policy's scale the verdict is on. */
const Verdict = ({ speaker, verdict, under }: { readonly speaker: Speaker; readonly verdict: string; readonly under: string }) => (
  <Tag tone={toneOfVerdict(verdict, compiledPolicy(speaker.knowledge, under).policy.outcomes)}>{verdictWord(speaker.locale, verdict)}</Tag>
);

type Told = { readonly speaker: Speaker; readonly shown: ShownPolicy };

export const ChangesInShort = ({ speaker, shown }: Told) => {
  const text = words(speaker.locale).changes;
  const { changes, adoptedPolicy, policy } = shown;
  if (changes === null) return null;
  return (
    <>
      <p><strong>{changes.systems.length === 0 ? text.nothing : text.count(changes.systems.length)}</strong>{changes.otherConditions > 0 && ` ${text.otherConditions(changes.otherConditions)}`}</p>
      {changes.moves.length > 0 && (
        <Table
          caption={text.summary} captionHidden columns={[{ text: text.from }, { text: text.to }, { text: text.number, numeric: true }]}
          rows={changes.moves.map(({ from, to, systems }) => ({ cells: [<Verdict speaker={speaker} verdict={from} under={adoptedPolicy} />, <Verdict speaker={speaker} verdict={to} under={policy.id} />, String(systems)] }))}
        />
      )}
    </>
  );
};

const pageHref = (view: PolicyView, page: number): string => `${hrefWith(view, { page: String(page) })}#changes`;

function Pages({ view, page, total }: { readonly view: PolicyView; readonly page: number; readonly total: number }) {
  const text = words(view.locale).changes;
  const last = Math.ceil(total / systemsOnAPage);
  if (last <= 1) return null;
  const first = (page - 1) * systemsOnAPage + 1;
  return (
    <Pagination
      label={text.pages} summary={text.page(first, Math.min(total, first + systemsOnAPage - 1), total)}
      previous={page > 1 ? { href: pageHref(view, page - 1), text: text.previous } : undefined}
      next={page < last ? { href: pageHref(view, page + 1), text: text.next } : undefined}
    />
  );
}

export const ChangedSystems = ({ view }: { readonly view: PolicyView }) => {
  const text = words(view.locale).changes;
  const { changes, names, adoptedPolicy, policy } = view.output;
  if (changes === null || changes.systems.length === 0) return null;
  const page = Math.min(view.input.page ?? 1, Math.ceil(changes.systems.length / systemsOnAPage));
  const shown = changes.systems.slice((page - 1) * systemsOnAPage, page * systemsOnAPage);
  return (
    <Section level={3} title={text.each}>
      <Table
        caption={text.each} captionHidden columns={[{ text: text.system }, { text: text.from }, { text: text.to }]}
        rows={shown.map(({ system, from, to }) => ({ cells: [<NamedLink href={`/systems/${system}`} text={names[system] ?? system} />, <Verdict speaker={view} verdict={from} under={adoptedPolicy} />, <Verdict speaker={view} verdict={to} under={policy.id} />] }))}
      />
      <Pages view={view} page={page} total={changes.systems.length} />
    </Section>
  );
};

export const ChangesSection = ({ view }: { readonly view: PolicyView }) => {
  const text = words(view.locale).changes;
  const { changes, adoptedPolicy, policy } = view.output;
  if (changes === null) return null;
  return (
    <Section title={text.title} lead={text.lead(policyName(view, adoptedPolicy), policyName(view, policy.id))} id="changes">
      <ChangesInShort speaker={view} shown={view.output} />
      <ChangedSystems view={view} />
    </Section>
  );
};
