/** An agreement between two organisations of this installation: what it says, and whether it counts. */
import type { Classification } from '../../platform/permission.ts';

/** A partner is never let into what is secret. */
export const sharable = ['public', 'internal', 'confidential'] as const satisfies readonly Classification[];

export type Agreement = {
  readonly id: string;
  /** Who lets the partner in. */
  readonly organisation: string;
  readonly organisationName: string;
  readonly partner: string;
  readonly partnerName: string;
  readonly programme: string;
  readonly upTo: (typeof sharable)[number];
  /** The last day on which it counts. */
  readonly until: string;
  readonly acceptedAt: Date | null;
  readonly endedAt: Date | null;
};

export const states = ['proposed', 'in-force', 'over', 'ended'] as const;
export type AgreementState = (typeof states)[number];

/** INVARIANT: `in-force` is the only state in which anything is seen; the query of `agreements-in-force.ts` says the same. */
export function stateOf({ acceptedAt, endedAt, until }: Pick<Agreement, 'acceptedAt' | 'endedAt' | 'until'>, today: string): AgreementState {
  if (endedAt !== null) return 'ended';
  if (until < today) return 'over';
  return acceptedAt === null ? 'proposed' : 'in-force';
}
