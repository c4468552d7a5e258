/** Every log of the installation, for who administers it. */
import { type LogHead, logsOf } from '../../platform/audit/checkpoints.ts';
import { whoHasLog } from '../../platform/audit/keep-log.ts';
import type { AdministratorContext } from '../../platform/control/administrator-command.ts';

export type FoundLog = { readonly organisation: string; readonly head: LogHead };

export const organisationsWithLog = ({ world: { database } }: AdministratorContext): Promise<string[]> => database.read({ duty: 'keep-log' }, whoHasLog);

export async function everyLog(at: AdministratorContext): Promise<FoundLog[]> {
  const found: FoundLog[] = [];
  for (const organisation of await organisationsWithLog(at)) {
    for (const head of await at.world.database.read({ organisation }, (db) => logsOf(db, organisation))) found.push({ organisation, head });
  }
  return found;
}
