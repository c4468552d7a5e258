/** Coming in through the organisation's own identity provider, and what its groups may do here. */
import { z } from 'zod';
import { defineOperation, type Operation, type Trace } from '../../../platform/operation.ts';
import { nothing } from '../sign-in.ts';
import { askInput, askOutput, askProvider, prepareAsking } from './ask.ts';
import type { Given } from './give-roles.ts';
import { groupInput, groupList, listGroups, oneGroupInput, removeGroupRoles, saveGroupRoles } from './groups.ts';
import { endProviderSessions, leavingInput, leavingOutput, readLeaving } from './leave.ts';
import { meetInput, meetOutput, meetProvider, recognise } from './meet.ts';
import { GroupForm, GroupsPage, RemoveGroupForm } from './pages/groups.tsx';
import { ConfirmedPage, SignedOutPage } from './pages/provider.tsx';
import { words } from './words.ts';

/** What groups gave or took stands in the log of the organisation where it counts. */
const gained = (person: string) => ({ organisation, roles }: Given): Trace => ({ object: `person/${person}`, person, organisation, detail: { roles } });

const ask = defineOperation({
  name: 'identity.ask-provider',
  title: (locale) => words(locale).ask,
  permission: 'anyone',
  input: askInput,
  output: askOutput,
  effect: { kind: 'change', trace: ({ purpose }) => ({ object: `provider-visit/${purpose}` }) },
  outside: prepareAsking,
  handle: askProvider,
  rest: { method: 'POST', path: '/provider-visits' },
});

const meet = defineOperation({
  name: 'identity.meet-provider',
  title: (locale) => words(locale).meet,
  permission: 'anyone',
  input: meetInput,
  output: meetOutput,
  effect: { kind: 'change', trace: (_, { person, organisation, given }) => [{ object: `person/${person}`, person, organisation }, ...given.map(gained(person))] },
  outside: recognise,
  handle: meetProvider,
  rest: { method: 'POST', path: '/session/provider' },
});

const leave = defineOperation({
  name: 'identity.end-providersessions',
  title: (locale) => words(locale).leave,
  permission: 'anyone',
  input: leavingInput,
  output: leavingOutput,
  effect: { kind: 'change', trace: () => ({ object: 'session/provider' }) },
  outside: readLeaving,
  handle: endProviderSessions,
  rest: { method: 'POST', path: '/provider-logouts' },
});

const showConfirmed = defineOperation({
  name: 'identity.show-confirmed',
  title: (locale) => words(locale).confirmedTitle,
  permission: 'signed-in',
  input: nothing,
  output: nothing,
  effect: { kind: 'read' },
  handle: async () => ({}),
  rest: { method: 'GET', path: '/session/confirmation' },
  web: { kind: 'page', path: '/confirm/done', render: (view) => <ConfirmedPage {...view} /> },
});

const showSignedOut = defineOperation({
  name: 'identity.show-signedout',
  title: (locale) => words(locale).signedOutTitle,
  permission: 'anyone',
  input: nothing,
  output: z.strictObject({ provider: z.string().nullable() }),
  effect: { kind: 'read' },
  handle: async (at) => ({ provider: at.provider?.label ?? null }),
  rest: { method: 'GET', path: '/signed-out' },
  web: { kind: 'page', path: '/signed-out', render: (view) => <SignedOutPage {...view} /> },
});

const showGroups = defineOperation({
  name: 'identity.list-groups',
  title: (locale) => words(locale).groups.title,
  permission: 'member:administer',
  input: nothing,
  output: groupList,
  effect: { kind: 'read' },
  handle: listGroups,
  rest: { method: 'GET', path: '/group-roles' },
  web: { kind: 'page', path: '/members/groups', render: (view) => <GroupsPage {...view} /> },
});

const save = defineOperation({
  name: 'identity.save-group',
  title: (locale) => words(locale).groups.add,
  permission: 'member:administer',
  stepUp: true,
  input: groupInput,
  output: groupInput,
  effect: { kind: 'change', trace: ({ group, roles }) => ({ object: 'group/roles', detail: { group, roles } }) },
  handle: saveGroupRoles,
  rest: { method: 'PUT', path: '/group-roles' },
  web: { kind: 'form', path: '/members/groups/save', render: (view) => <GroupForm view={view} />, done: () => ({ to: '/members/groups', notice: (locale) => words(locale).groups.saved }) },
});

const remove = defineOperation({
  name: 'identity.remove-group',
  title: (locale) => words(locale).groups.removeTitle,
  permission: 'member:administer',
  stepUp: true,
  input: oneGroupInput,
  output: oneGroupInput,
  effect: { kind: 'change', trace: ({ group }) => ({ object: 'group/roles', detail: { group, removed: true } }) },
  handle: removeGroupRoles,
  rest: { method: 'DELETE', path: '/group-roles' },
  web: { kind: 'form', path: '/members/groups/remove', render: (view) => <RemoveGroupForm view={view} />, done: () => ({ to: '/members/groups', notice: (locale) => words(locale).groups.removed }) },
});

/** What the face that meets the provider does with a visitor. */
export const federation = { ask, meet, leave } as const;

export const federationOperations: readonly Operation[] = [ask, meet, leave, showConfirmed, showSignedOut, showGroups, save, remove];
