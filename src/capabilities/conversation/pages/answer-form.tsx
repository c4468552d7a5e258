/** One layer a page: its questions, with what helps to answer them, and on to the next. */
import type { FormView } from '../../../platform/screen.ts';
import { Button, ButtonLink, ButtonRow } from '../../../ui/button/component.tsx';
import { ChoiceGroup } from '../../../ui/choice-group/component.tsx';
import { ErrorSummary } from '../../../ui/error-summary/component.tsx';
import { Form } from '../../../ui/form/component.tsx';
import { HeadingGroup } from '../../../ui/heading-group/component.tsx';
import { LayerHeading } from '../../../ui/layer-heading/component.tsx';
import type { LayerNumber } from '../../../ui/layer-name/component.tsx';
import { ProgressSteps } from '../../../ui/progress-steps/component.tsx';
import { Question, QuestionPair } from '../../../ui/question/component.tsx';
import { TextArea } from '../../../ui/text-area/component.tsx';
import type { Question as Asked, Questionnaire } from '../questionnaire.ts';
import type { AnswerRole } from '../roles.ts';
import { words } from '../words.ts';
import { QuestionHelp, Why } from './question-help.tsx';

/** `done`: the layers of which this person, in this role, answered every question. */
export type AnswerExtra = { readonly questionnaire: Questionnaire; readonly layer: Questionnaire['layers'][number]; readonly role: AnswerRole; readonly done: readonly number[] };
type View = FormView<AnswerExtra>;

const fieldId = (name: string): string => `field-${name.replaceAll('.', '-')}`;

const AnswerFields = ({ view, question }: { readonly view: View; readonly question: Asked }) => {
  const text = words(view.locale).form;
  const [answer, note] = [`answers.${question.id}.answer`, `answers.${question.id}.note`];
  const choices = [...view.extra.questionnaire.answers.map(({ id, name }) => ({ value: id, text: name })), { value: '', text: text.none }];
  return (
    <Question text={question.question} forWhom={question.forWhom}>
      <Why question={question} locale={view.locale} />
      <QuestionHelp question={question} locale={view.locale} />
      <ChoiceGroup id={fieldId(answer)} name={answer} kind="radio" label={text.answer} choices={choices} chosen={[view.value(answer)]} error={view.faultsOf(answer)[0]} />
      <TextArea id={fieldId(note)} name={note} label={text.note} hint={text.noteHint} optional={text.optional} value={view.value(note)} error={view.faultsOf(note)[0]} rows={3} maxLength={2000} />
    </Question>
  );
};

const Steps = ({ view: { locale, extra } }: { readonly view: View }) => {
  const { form } = words(locale);
  const stateOf = (layer: number) => (layer === extra.layer.layer ? 'current' : extra.done.includes(layer) ? 'done' : 'todo');
  const steps = extra.questionnaire.layers.map(({ layer, name }) => ({ text: name, mark: String(layer), state: stateOf(layer), href: layer === extra.layer.layer ? undefined : `/conversation/answers/${extra.role}/${layer}` }) as const);
  return <ProgressSteps label={form.steps} states={form.states} steps={steps} />;
};

const Buttons = ({ view: { locale, extra } }: { readonly view: View }) => {
  const { form } = words(locale);
  return (
    <ButtonRow>
      {extra.layer.layer > 1 && <Button name="then" value="next">{form.next}</Button>}
      <Button kind={extra.layer.layer > 1 ? 'secondary' : 'primary'} name="then" value="overview">{form.finish}</Button>
      <ButtonLink kind="link" href="/conversation/roles">{form.otherRole}</ButtonLink>
    </ButtonRow>
  );
};

export const AnswerForm = ({ view }: { readonly view: View }) => {
  const { form, roles } = words(view.locale);
  const { layer, questionnaire, role } = view.extra;
  return (
    <>
      <ErrorSummary title={view.faultsTitle} faults={view.faults} idOf={fieldId} />
      <HeadingGroup kicker={questionnaire.name} title={form.as(roles.names[role])} lead={form.seen(roles.names[role])} />
      <Steps view={view} />
      <LayerHeading layer={layer.layer as LayerNumber} name={layer.name} about={layer.about} />
      <Form action={view.action} guard>
        <QuestionPair>{layer.questions.map((question) => <AnswerFields view={view} question={question} />)}</QuestionPair>
        <Buttons view={view} />
      </Form>
    </>
  );
};
