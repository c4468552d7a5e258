import { ToneMark } from '../icon/component.tsx';

export type FieldFault = { readonly name: string; readonly message: string };

type ErrorSummaryProps = {
  readonly title: string;
  readonly faults: readonly FieldFault[];
  /** The id of the field with this name; without it the name itself. */
  readonly idOf?: ((name: string) => string) | undefined;
  readonly level?: 2 | 3 | undefined;
};

/** What is wrong with a form, first thing on the page; each line leads to its field. Renders nothing without faults. */
export const ErrorSummary = ({ title, faults, idOf = (name) => name, level = 2 }: ErrorSummaryProps) => {
  if (faults.length === 0) return null;
  const Heading = `h${level}` as const;
  return (
    <div class="regie-errors" role="alert" tabindex={-1} data-focus-first>
      <Heading class="regie-errors__title"><ToneMark tone="bad" /> <span>{title}</span></Heading>
      <ul>{faults.map(({ name, message }) => <li><a href={`#${encodeURIComponent(idOf(name))}`}>{message}</a></li>)}</ul>
    </div>
  );
};
