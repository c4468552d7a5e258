/** What somebody does about their own keys and sessions. */
import { defineOperation, type Operation } from '../../platform/operation.ts';
import { endOtherSessions, endSession, sessionInput } from './account.ts';
import { ownPath } from './fields.ts';
import { addOwnPasskey, addPasskeyInput, codesOutput, confirmInput, confirmOutput, confirmPerson, loadPasskey, loadWays, makeRecoveryCodes, passkeyOutput, removeOwnPasskey, removePasskeyInput } from './own-keys.ts';
import { AddPasskeyForm, CodesPage, ConfirmForm, MakeCodesForm, RemovePasskeyForm } from './pages/own-keys.tsx';
import { nothing } from './sign-in.ts';
import { words } from './words.ts';

const addPasskey = defineOperation({
  name: 'identity.add-passkey',
  title: (locale) => words(locale).passkeys.add,
  permission: 'signed-in',
  stepUp: true,
  input: addPasskeyInput,
  output: passkeyOutput,
  effect: { kind: 'change', trace: (_, { id }) => ({ object: `passkey/${id}` }) },
  handle: addOwnPasskey,
  rest: { method: 'POST', path: '/account/passkeys' },
  web: { kind: 'form', path: '/account/passkeys/add', render: (view) => <AddPasskeyForm view={view} />, done: () => ({ to: '/account', notice: (locale) => words(locale).passkeys.added }) },
});

const removePasskey = defineOperation({
  name: 'identity.remove-passkey',
  title: (locale) => words(locale).passkeys.remove,
  permission: 'signed-in',
  stepUp: true,
  input: removePasskeyInput,
  output: passkeyOutput,
  effect: { kind: 'change', trace: ({ id }) => ({ object: `passkey/${id}` }) },
  handle: removeOwnPasskey,
  rest: { method: 'DELETE', path: '/account/passkeys/{id}' },
  web: { kind: 'form', path: '/account/passkeys/{id}/remove', load: loadPasskey, render: (view) => <RemovePasskeyForm view={view} />, done: () => ({ to: '/account', notice: (locale) => words(locale).passkeys.removed }) },
});

const makeCodes = defineOperation({
  name: 'identity.make-recoverycodes',
  title: (locale) => words(locale).recovery.make,
  permission: 'signed-in',
  stepUp: true,
  input: nothing,
  output: codesOutput,
  effect: { kind: 'change', trace: () => ({ object: 'recovery-codes/own' }) },
  handle: makeRecoveryCodes,
  rest: { method: 'POST', path: '/account/recovery-codes' },
  web: { kind: 'form', path: '/account/recovery-codes', render: (view) => <MakeCodesForm view={view} />, done: ({ codes }) => ({ show: (view) => <CodesPage view={view} codes={codes} /> }) },
});

const confirm = defineOperation({
  name: 'identity.confirm-person',
  title: (locale) => words(locale).confirm.title,
  permission: 'signed-in',
  input: confirmInput,
  output: confirmOutput,
  effect: { kind: 'change', trace: (_, { person }) => ({ object: `person/${person}` }) },
  handle: confirmPerson,
  rest: { method: 'POST', path: '/session/confirmation' },
  web: { kind: 'form', path: '/confirm', load: loadWays, render: (view) => <ConfirmForm view={view} />, done: (_, { next }) => ({ to: ownPath(next) }) },
});

const end = defineOperation({
  name: 'identity.end-session',
  title: (locale) => words(locale).sessions.end,
  permission: 'signed-in',
  input: sessionInput,
  output: sessionInput,
  effect: { kind: 'change', trace: ({ id }) => ({ object: `session/${id}` }) },
  handle: endSession,
  rest: { method: 'DELETE', path: '/account/sessions/{id}' },
  web: { kind: 'form', path: '/account/sessions/{id}/end', done: () => ({ to: '/account', notice: (locale) => words(locale).sessions.ended }) },
});

const endOthers = defineOperation({
  name: 'identity.end-othersessions',
  title: (locale) => words(locale).sessions.endOthers,
  permission: 'signed-in',
  input: nothing,
  output: nothing,
  effect: { kind: 'change', trace: () => ({ object: 'session/others' }) },
  handle: endOtherSessions,
  rest: { method: 'DELETE', path: '/account/sessions' },
  web: { kind: 'form', path: '/account/sessions/end-others', done: () => ({ to: '/account', notice: (locale) => words(locale).sessions.ended }) },
});

export const keyOperations: readonly Operation[] = [addPasskey, removePasskey, makeCodes, confirm, end, endOthers];
