/** What has to be known before anybody can say whether it is allowed, each to be answered on the spot. */
import { Card } from '../../../ui/card/component.tsx';
import { Link } from '../../../ui/link/component.tsx';
import { Columns, Section, Stack } from '../../../ui/section/component.tsx';
import { Tag } from '../../../ui/tag/component.tsx';
import { factAnswer, factName, factQuestion, toneOfVerdict, verdictWord } from '../spoken.ts';
import type { OpenQuestion } from '../open-questions.ts';
import type { AnswerBrings } from '../ways-out.ts';
import { words } from '../words.ts';
import { answerPath, QuestionForm, questionText } from './question-form.tsx';
import { measureOrClause, nameIn, type SystemPageView } from './system-page-view.ts';

const Brings = ({ brings, view }: { readonly brings: AnswerBrings; readonly view: SystemPageView }) => {
  const { outcomes } = view.output.policy;
  return (
    <Card title={factQuestion(view.knowledge, view.locale, brings.fact)}>
      <ul class="regie-plain-list regie-stack">
        {brings.answers.map(({ value, outcomes: left }) => (
          <li><p>{factAnswer(view.knowledge, view.locale, brings.fact, value)}</p><p><span class="regie-quiet">{words(view.locale).questions.then}</span> {left.map((outcome) => <><Tag tone={toneOfVerdict(outcome, outcomes)}>{verdictWord(view.locale, outcome)}</Tag> </>)}</p></li>
        ))}
      </ul>
    </Card>
  );
};

const Question = ({ question, view }: { readonly question: OpenQuestion; readonly view: SystemPageView }) => {
  const text = words(view.locale).questions;
  const { output, knowledge, locale } = view;
  const asking = { question, knowledge, locale, nameOf: (kind: 'system' | 'dataset' | 'contract', id: string) => (id === output.system.id ? output.system.name : nameIn(view, kind, id)) };
  const title = questionText(asking);
  const action = answerPath(output.system.id, question);
  const reading = output.reading === 'narrow' ? { reading: 'narrow' } : {};
  if (question.blockedBy !== undefined) return <p>{title} {text.blocked} <Link href={`/evidence/${question.blockedBy}`}>{text.toEvidence}</Link></p>;
  if (!view.may(question.kind === 'clause' ? 'contract:change' : 'landscape:change')) return <p>{title} <span class="regie-quiet">{text.mayNot}</span></p>;
  if (question.kind === 'operator') return <p><Link href={`${action}?${new URLSearchParams({ question: question.key, ...reading })}`}>{title}</Link></p>;
  return <QuestionForm {...asking} action={action} hidden={reading} />;
};

/** Facts that nothing on this page can settle, such as those of a service without a promise. */
const unanswerable = ({ questions, assessed }: SystemPageView['output']): readonly string[] => assessed.decisive.filter((fact) => !questions.some(({ facts }) => facts.includes(fact)));

export const Questions = ({ view }: { readonly view: SystemPageView }) => {
  const { questions, brings, sharedCauses } = view.output;
  const text = words(view.locale).questions;
  if (brings.length === 0) return null;
  const stuck = unanswerable(view.output);
  return (
    <Section title={text.title} lead={text.lead(brings.length)} id="questions">
      <Columns>
        <Stack>{brings.map((one) => <Brings brings={one} view={view} />)}</Stack>
        {questions.length > 0 && <Stack><h3>{text.answerHere}</h3>{questions.map((question) => <Question question={question} view={view} />)}</Stack>}
      </Columns>
      {stuck.length > 0 && <p>{text.stuck(stuck.map((fact) => factName(view.knowledge, view.locale, fact)).join(', '))}</p>}
      {sharedCauses.map(({ id, facts }) => <p class="regie-quiet">{text.shared(measureOrClause(view, id), facts.map((fact) => factName(view.knowledge, view.locale, fact)).join(', '))}</p>)}
    </Section>
  );
};
