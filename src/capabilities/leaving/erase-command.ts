/** `regie erase ORGANISATION` after the time to retrieve, and `regie certificate ORGANISATION FILE`. */
import { z } from 'zod';
import { logsOf, vkeyOf } from '../../platform/audit/checkpoints.ts';
import { placeInLog } from '../../platform/audit/list-events.ts';
import { proveEvent } from '../../platform/audit/prove-event.ts';
import { dateOf } from '../../platform/clock.ts';
import { type AdministratorCommand, type AdministratorContext, defineAdministratorCommand, type Ending } from '../../platform/control/administrator-command.ts';
import type { Database } from '../../platform/context.ts';
import { enter } from '../../platform/database/scoped-database.ts';
import { conflict, notFound } from '../../platform/refusal.ts';
import { both } from '../../platform/words.ts';
import { writeZip } from '../../formats/zip/write.ts';
import { findOrganisation } from '../identity/public.ts';
import { certify } from './certificate.ts';
import { type Destruction, destroy } from './erase.ts';
import { findDestruction, findExit, keepDestruction, removeExit } from './store.ts';
import { words } from './words.ts';

const notYet = conflict(both(words, (text) => text.erase.notYet));

/** Null when it may not be done (any more). */
async function eraseWithin(at: AdministratorContext, db: Database, id: string): Promise<Destruction | null> {
  // Across organisations: the people of this one may belong to others, and stay then.
  await enter(db, { duty: 'maintenance' });
  const now = at.world.clock.now();
  const [organisation, exit] = [await findOrganisation(db, id), await findExit(db, id)];
  if (!organisation || exit === null || exit.closedAt === null || dateOf(now) <= exit.retrieval) return null;
  const destruction = await destroy(db, id);
  const certificate = certify(organisation, exit, destruction, now);
  const event = await at.world.traces.record(db, { organisation: id, person: null, at: now, via: 'command', operation: 'regie.erase', object: `certificate/${certificate.sha256}`, sensitivity: 'confidential', detail: {}, outcome: 'done', purpose: null, request: null, subjects: [], anonymous: false });
  await keepDestruction(db, id, { at: now, certificate: certificate.text, event });
  await removeExit(db, id);
  return destruction;
}

const organisationOperand = { member: 'organisation', placeholder: 'ORGANISATION' } as const;

export const eraseCommand: AdministratorCommand = defineAdministratorCommand({
  name: 'erase',
  summary: (locale) => words(locale).erase.summary,
  input: z.strictObject({ organisation: z.uuid() }),
  operands: [organisationOperand],
  options: {},
  trace: null,
  handle: async (at, { organisation }): Promise<Ending> => {
    const destruction = await at.store.database.transaction().execute((db) => eraseWithin(at, db, organisation));
    if (destruction === null) return notYet;
    at.world.traces.written(organisation);
    at.say(words(at.locale).erase.done(destruction.tables.reduce((total, { rows }) => total + rows, 0), destruction.keys.length));
    return 'done';
  },
});

async function proofOf(db: Database, organisation: string, event: string): Promise<{ readonly proof: string; readonly key: string } | null> {
  const placed = await placeInLog(db, organisation, event);
  const proof = placed && (await proveEvent(db, organisation, placed));
  const head = (await logsOf(db, organisation)).find(({ log }) => log === placed?.log);
  return proof === null || head === undefined ? null : { proof, key: vkeyOf(head) };
}

const waiting = conflict(both(words, (text) => text.erase.waiting));

export const certificateCommand: AdministratorCommand = defineAdministratorCommand({
  name: 'certificate',
  summary: (locale) => words(locale).erase.certificate,
  input: z.strictObject({ organisation: z.uuid(), file: z.string().min(1) }),
  operands: [organisationOperand, { member: 'file', placeholder: 'FILE.zip' }],
  options: {},
  writes: 'file',
  trace: ({ organisation }) => ({ object: `organisation/${organisation}` }),
  handle: async (at, { organisation }): Promise<Ending> => {
    const found = await at.world.database.read({ organisation }, (db) => findDestruction(db, organisation));
    if (found === null) return notFound;
    const proven = await at.world.database.read({ organisation }, (db) => proofOf(db, organisation, found.event));
    if (proven === null) return waiting;
    const files = [{ name: 'certificate.json', text: found.certificate }, { name: 'certificate.tlog-proof', text: proven.proof }, { name: 'log.key', text: `${proven.key}\n` }];
    for await (const part of writeZip((async function* () { for (const { name, text } of files) yield { name, bytes: Buffer.from(text) }; })())) at.output.write(part);
    at.output.end();
    return 'done';
  },
});
