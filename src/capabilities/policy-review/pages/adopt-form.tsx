import type { FormView } from '../../../platform/screen.ts';
import { Button, ButtonLink, ButtonRow } from '../../../ui/button/component.tsx';
import { SingleCheckbox } from '../../../ui/choice-group/component.tsx';
import { ErrorSummary } from '../../../ui/error-summary/component.tsx';
import { Form } from '../../../ui/form/component.tsx';
import { HeadingGroup } from '../../../ui/heading-group/component.tsx';
import { Link } from '../../../ui/link/component.tsx';
import { Section } from '../../../ui/section/component.tsx';
import { readingMeaning, readingWord } from '../../sovereignty/public.ts';
import type { ShownPolicy } from '../shown-policy.ts';
import { words } from '../words.ts';
import { policyName } from './beside.tsx';
import { ChangesInShort } from './changes.tsx';

/** The last look before a board decides: what changes for whom, and one box that says it was seen. */
export const AdoptForm = ({ view }: { readonly view: FormView<ShownPolicy> }) => {
  const text = words(view.locale);
  const { policy, adoptedPolicy, adopted, reading } = view.extra;
  const back = `/policy/${policy.id}`;
  const error = view.faultsOf('confirmed').join(' ');
  return (
    <>
      <ErrorSummary title={view.faultsTitle} faults={view.faults} idOf={() => 'confirmed'} />
      <HeadingGroup title={text.adopt.title(policy.name[view.locale])} lead={text.adopt.lead} />
      {!adopted && (
        <Section title={text.changes.title} lead={text.changes.lead(policyName(view, adoptedPolicy), policy.name[view.locale])}>
          <ChangesInShort speaker={view} shown={view.extra} />
          <p class="regie-quiet">{text.readingNote(readingWord(view.locale, reading), readingMeaning(view.locale, reading))} <Link href={`${back}#changes`}>{text.changes.each}</Link></p>
        </Section>
      )}
      <Form action={view.action} hidden={{ instead: adoptedPolicy }}>
        <SingleCheckbox id="confirmed" name="confirmed" text={text.adopt.confirm} checked={view.value('confirmed') === 'yes'} error={error || undefined} />
        <ButtonRow><Button>{text.adopt.submit}</Button><ButtonLink kind="link" href={back}>{text.adopt.cancel}</ButtonLink></ButtonRow>
      </Form>
    </>
  );
};
