import type { Translation } from '../../../../platform/words.ts';
import type { nl } from './nl.ts';

export const en: Translation<typeof nl> = {
  users: { list: 'People in the directory', show: 'Somebody in the directory', add: 'Put somebody in the directory', save: 'Change somebody in the directory', remove: 'Take somebody out of the directory' },
  groups: { list: 'Groups in the directory', show: 'A group in the directory', add: 'Put a group in the directory', save: 'Change a group in the directory', remove: 'Take a group out of the directory' },
  lastAdministrator: 'This is the last administrator of the organisation. Make somebody else an administrator first, and then try again.',
  userNameTaken: 'There is somebody with this user name already. Find them (userName eq) and change them.',
  externalIdTaken: 'This externalId is somebody else’s already. Give another, or change who has it now.',
  groupTaken: 'There is a group with this name already. Find it (displayName eq) and change it.',
  unknownMember: (id) => `There is nobody here with id ${id}. Add this person first.`,
};
