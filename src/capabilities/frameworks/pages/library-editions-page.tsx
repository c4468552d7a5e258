/** Editions of the library, the newest first: what came, changed or went, and what of our own it touches. */
import { showDay } from '../../../platform/dates.ts';
import type { PageView } from '../../../platform/screen.ts';
import { Breadcrumb } from '../../../ui/breadcrumb/component.tsx';
import { HeadingGroup } from '../../../ui/heading-group/component.tsx';
import { NamedLink } from '../../../ui/link/component.tsx';
import { Section } from '../../../ui/section/component.tsx';
import { Table } from '../../../ui/table/component.tsx';
import type { LibraryEditions } from '../shown-editions.ts';
import { words } from '../words.ts';

type View = PageView<unknown, LibraryEditions>;
type Edition = LibraryEditions['editions'][number];

const Changes = ({ view, edition }: { readonly view: View; readonly edition: Edition }) => {
  const { editions } = words(view.locale);
  const rows = edition.changes.map(({ name, href, kind, touches }) => {
    const touched = [touches.claims > 0 && editions.claims(touches.claims), touches.rules > 0 && editions.rules(touches.rules), touches.answers > 0 && editions.answers(touches.answers)].filter((one) => typeof one === 'string');
    return { cells: [<NamedLink href={href} text={name} />, editions.kinds[kind], touched.length === 0 ? editions.nothing : touched.join(', ')] };
  });
  return <Table caption={edition.name} captionHidden columns={[{ text: editions.entry }, { text: editions.change }, { text: editions.touches }]} rows={rows} />;
};

export const LibraryEditionsPage = ({ view }: { readonly view: View }) => {
  const text = words(view.locale);
  return (
    <>
      <Breadcrumb label={text.title} items={[{ href: '/frameworks', text: text.title }]} current={text.editions.title} />
      <HeadingGroup title={text.editions.title} lead={text.editions.lead} />
      {view.output.editions.map((edition) => <Section title={`${edition.name} (${showDay(edition.date, view.locale)})`} lead={edition.what}>{edition.changes.length > 0 && <Changes view={view} edition={edition} />}</Section>)}
    </>
  );
};
