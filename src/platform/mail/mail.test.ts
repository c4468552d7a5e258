/** A real SMTP server, on this machine. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { SMTPServer } from 'smtp-server';
import { htmlText, type Letter, plainText } from './letter.ts';
import { smtpMail } from './smtp.ts';

const letter: Letter = { subject: 'Uw wachtwoord is gewijzigd ✓', locale: 'nl', lines: [{ text: 'Hallo <script>alert(1)</script> & co,' }, { to: 'https://regie.example.nl/join?token=a&b=c', label: 'Doe mee' }], closing: 'Van Regiekompas.' };
const mailing = { id: 'aaaaaaaa-0000-7000-8000-000000000001', to: 'anna@example.nl', letter };
const received: string[] = [];
let answer: Error | null = null;
let port = 0;

const server = new SMTPServer({
  authOptional: true, disabledCommands: ['STARTTLS', 'AUTH'], logger: false,
  onData: (stream, _, done) => {
    let text = '';
    stream.on('data', (piece: Buffer) => (text += piece.toString()));
    stream.on('end', () => (received.push(text), done(answer)));
  },
});
beforeAll(() => new Promise<void>((resolve) => {
  server.listen(0, '127.0.0.1', () => {
    port = (server.server.address() as { port: number }).port;
    resolve();
  });
}));
afterAll(() => new Promise<void>((resolve) => { server.close(() => resolve()); }));

const send = () => smtpMail(`smtp://127.0.0.1:${port}`, 'Regiekompas <regie@example.nl>')(mailing);

it('sends both texts of a letter, under the same id each time, with nothing that is fetched', async () => {
  expect(await send()).toEqual({ kind: 'done' });
  expect(await send()).toEqual({ kind: 'done' });
  const ids = received.map((text) => /^Message-ID: (.*)$/im.exec(text)?.[1]?.trim());
  expect(ids).toEqual([`<${mailing.id}@example.nl>`, `<${mailing.id}@example.nl>`]);
  expect(received[0]).toMatch(/^To: anna@example\.nl/m);
  expect(received[0]).toMatch(/^Auto-Submitted: auto-generated/m);
  expect(received[0]).toContain('multipart/alternative');
});

it('says the same in both, and lets nothing of it run', () => {
  expect(plainText(letter)).toContain('https://regie.example.nl/join?token=a&b=c');
  const html = htmlText(letter);
  expect(html).toContain('href="https://regie.example.nl/join?token=a&amp;b=c"');
  expect(html).not.toMatch(/<script|<img|<link|@import|url\(|src=/i);
});

it('tries again what is not now, gives up what is never, and tries again where nobody answers', async () => {
  answer = Object.assign(new Error('Not now'), { responseCode: 451 });
  expect(await send()).toEqual({ kind: 'again', reason: 'mail-refused' });
  answer = Object.assign(new Error('Never'), { responseCode: 550 });
  expect(await send()).toEqual({ kind: 'give-up', reason: 'mail-refused' });
  expect(await smtpMail('smtp://127.0.0.1:1', 'regie@example.nl')(mailing)).toEqual({ kind: 'again', reason: 'mail-server-away' });
});
