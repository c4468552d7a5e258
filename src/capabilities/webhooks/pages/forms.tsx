/** Adding a webhook, the secret that is shown once, and removing it. */
import type { z } from 'zod';
import type { FormView } from '../../../platform/screen.ts';
import type { Names } from '../../../platform/slice.ts';
import { type Locale, say, type Saying } from '../../../platform/words.ts';
import { ButtonLink, ButtonRow } from '../../../ui/button/component.tsx';
import { ChoiceGroup } from '../../../ui/choice-group/component.tsx';
import { FieldError } from '../../../ui/field/component.tsx';
import { FieldSet } from '../../../ui/form/component.tsx';
import { FormPage } from '../../../ui/form-page/component.tsx';
import { HeadingGroup } from '../../../ui/heading-group/component.tsx';
import { UserText } from '../../../ui/link/component.tsx';
import { Notice } from '../../../ui/notice/component.tsx';
import { TextInput } from '../../../ui/text-input/component.tsx';
import type { secretOutput } from '../webhooks.ts';
import { words } from '../words.ts';

/** By what they are about, which is where their names begin. */
function groupsOf(titles: ReadonlyMap<string, Saying>, subjects: Names, locale: Locale) {
  const all = [...titles].map(([value, title]) => ({ value, text: say(title, locale) })).toSorted((a, b) => a.text.localeCompare(b.text, locale));
  return Object.entries(subjects)
    .map(([subject, name]) => ({ subject, name: name[locale], choices: all.filter(({ value }) => value.startsWith(`${subject}.`)) }))
    .filter(({ choices }) => choices.length > 0);
}

export function AddForm({ view, titles, subjects }: { readonly view: FormView<unknown>; readonly titles: ReadonlyMap<string, Saying>; readonly subjects: Names }) {
  const text = words(view.locale);
  return (
    <FormPage view={view} title={text.add} lead={text.addLead} button={text.add} back={{ href: '/webhooks', text: text.backWithout }}>
      <TextInput {...view.field('url')} label={text.url} hint={text.urlHint} required />
      <TextInput {...view.field('oin')} label={text.oin} hint={text.oinHint} />
      <FieldSet legend={text.events} layout="rows">
        <FieldError id="events" error={view.faultsOf('events')[0]} />
        {groupsOf(titles, subjects, view.locale).map(({ subject, name, choices }, at) => (
          <ChoiceGroup id={at === 0 ? 'events' : `events-${subject}`} name="events" kind="checkbox" direction="grid" label={name} choices={choices} chosen={view.all('events')} />
        ))}
      </FieldSet>
    </FormPage>
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
  const lead = <><p><UserText text={view.extra.url} /></p><p>{text.removeLead}</p></>;
  return <FormPage view={view} title={text.removeTitle} lead={lead} kind="danger" button={text.remove} back={{ href: `/webhooks/${view.params['id']}`, text: text.keepIt }} />;
}
