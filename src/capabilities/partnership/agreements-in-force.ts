/** What partners let an organisation into, as part of the one query that finds who somebody is. */
import { type RawBuilder, sql } from 'kysely';
import type { Agreement } from '../../platform/permission.ts';

/** Who is let in sees what they were let into. @param today `YYYY-MM-DD`. */
export const agreementsInForce = (partner: string, today: string): RawBuilder<Agreement[]> => sql<Agreement[]>`(
  select coalesce(jsonb_agg(jsonb_build_object('organisation', organisation_id, 'programme', programme, 'upTo', up_to)), '[]'::jsonb)
  from partnership_agreement where partner_id = ${partner} and accepted_at is not null and ended_at is null and until >= ${today}::date)`;
