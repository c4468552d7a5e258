/** `regie keys status | rotate | escrow | retire`: looking after the key above all others. No command shows a key. */
import { z } from 'zod';
import { ofTheInstallation } from '../audit/event.ts';
import { type AdministratorCommand, type AdministratorContext, defineAdministratorCommand, type Ending } from '../control/administrator-command.ts';
import { showMoment } from '../dates.ts';
import { conflict, isRefusal, type Refusal, unavailable } from '../refusal.ts';
import type { Text } from '../words.ts';
import { escrowFor } from './age-file.ts';
import { keyringKeeper } from './choose-holder.ts';
import { retireReplacedKeys, rotateKeys } from './rotation.ts';
import { organisationsUnder } from './rotation-store.ts';
import type { SealedColumn } from './sealed-column.ts';
import { type KekRow, listKeks, sealedSince } from './store.ts';

const openKeys = async ({ world: { keys } }: AdministratorContext): Promise<Refusal | null> => {
  const state = await keys.state();
  return state.kind === 'open' ? null : unavailable({ nl: `Verzegeld: ${state.message}`, en: `Sealed: ${state.message}` });
};

const say = (at: AdministratorContext, text: Text): void => at.say(text[at.locale]);

function stateOf({ replacedAt, destroyedAt }: KekRow, isHeld: boolean, at: AdministratorContext): Text {
  if (destroyedAt) return { nl: `vernietigd op ${showMoment(destroyedAt, at.locale)}`, en: `destroyed on ${showMoment(destroyedAt, at.locale)}` };
  if (!isHeld) return { nl: 'hier niet aanwezig', en: 'not held here' };
  return replacedAt ? { nl: `vervangen op ${showMoment(replacedAt, at.locale)}`, en: `replaced on ${showMoment(replacedAt, at.locale)}` } : { nl: 'in gebruik', en: 'in use' };
}

async function sayKeys(at: AdministratorContext): Promise<void> {
  const { database, keys } = at.world;
  const [known, held, under] = [await database.read({}, listKeks), await keys.holder().keys(), await database.read({ duty: 'keep-keys' }, organisationsUnder)];
  for (const kek of known) {
    const [state, count] = [stateOf(kek, held.includes(kek.id), at), under.get(kek.id) ?? 0];
    say(at, { nl: `${kek.id}: ${state.nl}; gemaakt ${showMoment(kek.madeAt, 'nl')}; ${count} organisatiesleutels eronder`, en: `${kek.id}: ${state.en}; made ${showMoment(kek.madeAt, 'en')}; ${count} keys of organisations under it` });
  }
}

async function sayColumns(at: AdministratorContext, columns: readonly SealedColumn[]): Promise<void> {
  const since = await at.world.database.read({}, sealedSince);
  for (const { table, column, what } of columns) {
    const from = since.get(`${table}.${column}`);
    say(at, from ? { nl: `${what.nl}: verzegeld sinds ${showMoment(from, 'nl')}`, en: `${what.en}: sealed since ${showMoment(from, 'en')}` } : { nl: `${what.nl}: nog niet verzegeld`, en: `${what.en}: not sealed yet` });
  }
}

const statusCommand = (columns: readonly SealedColumn[]): AdministratorCommand =>
  defineAdministratorCommand({
    name: 'keys status',
    summary: { nl: 'zeg welke sleutels er zijn en wat ermee verzegeld is', en: 'say which keys there are and what is sealed with them' },
    input: z.strictObject({}),
    operands: [],
    options: {},
    trace: () => ({ object: 'keys/status' }),
    handle: async (at): Promise<Ending> => {
      const shut = await openKeys(at);
      if (shut) return shut;
      say(at, { nl: `Bewaard in: ${at.world.keys.holder().kind}`, en: `Held in: ${at.world.keys.holder().kind}` });
      await sayKeys(at);
      await sayColumns(at, columns);
      return 'done';
    },
  });

