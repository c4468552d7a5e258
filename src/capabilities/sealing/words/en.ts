import type { Translation } from '../../../platform/words.ts';
import type { nl } from './nl.ts';

export const en = {
  title: 'Keys',
  lead: 'What is confidential is encrypted in the database. Here you see under which key, and what was erased. The keys themselves are not here.',
  above: {
    title: 'The keys',
    key: 'Key above all others',
    keySince: 'In use since',
    own: 'Key of your organisation since',
    persons: 'Keys of persons',
    records: 'Keys of kinds of records',
    none: 'Nothing confidential is kept yet',
    noneText: 'As soon as somebody says something in the conversation, that person gets a key of their own.',
    rotate: 'Who administers the installation replaces the keys with “regie keys rotate”, while everybody goes on. Do that every month, and make a new copy afterwards.',
  },
  columns: { title: 'What is encrypted', what: 'What', since: 'Since', notYet: 'Not yet', log: 'What the log says about an event', always: 'From the beginning' },
  erased: {
    title: 'What was erased',
    lead: 'The keys of who was erased are destroyed. Nobody can read any more what was encrypted with them. It goes from earlier backups once the key above all others of that time is destroyed too.',
    none: 'Nothing was erased yet.',
    when: 'When',
    whose: 'Whose',
    keys: 'Keys destroyed',
    person: 'Somebody',
    records: 'A kind of records',
  },
  erase: {
    title: 'Erase somebody’s data',
    lead: 'What this person said goes for good: in the conversation, in ideas and concerns, in messages. You cannot bring it back either. What others answered and what an experiment taught stays, without this name. The log then says that it was erased, and why.',
    person: 'Whose',
    choose: 'Choose a person',
    former: 'Somebody who is no longer a member',
    reason: 'Why',
    reasonHint: 'For example: request to be forgotten of 3 November. This goes into the log.',
    confirm: 'I know that this cannot be undone',
    confirmFault: 'Tick the box to confirm that you know this cannot be undone.',
    submit: 'Erase for good',
    cancel: 'Do not erase',
    done: (keys: number) => (keys === 0 ? 'Erased. There was no key to destroy.' : keys === 1 ? 'Erased. One key is destroyed.' : `Erased. ${keys} keys are destroyed.`),
  },
} satisfies Translation<typeof nl>;
