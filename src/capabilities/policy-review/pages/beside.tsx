/** The policies there are, each with what it would make of today's landscape; and what was adopted when. */
import { Card, CardGrid } from '../../../ui/card/component.tsx';
import { Section } from '../../../ui/section/component.tsx';
import { ShareBar } from '../../../ui/share-bar/component.tsx';
import { Tag } from '../../../ui/tag/component.tsx';
import { Timeline } from '../../../ui/timeline/component.tsx';
import type { Locale } from '../../../platform/words.ts';
import { compiledPolicy } from '../../policy/public.ts';
import { toneOfVerdict, verdictWord } from '../../sovereignty/public.ts';
import type { Speaker } from '../speak.ts';
import type { Tally } from '../today.ts';
import { words } from '../words.ts';
import { aboutWord, dateText, type PolicyView } from './said.ts';

export const policyName = ({ knowledge, locale }: Speaker, id: string): string => compiledPolicy(knowledge, id).policy.name[locale];

export const VerdictBar = ({ locale, tally, outcomes }: { readonly locale: Locale; readonly tally: Tally; readonly outcomes: readonly string[] }) => (
  <ShareBar label={words(locale).todayLabel} shares={tally.map(({ verdict, systems }) => ({ tone: toneOfVerdict(verdict, outcomes), text: verdictWord(locale, verdict), count: systems }))} />
);

type Beside = PolicyView['output']['policies'][number];

const PolicyCard = ({ view, beside: { id, adopted, today } }: { readonly view: PolicyView; readonly beside: Beside }) => {
  const text = words(view.locale).beside;
  const { policy } = compiledPolicy(view.knowledge, id);
  return (
    <Card title={policy.name[view.locale]} href={`/policy/${id}`} kicker={`${text.rows}: ${policy.rules.length}`}>
      {adopted && <p><Tag tone="info">{text.current}</Tag></p>}
      <p>{aboutWord(view, id, 'what')}</p>
      <p class="regie-quiet">{aboutWord(view, id, 'forWhom')}</p>
      {today.length === 0 ? <p class="regie-quiet">{text.none}</p> : <VerdictBar locale={view.locale} tally={today} outcomes={policy.outcomes} />}
    </Card>
  );
};

export const PoliciesBeside = ({ view }: { readonly view: PolicyView }) => {
  const text = words(view.locale).beside;
  return <Section title={text.title} lead={text.lead} id="policies"><CardGrid>{view.output.policies.map((beside) => <PolicyCard view={view} beside={beside} />)}</CardGrid></Section>;
};

export const Adoptions = ({ view }: { readonly view: PolicyView }) => {
  const text = words(view.locale).history;
  const { adoptions } = view.output;
  return (
    <Section title={text.title} id="adoptions">
      {adoptions.length === 0 ? <p>{text.never}</p> : (
        <Timeline label={text.title} moments={adoptions.map(({ at, policy, person }) => ({ dateTime: at, when: dateText(view.locale, at), title: policyName(view, policy), children: person === null ? text.bySomeone : text.by(person) }))} />
      )}
    </Section>
  );
};
