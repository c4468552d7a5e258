/** The only SQL about agreements. One is of the two that sign it: row-level security shows it to both, and every query names who looks. */
import type { Generated } from 'kysely';
import type { Database } from '../../platform/context.ts';
import type { Agreement } from './agreement.ts';

type PartnershipTables = {
  partnership_agreement: {
    organisation_id: string; id: string; partner_id: string; organisation_name: string; partner_name: string; programme: string; up_to: Agreement['upTo']; until: string; proposed_at: Date;
    accepted_at: Generated<Date | null>; ended_at: Generated<Date | null>;
  };
};
const tables = (db: Database) => db.withTables<PartnershipTables>();

/** Of this organisation, whichever of the two it is; the newest first. */
const ofParty = (db: Database, party: string) =>
  tables(db)
    .selectFrom('partnership_agreement')
    .select(['id', 'organisation_id as organisation', 'organisation_name as organisationName', 'partner_id as partner', 'partner_name as partnerName', 'programme', 'up_to as upTo', 'until', 'accepted_at as acceptedAt', 'ended_at as endedAt'])
    .where(({ or, eb }) => or([eb('organisation_id', '=', party), eb('partner_id', '=', party)]))
    .orderBy('proposed_at', 'desc')
    .orderBy('id');

export const agreementsOf = (db: Database, party: string): Promise<Agreement[]> => ofParty(db, party).execute();
export const findAgreement = (db: Database, party: string, id: string): Promise<Agreement | undefined> => ofParty(db, party).where('id', '=', id).executeTakeFirst();

type Proposal = Omit<Agreement, 'acceptedAt' | 'endedAt'>;

export const addAgreement = (db: Database, { id, organisation, organisationName, partner, partnerName, programme, upTo, until }: Proposal, at: Date): Promise<unknown> =>
  tables(db).insertInto('partnership_agreement').values({ organisation_id: organisation, id, partner_id: partner, organisation_name: organisationName, partner_name: partnerName, programme, up_to: upTo, until, proposed_at: at }).execute();

/** By the partner, under the name they have themselves. */
export const sign = (db: Database, { organisation, id }: Agreement, partnerName: string, at: Date): Promise<unknown> =>
  tables(db).updateTable('partnership_agreement').set({ accepted_at: at, partner_name: partnerName }).where('organisation_id', '=', organisation).where('id', '=', id).execute();

export const end = (db: Database, { organisation, id }: Agreement, at: Date): Promise<unknown> =>
  tables(db).updateTable('partnership_agreement').set({ ended_at: at }).where('organisation_id', '=', organisation).where('id', '=', id).execute();
