import { ToneMark } from '../icon/component.tsx';

export type FieldFault = { readonly fieldId: string; readonly text: string };

/** What is wrong with a form, first thing on the page; each line leads to its field. Renders nothing without faults. */
export const ErrorSummary = ({ title, faults, level = 2 }: { readonly title: string; readonly faults: readonly FieldFault[]; readonly level?: 2 | 3 | undefined }) => {
  if (faults.length === 0) return null;
  const Heading = `h${level}` as const;
  return (
    <div class="regie-errors" role="alert" tabindex={-1} data-focus-first>
      <Heading class="regie-errors__title"><ToneMark tone="bad" /> <span>{title}</span></Heading>
      <ul>{faults.map(({ fieldId, text }) => <li><a href={`#${encodeURIComponent(fieldId)}`}>{text}</a></li>)}</ul>
    </div>
  );
};
