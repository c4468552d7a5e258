/** Inputs that several operations of this slice ask. */
import { z } from 'zod';
import { readHeldRole } from './roles.ts';

export const email = z.email().max(254);
export const name = z.string().trim().min(1).max(200);
/** NIST SP 800-63B: length, no composition rules. */
export const newPassword = z.string().min(15).max(200);
/** A role as it is held, with the part of the organisation it is held in where that is not the whole: `change-manager@unit/<id>`. */
const heldRole = z.string().max(120).refine((text) => readHeldRole(text) !== null, { params: { text: { nl: 'Dit is geen rol. Een partner hoort altijd bij een programma.', en: 'This is not a role. A partner always belongs to a programme.' } } });
export const roleList = z.array(heldRole).min(1).max(40);
/** A path of this site, to go on to. */
export const next = z.string().max(2000).optional();

/** INVARIANT: never leads to another site. */
export const ownPath = (path: string | undefined): string => (path !== undefined && /^\/(?![/\\])/.test(path) ? path : '/');
