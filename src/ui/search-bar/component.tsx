import type { Child } from 'hono/jsx';
import { Button } from '../button/component.tsx';
import { HiddenValues } from '../form/component.tsx';
import { Glyph } from '../icon/component.tsx';
import { Link } from '../link/component.tsx';
import { safeHref } from '../url.ts';

type SearchBarProps = {
  readonly id: string;
  readonly action: string;
  readonly label: string;
  readonly submit: string;
  readonly name?: string | undefined;
  readonly value?: string | undefined;
  /** Kept as they are, such as the sort order. */
  readonly hidden?: Readonly<Record<string, string>> | undefined;
  /** More to narrow down by: `Select`s. */
  readonly filters?: Child;
  /** Shown while something narrows the list. */
  readonly reset?: { readonly href: string; readonly text: string } | undefined;
};

export const SearchBar = ({ id, action, label, submit, name = 'q', value, hidden, filters, reset }: SearchBarProps) => (
  <search class="regie-search">
    <form class="regie-search__form" action={safeHref(action)} method="get">
      <HiddenValues values={hidden} />
      <div class="regie-field regie-search__words">
        <label class="regie-field__label" for={id}>{label}</label>
        <input class="regie-input" type="search" id={id} name={name} value={value} autocomplete="off" />
      </div>
      {filters}
      <Button kind="secondary"><Glyph name="search" /> {submit}</Button>
      {reset && <Link href={reset.href} class="regie-search__reset">{reset.text}</Link>}
    </form>
  </search>
);
