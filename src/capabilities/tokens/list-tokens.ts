/** Seeing which tokens there are, and revoking one. */
import { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { notFound, type Refusal } from '../../platform/refusal.ts';
import { namesOf } from '../identity/public.ts';
import type { Keeper, KeptToken } from './kept-token.ts';
import { organisationKeeper, ownKeeper } from './make-token.ts';
import { removeToken, tokensOf } from './store.ts';

const moment = z.iso.datetime();
const shownToken = z.strictObject({ id: z.uuid(), name: z.string(), beginning: z.string(), scopes: z.array(z.string()), madeBy: z.string().nullable(), createdAt: moment, expiresAt: moment, usedAt: moment.nullable(), over: z.boolean() });
export const listOutput = z.strictObject({ tokens: z.array(shownToken) });
export type ShownToken = z.output<typeof shownToken>;

const shown = ({ createdAt, expiresAt, usedAt, scopes, ...token }: KeptToken, madeBy: string | null, now: Date): ShownToken => ({
  ...token, madeBy, scopes: [...scopes], createdAt: createdAt.toISOString(), expiresAt: expiresAt.toISOString(), usedAt: usedAt?.toISOString() ?? null, over: expiresAt <= now,
});

async function list(at: Context, keeper: Keeper): Promise<z.output<typeof listOutput>> {
  const tokens = await tokensOf(at.db, keeper);
  const names = await namesOf(at.db, at.organisation.id, tokens.map(({ madeBy }) => madeBy));
  return { tokens: tokens.map((token) => shown(token, names.get(token.madeBy) ?? null, at.now)) };
}

export const listOwnTokens = (at: Context): Promise<z.output<typeof listOutput>> => list(at, ownKeeper(at));
export const listOrganisationTokens = (at: Context): Promise<z.output<typeof listOutput>> => list(at, organisationKeeper(at));

export const revokeInput = z.strictObject({ id: z.uuid() });
type Revoked = Promise<z.output<typeof revokeInput> | Refusal>;

const revoke = async (at: Context, keeper: Keeper, { id }: z.output<typeof revokeInput>): Revoked => ((await removeToken(at.db, keeper, id)) ? { id } : notFound);
export const revokeOwnToken = (at: Context, input: z.output<typeof revokeInput>): Revoked => revoke(at, ownKeeper(at), input);
export const revokeOrganisationToken = (at: Context, input: z.output<typeof revokeInput>): Revoked => revoke(at, organisationKeeper(at), input);

async function load(at: Context, keeper: Keeper, id: string | undefined) {
  const token = (await tokensOf(at.db, keeper)).find((one) => one.id === id);
  return token ? { values: { id: token.id }, extra: { name: token.name } } : notFound;
}
export const loadOwnToken = (at: Context, params: Readonly<Record<string, string>>) => load(at, ownKeeper(at), params['id']);
export const loadOrganisationToken = (at: Context, params: Readonly<Record<string, string>>) => load(at, organisationKeeper(at), params['id']);
