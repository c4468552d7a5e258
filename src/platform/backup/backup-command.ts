/** `regie backup FILE` */
import { z } from 'zod';
import { defineAdministratorCommand, type Ending } from '../control/administrator-command.ts';
import { conflict } from '../refusal.ts';
import { writeBackup } from './write-backup.ts';

const noRecipients = conflict({
  nl: 'Voor wie is deze back-up? Noem een ontvanger met --recipient age1… of stel REGIE_BACKUP_RECIPIENTS in. Met `none` blijft hij leesbaar voor wie hem heeft.',
  en: 'Who is this backup for? Name a recipient with --recipient age1… or set REGIE_BACKUP_RECIPIENTS. With `none` it stays readable by whoever has it.',
});

export const backupCommand = defineAdministratorCommand({
  name: 'backup',
  summary: { nl: 'maak een back-up van alles, terwijl de server doorwerkt', en: 'back up everything, while the server goes on' },
  input: z.strictObject({ file: z.string().min(1), recipient: z.array(z.string().regex(/^(age1[0-9a-z]+|none)$/)).max(20).optional() }),
  operands: [{ member: 'file', placeholder: 'FILE' }],
  options: { recipient: { help: { nl: 'age-sleutel van wie hem mag openen; `none` voor niemand in het bijzonder', en: 'age key of who may open it; `none` for nobody in particular' }, placeholder: 'AGE1…' } },
  writes: 'file',
  trace: ({ recipient = [] }) => ({ object: 'database/all', detail: { recipients: recipient } }),
  handle: async (at, { recipient }): Promise<Ending> => {
    const recipients = recipient ?? at.config.backupRecipients ?? [];
    if (recipients.length === 0) return noRecipients;
    const { rows, contentSha256 } = await writeBackup(at.store, recipients, at.world.clock.now(), at.output);
    at.say(at.locale === 'nl' ? `Back-up gemaakt: ${rows} rijen, inhoud ${contentSha256}` : `Backed up: ${rows} rows, content ${contentSha256}`);
    return 'done';
  },
});
