/** The cheapest ways to a better verdict, in words. */
import type { Change } from '../../../core/policy/counterfactual.ts';
import { Card } from '../../../ui/card/component.tsx';
import { Section } from '../../../ui/section/component.tsx';
import { Tag } from '../../../ui/tag/component.tsx';
import { nameOf, wordOf } from '../../library/public.ts';
import { factAnswer, factName, toneOfVerdict, verdictWord } from '../spoken.ts';
import { words } from '../words.ts';
import { Cards } from './cards.tsx';
import type { WayOut } from '../ways-out.ts';
import { joined, nameIn, type SystemPageView } from './system-page-view.ts';

const Step = ({ change, view }: { readonly change: Change; readonly view: SystemPageView }) => {
  const { knowledge, locale } = view;
  const text = words(locale).ways;
  const { by, fact, to, days } = change;
  const kind = by.kind === 'measure' ? 'measures' : 'clauses';
  return (
    <li>
      <strong>{by.kind === 'work' ? text.work(factName(knowledge, locale, fact)) : by.kind === 'clause' ? text.clause(nameOf(knowledge, locale, kind, by.id)) : nameOf(knowledge, locale, kind, by.id)}</strong> <span class="regie-quiet">({text.days(days)})</span>
      <p class="regie-quiet">{by.kind === 'work' ? (text.how as Readonly<Record<string, string>>)[fact] : wordOf(knowledge, locale, kind, by.id, 'what')}</p>
      <p>{text.becomes(factName(knowledge, locale, fact), factAnswer(knowledge, locale, fact, to))}</p>
    </li>
  );
};

const Way = ({ way, view }: { readonly way: WayOut; readonly view: SystemPageView }) => {
  const text = words(view.locale).ways;
  const names = way.datasets.filter((id) => id !== '-').map((id) => nameIn(view, 'dataset', id));
  return (
    <Card title={text.to(verdictWord(view.locale, way.to), way.days)} kicker={names.length > 0 ? text.forData(joined(names, view.locale)) : undefined} mark={<Tag tone={toneOfVerdict(way.to, view.output.policy.outcomes)}>{verdictWord(view.locale, way.to)}</Tag>}>
      <ol class="regie-stack">{way.changes.map((change) => <Step change={change} view={view} />)}</ol>
    </Card>
  );
};

export const Ways = ({ view }: { readonly view: SystemPageView }) => {
  const text = words(view.locale).ways;
  const { ways, assessed, policy } = view.output;
  const best = policy.outcomes.at(-1);
  if (ways.length === 0) return assessed.verdict === best || assessed.verdict === 'gap' ? null : <Section title={text.title} id="ways"><p>{text.none}</p></Section>;
  return (
    <Section title={text.title} lead={text.lead} id="ways">
      <Cards cards={ways.map((way) => <Way way={way} view={view} />)} />
    </Section>
  );
};
