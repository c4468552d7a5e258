/** How a system, a provider or the organisation is named in an address. */
import { z } from 'zod';
import type { Subject } from '../../core/frameworks/framework.ts';

export const places = ['systems', 'providers', 'organisation'] as const;
export type Place = (typeof places)[number];
const abouts: Readonly<Record<Place, Subject>> = { systems: 'system', providers: 'provider', organisation: 'organisation' };
export const aboutOf = (place: Place): Subject => abouts[place];
export const placeOf = (about: Subject): Place => places.find((one) => abouts[one] === about)!;

export const frameworkId = z.string().max(200);
export const subjectInput = z.strictObject({ id: frameworkId, place: z.enum(places), subject: z.string().max(200) });

export const pathOf = (framework: string, about: Subject, subject: string): `/${string}` => (about === 'organisation' ? `/frameworks/${framework}` : `/frameworks/${framework}/${placeOf(about)}/${subject}`);
export const answerPath = (framework: string, about: Subject, subject: string, group: string): string => `/frameworks/${framework}/${placeOf(about)}/${subject}/answer/${group}`;
