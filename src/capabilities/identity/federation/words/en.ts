import type { Translation } from '../../../../platform/words.ts';
import type { nl } from './nl.ts';

export const en: Translation<typeof nl> = {
  ask: 'To your organisation’s sign-in service',
  meet: 'Back from your organisation’s sign-in service',
  leave: 'End visits on behalf of the sign-in service',
  signIn: (label) => `Sign in with ${label}`,
  join: (label) => `Go on with ${label}`,
  confirm: (label) => `Confirm with ${label}`,
  confirmInNewTab: (label) => `Confirm with ${label} (new tab)`,
  confirmedElsewhere: 'Confirmed? Then go on here. What you filled in is still there.',
  goOn: 'I have confirmed, go on',
  link: (label) => `Connect to ${label}`,
  linkTitle: 'Your organisation’s sign-in service',
  linkLead: (label) => `Once connected, you can also sign in with ${label}.`,
  linked: (label) => `Your account is connected to ${label}.`,
  other: 'Another way',
  confirmedTitle: 'Confirmed', confirmedLead: 'It is you. You can close this tab and go on where you were.',
  signedOutTitle: 'You are signed out', signedOutLead: (label) => `You are signed out here, but perhaps not yet at ${label}. Is this a computer that others use too? Then sign out there as well.`,
  signOutThere: (label) => `Sign out at ${label} too`, toStart: 'To the start page',
  notRecognised: 'Signing in through your organisation did not work. Begin again. If it fails once more, ask your administrator.',
  unknownHere: 'You are recognised, but you do not belong anywhere here yet. Ask an administrator for an invitation, or for a role for your group.',
  otherAccount: 'There is already an account with this email address. Sign in as you are used to first, then connect your account.',
  tooLittleKnown: 'Your organisation did not pass on a name or email address. Ask an administrator to set that, or for an invitation.',
  notSureEnough: 'You signed in at a level that is too low. Begin again and choose a stronger way to sign in at your organisation.',
  away: 'Your organisation’s sign-in service does not answer. Try again in a minute, or sign in another way.',
  groups: {
    title: 'Groups and roles', lead: 'Whoever is in a group at the sign-in service gets, when signing in, the roles that stand here beside that group. Whoever leaves the group loses them at the next sign-in.',
    noProvider: 'No sign-in service has been set yet. Who runs the server can do that. You can prepare the groups now.',
    group: 'Group', groupHint: 'Exactly as the sign-in service calls the group.', roles: 'Roles', add: 'Add a group', change: 'Change', save: 'Save', remove: 'Remove', saved: 'The group has been saved.', removed: 'The group has been removed.',
    removeTitle: 'Remove group', removeLead: 'The group then gives no roles any more. People lose them when they next sign in.', keep: 'Do not remove', empty: 'There are no groups yet.', back: 'To the members',
  },
};
