/** The tables of the log, as its queries see them. */
import type { ColumnType, Generated } from 'kysely';
import type { Database } from '../context.ts';

export type EventRow = { organisation_id: string; id: string; at: Date; operation: string; object: string; leaf: string; anonymous: Generated<boolean>; log: string | null; leaf_index: ColumnType<number | null, number | null | undefined> };
export type AuditTables = {
  audit_event: EventRow;
  audit_detail: { organisation_id: string; event_id: string; sealed: string };
  audit_subject: { organisation_id: string; person_id: string; event_id: string };
  audit_log: { organisation_id: string; log: string; origin: string; public_key: Buffer; begun_at: Date };
  audit_tile: { organisation_id: string; log: string; level: number; tile_index: number; hashes: Buffer };
  audit_checkpoint: { organisation_id: string; log: string; size: number; root: Buffer; note: string; at: Date };
  audit_cosignature: { organisation_id: string; log: string; size: number; witness: string; line: string; at: Date };
  audit_witnessed: { origin: string; size: number; root: Buffer; note: string; at: Date };
  audit_entry: { organisation_id: string; id: string; at: Date; person_id: string | null; operation: string; object: string; detail: Record<string, unknown>; outcome: 'done' | 'refused'; purpose: string | null };
};

export const tables = (db: Database) => db.withTables<AuditTables>();

/** Stands for "no organisation" in a key that cannot be empty (RFC 9562 §5.9): the log of the installation. */
export const installation = '00000000-0000-0000-0000-000000000000';
