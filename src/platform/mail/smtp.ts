/** Sends letters by SMTP. Over TLS, save to this machine itself. */
import { createTransport } from 'nodemailer';
import type { Outcome } from '../jobs/outcome.ts';
import { htmlText, type Mailing, plainText, type SendMail } from './letter.ts';

const patienceMs = 10_000;
const isHere = (host: string): boolean => ['localhost', '127.0.0.1', '[::1]'].includes(host);

/** 4xx is not now, 5xx is never (RFC 5321 §4.2.1); without an answer the server was not reached. */
function outcomeOf(error: unknown): Outcome {
  const code = (error as { responseCode?: number }).responseCode;
  if (code === undefined) return { kind: 'again', reason: 'mail-server-away' };
  return { kind: code >= 500 ? 'give-up' : 'again', reason: 'mail-refused' };
}

/** @param url `smtp://` (with STARTTLS) or `smtps://`, with the name and password where the server asks them. */
export function smtpMail(url: string, from: string): SendMail {
  const { hostname } = new URL(url);
  const transport = createTransport({
    url, requireTLS: !isHere(hostname), ignoreTLS: isHere(hostname) && url.startsWith('smtp:'),
    connectionTimeout: patienceMs, greetingTimeout: patienceMs, socketTimeout: patienceMs, disableFileAccess: true, disableUrlAccess: true,
  });
  const domain = /@([^>\s]+)/.exec(from)?.[1] ?? 'localhost';
  const message = ({ id, to, letter }: Mailing) => ({
    from, to: { name: '', address: to }, subject: letter.subject, text: plainText(letter), html: htmlText(letter),
    messageId: `<${id}@${domain}>`, headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': letter.locale },
  });
  return async (mailing) => transport.sendMail(message(mailing)).then((): Outcome => ({ kind: 'done' }), outcomeOf);
}
