/** What a token may be made for: each thing that a member may do by a role, by itself. */
import { decide, decideAnywhere, type Permission, type Rights } from '../../platform/permission.ts';
import type { Names } from '../../platform/slice.ts';

/** INVARIANT: no open sides (`*:read`): whoever makes a token says what it is for, and what comes later is not in it. */
export type Scopes = Names;

/** Of one's own: what one may somewhere; it never reaches further than oneself. */
export const ownScopes = (scopes: Scopes, rights: Rights): string[] => Object.keys(scopes).filter((scope) => decideAnywhere(rights, scope as Permission).may);
/** Of the organisation: what its maker may in all of it, as it stays when they leave. */
export const organisationScopes = (scopes: Scopes, rights: Rights): string[] => Object.keys(scopes).filter((scope) => decide(rights, scope as Permission).may);
