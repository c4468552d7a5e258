/** Proposing, giving room or not, and telling what came of it. */
import type { Person } from '../../../platform/context.ts';
import type { FormView } from '../../../platform/screen.ts';
import { ChoiceGroup } from '../../../ui/choice-group/component.tsx';
import { FormPage } from '../../../ui/form-page/component.tsx';
import { UserText } from '../../../ui/link/component.tsx';
import { Prose } from '../../../ui/section/component.tsx';
import { Select } from '../../../ui/select/component.tsx';
import { TextArea } from '../../../ui/text-area/component.tsx';
import { TextInput } from '../../../ui/text-input/component.tsx';
import type { ShownExperiment } from '../shown-experiment.ts';
import { endings } from '../state.ts';
import { words } from '../words.ts';

type Extra = { readonly experiment: ShownExperiment };
type View = FormView<Extra>;

const backOf = ({ locale, extra: { experiment } }: View) => ({ href: `/experiments/${experiment.id}`, text: words(locale).cancel });
const About = ({ view: { extra: { experiment } } }: { readonly view: View }) => <Prose><p><strong><UserText text={experiment.title} /></strong></p><p><UserText text={experiment.question} /></p></Prose>;

export function ProposeForm({ view }: { readonly view: FormView<unknown> }) {
  const text = words(view.locale);
  return (
    <FormPage view={view} title={text.propose} lead={text.proposeLead} button={text.proposeButton} back={{ href: '/experiments', text: text.cancel }} guard>
      <TextInput {...view.field('title')} label={text.name} hint={text.nameHint} required />
      <TextArea {...view.field('question')} label={text.question} hint={text.questionHint} rows={3} maxLength={5000} required />
      <TextArea {...view.field('plan')} label={text.plan} hint={text.planHint} rows={6} maxLength={5000} required />
    </FormPage>
  );
}

export function MandateForm({ view }: { readonly view: FormView<Extra & { readonly people: readonly Person[] }> }) {
  const text = words(view.locale);
  return (
    <FormPage view={view} title={text.mandate} lead={text.mandateLead} button={text.mandateButton} back={backOf(view)} before={<About view={view} />} guard>
      <Select {...view.field('sponsor')} label={text.sponsorLabel} hint={text.sponsorHint} options={view.extra.people.map(({ id, name }) => ({ value: id, text: name }))} />
      <TextArea {...view.field('room')} label={text.roomLabel} hint={text.roomHint} rows={3} maxLength={5000} required />
      <TextArea {...view.field('bounds')} label={text.boundsLabel} hint={text.boundsHint} rows={3} maxLength={5000} required />
      <TextInput {...view.field('until')} label={text.untilLabel} type="date" width="medium" required />
    </FormPage>
  );
}

export function RefuseForm({ view }: { readonly view: View }) {
  const text = words(view.locale);
  return (
    <FormPage view={view} title={text.refuse} lead={text.refuseLead} button={text.refuseButton} back={backOf(view)} before={<About view={view} />} guard>
      <TextArea {...view.field('refusal')} label={text.refuseLabel} rows={4} maxLength={5000} required />
    </FormPage>
  );
}

export function TellForm({ view }: { readonly view: View }) {
  const text = words(view.locale);
  return (
    <FormPage view={view} title={text.tell} lead={text.tellLead} button={text.tellButton} back={backOf(view)} before={<About view={view} />} guard>
      {(['tried', 'seen', 'learned'] as const).map((name) => <TextArea {...view.field(name)} label={text[name]} rows={4} maxLength={5000} required />)}
      <ChoiceGroup id="ending" name="ending" kind="radio" label={text.ending} choices={endings.map((value) => ({ value, text: text.endings[value] }))} chosen={[view.value('ending')]} error={view.faultsOf('ending')[0]} />
    </FormPage>
  );
}
