/** Making, removing and confirming with one's own keys; the list of recovery codes, to print. */
import { Button, ButtonLink, ButtonRow, PrintButton } from '../../../ui/button/component.tsx';
import { Form } from '../../../ui/form/component.tsx';
import { HeadingGroup } from '../../../ui/heading-group/component.tsx';
import { UserText } from '../../../ui/link/component.tsx';
import { Notice } from '../../../ui/notice/component.tsx';
import type { FormView, PageView } from '../../../platform/screen.ts';
import { ConfirmElsewhere, ConfirmLink } from '../federation/pages/provider.tsx';
import { words } from '../words.ts';
import { Control, Faults, Passkey, ToAccount, withoutQuery } from './account-forms.tsx';

export function AddPasskeyForm({ view }: { readonly view: FormView<unknown> }) {
  const text = words(view.locale).passkeys;
  return (
    <>
      <Faults view={view} />
      <HeadingGroup title={text.add} lead={text.addLead} />
      <Form action={view.action}>
        <Control view={view} control={{ name: 'name', label: text.name, hint: text.nameHint }} />
        <Passkey view={view} purpose="register">{text.make}</Passkey>
        <noscript><p>{text.needsScript}</p></noscript>
      </Form>
      <ToAccount locale={view.locale} />
    </>
  );
}

export function RemovePasskeyForm({ view }: { readonly view: FormView<{ readonly name: string }> }) {
  const text = words(view.locale).passkeys;
  return (
    <>
      <Faults view={view} />
      <HeadingGroup title={text.remove} lead={<UserText text={view.extra.name} />} />
      <p>{text.removeLead}</p>
      <Form action={view.action}><ButtonRow><Button kind="danger">{text.remove}</Button><ButtonLink href="/account">{text.keep}</ButtonLink></ButtonRow></Form>
    </>
  );
}

export function MakeCodesForm({ view }: { readonly view: FormView<unknown> }) {
  const text = words(view.locale).recovery;
  return (
    <>
      <HeadingGroup title={text.make} lead={text.makeLead} />
      <Form action={view.action}><ButtonRow><Button>{text.make}</Button></ButtonRow></Form>
      <ToAccount locale={view.locale} />
    </>
  );
}

export function CodesPage({ view, codes }: { readonly view: Pick<PageView<unknown, unknown>, 'locale'>; readonly codes: readonly string[] }) {
  const text = words(view.locale).recovery;
  return (
    <>
      <HeadingGroup title={text.made} lead={text.madeLead} />
      <Notice kind="warning" title={text.once}><p>{text.keepSafe}</p></Notice>
      <ol>{codes.map((code) => <li><code>{code}</code></li>)}</ol>
      <ButtonRow><PrintButton>{text.print}</PrintButton><ButtonLink href="/account">{text.saved}</ButtonLink></ButtonRow>
    </>
  );
}

type Ways = { readonly hasPassword: boolean; readonly hasPasskey: boolean; readonly provider: string | null; readonly work?: readonly (readonly [string, string])[] };

const Work = ({ work = [] }: { readonly work?: Ways['work'] }) => <>{work.map(([name, value]) => <input type="hidden" name={name} value={value} />)}</>;

/** Alone it leads back to where somebody was going; around work it carries the work, and its own fields are marked. */
export function ConfirmForm({ view: given }: { readonly view: FormView<Ways> }) {
  const { extra } = given;
  const view = extra.work ? given : withoutQuery(given);
  const field = (name: string): string => (extra.work ? `confirm.${name}` : name);
  const { confirm, passkeys, signIn } = words(given.locale);
  return (
    <>
      <Faults view={view} />
      <HeadingGroup title={confirm.title} lead={extra.work ? confirm.leadWork : confirm.lead} />
      {extra.provider !== null && !extra.work && <ConfirmLink label={extra.provider} locale={view.locale} next={view.value('next')} />}
      <Form action={view.action} hidden={extra.work ? {} : { next: view.value('next') }}>
        <Work work={extra.work} />
        {extra.provider !== null && extra.work && <ConfirmElsewhere label={extra.provider} locale={view.locale} />}
        {extra.hasPasskey && <Passkey view={view} purpose="sign-in" field={field('passkey')}>{passkeys.confirm}</Passkey>}
        {extra.hasPassword && <Control view={view} control={{ name: field('password'), id: 'password', fault: 'password', label: signIn.password, type: 'password', autocomplete: 'current-password' }} />}
        {extra.hasPassword && <ButtonRow><Button kind={extra.hasPasskey ? 'secondary' : 'primary'}>{confirm.button}</Button></ButtonRow>}
      </Form>
    </>
  );
}
