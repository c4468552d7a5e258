/** What was found in a policy: as text for a terminal, as a page that stands by itself, as findings for a pipeline. */
import { raw } from 'hono/html';
import { sarifText } from '../../formats/sarif/write.ts';
import type { DocumentContext } from '../../platform/context.ts';
import { UserText } from '../../ui/link/component.tsx';
import { reportStyle } from '../sovereignty/public.ts';
import { figure } from './speak.ts';
import { clashesFound, deadRowsFound, type Found, type FoundKind, gapsFound, source, type VerifiedDocument } from './verified-document.ts';
import { words } from './words.ts';

type Part = { readonly head: string; readonly count: string; readonly found: readonly Found[] };

function partsOf(document: VerifiedDocument, at: DocumentContext): readonly Part[] {
  const { verify } = words(at.locale);
  return [
    { head: verify.heads.gaps, count: verify.cases(figure(at.locale, document.gaps.count)), found: gapsFound(document, at) },
    { head: verify.heads.clashes, count: verify.cases(figure(at.locale, document.clashes.count)), found: clashesFound(document, at) },
    { head: verify.heads['dead-row'], count: verify.rows(document.deadRows.length), found: deadRowsFound(document, at) },
  ];
}

const leadOf = (document: VerifiedDocument, { locale }: DocumentContext): string => words(locale).verify.lead(document.facts.length, figure(locale, document.cases));
const nameOf = (document: VerifiedDocument, { locale }: DocumentContext): string => document[source].policy.policy.name[locale];

export function verificationTable(document: VerifiedDocument, at: DocumentContext): string {
  const parts = partsOf(document, at);
  const width = Math.max(...parts.map(({ head }) => head.length));
  const details = parts.filter(({ found }) => found.length > 0).flatMap(({ head, found }) => ['', head.toUpperCase(), ...found.map(({ text }) => `  ${text}`)]);
  return [`${nameOf(document, at)} (${document.policy})`, leadOf(document, at), '', ...parts.map(({ head, count }) => `  ${head.padEnd(width)}  ${count}`), ...details].join('\n');
}

const Section = ({ part: { head, count, found }, none }: { readonly part: Part; readonly none: string }) => (
  <>
    <h2>{head}: {count}</h2>
    {found.length === 0 ? <p>{none}</p> : <ul>{found.map(({ text }) => <li><UserText text={text} /></li>)}</ul>}
  </>
);

const Page = ({ document, at }: { readonly document: VerifiedDocument; readonly at: DocumentContext }) => (
  <html lang={at.locale}>
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{`${nameOf(document, at)}: ${words(at.locale).verify.title} – Regiekompas`}</title>
      <style>{raw(reportStyle)}</style>
    </head>
    <body>
      <main>
        <h1><UserText text={nameOf(document, at)} /></h1>
        <p>{leadOf(document, at)}</p>
        {partsOf(document, at).map((part) => <Section part={part} none={words(at.locale).verify.none} />)}
      </main>
    </body>
  </html>
);

export const verificationPage = (document: VerifiedDocument, at: DocumentContext): string => `<!doctype html>${String(<Page document={document} at={at} />)}`;

const levels = { gap: 'error', clash: 'warning', 'dead-row': 'warning' } as const satisfies Readonly<Record<FoundKind, string>>;

export function verificationSarif(document: VerifiedDocument, at: DocumentContext): string {
  const found = [...gapsFound(document, at), ...clashesFound(document, at), ...deadRowsFound(document, at)];
  const { file, linesOf } = document[source];
  const lines = linesOf(found.map(({ path }) => path));
  const titles = words(at.locale).verify.findings;
  return sarifText({
    tool: 'regiekompas',
    rules: (['gap', 'clash', 'dead-row'] as const).map((id) => ({ id, title: titles[id], level: levels[id] })),
    findings: found.map(({ kind, text, key }, index) => ({ rule: kind, level: levels[kind], text, key, file, line: lines[index] ?? 1 })),
  });
}
