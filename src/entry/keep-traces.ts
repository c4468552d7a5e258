/** The log of this installation: its key, its witnesses, and whoever keeps it up to date. */
import type { Kysely } from 'kysely';
import { existsSync, readFileSync } from 'node:fs';
import { keepLog, type LogKeeper } from '../platform/audit/keep-log.ts';
import { heldSigner } from '../platform/audit/log-key.ts';
import type { LogSettings } from '../platform/audit/log-settings.ts';
import { moveEarlierEntries } from '../platform/audit/move-earlier-entries.ts';
import { notaryOf } from '../platform/audit/notary.ts';
import type { Recording } from '../platform/audit/record-event.ts';
import { headsIn } from '../platform/audit/signed-heads.ts';
import { type Traces, tracesOf } from '../platform/audit/traces.ts';
import { showWitnesses } from '../platform/audit/show-witnesses.ts';
import { type Witness, witnessOf } from '../platform/audit/witness.ts';
import { BadConfig } from '../platform/config/read-config.ts';
import type { Database, Tables } from '../platform/context.ts';
import type { Keys } from '../platform/keys/keys.ts';
import { openVault } from '../platform/keys/open-vault.ts';
import { noWitnesses, readPolicy, type TrustPolicy } from '../platform/transparency/trust-policy.ts';

export type KeptTraces = { readonly traces: Traces; readonly keeper: LogKeeper; readonly witness: Witness; readonly moveEarlier: () => Promise<void> };

/** Made by hand, by whoever administers: who may be our witness, and whose logs we witness (`docs/log.md`). */
function policyIn(path: string): TrustPolicy {
  if (!existsSync(path)) return noWitnesses;
  const read = readPolicy(readFileSync(path, 'utf8'));
  if (!read.ok) throw new BadConfig(read.faults.map(({ line, message }) => `${path}:${line}: ${message}`).join('\n'));
  return read.policy;
}

/** @param owned the database as its owner has it, to bring entries of before into the log. */
export function keepTraces(keys: Keys, owned: Kysely<Tables>, settings: LogSettings): KeptTraces {
  const { database, clock, log, ids } = keys;
  const recording: Recording = { ids, vaultOn: (db) => openVault(keys, db) };
  const signing = { signer: heldSigner(keys), heads: headsIn(settings.heads), host: settings.host };
  const policy = policyIn(settings.witnesses);
  const within = <Outcome>(organisation: string, work: (db: Database) => Promise<Outcome>): Promise<Outcome> => database.change({ organisation }, work);
  const keeper = keepLog({ within, across: (work) => database.read({ duty: 'keep-log' }, work), signing, recording, clock, log, show: showWitnesses({ within, policy, fetch, clock, log }) });
  const witness = witnessOf({ within: (work) => database.change({}, work), policy, name: settings.host, signer: signing.signer, clock });
  const moveEarlier = async (): Promise<void> => {
    while ((await owned.transaction().execute((db) => moveEarlierEntries(db, recording))) > 0);
  };
  return { traces: tracesOf(recording, keeper.nudge, policy.witnesses.map(({ name }) => name), notaryOf(signing.signer, `${settings.host}/export`)), keeper, witness, moveEarlier };
}
