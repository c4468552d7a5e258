/** Adding a webhook, the secret that is shown once, and removing it. */
import type { z } from 'zod';
import type { FormView } from '../../../platform/screen.ts';
import { type Locale, say, type Saying } from '../../../platform/words.ts';
import { Button, ButtonLink, ButtonRow } from '../../../ui/button/component.tsx';
import { ChoiceGroup } from '../../../ui/choice-group/component.tsx';
import { ErrorSummary } from '../../../ui/error-summary/component.tsx';
import { FieldError } from '../../../ui/field/component.tsx';
import { FieldSet, Form } from '../../../ui/form/component.tsx';
import { HeadingGroup } from '../../../ui/heading-group/component.tsx';
import { UserText } from '../../../ui/link/component.tsx';
import { Notice } from '../../../ui/notice/component.tsx';
import { TextInput } from '../../../ui/text-input/component.tsx';
import type { secretOutput } from '../webhooks.ts';
import { words } from '../words.ts';

type Subject = keyof ReturnType<typeof words>['subjects'];

/** By what they are about; what has no name of its own stands under the last. */
function groupsOf(titles: ReadonlyMap<string, Saying>, locale: Locale) {
  const { subjects } = words(locale);
  const subjectOf = (event: string): Subject => { const [slice = ''] = event.split('.'); return slice in subjects ? (slice as Subject) : 'other'; };
  const all = [...titles].map(([value, title]) => ({ value, text: say(title, locale) })).toSorted((a, b) => a.text.localeCompare(b.text, locale));
  return (Object.keys(subjects) as Subject[])
    .map((subject) => ({ subject, choices: all.filter(({ value }) => subjectOf(value) === subject) }))
    .filter(({ choices }) => choices.length > 0);
}

export function AddForm({ view, titles }: { readonly view: FormView<unknown>; readonly titles: ReadonlyMap<string, Saying> }) {
  const text = words(view.locale);
  return (
    <>
      <ErrorSummary title={text.add} faults={view.faults.map(({ name, message }) => ({ fieldId: name, text: message }))} />
      <HeadingGroup title={text.add} lead={text.addLead} />
      <Form action={view.action}>
        <TextInput id="url" name="url" label={text.url} hint={text.urlHint} value={view.value('url')} error={view.faultsOf('url')[0]} required />
        <TextInput id="oin" name="oin" label={text.oin} hint={text.oinHint} value={view.value('oin')} error={view.faultsOf('oin')[0]} />
        <FieldSet legend={text.events} layout="rows">
          <FieldError id="events" error={view.faultsOf('events')[0]} />
          {groupsOf(titles, view.locale).map(({ subject, choices }, at) => (
            <ChoiceGroup id={at === 0 ? 'events' : `events-${subject}`} name="events" kind="checkbox" direction="grid" label={text.subjects[subject]} choices={choices} chosen={view.all('events')} />
          ))}
        </FieldSet>
        <ButtonRow><Button>{text.add}</Button></ButtonRow>
      </Form>
    </>
  );
}

export function SecretPage({ locale, made, isNew }: { readonly locale: Locale; readonly made: z.output<typeof secretOutput>; readonly isNew: boolean }) {
  const text = words(locale);
  return (
    <>
      <HeadingGroup title={isNew ? text.made : text.rotated} lead={text.keep} />
      <Notice kind="warning" title={text.once}><p><code>{made.secret}</code></p></Notice>
      {!isNew && <p>{text.formerToo}</p>}
      <ButtonRow><ButtonLink href={`/webhooks/${made.id}`}>{text.back}</ButtonLink></ButtonRow>
    </>
  );
}

export function RemoveForm({ view }: { readonly view: FormView<{ readonly url: string }> }) {
  const text = words(view.locale);
  return (
    <>
      <HeadingGroup title={text.removeTitle} lead={<UserText text={view.extra.url} />} />
      <p>{text.removeLead}</p>
      <Form action={view.action}><ButtonRow><Button kind="danger">{text.remove}</Button><ButtonLink href={`/webhooks/${view.params['id']}`}>{text.keepIt}</ButtonLink></ButtonRow></Form>
    </>
  );
}
