import type { z } from 'zod';
import type { PageView } from '../../../platform/screen.ts';
import type { Locale } from '../../../platform/words.ts';
import { EmptyState } from '../../../ui/empty-state/component.tsx';
import { HeadingGroup } from '../../../ui/heading-group/component.tsx';
import { Link } from '../../../ui/link/component.tsx';
import { Notice } from '../../../ui/notice/component.tsx';
import { Section } from '../../../ui/section/component.tsx';
import type { FaultOfLog, verifiedOutput } from '../verified.ts';
import { words } from '../words.ts';

type Output = z.output<typeof verifiedOutput>;
type Log = Output['logs'][number];

const faultLine = ({ kind, index, until }: FaultOfLog, locale: Locale): string => {
  const text = words(locale).verified;
  return `${text.fault[kind]} ${until === null ? text.exactly(index) : text.between(index, until)}`;
};

const LogVerdict = ({ log, locale }: { readonly log: Log; readonly locale: Locale }) => {
  const text = words(locale).verified;
  return (
    <Section title={text.log(log.log)}>
      {log.faults.length === 0
        ? <Notice kind="success" title={text.sound}><p>{text.soundText(log.entries, log.checkpoints)}.</p></Notice>
        : <Notice kind="error" title={text.broken}><ul>{log.faults.map((fault) => <li>{faultLine(fault, locale)}</li>)}</ul></Notice>}
    </Section>
  );
};

export function VerifiedPage({ locale, output }: PageView<unknown, Output>) {
  const { verified, event } = words(locale);
  return (
    <>
      <HeadingGroup title={verified.title} lead={verified.lead} />
      {output.logs.length === 0 ? <EmptyState title={verified.none}><p>{verified.noneText}</p></EmptyState> : output.logs.map((log) => <LogVerdict log={log} locale={locale} />)}
      <p>{verified.honest} <code>{verified.honestCommand}</code></p>
      <p><Link href="/audit">{event.back}</Link></p>
    </>
  );
}
