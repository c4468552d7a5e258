/** The signed checkpoints of a log, with what witnesses put under them. */
import type { Database } from '../context.ts';
import { verifierKeyText } from '../transparency/verifier-key.ts';
import { tables } from './tables.ts';
import type { LogId } from './tree-store.ts';

export type StoredCheckpoint = { readonly size: number; readonly root: Buffer; readonly note: string; readonly at: Date };
export type LogHead = { readonly log: string; readonly origin: string; readonly publicKey: Buffer };

export const vkeyOf = ({ origin, publicKey }: LogHead): string => verifierKeyText({ name: origin, type: 'log', publicKey });

/** Oldest first. */
export async function logsOf(db: Database, organisation: string): Promise<LogHead[]> {
  const rows = await tables(db).selectFrom('audit_log').select(['log', 'origin', 'public_key']).where('organisation_id', '=', organisation).orderBy('log').execute();
  return rows.map(({ public_key, ...row }) => ({ ...row, publicKey: public_key }));
}

export const checkpointsOf = (db: Database, { organisation, log }: LogId): Promise<StoredCheckpoint[]> =>
  tables(db).selectFrom('audit_checkpoint').select(['size', 'root', 'note', 'at']).where('organisation_id', '=', organisation).where('log', '=', log).orderBy('size').execute();

export type Cosigned = { readonly size: number; readonly witness: string; readonly line: string };

/** Newest first. */
export const cosignaturesOf = (db: Database, { organisation, log }: LogId): Promise<Cosigned[]> =>
  tables(db).selectFrom('audit_cosignature').select(['size', 'witness', 'line']).where('organisation_id', '=', organisation).where('log', '=', log).orderBy('size', 'desc').execute();

const withCosignatures = (checkpoint: StoredCheckpoint, cosigned: readonly Cosigned[]): StoredCheckpoint =>
  ({ ...checkpoint, note: checkpoint.note + cosigned.filter(({ size }) => size === checkpoint.size).map(({ line }) => line).join('') });

/** The newest with at least so many leaves; one that witnesses saw before one that none did. */
export async function bestCheckpoint(db: Database, id: LogId, atLeast: number): Promise<StoredCheckpoint | null> {
  const [checkpoints, cosigned] = [await newest(db, id), await newestCosigned(db, id)];
  const seen = checkpoints.find(({ size }) => size >= atLeast && cosigned.some((one) => one.size === size));
  const best = seen ?? checkpoints.find(({ size }) => size >= atLeast);
  return best ? withCosignatures(best, cosigned) : null;
}

/** With what witnesses put under it so far. */
export const newestCheckpoint = async (db: Database, id: LogId): Promise<StoredCheckpoint | null> => {
  const [last] = await newest(db, id);
  return last ? withCosignatures(last, await newestCosigned(db, id)) : null;
};

const considered = 100;
const newest = (db: Database, { organisation, log }: LogId): Promise<StoredCheckpoint[]> =>
  tables(db).selectFrom('audit_checkpoint').select(['size', 'root', 'note', 'at']).where('organisation_id', '=', organisation).where('log', '=', log).orderBy('size', 'desc').limit(considered).execute();
const newestCosigned = (db: Database, { organisation, log }: LogId): Promise<Cosigned[]> =>
  tables(db).selectFrom('audit_cosignature').select(['size', 'witness', 'line']).where('organisation_id', '=', organisation).where('log', '=', log).orderBy('size', 'desc').limit(considered).execute();
