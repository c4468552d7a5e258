import type { Translation } from '../../../platform/words.ts';
import type { nl } from './nl.ts';

export const en: Translation<typeof nl> = {
  title: 'My calendar',
  lead: 'Put the days that count in your own calendar: the end of contracts, the last day to give notice, evidence that runs out, restore tests that are due again, and what you promised yourself. You see only what you may see here too.',
  none: 'You have no address for your calendar yet.', since: (day: string) => `You have had an address since ${day}. It works as long as you are a member of this organisation.`,
  make: 'Make an address', replace: 'Make another address', replaceLead: 'The address you have now then stops working.', revoke: 'Withdraw the address', revoked: 'The address no longer works.',
  made: 'The address of your calendar', once: 'You see this address only once', how: 'In your calendar choose “subscribe to a calendar” or “calendar from the internet”, and paste this address. Do not pass it on: who has it sees the same days.', back: 'To my calendar',
  feed: (organisation: string) => `Regiekompas: ${organisation}`,
  days: {
    end: (name: string) => `Contract with ${name} ends`, notice: (name: string) => `Last day to give notice on the contract with ${name}`, evidence: (name: string) => `Evidence runs out: ${name}`, restore: (name: string) => `Time for a restore test: ${name}`,
    why: {
      end: 'After this day the contract no longer holds.', notice: 'After this day it is too late to give notice on the contract in time.',
      evidence: 'After this day this evidence no longer counts.', restore: 'The last restore test was a year ago.',
    },
  },
};
