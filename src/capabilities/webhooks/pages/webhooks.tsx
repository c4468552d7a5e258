/** The webhooks there are. */
import type { z } from 'zod';
import { showDay } from '../../../platform/dates.ts';
import type { PageView } from '../../../platform/screen.ts';
import { ButtonLink } from '../../../ui/button/component.tsx';
import { EmptyState } from '../../../ui/empty-state/component.tsx';
import { HeadingGroup } from '../../../ui/heading-group/component.tsx';
import { Link } from '../../../ui/link/component.tsx';
import { Table } from '../../../ui/table/component.tsx';
import type { webhookList } from '../webhooks.ts';
import { words } from '../words.ts';

export function WebhooksPage({ locale, output }: PageView<unknown, z.output<typeof webhookList>>) {
  const text = words(locale);
  const add = <ButtonLink href="/webhooks/add" kind="primary">{text.add}</ButtonLink>;
  const rows = output.webhooks.map(({ id, url, events, isPaused, madeAt }) => ({ cells: [<Link href={`/webhooks/${id}`}>{url}</Link>, text.tells(events.length), isPaused ? text.paused : text.on, showDay(madeAt.slice(0, 10), locale)] }));
  return (
    <>
      <HeadingGroup title={text.title} lead={text.lead} actions={rows.length > 0 ? add : undefined} />
      {rows.length === 0 ? <EmptyState title={text.empty} actions={add} /> : <Table caption={text.title} captionHidden columns={[text.url, text.what, text.state, text.since].map((column) => ({ text: column }))} rows={rows} />}
    </>
  );
}
