/**
 * Speaking up without a name (R13, R14). INVARIANT: of who does nothing is kept: no person, no session, no address,
 * no moment but the day; and whether a receipt is known takes the same work to find out as that it is not.
 */
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { OpenContext } from '../../platform/context.ts';
import { defineOperation } from '../../platform/operation.ts';
import { conflict, invalid, notFound } from '../../platform/refusal.ts';
import { hashOf, newSecret } from '../../platform/session/session.ts';
import { both } from '../../platform/words.ts';
import { told } from './bring-ideas.tsx';
import { EntranceForm, EntrancePage } from './pages/entrance.tsx';
import { FollowedPage, FollowForm, SentPage, SpeakForm } from './pages/speak.tsx';
import { hashOfReceipt, newReceipt } from './receipt.ts';
import { message, shownIdea, shownMessages, shownOf } from './shown-idea.ts';
import { usualAnswerBy } from './state.ts';
import { addIdea, addMessage, enterBy, entranceSince, ideaOfReceipt, messagesOf, setEntrance } from './store.ts';
import { words } from './words.ts';

const entrance = z.string().min(20).max(100);

/** So much at once from one place is no person; in memory, and gone with it. */
const tried = (at: OpenContext) => [{ kind: 'address' as const, value: `idea ${at.address}` }];

async function arrive(at: OpenContext, token: string) {
  const organisation = await enterBy(at.db, hashOf(token));
  return organisation === null ? null : { ...at, organisation: { id: organisation, name: '' } };
}
const exists = async (at: OpenContext, { entrance: token = '' }: Readonly<Record<string, string>>) => ((await arrive(at, token)) === null ? notFound : { extra: { entrance: token } });

export const reportAnonymously = defineOperation({
  name: 'participation.report-concern',
  title: (locale) => words(locale).speak.title,
  permission: 'anyone',
  input: z.strictObject({ entrance, ...told }),
  output: z.strictObject({ receipt: z.string(), organisation: z.uuid() }),
  effect: { kind: 'change', anonymous: true, trace: (_, { organisation }) => ({ object: 'idea/anonymous', organisation }) },
  rest: { method: 'POST', path: '/speak/{entrance}' },
  outside: async () => { const receipt = newReceipt(); return { receipt, hash: await hashOfReceipt(receipt) }; },
  handle: async (at, { entrance: token, kind, title, body }, { receipt, hash }) => {
    const there = await arrive(at, token);
    if (there === null) return notFound;
    const retryAfterSeconds = at.throttle.wait(tried(at), at.now);
    if (retryAfterSeconds > 0) return { refused: 'too-many', retryAfterSeconds };
    at.throttle.failed(tried(at), at.now);
    // No id that tells when it was made.
    await addIdea(there, { id: randomUUID(), kind, title, body, from: { receiptHash: hash }, broughtOn: at.today, answerBy: usualAnswerBy(at.today) });
    return { receipt, organisation: there.organisation.id };
  },
  web: { kind: 'form', path: '/speak/{entrance}', load: exists, render: (view) => <SpeakForm view={view} />, done: ({ receipt }, { entrance: token }) => ({ show: ({ locale }) => <SentPage locale={locale} receipt={receipt} entrance={token} /> }) },
});

const unknown = invalid({ path: 'receipt', message: both(words, (text) => text.speak.unknown) });
const full = conflict(both(words, (text) => text.idea.full));

export const followAnonymously = defineOperation({
  name: 'participation.follow-concern',
  title: (locale) => words(locale).speak.follow,
  permission: 'anyone',
  input: z.strictObject({ entrance, receipt: z.string().min(1).max(100), message: z.string().trim().max(5000).optional() }),
  output: z.strictObject({ idea: shownIdea, messages: z.array(message), organisation: z.uuid() }),
  effect: { kind: 'change', anonymous: true, trace: (_, { organisation }) => ({ object: 'idea/anonymous', organisation }) },
  rest: { method: 'POST', path: '/speak/{entrance}/messages' },
  outside: async (_, { receipt }) => ({ hash: await hashOfReceipt(receipt) }),
  handle: async (at, { entrance: token, message: said = '' }, { hash }) => {
    const there = await arrive(at, token);
    if (there === null) return notFound;
    const retryAfterSeconds = at.throttle.wait(tried(at), at.now);
    if (retryAfterSeconds > 0) return { refused: 'too-many', retryAfterSeconds };
    const idea = await ideaOfReceipt(there, hash);
    if (idea === null) {
      at.throttle.failed(tried(at), at.now);
      return unknown;
    }
    if (said !== '' && !(await addMessage(there, idea, { fromAuthor: true, text: said, saidOn: at.today }))) return full;
    return { idea: shownOf(idea, { person: null, today: at.today, handles: false, whole: true }, new Map()), messages: shownMessages(await messagesOf(there, idea.id)), organisation: there.organisation.id };
  },
  web: { kind: 'form', path: '/speak/{entrance}/receipt', load: exists, render: (view) => <FollowForm view={view} />, done: (output, { entrance: token }) => ({ show: ({ locale }) => <FollowedPage locale={locale} output={output} entrance={token} /> }) },
});

export const openEntrance = defineOperation({
  name: 'participation.open-entrance',
  title: (locale) => words(locale).entrance.make,
  permission: 'participation:change',
  input: z.strictObject({}),
  output: z.strictObject({ address: z.url() }),
  effect: { kind: 'change', trace: () => ({ object: 'idea-entrance/own' }) },
  rest: { method: 'POST', path: '/idea-entrance' },
  handle: async (at) => {
    const token = newSecret();
    await setEntrance(at, hashOf(token), at.today);
    return { address: `${at.origin}/speak/${token}` };
  },
  web: { kind: 'form', path: '/ideas/entrance', load: async (at) => ({ extra: { since: await entranceSince(at) } }), render: (view) => <EntranceForm view={view} />, done: ({ address }) => ({ show: ({ locale }) => <EntrancePage locale={locale} address={address} /> }) },
});
