/** Values as directories write them: true as text, an address in a list, an id in an object. */
import type { ProvisionedAttribute } from '../../platform/provisioned.ts';

export type Members = Readonly<Record<string, unknown>>;
export const isMembers = (value: unknown): value is Members => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Names of attributes do not tell capitals apart (RFC 7643 §2.1). */
export const memberOf = (object: Members, name: string): unknown => Object.entries(object).find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1];

const textOf = (value: unknown): unknown => (typeof value === 'string' && value.trim() === '' ? null : value);

/** One directory sends "True" and "False". */
const flagOf = (value: unknown): unknown => (typeof value === 'string' && /^(?:true|false)$/i.test(value) ? value.toLowerCase() === 'true' : value);

const oneOf = (value: unknown): unknown => {
  const all = [value].flat().filter((one) => isMembers(one) || typeof one === 'string');
  const chosen = all.find((one) => isMembers(one) && flagOf(memberOf(one, 'primary')) === true) ?? all.find((one) => isMembers(one) && memberOf(one, 'type') === 'work') ?? all[0] ?? null;
  return textOf(isMembers(chosen) ? memberOf(chosen, 'value') : chosen);
};

const idsOf = (value: unknown): unknown => [...new Set([value ?? []].flat().map((one) => (isMembers(one) ? memberOf(one, 'value') : one)))];

const readers = { text: textOf, flag: flagOf, 'one-of-many': oneOf, references: idsOf } as const;

/** As the operation asks it; whatever is wrong with it is for its schema to say. */
export const readValue = ({ kind }: ProvisionedAttribute, value: unknown): unknown => (value === null && kind !== 'references' ? null : readers[kind](value));
