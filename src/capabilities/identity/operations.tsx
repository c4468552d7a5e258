/** Identity: who is here, and what they may do. Its table of contents. */
import { z } from 'zod';
import { defineOperation, type Operation } from '../../platform/operation.ts';
import { accountOutput, showAccount } from './account.ts';
import { changePassword, loadPassword, passwordInput, passwordOutput } from './change-password.ts';
import { enteringOperations } from './entering-operations.tsx';
import { keyOperations } from './key-operations.tsx';
import { federationOperations } from './federation/operations.tsx';
import { provisioningOperations } from './provisioning/operations.ts';
import { loadPlaces, nothing, signOut, signOutOutput, switchInput, switchOrganisation } from './sign-in.ts';
import { changeRoles, inviteInput, inviteMember, inviteOutput, joinInput, joinOrganisation, joinOutput, listMembers, loadInvitation, loadProvider, loadRoles, memberInput, memberList, removeMember, rolesInput } from './members.ts';
import { ownPath } from './fields.ts';
import { JoinForm, PasswordForm, SetUpForm } from './pages/account-forms.tsx';
import { AccountPage } from './pages/account.tsx';
import { InviteForm, MembersPage, RemoveForm, RolesForm } from './pages/members.tsx';
import { OrganisationsForm } from './pages/organisations.tsx';
import { StartPage } from './pages/start.tsx';
import { partOperations } from './parts/operations.tsx';
import { platformOperations } from './platform-operations.tsx';
import { loadSetUp, setUp, setUpInput, setUpOutput } from './set-up.ts';
import { isSetUp } from './store.ts';
import { words } from './words.ts';

const showStart = defineOperation({
  name: 'identity.show-start',
  title: (locale) => words(locale).start.title,
  permission: 'anyone',
  input: nothing,
  output: z.strictObject({ setUp: z.boolean() }),
  effect: { kind: 'read' },
  handle: async (at) => ({ setUp: await isSetUp(at.db) }),
  rest: { method: 'GET', path: '/start' },
  web: { kind: 'page', path: '/start', render: (view) => <StartPage {...view} /> },
});

const setUpOrganisation = defineOperation({
  name: 'identity.set-up',
  title: (locale) => words(locale).setUp.title,
  permission: 'anyone',
  input: setUpInput,
  output: setUpOutput,
  effect: { kind: 'change', trace: (_, { organisation, person }) => ({ object: `organisation/${organisation}`, organisation, person }) },
  handle: setUp,
  rest: { method: 'POST', path: '/set-up' },
  web: { kind: 'form', path: '/set-up', load: loadSetUp, render: (view) => <SetUpForm view={view} />, done: (_, { next }) => ({ to: next ? ownPath(next) : '/start', notice: (locale) => (next ? words(locale).setUp.made : words(locale).setUp.done) }) },
});

const signOutPerson = defineOperation({
  name: 'identity.sign-out',
  title: (locale) => words(locale).signOut.title,
  permission: 'signed-in',
  input: nothing,
  output: signOutOutput,
  effect: { kind: 'change', trace: () => ({ object: 'session/own' }) },
  handle: signOut,
  rest: { method: 'DELETE', path: '/session' },
  web: { kind: 'form', path: '/sign-out', done: ({ atProvider }) => ({ to: atProvider ? '/signed-out' : '/start', notice: (locale) => words(locale).signOut.done }) },
});

const showOwnAccount = defineOperation({
  name: 'identity.show-account',
  title: (locale) => words(locale).account.title,
  permission: 'signed-in',
  input: nothing,
  output: accountOutput,
  effect: { kind: 'read' },
  handle: showAccount,
  rest: { method: 'GET', path: '/account' },
  web: { kind: 'page', path: '/account', render: (view) => <AccountPage {...view} /> },
});

const changeOwnPassword = defineOperation({
  name: 'identity.change-password',
  title: (locale) => words(locale).account.changePassword,
  permission: 'signed-in',
  input: passwordInput,
  output: passwordOutput,
  effect: { kind: 'change', trace: (_, { person }) => ({ object: `person/${person}` }) },
  handle: changePassword,
  rest: { method: 'PUT', path: '/account/password' },
  web: { kind: 'form', path: '/account/password', load: loadPassword, render: (view) => <PasswordForm view={view} />, done: () => ({ to: '/account', notice: (locale) => words(locale).account.passwordChanged }) },
});

