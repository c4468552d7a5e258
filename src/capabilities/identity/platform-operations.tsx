/** Looking after the platform. */
import { defineOperation, type Operation } from '../../platform/operation.ts';
import { AccountsPage, BeginForm, BegunPage, PlatformPage } from './pages/platform.tsx';
import { accountList, beginOrganisation, closeAccount, closingInput, listAccounts, listOrganisations, organisationInput, organisationList, organisationOutput } from './platform.ts';
import { nothing } from './sign-in.ts';
import { words } from './words.ts';

const showOrganisations = defineOperation({
  name: 'identity.list-organisations',
  title: (locale) => words(locale).platform.title,
  permission: 'platform:administer',
  input: nothing,
  output: organisationList,
  effect: { kind: 'read' },
  handle: listOrganisations,
  rest: { method: 'GET', path: '/platform/organisations' },
  web: { kind: 'page', path: '/platform', nav: { order: 990, label: (locale) => words(locale).platform.title }, render: (view) => <PlatformPage {...view} /> },
});

const begin = defineOperation({
  name: 'identity.begin-organisation',
  title: (locale) => words(locale).platform.begin,
  permission: 'platform:administer',
  stepUp: true,
  input: organisationInput,
  output: organisationOutput,
  effect: { kind: 'change', trace: (_, { organisation }) => ({ object: `organisation/${organisation}` }) },
  handle: beginOrganisation,
  rest: { method: 'POST', path: '/platform/organisations' },
  web: { kind: 'form', path: '/platform/begin', render: (view) => <BeginForm view={view} />, done: ({ path }) => ({ show: (view) => <BegunPage view={view} path={path} /> }) },
});

const showAccounts = defineOperation({
  name: 'identity.list-accounts',
  title: (locale) => words(locale).platform.accounts,
  permission: 'platform:administer',
  input: nothing,
  output: accountList,
  effect: { kind: 'sensitive-read', trace: () => ({ object: 'account/all' }) },
  handle: listAccounts,
  rest: { method: 'GET', path: '/platform/accounts' },
  web: { kind: 'page', path: '/platform/accounts', render: (view) => <AccountsPage {...view} /> },
});

const close = defineOperation({
  name: 'identity.close-account',
  title: (locale) => words(locale).platform.close,
  permission: 'platform:administer',
  stepUp: true,
  input: closingInput,
  output: closingInput,
  effect: { kind: 'change', trace: ({ id, closed }) => ({ object: `person/${id}`, detail: { closed } }) },
  handle: closeAccount,
  rest: { method: 'PUT', path: '/platform/accounts/{id}' },
  web: { kind: 'form', path: '/platform/accounts/{id}', done: () => ({ to: '/platform/accounts', notice: (locale) => words(locale).platform.changed }) },
});

export const platformOperations: readonly Operation[] = [showOrganisations, begin, showAccounts, close];
