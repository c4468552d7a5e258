/** What an administrator does from the command line with the organisation's data. */
import { existsSync } from 'node:fs';
import { certificateCommand, eraseCommand } from '../capabilities/leaving/erase-command.ts';
import { exportCommand } from '../capabilities/leaving/export-command.ts';
import { importCommand } from '../capabilities/leaving/import-command.ts';
import { traceCommands } from '../capabilities/traces/commands.ts';
import { backupCommand } from '../platform/backup/backup-command.ts';
import { moveCommand } from '../platform/backup/move-command.ts';
import { restoreCommand } from '../platform/backup/restore-command.ts';
import type { AdministratorCommand } from '../platform/control/administrator-command.ts';
import { readMigrations } from '../platform/database/migrate.ts';
import { keyCommands } from '../platform/keys/commands.ts';
import { places } from './places.ts';
import { gathered } from './slices.ts';

const { exported, sealed } = gathered;
const migrations = () => readMigrations(places.migrations);
const template = (): string | null => (existsSync(places.emptyDatabase) ? places.emptyDatabase : null);

export const administratorCommands: readonly AdministratorCommand[] = [
  backupCommand, restoreCommand(migrations), moveCommand(migrations, template), exportCommand(exported), importCommand(exported), eraseCommand, certificateCommand, ...traceCommands, ...keyCommands(sealed),
];
