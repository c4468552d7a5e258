import type { PageView } from '../../../platform/screen.ts';
import { EmptyState } from '../../../ui/empty-state/component.tsx';
import { HeadingGroup } from '../../../ui/heading-group/component.tsx';
import { Link, UserText } from '../../../ui/link/component.tsx';
import { Table } from '../../../ui/table/component.tsx';
import type { ShownEvent } from '../shown-event.ts';
import { words } from '../words.ts';
import { Outcome, titleOf, When, Who } from './cells.tsx';

type View = PageView<unknown, { readonly entries: readonly ShownEvent[]; readonly older: string | null }>;

function Entries(view: View) {
  const { locale, person, output } = view;
  const { columns, own, noReason } = words(locale);
  const titles = view.traced();
  const rows = output.entries.map((event) => ({
    cells: [
      <When at={event.at} locale={locale} />, titleOf(event, titles, locale), event.person === person?.id ? own.you : <Who event={event} locale={locale} />,
      event.purpose === null ? noReason : <UserText text={event.purpose} />, <Outcome outcome={event.outcome} locale={locale} />,
    ],
  }));
  return <Table caption={own.title} captionHidden columns={[columns.when, columns.what, columns.who, columns.why, columns.outcome].map((text) => ({ text }))} rows={rows} />;
}

export function OwnPage(view: View) {
  const { locale, output } = view;
  const { own, list } = words(locale);
  return (
    <>
      <HeadingGroup title={own.title} lead={own.lead} />
      {output.entries.length === 0 ? <EmptyState title={own.none}><p>{own.noneText}</p></EmptyState> : <Entries {...view} />}
      {output.older !== null && <p><Link href={`/account/traces?before=${output.older}`}>{list.older}</Link></p>}
    </>
  );
}
