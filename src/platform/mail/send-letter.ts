/** A letter is an errand: written down with the change it tells of, and sent after it. */
import { z } from 'zod';
import { type Asking, enqueue } from '../jobs/enqueue.ts';
import { defineErrand } from '../jobs/job.ts';
import { type Letter, letterShape, type Mailing } from './letter.ts';

export const sendLetter = defineErrand({
  name: 'mail.send-letter',
  title: { nl: 'Een e-mail versturen', en: 'Send an e-mail' },
  input: z.strictObject({ to: z.string(), letter: letterShape }),
  prepare: async ({ job }, { to, letter }): Promise<Mailing> => ({ id: job, to, letter }),
  act: async ({ outside }, mailing) => (outside.mail ? outside.mail(mailing) : { kind: 'give-up', reason: 'no-mail-server' }),
});

/** INVARIANT: the address and the letter are sealed until they are sent. */
export const mailLetter = (asking: Asking, to: string, letter: Letter): Promise<string> => enqueue(asking, sendLetter, { to, letter });
