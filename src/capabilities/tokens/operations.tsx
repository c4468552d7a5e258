/** Tokens: what lets a program act for somebody, or for the organisation. */
import { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { defineOperation, type Operation } from '../../platform/operation.ts';
import { both } from '../../platform/words.ts';
import { listOrganisationTokens, listOutput, listOwnTokens, loadOrganisationToken, loadOwnToken, revokeInput, revokeOrganisationToken, revokeOwnToken } from './list-tokens.ts';
import { type Asked, makeInput, makeOutput, makeToken, organisationKeeper, ownKeeper } from './make-token.ts';
import { type Kind, MadePage, MakeForm, RevokeForm, TokensPage } from './pages/tokens.tsx';
import { organisationScopes, ownScopes, type Scopes } from './scopes.ts';
import { words } from './words.ts';

const own: Kind = { of: 'own', home: '/account/tokens' };
const organisation: Kind = { of: 'organisation', home: '/organisation/tokens' };
type Made = z.output<typeof makeOutput>;
const madeTrace = ({ scopes, days }: Asked, { id }: Made) => ({ object: `token/${id}`, detail: { scopes, days } });
const shownOnce = (home: string) => ({ token }: Made) => ({ show: ({ locale }: { readonly locale: 'nl' | 'en' }) => <MadePage locale={locale} token={token} home={home} /> });
const revoked = both(words, (text) => text.revoked);

const makeOwn = (scopes: Scopes) => defineOperation({
  name: 'tokens.make-token',
  title: both(words, (text) => text.make),
  permission: 'member',
  stepUp: true,
  input: makeInput(scopes),
  output: makeOutput,
  effect: { kind: 'change', trace: madeTrace },
  handle: makeToken({ keeper: ownKeeper, scopes, may: ownScopes }),
  rest: { method: 'POST', path: '/account/tokens' },
  web: { kind: 'form', path: '/account/tokens/new', load: async (at: Context) => ({ extra: { scopes: ownScopes(scopes, at.rights) } }), render: (view) => <MakeForm view={view} scopes={scopes} home={own.home} />, done: shownOnce(own.home) },
});

const listOwn = (scopes: Scopes) => defineOperation({
  name: 'tokens.list-tokens',
  title: both(words, (text) => text.own.title),
  permission: 'member',
  input: z.strictObject({}),
  output: listOutput,
  effect: { kind: 'read' },
  handle: listOwnTokens,
  rest: { method: 'GET', path: '/account/tokens' },
  web: { kind: 'page', path: '/account/tokens', render: (view) => <TokensPage {...view} kind={own} scopes={scopes} /> },
});

const revokeOwn = defineOperation({
  name: 'tokens.revoke-token',
  title: both(words, (text) => text.revokeTitle),
  permission: 'member',
  input: revokeInput,
  output: revokeInput,
  effect: { kind: 'change', trace: ({ id }) => ({ object: `token/${id}` }) },
  handle: revokeOwnToken,
  rest: { method: 'DELETE', path: '/account/tokens/{id}' },
  web: { kind: 'form', path: '/account/tokens/{id}/revoke', load: loadOwnToken, render: (view) => <RevokeForm view={view} home={own.home} />, done: () => ({ to: own.home, notice: revoked }) },
});

const makeOrganisations = (scopes: Scopes) => defineOperation({
  name: 'tokens.make-organisationtoken',
  title: { nl: 'Een token van de organisatie maken', en: 'Make a token of the organisation' },
  permission: 'organisation:administer',
  stepUp: true,
  input: makeInput(scopes),
  output: makeOutput,
  effect: { kind: 'change', trace: madeTrace },
  handle: makeToken({ keeper: organisationKeeper, scopes, may: organisationScopes }),
  rest: { method: 'POST', path: '/organisation/tokens' },
  web: { kind: 'form', path: '/organisation/tokens/new', load: async (at: Context) => ({ extra: { scopes: organisationScopes(scopes, at.rights) } }), render: (view) => <MakeForm view={view} scopes={scopes} home={organisation.home} />, done: shownOnce(organisation.home) },
});

const listOrganisations = (scopes: Scopes) => defineOperation({
  name: 'tokens.list-organisationtokens',
  title: both(words, (text) => text.organisation.title),
  permission: 'organisation:administer',
  input: z.strictObject({}),
  output: listOutput,
  effect: { kind: 'read' },
  handle: listOrganisationTokens,
  rest: { method: 'GET', path: '/organisation/tokens' },
  web: { kind: 'page', path: '/organisation/tokens', nav: { order: 940, label: both(words, (text) => text.organisation.title) }, render: (view) => <TokensPage {...view} kind={organisation} scopes={scopes} /> },
});

const revokeOrganisations = defineOperation({
  name: 'tokens.revoke-organisationtoken',
  title: { nl: 'Een token van de organisatie intrekken', en: 'Revoke a token of the organisation' },
  permission: 'organisation:administer',
  input: revokeInput,
  output: revokeInput,
  effect: { kind: 'change', trace: ({ id }) => ({ object: `token/${id}` }) },
  handle: revokeOrganisationToken,
  rest: { method: 'DELETE', path: '/organisation/tokens/{id}' },
  web: { kind: 'form', path: '/organisation/tokens/{id}/revoke', load: loadOrganisationToken, render: (view) => <RevokeForm view={view} home={organisation.home} />, done: () => ({ to: organisation.home, notice: revoked }) },
});

export const tokenOperations = ({ permissions }: { readonly permissions: Scopes }): readonly Operation[] => [
  makeOwn(permissions), listOwn(permissions), revokeOwn, makeOrganisations(permissions), listOrganisations(permissions), revokeOrganisations,
];
