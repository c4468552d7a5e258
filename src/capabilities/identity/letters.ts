/** The letters of this slice. Each is sent after the change it tells of, and only where this server sends any. */
import type { Context, OpenContext, SignedInContext } from '../../platform/context.ts';
import { showMoment } from '../../platform/dates.ts';
import type { Letter } from '../../platform/mail/letter.ts';
import { mailLetter } from '../../platform/mail/send-letter.ts';
import { addressOf } from './store.ts';
import { words } from './words.ts';

type Lines = Pick<Letter, 'subject' | 'lines'>;

const letterOf = (at: Pick<OpenContext, 'locale' | 'origin'>, { subject, lines }: Lines): Letter => ({ subject, lines, closing: words(at.locale).letters.closing(at.origin), locale: at.locale });

export async function mailInvitation(at: Context, { name, email }: { readonly name: string; readonly email: string }, path: string): Promise<void> {
  const text = words(at.locale).letters.invitation;
  const lines = [{ text: text.greeting(name) }, { text: text.what(at.person.name, at.organisation.name) }, { to: `${at.origin}${path}`, label: text.link }, { text: text.until }, { text: text.notYou }];
  await mailLetter({ ...at, organisation: at.organisation.id }, email, letterOf(at, { subject: text.subject(at.organisation.name), lines }));
}

/** To the person themselves, at the address they sign in with. */
async function warn(at: OpenContext, person: string, organisation: string, letter: Lines): Promise<void> {
  if (!at.sendsMail) return;
  const address = await addressOf(at.db, person);
  if (address !== null) await mailLetter({ ...at, organisation }, address, letterOf(at, letter));
}

/** INVARIANT: a link in a warning leads to a page, never to a secret: it may be a forgery that it warns of. */
const toAccount = (at: OpenContext, label: string) => ({ to: `${at.origin}/account`, label });

export async function mailChangedPassword(at: SignedInContext, person: string, organisation: string): Promise<void> {
  const text = words(at.locale).letters;
  await warn(at, person, organisation, { subject: text.changedPassword.subject, lines: [{ text: text.changedPassword.what(showMoment(at.now, at.locale)) }, { text: text.yourself }, { text: text.changedPassword.notYou }, toAccount(at, text.account)] });
}

export async function mailNewSignIn(at: OpenContext, person: string, organisation: string): Promise<void> {
  const text = words(at.locale).letters;
  await warn(at, person, organisation, { subject: text.newSignIn.subject, lines: [{ text: text.newSignIn.what(at.browser, showMoment(at.now, at.locale)) }, { text: text.yourself }, { text: text.newSignIn.notYou }, toAccount(at, text.account)] });
}