const rotateCommand = defineAdministratorCommand({
  name: 'keys rotate',
  summary: { nl: 'vervang de sleutel boven alle andere, terwijl iedereen doorwerkt', en: 'replace the key above all others, while everybody goes on' },
  input: z.strictObject({}),
  operands: [],
  options: {},
  trace: () => ({ object: 'keys/rotate' }),
  handle: async (at): Promise<Ending> => {
    const shut = await openKeys(at);
    if (shut) return shut;
    const { kek, organisations, rewrapped } = await rotateKeys(at.world.keys);
    say(at, {
      nl: `In gebruik: ${kek}. Vervangen: ${organisations} organisatiesleutels, ${rewrapped} sleutels eronder. Maak nu een nieuwe kopie (regie keys escrow): de oude opent dit niet.`,
      en: `In use: ${kek}. Replaced: ${organisations} keys of organisations, ${rewrapped} keys under them. Make a new copy now (regie keys escrow): the old one does not open this.`,
    });
    return 'done';
  },
});

const notFromModule = conflict({ nl: 'Uit een beveiligingsmodule komt geen sleutel. Maak de kopie met het gereedschap van de module.', en: 'No key leaves a security module. Make the copy with the module’s own tools.' });

async function escrowOf(at: AdministratorContext, recipients: readonly string[]): Promise<Uint8Array | Refusal> {
  if (at.world.keys.holder().kind === 'pkcs11') return notFromModule;
  const ring = await keyringKeeper(at.config, at.config.dataFolder).keeper.read();
  return ring === null ? notFromModule : escrowFor(ring, recipients);
}

const escrowCommand = defineAdministratorCommand({
  name: 'keys escrow',
  summary: { nl: 'maak een kopie van de sleutels die alleen deze functionarissen openen, ieder alleen', en: 'make a copy of the keys that only these officers open, each alone' },
  input: z.strictObject({ file: z.string().min(1), recipient: z.array(z.string().regex(/^age1[0-9a-z]+$/)).min(1).max(20) }),
  operands: [{ member: 'file', placeholder: 'FILE.age' }],
  options: { recipient: { help: { nl: 'age-sleutel van wie de kopie mag openen; geef er twee', en: 'age key of who may open the copy; give two' }, placeholder: 'AGE1…' } },
  writes: 'file',
  trace: ({ recipient }) => ({ object: 'keys/escrow', detail: { recipients: recipient } }),
  handle: async (at, { recipient }): Promise<Ending> => {
    const shut = await openKeys(at);
    const escrow = shut ?? (await escrowOf(at, recipient));
    if (isRefusal(escrow)) return escrow;
    at.output.end(escrow);
    return 'done';
  },
});

/** The log tells which key is gone, and when: that is the evidence that what was under it cannot be read any more. */
async function writeDown(at: AdministratorContext, key: string): Promise<void> {
  const { database, traces, clock } = at.world;
  await database.change({}, (db) => traces.record(db, ofTheInstallation(clock.now(), 'regie.key-destroyed', `key/${key}`)));
  traces.written(null);
}

const retireCommand = defineAdministratorCommand({
  name: 'keys retire',
  summary: { nl: 'vernietig vervangen sleutels waar niets meer onder hangt; oudere back-ups gaan dan niet meer open', en: 'destroy replaced keys that nothing is under; older backups then no longer open' },
  input: z.strictObject({ keptDays: z.number().int().min(1).max(3660).default(35) }),
  operands: [],
  options: { keptDays: { help: { nl: 'hoe lang back-ups bewaard worden; alleen wat langer geleden vervangen is, gaat', en: 'how long backups are kept; only what was replaced longer ago goes' }, placeholder: 'DAYS' } },
  trace: ({ keptDays }) => ({ object: 'keys/retire', detail: { keptDays } }),
  handle: async (at, { keptDays }): Promise<Ending> => {
    const shut = await openKeys(at);
    if (shut) return shut;
    const gone = await retireReplacedKeys(at.world.keys, keptDays);
    for (const key of gone) await writeDown(at, key);
    say(at, gone.length === 0 ? { nl: 'Er is geen sleutel die weg kan.', en: 'There is no key that can go.' } : { nl: `Vernietigd: ${gone.join(', ')}. Vernietig ook de kopieën ervan.`, en: `Destroyed: ${gone.join(', ')}. Destroy the copies of it too.` });
    return 'done';
  },
});

/** @param columns everything that is sealed. */
export const keyCommands = (columns: readonly SealedColumn[]): readonly AdministratorCommand[] => [statusCommand(columns), rotateCommand, escrowCommand, retireCommand];
