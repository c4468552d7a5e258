/** One open question as a form: what is asked, why, and the answers there are. */
import type { Landscape } from '../../../core/landscape/document.ts';
import type { Knowledge } from '../../../platform/knowledge/knowledge.ts';
import type { Locale } from '../../../platform/words.ts';
import { Button, ButtonRow } from '../../../ui/button/component.tsx';
import { ChoiceGroup } from '../../../ui/choice-group/component.tsx';
import type { FieldProps } from '../../../ui/field/component.tsx';
import { FieldRow, Form } from '../../../ui/form/component.tsx';
import { Select } from '../../../ui/select/component.tsx';
import { TextInput } from '../../../ui/text-input/component.tsx';
import { entriesOf, nameOf, wordOf } from '../../library/public.ts';
import { isHours } from '../answers.ts';
import { collatorFor } from '../listing.ts';
import type { OpenQuestion } from '../open-questions.ts';
import { factAnswer, factName, factQuestion, layerTitle } from '../spoken.ts';
import { words } from '../words.ts';

export type Asking = {
  readonly question: OpenQuestion;
  readonly knowledge: Knowledge;
  readonly locale: Locale;
  /** The system by its name, and others whose names a question may need. */
  readonly nameOf: (kind: 'system' | 'dataset' | 'contract', id: string) => string;
};

export const answerPath = (system: string, { kind }: OpenQuestion): string => `/systems/${system}/${kind === 'clause' ? 'answer-clause' : 'answer'}`;

export function questionText({ question, knowledge, locale, nameOf: named }: Asking): string {
  const { ask } = words(locale);
  switch (question.kind) {
    case 'measure': return ask.measure(nameOf(knowledge, locale, 'measures', question.measure));
    case 'clause': return ask.clause(nameOf(knowledge, locale, 'clauses', question.clause), named('contract', question.contract));
    case 'operator': return ask.operator(layerTitle(knowledge, locale, question.layer).toLowerCase(), named('system', question.at));
    case 'country': return ask.country(named('system', question.at));
    case 'personalData': return ask.personalData(named('dataset', question.dataset));
    case 'recovery': return ask.recovery;
    default: return factQuestion(knowledge, locale, question.kind);
  }
}

function hintOf({ question, knowledge, locale }: Asking): string {
  const { ask } = words(locale);
  const what = question.kind === 'measure' ? wordOf(knowledge, locale, 'measures', question.measure, 'what') : question.kind === 'clause' ? wordOf(knowledge, locale, 'clauses', question.clause, 'what') : undefined;
  const layer = question.kind === 'measure' ? `${layerTitle(knowledge, locale, question.layer)}. ` : '';
  return `${layer}${what ?? ''} ${ask.helps(question.facts.map((fact) => factName(knowledge, locale, fact).toLowerCase()).join(', '))}`.trim();
}

type FormProps = Asking & {
  readonly action: string;
  readonly hidden: Readonly<Record<string, string>>;
  readonly value?: (name: string) => string;
  readonly faultsOf?: (name: string) => readonly string[];
  readonly providers?: Landscape['providers'];
};

/** Ids stand once on a page, whatever the number of questions. */
const fieldId = ({ key }: OpenQuestion, name: string): string => `${name}-${key.replaceAll(/[^\w-]/g, '-')}`;

const Answer = (props: FormProps & { readonly field: FieldProps }) => {
  const { question, knowledge, locale, field, value = () => '', providers = [] } = props;
  const text = words(locale);
  const named = { ...field, name: 'answer' };
  const radios = (values: readonly string[], textOf: (value: string) => string) => <ChoiceGroup {...named} kind="radio" choices={values.map((one) => ({ value: one, text: textOf(one) }))} chosen={[value('answer')]} />;
  const empty = { value: '', text: text.ask.choose };
  if (question.kind === 'country') return <Select {...named} value={value('answer')} width="medium" options={[empty, ...countries(knowledge, locale)]} />;
  if (question.kind === 'operator') return <Select {...named} value={value('answer')} width="medium" options={[empty, { value: 'self', text: text.self }, ...providers.map(({ id, name }) => ({ value: id, text: name }))]} />;
  if (isHours(question)) return <TextInput {...named} value={value('answer')} inputMode="decimal" width="short" />;
  if (question.kind === 'measure' || question.kind === 'clause') return radios(['yes', 'no'], (state) => text.ask[state as 'yes' | 'no']);
  if (question.kind === 'recovery') return radios(['tested', 'declared', 'none'], (one) => text.ask.recoveries[one as 'tested' | 'declared' | 'none']);
  return radios(valuesOf(knowledge, question.kind), (one) => factAnswer(knowledge, locale, question.kind, one));
};

const valuesOf = (knowledge: Knowledge, fact: string): readonly string[] => (entriesOf(knowledge, 'facts').find(({ id }) => id === fact)?.['values'] ?? []) as readonly string[];

const countries = (knowledge: Knowledge, locale: Locale) =>
  entriesOf(knowledge, 'countries').map(({ id }) => ({ value: id, text: nameOf(knowledge, locale, 'countries', id) })).toSorted((a, b) => collatorFor(locale).compare(a.text, b.text));

const RecoveryFields = ({ question, locale, value = () => '', faultsOf = () => [] }: FormProps) => {
  const { ask } = words(locale);
  const bind = (name: 'hours' | 'testedOn') => ({ id: fieldId(question, name), name, value: value(name), error: faultsOf(name).join(' ') || undefined, label: ask[name].label, hint: ask[name].hint });
  return <FieldRow><TextInput {...bind('hours')} inputMode="decimal" width="short" /><TextInput {...bind('testedOn')} type="date" width="medium" /></FieldRow>;
};

export const QuestionForm = (props: FormProps) => {
  const { question, action, hidden, locale, faultsOf = () => [] } = props;
  const field = { id: fieldId(question, 'answer'), label: questionText(props), hint: hintOf(props), error: faultsOf('answer').join(' ') || undefined };
  return (
    <Form action={action} hidden={{ question: question.key, ...hidden }}>
      <Answer {...props} field={field} />
      {question.kind === 'recovery' && <RecoveryFields {...props} />}
      <ButtonRow><Button kind="secondary" label={`${words(locale).ask.save}: ${field.label}`}>{words(locale).ask.save}</Button></ButtonRow>
    </Form>
  );
};
