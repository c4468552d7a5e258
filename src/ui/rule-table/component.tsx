import type { Child } from 'hono/jsx';
import { Link, NamedLink } from '../link/component.tsx';
import type { Tone } from '../icon/component.tsx';
import { Tag } from '../tag/component.tsx';

export type PolicyRule = {
  readonly id: string;
  /** What people call the row; otherwise its id. */
  readonly name?: string | undefined;
  /** Where it is put in words. */
  readonly href?: string | undefined;
  /** As many as `facts`; `null` = any value. */
  readonly cells: readonly (string | null)[];
  readonly outcome: { readonly tone: Tone; readonly text: string };
  readonly conditions?: readonly string[] | undefined;
  readonly because?: readonly { readonly text: string; readonly href?: string | undefined }[] | undefined;
  readonly actions?: Child;
  /** Said beside the row and marked: "this row decided", "can never decide". */
  readonly remark?: { readonly tone: Tone; readonly text: string } | undefined;
};
type RuleTableProps = {
  readonly caption: string;
  readonly texts: { readonly rule: string; readonly outcome: string; readonly because: string; readonly any: string; readonly conditions: string };
  readonly facts: readonly string[];
  readonly rules: readonly PolicyRule[];
};

const Condition = ({ fact, text, any }: { readonly fact: string; readonly text: string | null; readonly any: string }) => (
  <td role="cell" data-label={fact} class={text === null ? 'regie-rules__any' : undefined}><div>{text ?? <span class="regie-hidden">{any}</span>}</div></td>
);

const Outcome = ({ rule, texts }: { readonly rule: PolicyRule; readonly texts: RuleTableProps['texts'] }) => (
  <td role="cell" data-label={texts.outcome}>
    <div class="regie-rules__outcome">
      <Tag tone={rule.outcome.tone}>{rule.outcome.text}</Tag>
      {rule.conditions && rule.conditions.length > 0 && <div><span class="regie-quiet">{texts.conditions}</span><ul>{rule.conditions.map((condition) => <li>{condition}</li>)}</ul></div>}
      {rule.remark && <Tag tone={rule.remark.tone}>{rule.remark.text}</Tag>}
      {rule.actions}
    </div>
  </td>
);

const Because = ({ rule, texts }: { readonly rule: PolicyRule; readonly texts: RuleTableProps['texts'] }) => (
  <td role="cell" data-label={texts.because} class={rule.because?.length ? undefined : 'regie-rules__empty'}><div>{(rule.because ?? []).map(({ text, href }) => <div>{href === undefined ? text : <Link href={href}>{text}</Link>}</div>)}</div></td>
);

/** With more facts than this the letters are smaller and the grounds are left to the page that a rule leads to: the whole of a row must be seen at once. */
const roomyFacts = 7;

/** A policy as people read it: each row a rule, each column a fact, a quiet dot where anything goes. */
export const RuleTable = ({ caption, texts, facts, rules }: RuleTableProps) => (
  <div class={`regie-table-region regie-table-region--stack regie-rules${facts.length > roomyFacts ? ' regie-rules--dense' : ''}`} role="region" aria-label={caption} tabindex={0} data-region>
    <table class="regie-table" role="table">
      <caption class="regie-hidden">{caption}</caption>
      <thead role="rowgroup"><tr role="row">{[texts.rule, ...facts, texts.outcome, texts.because].map((text) => <th scope="col" role="columnheader">{text}</th>)}</tr></thead>
      <tbody role="rowgroup">
        {rules.map((rule) => (
          <tr role="row" id={`row-${rule.id}`} class={rule.remark ? 'regie-table__highlighted' : undefined}>
            <th scope="row" role="rowheader"><NamedLink href={rule.href} text={rule.name ?? rule.id} /></th>
            {rule.cells.map((text, at) => <Condition fact={facts[at] ?? ''} text={text} any={texts.any} />)}
            <Outcome rule={rule} texts={texts} />
            <Because rule={rule} texts={texts} />
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);
