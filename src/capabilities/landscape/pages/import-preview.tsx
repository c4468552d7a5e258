import type { Difference } from '../../../core/landscape/difference.ts';
import type { Landscape } from '../../../core/landscape/document.ts';
import type { PageView } from '../../../platform/screen.ts';
import { Button, ButtonLink, ButtonRow } from '../../../ui/button/component.tsx';
import { Difference as DifferenceView } from '../../../ui/difference/component.tsx';
import { Form } from '../../../ui/form/component.tsx';
import { HeadingGroup } from '../../../ui/heading-group/component.tsx';
import { Notice } from '../../../ui/notice/component.tsx';
import { words } from '../words.ts';
import { countOf, describeDifference } from './describe-difference.ts';

type Preview = { readonly landscape: Landscape; readonly difference: Difference; readonly fileName: string; readonly stale: boolean };

export const ImportPreview = ({ view }: { readonly view: PageView<{ id: string }, Preview> }) => {
  const text = words(view.locale);
  const described = describeDifference(view.output.difference, view.output.landscape, view.locale);
  const lead = described.length === 0 ? text.import.same : text.import.previewLead(countOf(described, 'added'), countOf(described, 'changed'), countOf(described, 'removed'));
  return (
    <>
      <HeadingGroup kicker={view.output.fileName || undefined} title={text.import.previewTitle} lead={lead} />
      {view.output.stale && <Notice kind="warning" title={text.import.stale} />}
      {described.length > 0 && !view.output.stale && (
        <Form action={`/landscape/imports/${view.input.id}/apply`}>
          <ButtonRow><Button>{text.import.apply}</Button><ButtonLink kind="link" href="/landscape/import">{text.cancel}</ButtonLink></ButtonRow>
        </Form>
      )}
      <DifferenceView label={text.import.previewTitle} items={described} texts={text.difference} />
    </>
  );
};
