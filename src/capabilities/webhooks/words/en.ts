import type { Translation } from '../../../platform/words.ts';
import type { nl } from './nl.ts';

export const en: Translation<typeof nl> = {
  title: 'Webhooks',
  lead: 'A webhook tells another system that something happened here. The message names only what changed, not what it says.',
  empty: 'There are no webhooks yet.',
  add: 'Add a webhook', addLead: 'You will see a secret once. With it the other system checks that a message really comes from us.',
  url: 'Address', urlHint: 'Begins with https://. Addresses inside a network of your own only work if who runs the server allows them.',
  events: 'What should it tell?',
  oin: 'Organisation number (OIN)', oinHint: 'Twenty digits. Stands in the message as the sender. May stay empty.',
  mayNot: 'We cannot send messages to this address. Take an address on the open internet that begins with https://, without a port, name or password in it.',
  unknownEvent: 'One of these events is not something that is told.',
  made: 'The webhook is there', rotated: 'There is a new secret', once: 'You see this secret only once', keep: 'Put it in the other system. Messages are signed by Standard Webhooks (HMAC-SHA256).', formerToo: 'The secret before works for another 24 hours.', back: 'To the webhook',
  kicker: 'Webhook', state: 'How it is', on: 'On', onLead: 'On: as soon as something happens here, a message goes to this address.', pausedLead: 'Paused: no messages are sent.', tellsTitle: 'What it tells', paused: 'Paused', since: 'Since', tells: (count: number) => (count === 1 ? 'One kind of event' : `${count} kinds of events`),
  test: 'Send a test message', tested: 'The test message is on its way. Refresh this page to see whether it arrived.', testEvent: 'Test message',
  pause: 'Pause', resume: 'Go on', pausedNotice: 'The webhook is paused. What happens now is not told later.', resumed: 'The webhook goes on.',
  backWithout: 'Back without a webhook',
  rotate: 'Make a new secret', remove: 'Remove', removeTitle: 'Remove a webhook', removeLead: 'No messages go to this address any more, and the list of what was sent disappears. This cannot be undone. Do you want to use it again later? Then pause it.', keepIt: 'Do not remove', removed: 'The webhook is gone.',
  log: 'Latest messages', noLog: 'Nothing was sent yet.', when: 'When', what: 'What', object: 'About', attempts: 'Attempts',
  states: { waiting: 'Waiting', delivered: 'Arrived', failing: 'Will be tried again', 'given-up': 'Given up', dropped: 'Not sent: paused' },
};
