/** One webhook: what it tells, what was sent and what became of it. */
import { showMoment } from '../../../platform/dates.ts';
import type { PageView } from '../../../platform/screen.ts';
import { type Locale, say, type Saying } from '../../../platform/words.ts';
import { Button, ButtonLink, ButtonRow } from '../../../ui/button/component.tsx';
import { Form } from '../../../ui/form/component.tsx';
import { HeadingGroup } from '../../../ui/heading-group/component.tsx';
import { Section } from '../../../ui/section/component.tsx';
import { Table } from '../../../ui/table/component.tsx';
import { sayReason } from '../../queue/public.ts';
import { type OneWebhook, testEvent } from '../webhooks.ts';
import { words } from '../words.ts';

type Titles = ReadonlyMap<string, Saying>;

function titleOf(event: string, titles: Titles, locale: Locale): string {
  const title = titles.get(event);
  return event === testEvent ? words(locale).testEvent : title === undefined ? event : say(title, locale);
}

function Acts({ locale, output: { id, isPaused } }: Pick<PageView<unknown, OneWebhook>, 'locale' | 'output'>) {
  const text = words(locale);
  return (
    <ButtonRow>
      <Form action={`/webhooks/${id}/test`}><Button>{text.test}</Button></Form>
      <Form action={`/webhooks/${id}/pause`} hidden={{ paused: isPaused ? 'no' : 'yes' }}><Button kind="secondary">{isPaused ? text.resume : text.pause}</Button></Form>
      <Form action={`/webhooks/${id}/rotate`}><Button kind="secondary">{text.rotate}</Button></Form>
      <ButtonLink href={`/webhooks/${id}/remove`} kind="link">{text.remove}</ButtonLink>
    </ButtonRow>
  );
}

export function WebhookPage({ view, titles }: { readonly view: PageView<unknown, OneWebhook>; readonly titles: Titles }) {
  const { locale, output } = view;
  const text = words(locale);
  const rows = output.deliveries.map(({ event, subject, at, state, attempts, reason }) => ({
    cells: [<time datetime={at}>{showMoment(new Date(at), locale)}</time>, titleOf(event, titles, locale), <code>{subject}</code>, String(attempts), <>{text.states[state]}{reason !== null && <><br />{sayReason(reason, locale)}</>}</>],
  }));
  return (
    <>
      <HeadingGroup title={output.url} kicker={text.kicker} lead={output.isPaused ? text.pausedLead : text.onLead} />
      <Acts locale={locale} output={output} />
      <Section title={text.tellsTitle}><ul>{output.events.map((event) => <li>{titleOf(event, titles, locale)}</li>)}</ul></Section>
      <Section title={text.log}>
        {rows.length === 0 ? <p>{text.noLog}</p> : <Table caption={text.log} captionHidden columns={[{ text: text.when }, { text: text.what }, { text: text.object }, { text: text.attempts, numeric: true }, { text: text.state }]} rows={rows} />}
      </Section>
    </>
  );
}
