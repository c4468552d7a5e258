import type { FormView } from '../../../platform/screen.ts';
import { Button, ButtonLink, ButtonRow } from '../../../ui/button/component.tsx';
import { CompassRose } from '../../../ui/compass/component.tsx';
import { ErrorSummary } from '../../../ui/error-summary/component.tsx';
import { Form } from '../../../ui/form/component.tsx';
import { HeadingGroup } from '../../../ui/heading-group/component.tsx';
import { Prose } from '../../../ui/section/component.tsx';
import { words } from '../words.ts';

export const ExampleForm = ({ view }: { readonly view: FormView<unknown> }) => {
  const { example, cancel } = words(view.locale);
  return (
    <>
      <ErrorSummary title={view.faultsTitle} faults={view.faults} idOf={() => 'main'} />
      <HeadingGroup title={example.title} lead={example.lead} emblem={<CompassRose size={180} />} />
      <Prose><ul>{example.points.map((point) => <li>{point}</li>)}</ul></Prose>
      <Form action={view.action}>
        <ButtonRow><Button>{example.open}</Button><ButtonLink kind="link" href="/start">{cancel}</ButtonLink></ButtonRow>
      </Form>
    </>
  );
};
