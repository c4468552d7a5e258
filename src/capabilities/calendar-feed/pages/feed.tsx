/** One's own calendar address: whether there is one, and the one time it is shown. */
import type { z } from 'zod';
import { showDay } from '../../../platform/dates.ts';
import type { PageView } from '../../../platform/screen.ts';
import type { Locale } from '../../../platform/words.ts';
import { Button, ButtonLink, ButtonRow } from '../../../ui/button/component.tsx';
import { Form } from '../../../ui/form/component.tsx';
import { HeadingGroup } from '../../../ui/heading-group/component.tsx';
import { Notice } from '../../../ui/notice/component.tsx';
import type { shownFeed } from '../feed.ts';
import { words } from '../words.ts';

export function FeedPage({ locale, output: { madeAt } }: PageView<unknown, z.output<typeof shownFeed>>) {
  const text = words(locale);
  return (
    <>
      <HeadingGroup title={text.title} lead={text.lead} />
      <p>{madeAt === null ? text.none : `${text.since(showDay(madeAt.slice(0, 10), locale))} ${text.replaceLead}`}</p>
      <ButtonRow>
        <Form action="/calendar/make"><Button>{madeAt === null ? text.make : text.replace}</Button></Form>
        {madeAt !== null && <Form action="/calendar/revoke"><Button kind="danger">{text.revoke}</Button></Form>}
      </ButtonRow>
    </>
  );
}

export function MadePage({ locale, address }: { readonly locale: Locale; readonly address: string }) {
  const text = words(locale);
  return (
    <>
      <HeadingGroup title={text.made} lead={text.how} />
      <Notice kind="warning" title={text.once}><p><code>{address}</code></p></Notice>
      <ButtonRow><ButtonLink href="/calendar">{text.back}</ButtonLink></ButtonRow>
    </>
  );
}
