/**
 * Who may do what: the one table. `read` and `change` are the ordinary verbs. What is not ordinary has its own
 * (`member:administer`, `audit:inspect`), so that no open grant reaches it (`platform/permission.ts`).
 */
import { type Classification, classifications, type Grant, type Scope, wholeOrganisation } from '../../platform/permission.ts';

export const roles = [
  'administrator', 'board', 'cio', 'ciso', 'privacy-officer', 'architect', 'data-steward', 'contract-manager', 'programme-manager', 'change-manager',
  'coach', 'confidant', 'editor', 'reader', 'employee', 'partner', 'auditor',
] as const;
export type Role = (typeof roles)[number];

type Given = { readonly permissions: readonly string[]; readonly clearance: Classification; readonly oversees?: boolean };

const given: Readonly<Record<Role, Given>> = {
  administrator: { permissions: ['*:read', 'member:administer', 'organisation:administer', 'job:administer', 'webhook:administer', 'key:inspect'], clearance: 'internal' },
  board: { permissions: ['*:read', 'experiment:mandate', 'ambition:change', 'policy:adopt', 'organisation:export', 'organisation:leave', 'partnership:sign'], clearance: 'secret' },
  cio: { permissions: ['*:read', '*:change', 'experiment:mandate', 'policy:adopt', 'partnership:sign'], clearance: 'confidential' },
  ciso: { permissions: ['*:read', 'landscape:change', 'evidence:change', 'framework:change', 'policy:change', 'emergency:review', 'key:inspect'], clearance: 'secret' },
  'privacy-officer': { permissions: ['*:read', 'evidence:change', 'framework:change', 'emergency:review', 'key:inspect', 'person:erase'], clearance: 'secret' },
  architect: { permissions: ['*:read', 'landscape:change', 'evidence:change', 'framework:change'], clearance: 'internal' },
  'data-steward': { permissions: ['*:read', 'landscape:change', 'evidence:change', 'framework:change'], clearance: 'confidential' },
  'contract-manager': { permissions: ['*:read', 'contract:change', 'evidence:change', 'framework:change'], clearance: 'confidential' },
  'programme-manager': { permissions: ['*:read', 'experiment:mandate', 'programme:change'], clearance: 'internal' },
  'change-manager': { permissions: ['*:read', 'experiment:mandate', 'participation:change'], clearance: 'internal' },
  // What is said in confidence hangs on who it is between, not on these roles.
  coach: { permissions: ['conversation:read', 'coaching:guide'], clearance: 'internal' },
  confidant: { permissions: ['conversation:read', 'concern:hear'], clearance: 'internal' },
  editor: { permissions: ['*:read', '*:change'], clearance: 'internal' },
  reader: { permissions: ['*:read'], clearance: 'internal' },
  employee: { permissions: ['landscape:read', 'policy:read', 'conversation:read'], clearance: 'internal' },
  /** Of another organisation: only ever in a programme. */
  partner: { permissions: ['*:read', 'programme:change'], clearance: 'internal' },
  auditor: { permissions: ['*:read', 'audit:inspect', 'emergency:review', 'key:inspect'], clearance: 'secret', oversees: true },
};

/** Of who makes an organisation: able to do everything, until others share the work. */
export const founderRoles: readonly Role[] = ['administrator', 'editor', 'board', 'auditor'];

export const isRole = (value: string): value is Role => (roles as readonly string[]).includes(value);

/** A role as it is held: `ciso`, `change-manager@unit/<id>`, `partner@programme/<id>`. */
export type HeldRole = { readonly role: Role; readonly scope: Scope };

export function readHeldRole(text: string): HeldRole | null {
  const [, role = '', kind, id] = /^([a-z-]+)(?:@(unit|programme)\/([\w-]{1,64}))?$/.exec(text) ?? [];
  if (!isRole(role) || (role === 'partner' && kind !== 'programme')) return null;
  return { role, scope: kind === undefined ? wholeOrganisation : { kind: kind as 'unit' | 'programme', id: id as string } };
}

export const grantOf = ({ role, scope }: HeldRole): Grant => ({ role, scope, permissions: given[role].permissions, ...(given[role].oversees ? { oversees: true } : {}) });

const higher = (one: Classification, other: Classification): Classification => (classifications.indexOf(one) > classifications.indexOf(other) ? one : other);

/** A role in the whole organisation brings the clearance of its work; a person may be cleared for more. */
export const clearanceOf = (held: readonly HeldRole[], own: Classification): Classification =>
  held.reduce((highest, { role, scope }) => (scope.kind === 'organisation' ? higher(highest, given[role].clearance) : highest), own);

/** What the platform gives: organisations, accounts, keys, backups. Nothing of what is in an organisation. */
export const platformGrants: readonly Grant[] = [{ role: 'platform-administrator', scope: wholeOrganisation, permissions: ['platform:administer'] }];

/** Held as written down; what is no role any more gives nothing. */
export const heldRoles = (written: readonly string[]): HeldRole[] => written.flatMap((text) => readHeldRole(text) ?? []);
