/** What a token may be made for: each thing that a member may do by a role, by itself. */
import { decide, decideAnywhere, type Rights } from '../../platform/permission.ts';

/** INVARIANT: no open sides (`*:read`): whoever makes a token says what it is for, and what comes later is not in it. */
export const scopes = [
  'landscape:read', 'landscape:change', 'contract:read', 'contract:change', 'evidence:change', 'policy:read', 'policy:adopt', 'ambition:change',
  'conversation:read', 'audit:inspect', 'member:administer', 'organisation:administer', 'job:administer', 'webhook:administer', 'leaving:read', 'partnership:read', 'key:inspect',
] as const;
export type TokenScope = (typeof scopes)[number];

/** Of one's own: what one may somewhere; it never reaches further than oneself. */
export const ownScopes = (rights: Rights): TokenScope[] => scopes.filter((scope) => decideAnywhere(rights, scope).may);
/** Of the organisation: what its maker may in all of it, as it stays when they leave. */
export const organisationScopes = (rights: Rights): TokenScope[] => scopes.filter((scope) => decide(rights, scope).may);
