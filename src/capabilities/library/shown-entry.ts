/** The kinds of the library that have a page, and what an entry of them holds as far as the page shows it. */
import type { Entry } from '../../platform/knowledge/knowledge.ts';

export const shownKinds = ['measures', 'clauses', 'laws', 'instruments', 'standards'] as const;
export type ShownKind = (typeof shownKinds)[number];

export type Source = { readonly title: string; readonly url?: string; readonly article?: string };
export type ShownEntry = Entry & {
  readonly status: string;
  readonly confidence: string;
  readonly lastVerified: string;
  readonly layer?: number;
  readonly law?: readonly { readonly law: string; readonly article?: string }[];
  readonly sources?: readonly Source[];
  readonly dates?: readonly { readonly id: string; readonly date: string; readonly article?: string }[];
  readonly readings?: readonly { readonly id: string; readonly dissent?: boolean; readonly sources?: readonly Source[] }[];
  readonly articles?: readonly { readonly id: string }[];
};
