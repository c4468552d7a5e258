/**
 * A letter by e-mail. Its plain text and its HTML are made from the same lines, so that neither says more. No picture,
 * nothing that is fetched, nothing that tells who opened it.
 */
import { z } from 'zod';
import type { Outcome } from '../jobs/outcome.ts';
import { locales } from '../words.ts';

const line = z.union([z.strictObject({ text: z.string() }), z.strictObject({ to: z.url(), label: z.string() })]);
export const letterShape = z.strictObject({ subject: z.string(), lines: z.array(line).min(1), closing: z.string(), locale: z.enum(locales) });
export type Letter = z.output<typeof letterShape>;

/** `id` stays the same however often it is tried. */
export type Mailing = { readonly id: string; readonly to: string; readonly letter: Letter };
export type SendMail = (mailing: Mailing) => Promise<Outcome>;

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (character) => escapes[character] as string);

export const plainText = ({ lines, closing }: Letter): string =>
  `${lines.map((one) => ('text' in one ? one.text : `${one.label}:\n${one.to}`)).join('\n\n')}\n\n-- \n${closing}\n`;

const paragraph = (one: Letter['lines'][number]): string =>
  'text' in one ? `<p>${escaped(one.text)}</p>` : `<p><a href="${escaped(one.to)}">${escaped(one.label)}</a><br><span style="color:#555;word-break:break-all">${escaped(one.to)}</span></p>`;

export const htmlText = ({ subject, lines, closing, locale }: Letter): string =>
  `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(subject)}</title></head>` +
  `<body style="margin:0 auto;padding:1.5rem;max-width:36rem;font:1rem/1.5 sans-serif;color:#1a1a1a;background:#fff">${lines.map(paragraph).join('')}<p style="color:#555;border-top:1px solid #ccc;padding-top:1rem">${escaped(closing)}</p></body></html>`;