const switchToOrganisation = defineOperation({
  name: 'identity.switch-organisation',
  title: (locale) => words(locale).organisations.title,
  permission: 'signed-in',
  input: switchInput,
  output: switchInput,
  effect: { kind: 'change', trace: (_, { organisation }) => ({ object: `organisation/${organisation ?? 'platform'}`, organisation }) },
  handle: switchOrganisation,
  rest: { method: 'PUT', path: '/session/organisation' },
  web: {
    kind: 'form',
    path: '/organisations',
    load: loadPlaces,
    render: (view) => <OrganisationsForm view={view} />,
    done: ({ organisation }) => ({ to: organisation === null ? '/platform' : '/', notice: (locale) => words(locale).organisations.done }),
  },
});

const showMembers = defineOperation({
  name: 'identity.list-members',
  title: (locale) => words(locale).members.title,
  permission: 'member:administer',
  input: nothing,
  output: memberList,
  effect: { kind: 'read' },
  handle: listMembers,
  rest: { method: 'GET', path: '/members' },
  web: { kind: 'page', path: '/members', nav: { order: 900, label: (locale) => words(locale).members.title }, render: (view) => <MembersPage {...view} /> },
});

const invite = defineOperation({
  name: 'identity.invite-member',
  title: (locale) => words(locale).members.invite,
  permission: 'member:administer',
  stepUp: true,
  input: inviteInput,
  output: inviteOutput,
  effect: { kind: 'change', trace: ({ roles }) => ({ object: 'invitation/new', detail: { roles } }) },
  handle: inviteMember,
  rest: { method: 'POST', path: '/invitations' },
  web: { kind: 'form', path: '/members/invite', load: loadInvitation, render: (view) => <InviteForm view={view} />, done: ({ path }) => ({ to: '/members', notice: (locale) => words(locale).members.invited(path) }) },
});

const join = defineOperation({
  name: 'identity.join-organisation',
  title: (locale) => words(locale).join.title,
  permission: 'anyone',
  input: joinInput,
  output: joinOutput,
  effect: { kind: 'change', trace: (_, { person, organisation }) => ({ object: `person/${person}`, person, organisation }) },
  handle: joinOrganisation,
  rest: { method: 'POST', path: '/members' },
  web: { kind: 'form', path: '/join', load: loadProvider, render: (view) => <JoinForm view={view} />, done: () => ({ to: '/', notice: (locale) => words(locale).join.done }) },
});

const changeMemberRoles = defineOperation({
  name: 'identity.change-roles',
  title: { nl: 'Rollen wijzigen', en: 'Change roles' },
  permission: 'member:administer',
  stepUp: true,
  input: rolesInput,
  output: rolesInput,
  effect: { kind: 'change', trace: ({ id, roles }) => ({ object: `person/${id}`, detail: { roles } }) },
  handle: changeRoles,
  rest: { method: 'PUT', path: '/members/{id}/roles' },
  web: {
    kind: 'form',
    path: '/members/{id}/roles',
    load: loadRoles,
    render: (view) => <RolesForm view={view} />,
    done: () => ({ to: '/members', notice: (locale) => words(locale).members.changed }),
  },
});

const remove = defineOperation({
  name: 'identity.remove-member',
  title: (locale) => words(locale).members.removeTitle,
  permission: 'member:administer',
  stepUp: true,
  input: memberInput,
  output: memberInput,
  effect: { kind: 'change', trace: ({ id }) => ({ object: `person/${id}` }) },
  handle: removeMember,
  rest: { method: 'DELETE', path: '/members/{id}' },
  web: {
    kind: 'form',
    path: '/members/{id}/remove',
    load: loadRoles,
    render: (view) => <RemoveForm view={view} />,
    done: () => ({ to: '/members', notice: (locale) => words(locale).members.removed }),
  },
});

export const operations: readonly Operation[] = [
  showStart, setUpOrganisation, ...enteringOperations, signOutPerson, showOwnAccount, changeOwnPassword, ...keyOperations, switchToOrganisation, showMembers, invite, join, changeMemberRoles, remove, ...partOperations, ...platformOperations, ...federationOperations, ...provisioningOperations,
];
