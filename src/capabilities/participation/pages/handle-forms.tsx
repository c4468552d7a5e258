/** Taking up, answering, telling what came of it, and telling it in other words. */
import type { Person } from '../../../platform/context.ts';
import { showDay } from '../../../platform/dates.ts';
import type { FormView } from '../../../platform/screen.ts';
import { ChoiceGroup } from '../../../ui/choice-group/component.tsx';
import { FormPage } from '../../../ui/form-page/component.tsx';
import { UserText } from '../../../ui/link/component.tsx';
import { Prose } from '../../../ui/section/component.tsx';
import { Select } from '../../../ui/select/component.tsx';
import { TextArea } from '../../../ui/text-area/component.tsx';
import { TextInput } from '../../../ui/text-input/component.tsx';
import { roleName, roles } from '../../identity/public.ts';
import type { ShownIdea } from '../shown-idea.ts';
import { answers } from '../state.ts';
import { words } from '../words.ts';
import { titleOf } from './tags.tsx';

type Extra = { readonly idea: ShownIdea };
type Props = { readonly view: FormView<Extra> };

const backOf = ({ locale, extra: { idea } }: Props['view']) => ({ href: `/ideas/${idea.id}/handle`, text: words(locale).legalPage.back });
const About = ({ view: { locale, extra: { idea } } }: Props) => <Prose><p><strong><UserText text={titleOf(idea, locale)} /></strong></p>{idea.text !== null && <p><UserText text={idea.text} /></p>}</Prose>;

export function TakeForm({ view }: { readonly view: FormView<Extra & { readonly people: readonly Person[] }> }) {
  const { handle: text } = words(view.locale);
  return (
    <FormPage view={view} title={text.take} lead={text.takeLead} button={text.takeButton} back={backOf(view)} before={<About view={view} />} guard>
      <Select {...view.field('ownerRole')} label={text.ownerRole} options={roles.map((role) => ({ value: role, text: roleName(role, view.locale) }))} />
      <Select {...view.field('owner')} label={text.owner} options={view.extra.people.map(({ id, name }) => ({ value: id, text: name }))} />
      <TextInput {...view.field('answerBy')} label={text.answerBy} hint={text.answerByHint(showDay(view.extra.idea.latestAnswerBy, view.locale))} type="date" width="medium" required />
    </FormPage>
  );
}

export function AnswerForm({ view }: Props) {
  const { handle: text } = words(view.locale);
  return (
    <FormPage view={view} title={text.answer} lead={text.answerLead} button={text.answerButton} back={backOf(view)} before={<About view={view} />} guard>
      <ChoiceGroup id="answer" name="answer" kind="radio" label={text.answerKind} choices={answers.map((value) => ({ value, text: text.kinds[value] }))} chosen={[view.value('answer')]} error={view.faultsOf('answer')[0]} />
      <TextArea {...view.field('reason')} label={text.reason} hint={text.reasonHint} rows={5} maxLength={5000} />
      <TextInput {...view.field('returnOn')} label={text.returnOn} type="date" width="medium" />
    </FormPage>
  );
}

export function OutcomeForm({ view }: Props) {
  const { handle: text } = words(view.locale);
  return (
    <FormPage view={view} title={text.outcome} lead={text.outcomeLead} button={text.outcomeButton} back={backOf(view)} before={<About view={view} />} guard>
      <TextArea {...view.field('outcome')} label={text.outcomeText} rows={5} maxLength={5000} />
    </FormPage>
  );
}

export function ParaphraseForm({ view }: Props) {
  const { handle: text } = words(view.locale);
  return (
    <FormPage view={view} title={text.paraphrase} lead={text.paraphraseLead} button={text.paraphraseButton} back={backOf(view)} before={<About view={view} />} guard>
      <TextArea {...view.field('paraphrase')} label={text.paraphraseText} rows={5} maxLength={5000} />
    </FormPage>
  );
}
