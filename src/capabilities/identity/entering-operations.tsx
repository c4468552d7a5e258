/** Coming in: with a passkey, a password or a recovery code. */
import { defineOperation, type Operation, type Trace } from '../../platform/operation.ts';
import { ownPath } from './fields.ts';
import { RecoveryForm, SignInForm } from './pages/account-forms.tsx';
import { askInput, askOutput, askPasskey } from './passkeys.ts';
import { recover, recoverInput, signIn, signInInput, signInOutput, signInPasskey, signInPasskeyInput } from './sign-in.ts';
import { isSetUp } from './store.ts';
import { words } from './words.ts';
import type { OpenContext } from '../../platform/context.ts';

/** Nobody is in yet: the trace says who came in, and where. */
const cameIn = (_: unknown, { organisation, person }: { readonly organisation: string | null; readonly person: string }): Trace => ({ object: `person/${person}`, person, organisation });

const loadSignIn = async (at: OpenContext) => ({ extra: { setUp: await isSetUp(at.db), provider: at.provider?.label ?? null } });

const askForPasskey = defineOperation({
  name: 'identity.ask-passkey',
  title: { nl: 'Vraag voor een passkey', en: 'Challenge for a passkey' },
  permission: 'anyone',
  input: askInput,
  output: askOutput,
  effect: { kind: 'change', trace: () => ({ object: 'passkey-challenge/new' }) },
  handle: askPasskey,
  rest: { method: 'POST', path: '/passkey-challenges' },
});

const signInPerson = defineOperation({
  name: 'identity.sign-in',
  title: (locale) => words(locale).signIn.title,
  permission: 'anyone',
  input: signInInput,
  output: signInOutput,
  effect: { kind: 'change', trace: cameIn },
  handle: signIn,
  rest: { method: 'POST', path: '/session' },
  web: { kind: 'form', path: '/sign-in', load: loadSignIn, render: (view) => <SignInForm view={view} />, done: ({ organisation }, { next }) => ({ to: organisation === null ? '/platform' : ownPath(next) }) },
});

const signInWithPasskey = defineOperation({
  name: 'identity.sign-in-passkey',
  title: (locale) => words(locale).passkeys.signIn,
  permission: 'anyone',
  input: signInPasskeyInput,
  output: signInOutput,
  effect: { kind: 'change', trace: cameIn },
  handle: signInPasskey,
  rest: { method: 'POST', path: '/session/passkey' },
  web: { kind: 'form', path: '/sign-in/passkey', load: loadSignIn, render: (view) => <SignInForm view={view} />, done: ({ organisation }, { next }) => ({ to: organisation === null ? '/platform' : ownPath(next) }) },
});

const signInWithRecoveryCode = defineOperation({
  name: 'identity.sign-in-recovery',
  title: (locale) => words(locale).recovery.title,
  permission: 'anyone',
  input: recoverInput,
  output: signInOutput,
  effect: { kind: 'change', trace: cameIn },
  handle: recover,
  rest: { method: 'POST', path: '/session/recovery-code' },
  web: { kind: 'form', path: '/sign-in/recovery', render: (view) => <RecoveryForm view={view} />, done: () => ({ to: '/account' }) },
});

export const enteringOperations: readonly Operation[] = [askForPasskey, signInPerson, signInWithPasskey, signInWithRecoveryCode];
