import type { Landscape } from '../../../core/landscape/document.ts';
import { showMoment } from '../../../platform/dates.ts';
import type { Locale } from '../../../platform/words.ts';
import type { PageView } from '../../../platform/screen.ts';
import { Button, ButtonLink } from '../../../ui/button/component.tsx';
import { Difference as DifferenceView } from '../../../ui/difference/component.tsx';
import { EmptyState } from '../../../ui/empty-state/component.tsx';
import { Form } from '../../../ui/form/component.tsx';
import { HeadingGroup } from '../../../ui/heading-group/component.tsx';
import type { History, ShownChange } from '../shown-change.ts';
import { words } from '../words.ts';
import { describeDifference } from './describe-difference.ts';

/** A first import may touch hundreds of things; the page shows the first of them and says how many there are. */
const shownItems = 20;

const Change = ({ change, landscape, locale, may }: { readonly change: ShownChange; readonly landscape: Landscape; readonly locale: Locale; readonly may: boolean }) => {
  const text = words(locale);
  const described = describeDifference(change.difference, landscape, locale);
  const by = change.personName === null ? '' : ` ${text.history.by(change.personName)}`;
  const what = change.undoes === null ? text.history.cause[change.cause] : text.history.undoes(change.undoes);
  return (
    <li class="regie-stack">
      <p><strong>{change.revision}. {what}{by}</strong> <span class="regie-quiet">{showMoment(change.at, locale)} · {text.history.count(described.length)}</span></p>
      <details class="regie-disclosure">
        <summary>{text.history.show}</summary>
        <DifferenceView label={text.history.show} items={described.slice(0, shownItems)} texts={text.difference} />
        {described.length > shownItems && <p class="regie-quiet">{text.history.more(described.length - shownItems)}</p>}
      </details>
      {may && change.mayUndo && change.revision > 1 && (
        <Form action={`/landscape/history/${change.revision}/undo`}><Button kind="secondary" label={`${text.history.undo}: ${change.revision}`}>{text.history.undo}</Button></Form>
      )}
    </li>
  );
};

export const HistoryPage = ({ view }: { readonly view: PageView<object, History> }) => {
  const text = words(view.locale);
  const { title, lead, empty } = text.history;
  const { changes, landscape } = view.output;
  const actions = (
    <>
      {view.may('landscape:change') && <ButtonLink href="/landscape/import">{text.import.title}</ButtonLink>}
      <ButtonLink href="/landscape/export.yaml">{text.export.yaml}</ButtonLink>
      <ButtonLink href="/landscape/export.json">{text.export.json}</ButtonLink>
    </>
  );
  return (
    <>
      <HeadingGroup title={title} lead={lead} actions={actions} />
      {changes.length === 0 ? <EmptyState title={empty} /> : <ol class="regie-plain-list regie-stack">{changes.map((change) => <Change change={change} landscape={landscape} locale={view.locale} may={view.may('landscape:change')} />)}</ol>}
    </>
  );
};
