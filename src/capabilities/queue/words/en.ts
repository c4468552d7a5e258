import type { Translation } from '../../../platform/words.ts';
import type { nl } from './nl.ts';

export const en: Translation<typeof nl> = {
  title: 'Work in the background',
  lead: 'Some things happen shortly after somebody did something, such as sending an e-mail. Here you see what is waiting and what did not work.',
  empty: 'Nothing is waiting. Everything is done.',
  count: (waiting: number, givenUp: number) => `${waiting === 0 ? 'Nothing is waiting.' : waiting === 1 ? 'One task is waiting.' : `${waiting} tasks are waiting.`} ${givenUp === 0 ? 'Nothing went wrong.' : givenUp === 1 ? 'One task was given up.' : `${givenUp} tasks were given up.`}`,
  mend: 'A task that was given up does not go on by itself. First mend the cause, then try it again, or drop the task when it is no longer needed.',
  shown: (most: number) => `You see the first ${most}.`,
  what: 'What', since: 'Since', attempts: 'Attempts', state: 'How it is', act: 'Do',
  waiting: 'Waiting', again: (when: string) => `Will be tried again: ${when}`, givenUp: 'Given up', why: 'Why',
  retry: 'Try again', drop: 'Drop it', retried: 'The task will be tried again.', dropped: 'The task is gone and will not be done.',
  reasons: {
    broke: 'Something broke here. The log of the server says what.',
    unreadable: 'The task can no longer be read: its key is gone.',
    'unknown-work': 'This version does not know this work.',
    'no-mail-server': 'No mail server has been set.',
    'mail-server-away': 'The mail server cannot be reached.',
    'mail-refused': 'The mail server refused the e-mail.',
    'address-refused': 'The address is in a network that we may not enter.',
    away: 'The address could not be reached.',
    'too-slow': 'No answer came in time.',
    'too-much': 'Too much of an answer came.',
    status: (status: string) => `The address answered with ${status}.`,
  },
};
