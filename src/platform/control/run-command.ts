/** Runs an administrator's command where the data is: checks the input, writes it down, does it. */
import { subjectsOf } from '../audit/event.ts';
import { installation } from '../audit/tables.ts';
import { inputFaults } from '../input-faults.ts';
import type { AdministratorCommand, AdministratorContext, Ending } from './administrator-command.ts';

export const operationName = ({ name }: AdministratorCommand): string => `regie.${name.replaceAll(' ', '-')}`;

async function writeDown(command: AdministratorCommand, at: AdministratorContext, input: unknown): Promise<void> {
  if (command.trace === null) return;
  const { object, detail = {}, purpose = null, organisation = null } = command.trace(input);
  const { database, clock, keys, traces } = at.world;
  // Without the key nothing can be sealed; that it was done is written down all the same.
  const said = (await keys.state()).kind === 'open' ? detail : {};
  await database.change({ organisation: organisation ?? installation }, (db) =>
    traces.record(db, { organisation, person: null, at: clock.now(), via: 'command', operation: operationName(command), object, sensitivity: 'confidential', detail: said, outcome: 'done', purpose, request: null, subjects: subjectsOf(object), anonymous: false }));
  traces.written(organisation);
}

/** @throws what is a defect. */
export async function runCommand(command: AdministratorCommand, at: AdministratorContext, given: unknown): Promise<Ending> {
  const read = command.input.safeParse(given);
  if (!read.success) return { refused: 'invalid', faults: inputFaults(read.error.issues, given) };
  await writeDown(command, at, read.data);
  return command.handle(at, read.data);
}
