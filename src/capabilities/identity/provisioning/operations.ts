/** What a directory keeps here: people and groups. By REST for any program, and by SCIM (`provisioned`). */
import { defineOperation, type Operation, type Trace } from '../../../platform/operation.ts';
import type { ProvisionedResource } from '../../../platform/provisioned.ts';
import { addDirectoryGroup, groupIdInput, groupInput, groupOutput, groupsInput, groupsOutput, listDirectoryGroups, removedGroup, removeDirectoryGroup, saveDirectoryGroup, savedGroup, saveGroupInput, showDirectoryGroup } from './groups.ts';
import type { Followed } from './follow.ts';
import { addDirectoryUser, listDirectoryUsers, removedUser, removeDirectoryUser, saveDirectoryUser, savedUser, saveUserInput, showDirectoryUser, userIdInput, userInput, userOutput, usersInput, usersOutput } from './users.ts';
import { words } from './words.ts';

/** Whose rights changed with it finds that as an entry of their own. */
const withRights = (trace: Trace, followed: readonly Followed[]): readonly Trace[] => [trace, ...followed.map(({ person, roles }) => ({ object: `person/${person}`, detail: { roles } }))];

type SavedUser = { readonly id: string; readonly active: boolean; readonly person: string | null; readonly followed: readonly Followed[] };
const userTrace = (_: unknown, { id, active, person, followed }: SavedUser) => withRights({ object: `directory-user/${id}`, detail: { active }, ...(person === null ? {} : { subjects: [person] }) }, followed);
type SavedGroup = { readonly id: string; readonly displayName: string; readonly members: readonly unknown[]; readonly followed: readonly Followed[] };
const groupTrace = (_: unknown, { id, displayName, members, followed }: SavedGroup) => withRights({ object: `directory-group/${id}`, detail: { group: displayName, members: members.length } }, followed);

const userList = defineOperation({
  name: 'identity.list-directoryusers', title: (locale) => words(locale).users.list, permission: 'member:administer',
  input: usersInput, output: usersOutput, effect: { kind: 'read' }, handle: listDirectoryUsers, rest: { method: 'GET', path: '/directory/users' },
});
const userShow = defineOperation({
  name: 'identity.show-directoryuser', title: (locale) => words(locale).users.show, permission: 'member:administer',
  input: userIdInput, output: userOutput, effect: { kind: 'read' }, handle: showDirectoryUser, rest: { method: 'GET', path: '/directory/users/{id}' },
});
const userAdd = defineOperation({
  name: 'identity.add-directoryuser', title: (locale) => words(locale).users.add, permission: 'member:administer', stepUp: 'in-person',
  input: userInput, output: savedUser, effect: { kind: 'change', trace: userTrace }, handle: addDirectoryUser, rest: { method: 'POST', path: '/directory/users' },
});
const userSave = defineOperation({
  name: 'identity.save-directoryuser', title: (locale) => words(locale).users.save, permission: 'member:administer', stepUp: 'in-person', whileLeaving: true,
  input: saveUserInput, output: savedUser, effect: { kind: 'change', trace: userTrace }, handle: saveDirectoryUser, rest: { method: 'PUT', path: '/directory/users/{id}' },
});
const userRemove = defineOperation({
  name: 'identity.remove-directoryuser', title: (locale) => words(locale).users.remove, permission: 'member:administer', stepUp: 'in-person', whileLeaving: true,
  input: userIdInput, output: removedUser, handle: removeDirectoryUser, rest: { method: 'DELETE', path: '/directory/users/{id}' },
  effect: { kind: 'change', trace: ({ id }, { person }) => ({ object: `directory-user/${id}`, detail: { removed: true }, ...(person === null ? {} : { subjects: [person] }) }) },
});

