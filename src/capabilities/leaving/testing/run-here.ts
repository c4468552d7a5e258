/** An administrator's command on a test's own server and database, and the files of a zip. */
import { PassThrough, Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { Setting } from '../../../../tests/faces/visitor.ts';
import { readZip } from '../../../formats/zip/read.ts';
import type { Notary } from '../../../platform/audit/notary.ts';
import type { AdministratorCommand, AdministratorContext, Ending } from '../../../platform/control/administrator-command.ts';
import { runCommand } from '../../../platform/control/run-command.ts';
import { inOneMoment } from '../../../platform/database/open-database.ts';
import type { Fresh } from '../../../platform/database/testing/fresh-database.ts';

export type Place = { readonly setting: Setting; readonly db: Fresh['db']; readonly notary?: Notary };
export type Ran = { readonly ending: Ending; readonly said: readonly string[]; readonly bytes: Buffer };

export async function runHere({ setting, db, notary }: Place, command: AdministratorCommand, input: object, given: Uint8Array = new Uint8Array()): Promise<Ran> {
  const said: string[] = [];
  const output = new PassThrough();
  const { world } = setting.site;
  const store = { database: db, kind: 'embedded', snapshot: (read: never) => inOneMoment(db, read), close: async () => undefined };
  const received = buffer(output);
  const at = { world: { ...world, traces: { ...world.traces, notary: notary ?? null } }, store, config: {}, locale: 'en', say: (line: string) => void said.push(line), input: Readable.from([given]), output };
  const ending = await runCommand(command, at as unknown as AdministratorContext, input);
  output.end();
  return { ending, said, bytes: await received };
}

/** By name, byte for byte. */
export async function filesIn(bytes: Uint8Array): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for await (const file of readZip(Readable.from([bytes]))) files.set(file.name, Buffer.from(file.bytes).toString('latin1'));
  return files;
}
