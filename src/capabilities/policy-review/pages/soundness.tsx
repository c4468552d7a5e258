/** What is wrong with a policy as a whole, in counts and in the smallest examples: gaps, clashes, dead rows. */
import { Disclosure } from '../../../ui/disclosure/component.tsx';
import { Section, Stack } from '../../../ui/section/component.tsx';
import { Tag } from '../../../ui/tag/component.tsx';
import { verdictWord } from '../../sovereignty/public.ts';
import { figure } from '../speak.ts';
import { clashText, deadText, gapText } from '../speak-of-faults.ts';
import { words } from '../words.ts';
import { aboutOf, aboutWord, compiledOf, type PolicyView, ruleNames } from './said.ts';

const Gaps = ({ view }: { readonly view: PolicyView }) => {
  const text = words(view.locale).check;
  const { count, examples } = view.output.verification.gaps;
  if (count === 0) return <p><Tag tone="good">{text.noGaps}</Tag></p>;
  return (
    <>
      <p><Tag tone="gap">{text.gapsFound(figure(view.locale, count))}</Tag></p>
      <ul>{examples.map((example) => <li>{gapText(view, compiledOf(view), example)} <span class="regie-quiet">{text.inCases(figure(view.locale, example.cases))}</span></li>)}</ul>
    </>
  );
};

const Meant = ({ view }: { readonly view: PolicyView }) => {
  const text = words(view.locale).check;
  const meant = aboutOf(view, view.output.policy.id)?.clashes ?? [];
  if (meant.length === 0) return <p>{text.clashesUnexplained}</p>;
  return (
    <>
      <p>{text.clashesMeant}</p>
      <ul>{meant.map(({ id, outcomes }) => <li><strong>{outcomes.map((outcome) => verdictWord(view.locale, outcome)).join(' – ')}.</strong> {aboutWord(view, view.output.policy.id, `clashes.${id}`)}</li>)}</ul>
    </>
  );
};

const Clashes = ({ view }: { readonly view: PolicyView }) => {
  const text = words(view.locale).check;
  const { count, examples } = view.output.verification.clashes;
  const numbers = new Map(compiledOf(view).policy.rules.map(({ id }, at) => [id, `${at + 1}`]));
  if (count === 0) return <p><Tag tone="good">{text.noClashes}</Tag></p>;
  return (
    <>
      <p><Tag tone="info">{text.clashesFound(figure(view.locale, count))}</Tag></p>
      <Meant view={view} />
      <Disclosure summary={text.examples(examples.length)}>
        <ul>{examples.map((example) => <li>{clashText(view, compiledOf(view), example, (id) => numbers.get(id) ?? id)} <span class="regie-quiet">{text.inCases(figure(view.locale, example.cases))}</span></li>)}</ul>
      </Disclosure>
    </>
  );
};

const DeadRows = ({ view }: { readonly view: PolicyView }) => {
  const text = words(view.locale).check;
  const names = ruleNames(compiledOf(view), view.locale);
  const { deadRows } = view.output.verification;
  if (deadRows.length === 0) return <p><Tag tone="good">{text.noDead}</Tag></p>;
  return <ul>{deadRows.map((row) => <li>{deadText(view, row, (id) => names.get(id) ?? id)}</li>)}</ul>;
};

export const Soundness = ({ view }: { readonly view: PolicyView }) => {
  const text = words(view.locale).check;
  return (
    <Section title={text.title} lead={text.lead(figure(view.locale, view.output.verification.cases))} id="check">
      <Section level={3} title={text.gaps}><Stack><Gaps view={view} /></Stack></Section>
      <Section level={3} title={text.clashes}><Stack><Clashes view={view} /></Stack></Section>
      <Section level={3} title={text.dead}><Stack><DeadRows view={view} /></Stack></Section>
    </Section>
  );
};