const groupList = defineOperation({
  name: 'identity.list-directorygroups', title: (locale) => words(locale).groups.list, permission: 'member:administer',
  input: groupsInput, output: groupsOutput, effect: { kind: 'read' }, handle: listDirectoryGroups, rest: { method: 'GET', path: '/directory/groups' },
});
const groupShow = defineOperation({
  name: 'identity.show-directorygroup', title: (locale) => words(locale).groups.show, permission: 'member:administer',
  input: groupIdInput, output: groupOutput, effect: { kind: 'read' }, handle: showDirectoryGroup, rest: { method: 'GET', path: '/directory/groups/{id}' },
});
const groupAdd = defineOperation({
  name: 'identity.add-directorygroup', title: (locale) => words(locale).groups.add, permission: 'member:administer', stepUp: 'in-person',
  input: groupInput, output: savedGroup, effect: { kind: 'change', trace: groupTrace }, handle: addDirectoryGroup, rest: { method: 'POST', path: '/directory/groups' },
});
const groupSave = defineOperation({
  name: 'identity.save-directorygroup', title: (locale) => words(locale).groups.save, permission: 'member:administer', stepUp: 'in-person', whileLeaving: true,
  input: saveGroupInput, output: savedGroup, effect: { kind: 'change', trace: groupTrace }, handle: saveDirectoryGroup, rest: { method: 'PUT', path: '/directory/groups/{id}' },
});
const groupRemove = defineOperation({
  name: 'identity.remove-directorygroup', title: (locale) => words(locale).groups.remove, permission: 'member:administer', stepUp: 'in-person', whileLeaving: true,
  input: groupIdInput, output: removedGroup, handle: removeDirectoryGroup, rest: { method: 'DELETE', path: '/directory/groups/{id}' },
  effect: { kind: 'change', trace: ({ id }, { followed }) => withRights({ object: `directory-group/${id}`, detail: { removed: true } }, followed) },
});

const core = 'urn:ietf:params:scim:schemas:core:2.0';
const externalId = { path: 'externalId', member: 'externalId', kind: 'text', says: 'The id at the program that keeps this up to date.' } as const;

/** What SCIM calls what is kept. */
export const provisioned: readonly ProvisionedResource[] = [
  {
    type: 'User', endpoint: 'Users', schema: `${core}:User`, says: 'Somebody who may come in.',
    attributes: [
      { path: 'userName', member: 'userName', kind: 'text', required: true, unique: true, says: 'The name they sign in with; their e-mail address, mostly.' },
      externalId,
      { path: 'active', member: 'active', kind: 'flag', says: 'Whether they may come in. When not, they are out at once.' },
      { path: 'displayName', member: 'displayName', kind: 'text', says: 'Their name, as others see it.' },
      { path: 'name.givenName', member: 'givenName', kind: 'text', says: 'Their name in parts.' },
      { path: 'name.familyName', member: 'familyName', kind: 'text', says: 'Their family name.' },
      { path: 'emails', member: 'email', kind: 'one-of-many', says: 'Their e-mail address; one is kept.' },
      { path: 'groups', member: 'groups', kind: 'references', readOnly: true, says: 'The groups they are in; changed at the group.' },
    ],
    filters: { id: 'id', username: 'userName', externalid: 'externalId', emails: 'email' },
    operations: { list: userList, show: userShow, add: userAdd, save: userSave, remove: userRemove },
  },
  {
    type: 'Group', endpoint: 'Groups', schema: `${core}:Group`, says: 'A group, which brings the roles that stand beside it on the page of groups and roles.',
    attributes: [
      { path: 'displayName', member: 'displayName', kind: 'text', required: true, unique: true, says: 'Its name, as on the page of groups and roles.' },
      externalId,
      { path: 'members', member: 'members', kind: 'references', says: 'Who is in it.' },
    ],
    filters: { id: 'id', displayname: 'displayName', externalid: 'externalId', members: 'member' },
    operations: { list: groupList, show: groupShow, add: groupAdd, save: groupSave, remove: groupRemove },
  },
];

export const provisioningOperations: readonly Operation[] = provisioned.flatMap(({ operations: { list, show, add, save, remove } }) => [list, show, add, save, remove]);
