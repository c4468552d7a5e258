/** The forms of who is not in yet: set up, sign in, join. */
import type { Child } from 'hono/jsx';
import { Button, ButtonLink, ButtonRow } from '../../../ui/button/component.tsx';
import { ErrorSummary } from '../../../ui/error-summary/component.tsx';
import { Form } from '../../../ui/form/component.tsx';
import { HeadingGroup } from '../../../ui/heading-group/component.tsx';
import { Link } from '../../../ui/link/component.tsx';
import { Notice } from '../../../ui/notice/component.tsx';
import { PasskeyButton } from '../../../ui/passkey-button/component.tsx';
import { Columns, Section, Stack } from '../../../ui/section/component.tsx';
import { TextInput } from '../../../ui/text-input/component.tsx';
import type { FormView } from '../../../platform/screen.ts';
import { JoinLink, SignInLink } from '../federation/pages/provider.tsx';
import { words } from '../words.ts';

type View = Pick<FormView<unknown>, 'locale' | 'value' | 'faultsOf' | 'faults' | 'faultsTitle' | 'action'>;
type Control = { readonly name: string; /** Where they differ from the name. */ readonly id?: string; readonly fault?: string; readonly label: string; readonly hint?: string; readonly type?: 'text' | 'email' | 'password'; readonly autocomplete?: string };

export const Faults = ({ view }: { readonly view: View }) => (
  <ErrorSummary title={view.faultsTitle} faults={view.faults} />
);

/** A password is never sent back to the page. */
export const Control = ({ view, control: { fault, ...control } }: { readonly view: View; readonly control: Control }) => (
  <TextInput {...control} id={control.id ?? control.name} value={control.type === 'password' ? undefined : view.value(control.name)} error={view.faultsOf(fault ?? control.name)[0]} required />
);

export const ToAccount = ({ locale }: Pick<View, 'locale'>) => <p><Link href="/account">{words(locale).account.back}</Link></p>;

type AccountFormProps = {
  readonly view: View;
  readonly title: string;
  readonly lead?: string;
  readonly button: string;
  readonly controls: readonly Control[];
  /** The way in without typing; comes first. */
  readonly passkey?: Child;
  /** Above the password where there is a passkey too. */
  readonly or?: string;
  readonly hidden?: Readonly<Record<string, string>>;
  readonly aside?: Child;
};

const isPassword = ({ type }: Control): boolean => type === 'password';

/** Who one is, then the ways in: a passkey where the browser can, a password where it cannot. */
export const AccountForm = ({ view, title, lead, button, controls, passkey, or, hidden = {}, aside }: AccountFormProps) => (
  <>
    <Faults view={view} />
    <HeadingGroup title={title} lead={lead} />
    <Columns shape="wide-first">
      <Form action={view.action} hidden={hidden}>
        {controls.filter((control) => !isPassword(control)).map((control) => <Control view={view} control={control} />)}
        {passkey}
        {or && <p class="regie-quiet">{or}</p>}
        {controls.filter(isPassword).map((control) => <Control view={view} control={control} />)}
        <ButtonRow><Button kind={passkey ? 'secondary' : 'primary'}>{button}</Button></ButtonRow>
      </Form>
      {aside}
    </Columns>
  </>
);

/** @param field of the form that takes the answer. */
export const Passkey = ({ view, purpose, field = 'passkey', children }: { readonly view: View; readonly purpose: 'sign-in' | 'register'; readonly field?: string; readonly children?: Child }) => (
  <PasskeyButton purpose={purpose} ask="/v1/passkey-challenges" name={field} id="passkey" failed={words(view.locale).passkeys.failed} error={view.faultsOf('passkey')[0]}>{children}</PasskeyButton>
);

/** What the address already said must not stand in the form a second time. */
export const withoutQuery = <Some extends View>(view: Some): Some => ({ ...view, action: view.action.split('?', 1)[0] as string });

const WhatHappens = ({ view }: { readonly view: View }) => {
  const { setUp } = words(view.locale);
  return <Section title={setUp.nextTitle}><ol>{setUp.next.map((step) => <li>{step}</li>)}</ol></Section>;
};

export function SetUpForm({ view }: { readonly view: View }) {
  const { setUp, signIn, passkeys } = words(view.locale);
  const controls: Control[] = [
    { name: 'code', label: setUp.code, hint: setUp.codeHint, autocomplete: 'one-time-code' },
    { name: 'organisation', label: setUp.organisation, autocomplete: 'organization' },
    { name: 'name', label: setUp.name, autocomplete: 'name' },
    { name: 'email', label: signIn.email, type: 'email', autocomplete: 'email' },
    { name: 'password', label: signIn.password, hint: signIn.newPasswordHint, type: 'password', autocomplete: 'new-password' },
  ];
  return <AccountForm view={withoutQuery(view)} title={setUp.title} lead={setUp.lead} button={setUp.button} controls={controls} hidden={{ next: view.value('next') }} aside={<WhatHappens view={view} />} passkey={<Passkey view={view} purpose="register">{passkeys.begin}</Passkey>} or={passkeys.orChoose} />;
}

