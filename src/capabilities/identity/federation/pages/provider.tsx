/** The ways to the identity provider, and the pages around them. A plain link each: no script, and a form may not lead to another site. */
import type { PageView } from '../../../../platform/screen.ts';
import type { Locale } from '../../../../platform/words.ts';
import { Button, ButtonLink, ButtonRow } from '../../../../ui/button/component.tsx';
import { HeadingGroup } from '../../../../ui/heading-group/component.tsx';
import type { Purpose } from '../store.ts';
import { words } from '../words.ts';

const addressOf = (purpose: Purpose, more: Readonly<Record<string, string>> = {}): string =>
  `/sign-in/organisation?${new URLSearchParams([['purpose', purpose], ...Object.entries(more).filter(([, value]) => value !== '')])}`;

type Way = { readonly label: string; readonly locale: Locale };

export const SignInLink = ({ label, locale, next }: Way & { readonly next: string }) => (
  <ButtonRow><ButtonLink kind="primary" href={addressOf('sign-in', { next })}>{words(locale).signIn(label)}</ButtonLink></ButtonRow>
);

export const JoinLink = ({ label, locale, token }: Way & { readonly token: string }) => (
  <ButtonRow><ButtonLink kind="primary" href={addressOf('join', { invitation: token })}>{words(locale).join(label)}</ButtonLink></ButtonRow>
);

export const LinkLink = ({ label, locale }: Way) => (
  <ButtonRow><ButtonLink href={addressOf('link', { next: '/account' })}>{words(locale).link(label)}</ButtonLink></ButtonRow>
);

export const ConfirmLink = ({ label, locale, next }: Way & { readonly next: string }) => (
  <ButtonRow><ButtonLink kind="primary" href={addressOf('confirm', { next })}>{words(locale).confirm(label)}</ButtonLink></ButtonRow>
);

/** In the middle of work: what was typed waits here while they confirm in another tab. */
export const ConfirmElsewhere = ({ label, locale }: Way) => {
  const text = words(locale);
  return (
    <>
      <p><a href={addressOf('confirm', { next: '/confirm/done' })} target="_blank" rel="noopener">{text.confirmInNewTab(label)}</a></p>
      <p>{text.confirmedElsewhere}</p>
      <ButtonRow><Button>{text.goOn}</Button></ButtonRow>
    </>
  );
};

export function ConfirmedPage({ locale }: PageView<unknown, unknown>) {
  const text = words(locale);
  return <HeadingGroup title={text.confirmedTitle} lead={text.confirmedLead} actions={<ButtonLink href="/">{text.toStart}</ButtonLink>} />;
}

export function SignedOutPage({ locale, output }: PageView<unknown, { readonly provider: string | null }>) {
  const text = words(locale);
  return (
    <>
      <HeadingGroup title={text.signedOutTitle} lead={output.provider === null ? undefined : text.signedOutLead(output.provider)} />
      <ButtonRow>
        {output.provider !== null && <ButtonLink kind="primary" href="/sign-out/organisation">{text.signOutThere(output.provider)}</ButtonLink>}
        <ButtonLink href="/start">{text.toStart}</ButtonLink>
      </ButtonRow>
    </>
  );
}
