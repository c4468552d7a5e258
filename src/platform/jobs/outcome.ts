/** How an errand went. `again` may know how long to wait; `reason` is one word for the administrator. */
export type Outcome = { readonly kind: 'done' } | { readonly kind: 'again'; readonly reason: string; readonly afterSeconds?: number } | { readonly kind: 'give-up'; readonly reason: string };
export const done: Outcome = { kind: 'done' };

/** What became of it, `again` being given up after so many attempts. */
export type Verdict = { readonly kind: 'done' } | { readonly kind: 'again' | 'given-up'; readonly reason: string };