const setUpAddress = (next: string): string => (next === '' ? '/set-up' : `/set-up?${new URLSearchParams({ next })}`);

const NotInYet = ({ view, setUp }: { readonly view: View; readonly setUp: boolean }) => {
  const text = words(view.locale);
  if (!setUp) return <Notice kind="info" title={text.start.setUpFirst}><ButtonLink href={setUpAddress(view.value('next'))} kind="primary">{text.setUp.title}</ButtonLink></Notice>;
  return <Section title={text.signIn.noAccountTitle}><p>{text.signIn.noAccount}</p><p><ButtonLink href="/conversation">{text.signIn.toConversation}</ButtonLink></p></Section>;
};

/** The passkey in a form of its own: it asks nothing to be typed. */
const PasskeySignIn = ({ view }: { readonly view: View }) => {
  const { passkeys } = words(view.locale);
  return <Form action="/sign-in/passkey" hidden={{ next: view.value('next') }}><Passkey view={view} purpose="sign-in">{passkeys.signIn}</Passkey></Form>;
};

export function SignInForm({ view }: { readonly view: View & { readonly extra: { readonly setUp: boolean; readonly provider: string | null } } }) {
  const { signIn, recovery } = words(view.locale);
  const controls: Control[] = [
    { name: 'email', label: signIn.email, type: 'email', autocomplete: 'username webauthn' },
    { name: 'password', label: signIn.password, type: 'password', autocomplete: 'current-password' },
  ];
  return (
    <>
      <Faults view={view} />
      <HeadingGroup title={signIn.title} lead={signIn.lead} />
      <Columns shape="wide-first">
        <Stack>
          {view.extra.provider !== null && <SignInLink label={view.extra.provider} locale={view.locale} next={view.value('next')} />}
          <PasskeySignIn view={view} />
          <Section title={signIn.withPassword}>
            <Form action="/sign-in" hidden={{ next: view.value('next') }}>
              {controls.map((control) => <Control view={view} control={control} />)}
              <ButtonRow><Button kind="secondary">{signIn.button}</Button></ButtonRow>
            </Form>
          </Section>
          <Section title={recovery.lostTitle}><p><Link href="/sign-in/recovery">{recovery.lost}</Link></p></Section>
        </Stack>
        <NotInYet view={view} setUp={view.extra.setUp} />
      </Columns>
    </>
  );
}

export function RecoveryForm({ view }: { readonly view: View }) {
  const { recovery, signIn } = words(view.locale);
  const controls: Control[] = [
    { name: 'email', label: signIn.email, type: 'email', autocomplete: 'username' },
    { name: 'code', label: recovery.code, hint: recovery.codeHint },
  ];
  return <AccountForm view={view} title={recovery.title} lead={recovery.lead} button={signIn.button} controls={controls} />;
}

export function PasswordForm({ view }: { readonly view: View & { readonly extra: { readonly asksCurrent: boolean } } }) {
  const { account, signIn } = words(view.locale);
  const current: Control = { name: 'current', label: account.current, type: 'password', autocomplete: 'current-password' };
  const fresh: Control = { name: 'password', label: account.newPassword, hint: signIn.newPasswordHint, type: 'password', autocomplete: 'new-password' };
  return (
    <>
      <AccountForm view={withoutQuery(view)} title={account.changePassword} lead={account.changeLead} button={account.changePassword} controls={view.extra.asksCurrent ? [current, fresh] : [fresh]} />
      <ToAccount locale={view.locale} />
    </>
  );
}

export function JoinForm({ view }: { readonly view: View & { readonly extra: { readonly provider: string | null } } }) {
  const { join, signIn, passkeys } = words(view.locale);
  const controls: Control[] = [{ name: 'password', label: join.password, hint: signIn.newPasswordHint, type: 'password', autocomplete: 'new-password' }];
  return <AccountForm view={withoutQuery(view)} title={join.title} lead={join.lead} button={join.button} controls={controls} hidden={{ token: view.value('token') }} passkey={<>{view.extra.provider !== null && <JoinLink label={view.extra.provider} locale={view.locale} token={view.value('token')} />}<Passkey view={view} purpose="register">{passkeys.begin}</Passkey></>} or={passkeys.orChoose} />;
}
