/** The questions of one group about one thing: what we know already, what is left to choose, and why it is asked. */
import type { FormView } from '../../../platform/screen.ts';
import type { Locale } from '../../../platform/words.ts';
import { Button, ButtonLink, ButtonRow } from '../../../ui/button/component.tsx';
import { ChoiceGroup } from '../../../ui/choice-group/component.tsx';
import { Disclosure } from '../../../ui/disclosure/component.tsx';
import { ErrorSummary } from '../../../ui/error-summary/component.tsx';
import { Form } from '../../../ui/form/component.tsx';
import { HeadingGroup } from '../../../ui/heading-group/component.tsx';
import { Link, NamedLink } from '../../../ui/link/component.tsx';
import { Question } from '../../../ui/question/component.tsx';
import { Section, Stack } from '../../../ui/section/component.tsx';
import { TextArea } from '../../../ui/text-area/component.tsx';
import { TextInput } from '../../../ui/text-input/component.tsx';
import { type AskedGroup, type AskedQuestion, nobodyKnows, notApplicable } from '../asked.ts';
import { answerPath, pathOf } from '../subject.ts';
import { words } from '../words.ts';

type View = FormView<AskedGroup>;
const fieldId = (name: string): string => `field-${name.replaceAll(/[^\w-]/g, '-')}`;

const From = ({ because, locale }: { readonly because: AskedQuestion['because']; readonly locale: Locale }) => {
  const text = words(locale);
  return <ul>{because.map(({ name, said, from }) => <li>{name}: {text.said[said]}{from.length > 0 && <> ({from.map(({ text: where, href }, at) => <>{at > 0 && ', '}<NamedLink href={href} text={where} /></>)})</>}</li>)}</ul>;
};

const Known = ({ question, locale }: { readonly question: AskedQuestion; readonly locale: Locale }) => {
  const { form } = words(locale);
  return (
    <Question level={2} text={question.question}>
      <p><strong>{form.known(question.known ?? '')}</strong></p>
      <From because={question.because} locale={locale} />
      <p class="regie-quiet">{form.changeThere}</p>
    </Question>
  );
};

const Help = ({ question, locale }: { readonly question: AskedQuestion; readonly locale: Locale }) => {
  const { form } = words(locale);
  return (
    <>
      {question.carried && <p><strong>{form.carried(question.carried)}</strong></p>}
      {question.because.length > 0 && <><p class="regie-quiet">{question.partly ? form.partly : form.narrowed}</p><From because={question.because} locale={locale} /></>}
      {question.alsoIn.length > 0 && <p class="regie-quiet">{form.alsoIn(question.alsoIn.join(', '))}</p>}
    </>
  );
};

const Ask = ({ view, question }: { readonly view: View; readonly question: AskedQuestion }) => {
  const { form } = words(view.locale);
  const [value, reason, evidence] = (['value', 'reason', 'evidence'] as const).map((field) => `answers.${question.key}.${field}`) as [string, string, string];
  const choices = [...question.options, { value: nobodyKnows, text: form.nobodyKnows }, { value: notApplicable, text: form.notApplicable }, { value: '', text: form.open }];
  const isFilled = view.value(reason) !== '' || view.value(evidence) !== '' || view.faultsOf(reason).length > 0;
  return (
    <Question level={2} text={question.question}>
      <Help question={question} locale={view.locale} />
      <ChoiceGroup id={fieldId(value)} name={value} kind="radio" label={question.name} choices={choices} chosen={[view.value(value)]} error={view.faultsOf(value)[0]} />
      <Disclosure summary={form.more} open={isFilled}>
        <TextArea id={fieldId(reason)} name={reason} label={form.reason} hint={form.reasonHint} optional={form.optional} value={view.value(reason)} error={view.faultsOf(reason)[0]} rows={2} maxLength={2000} />
        <TextInput id={fieldId(evidence)} name={evidence} label={form.evidence} hint={form.evidenceHint} optional={form.optional} value={view.value(evidence)} error={view.faultsOf(evidence)[0]} maxLength={500} />
      </Disclosure>
    </Question>
  );
};

const Elsewhere = ({ view: { extra, locale } }: { readonly view: View }) => {
  const { form } = words(locale);
  if (extra.elsewhere.length === 0) return null;
  return <Section title={form.elsewhere} lead={form.elsewhereLead}><ul>{extra.elsewhere.map(({ about, id, name, count }) => <li><Link href={answerPath(extra.framework, about, id, extra.group)}>{form.elsewhereItem(name, count)}</Link></li>)}</ul></Section>;
};

export const AnswerForm = ({ view }: { readonly view: View }) => {
  const text = words(view.locale);
  const { extra } = view;
  const asked = extra.questions.filter(({ known }) => known === undefined);
  const known = extra.questions.filter((one) => one.known !== undefined);
  const back = pathOf(extra.framework, extra.about, extra.subject);
  return (
    <>
      <ErrorSummary title={view.faultsTitle} faults={view.faults} idOf={fieldId} />
      <HeadingGroup kicker={extra.name} title={text.ofTitle(extra.groupName, extra.subjectName)} lead={asked.length > 0 ? text.form.lead : text.form.nothing} />
      <Form action={view.action} guard>
        <Stack>{asked.map((question) => <Ask view={view} question={question} />)}{known.map((question) => <Known question={question} locale={view.locale} />)}</Stack>
        <ButtonRow>{asked.length > 0 && <Button>{text.form.save}</Button>}<ButtonLink kind="link" href={back}>{text.form.back}</ButtonLink></ButtonRow>
      </Form>
      <Elsewhere view={view} />
    </>
  );
};
