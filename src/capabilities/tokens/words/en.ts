import type { Translation } from '../../../platform/words.ts';
import type { nl } from './nl.ts';

export const en = {
  own: {
    title: 'Your tokens', kicker: 'Your account',
    lead: 'With a token a program does things in your name: never more than you may, and only what you choose here. When you leave this organisation they stop working.',
    none: 'You have no token yet', noneText: 'You only need one to connect another program to Regiekompas.',
  },
  organisation: {
    title: 'Tokens of the organisation', kicker: 'Organisation',
    lead: 'With a token a program does things for the organisation, such as keeping its accounts up to date. It goes on working when its maker leaves.',
    none: 'The organisation has no token yet', noneText: 'You only need one to connect another program to Regiekompas.',
  },
  make: 'Make a token',
  makeLead: 'Choose as little as you can, for as short as you can. You can revoke the token at any time.',
  name: 'What is it for?', nameHint: 'Such as: connection to the case system.',
  scopesTitle: 'What may the program do?', scopesHint: 'It may only do what you tick.',
  noScopes: 'Choose at least one thing that the program may do.',
  days: 'For how long?',
  lasting: { 30: '30 days', 90: '90 days', 180: '180 days', 365: 'A year' },
  tooMany: 'There are 50 tokens already. First revoke one that is no longer needed.',
  moreThanYours: (more: string) => `You may not do this yourself, and so neither may a token of yours: ${more}.`,
  made: 'The token is made', once: 'You see this token only once',
  keep: 'Copy it to the program now. Never send it by e-mail, and do not put it in a document.',
  copy: 'Copy', copied: 'Copied',
  use: 'This is how the program sends it, with every request:',
  reference: 'What a program can ask',
  back: 'I have kept it', backWithout: 'Back without a token',
  columns: { name: 'What for', beginning: 'Begins with', may: 'May', by: 'Made by', until: 'Valid until', used: 'Last used' },
  never: 'never yet', over: (day: string) => `over since ${day}`, gone: 'somebody who left',
  revoke: 'Revoke', revokeTitle: 'Revoke a token', revokeLead: 'The program that uses this token is shut out at once. You cannot undo this.', keepIt: 'Do not revoke', revoked: 'The token is revoked.',
} satisfies Translation<typeof nl>;
