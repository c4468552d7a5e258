/** Tokens: what lets a program act for somebody, or for the organisation. */
import { z } from 'zod';
import { defineOperation, type Operation } from '../../platform/operation.ts';
import { both } from '../../platform/words.ts';
import { listOrganisationTokens, listOutput, listOwnTokens, loadOrganisationToken, loadOwnToken, revokeInput, revokeOrganisationToken, revokeOwnToken } from './list-tokens.ts';
import { loadOrganisationScopes, loadOwnScopes, makeInput, makeOrganisationToken, makeOutput, makeOwnToken } from './make-token.ts';
import { type Kind, MadePage, MakeForm, RevokeForm, TokensPage } from './pages/tokens.tsx';
import { words } from './words.ts';

const own: Kind = { of: 'own', home: '/account/tokens' };
const organisation: Kind = { of: 'organisation', home: '/organisation/tokens' };
type Made = z.output<typeof makeOutput>;
const madeTrace = ({ scopes, days }: z.output<typeof makeInput>, { id }: Made) => ({ object: `token/${id}`, detail: { scopes, days } });
const shownOnce = (home: string) => ({ token }: Made) => ({ show: ({ locale }: { readonly locale: 'nl' | 'en' }) => <MadePage locale={locale} token={token} home={home} /> });
const revoked = both(words, (text) => text.revoked);

const makeOwn = defineOperation({
  name: 'tokens.make-token',
  title: both(words, (text) => text.make),
  permission: 'member',
  stepUp: true,
  input: makeInput,
  output: makeOutput,
  effect: { kind: 'change', trace: madeTrace },
  handle: makeOwnToken,
  rest: { method: 'POST', path: '/account/tokens' },
  web: { kind: 'form', path: '/account/tokens/new', load: loadOwnScopes, render: (view) => <MakeForm view={view} />, done: shownOnce(own.home) },
});

const listOwn = defineOperation({
  name: 'tokens.list-tokens',
  title: both(words, (text) => text.own.title),
  permission: 'member',
  input: z.strictObject({}),
  output: listOutput,
  effect: { kind: 'read' },
  handle: listOwnTokens,
  rest: { method: 'GET', path: '/account/tokens' },
  web: { kind: 'page', path: '/account/tokens', render: (view) => <TokensPage {...view} kind={own} /> },
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

const makeOrganisations = defineOperation({
  name: 'tokens.make-organisationtoken',
  title: { nl: 'Een token van de organisatie maken', en: 'Make a token of the organisation' },
  permission: 'organisation:administer',
  stepUp: true,
  input: makeInput,
  output: makeOutput,
  effect: { kind: 'change', trace: madeTrace },
  handle: makeOrganisationToken,
  rest: { method: 'POST', path: '/organisation/tokens' },
  web: { kind: 'form', path: '/organisation/tokens/new', load: loadOrganisationScopes, render: (view) => <MakeForm view={view} />, done: shownOnce(organisation.home) },
});

const listOrganisations = defineOperation({
  name: 'tokens.list-organisationtokens',
  title: both(words, (text) => text.organisation.title),
  permission: 'organisation:administer',
  input: z.strictObject({}),
  output: listOutput,
  effect: { kind: 'read' },
  handle: listOrganisationTokens,
  rest: { method: 'GET', path: '/organisation/tokens' },
  web: { kind: 'page', path: '/organisation/tokens', nav: { order: 940, label: both(words, (text) => text.organisation.title) }, render: (view) => <TokensPage {...view} kind={organisation} /> },
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

export const tokenOperations: readonly Operation[] = [makeOwn, listOwn, revokeOwn, makeOrganisations, listOrganisations, revokeOrganisations];
