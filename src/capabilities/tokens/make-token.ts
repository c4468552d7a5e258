/** A token for a program. It never may more than its maker, and never longer than a year. */
import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import type { Rights } from '../../platform/permission.ts';
import { conflict, invalid, type Refusal } from '../../platform/refusal.ts';
import { both, type Locale } from '../../platform/words.ts';
import type { Keeper } from './kept-token.ts';
import type { Scopes } from './scopes.ts';
import { keepToken, tokensOf } from './store.ts';
import { words } from './words.ts';

/** Tells it apart from other secrets, for whoever finds one and for programs that look for them. */
const prefix = 'regie_';
const shownLetters = prefix.length + 6;
const longestDays = 365;
const day = 86_400_000;
/** Whoever has more does not know any more what they are for. */
const atMost = 50;

export const hashOfToken = (token: string): Buffer => createHash('sha256').update(token).digest();

const label = (pick: (text: ReturnType<typeof words>) => string) => ({ label: both(words, pick) });
export const makeInput = (scopes: Scopes) => z.strictObject({
  name: z.string().trim().min(1).max(100).meta(label((text) => text.name)),
  scopes: z.array(z.enum(Object.keys(scopes))).refine((chosen) => chosen.length > 0, { params: { text: both(words, (text) => text.noScopes) } }).max(Object.keys(scopes).length).meta({ ...label((text) => text.scopesTitle), hint: both(words, (text) => text.scopesHint) }),
  days: z.number().int().min(1).max(longestDays).meta(label((text) => text.days)),
});
export const makeOutput = z.strictObject({ id: z.uuid(), token: z.string().meta(label((text) => text.once)), expiresAt: z.iso.datetime() });
export type Asked = z.output<ReturnType<typeof makeInput>>;
type Made = z.output<typeof makeOutput>;

const tooMany = conflict(both(words, (text) => text.tooMany));
/** INVARIANT: nobody makes a token for more than they may. */
function moreThanTheirs(scopes: Scopes, more: readonly string[]): Refusal {
  const said = (locale: Locale): string => words(locale).moreThanYours(more.map((scope) => scopes[scope]?.[locale] ?? scope).join('; '));
  return invalid({ path: 'scopes', message: { nl: said('nl'), en: said('en') } });
}

type Limits = { readonly keeper: (at: Context) => Keeper; readonly scopes: Scopes; readonly may: (scopes: Scopes, rights: Rights) => readonly string[] };

export const makeToken = ({ keeper: keeperOf, scopes, may }: Limits) => async (at: Context, { name, scopes: asked, days }: Asked): Promise<Made | Refusal> => {
  const keeper = keeperOf(at);
  const allowed = may(scopes, at.rights);
  const more = asked.filter((scope) => !allowed.includes(scope));
  if (more.length > 0) return moreThanTheirs(scopes, more);
  if ((await tokensOf(at.db, keeper)).length >= atMost) return tooMany;
  const token = `${prefix}${randomBytes(32).toString('base64url')}`;
  const [id, expiresAt] = [at.ids.next(), new Date(at.now.getTime() + days * day)];
  await keepToken(at.db, keeper, { id, name, beginning: token.slice(0, shownLetters), scopes: [...new Set(asked)], madeBy: at.person.id, createdAt: at.now, expiresAt, usedAt: null }, hashOfToken(token));
  return { id, token, expiresAt: expiresAt.toISOString() };
};

export const ownKeeper = ({ organisation, person }: Context): Keeper => ({ organisation: organisation.id, person: person.id });
export const organisationKeeper = ({ organisation }: Context): Keeper => ({ organisation: organisation.id, person: null });
