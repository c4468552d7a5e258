import type { FormView } from '../../../platform/screen.ts';
import { Button, ButtonLink, ButtonRow } from '../../../ui/button/component.tsx';
import { ErrorSummary } from '../../../ui/error-summary/component.tsx';
import { FileInput } from '../../../ui/file-input/component.tsx';
import { Form } from '../../../ui/form/component.tsx';
import { HeadingGroup } from '../../../ui/heading-group/component.tsx';
import { TextArea } from '../../../ui/text-area/component.tsx';
import { bind, bindOptional, fieldId } from '../forms/form-parts.tsx';
import { words } from '../words.ts';

/** Where in the document; the form's own fields need no place. */
const placeOf = (path: string): string => (path === '' || path === 'file' || path === 'text' ? '' : `${path}: `);

export const ImportForm = ({ view }: { readonly view: FormView<unknown> }) => {
  const text = words(view.locale);
  const { title, lead, file, fileHint, or, read } = text.import;
  const { value: _, ...chosen } = bind(view, 'file', { label: file, hint: fileHint });
  return (
    <>
      <ErrorSummary title={view.faultsTitle} faults={view.faults.map(({ name, message }) => ({ name: fieldId('file'), message: `${placeOf(name)}${message}` }))} />
      <HeadingGroup title={title} lead={lead} />
      <Form action={view.action} upload>
        <FileInput {...chosen} name="file" accept=".yaml,.yml,.json" />
        <TextArea {...bindOptional(view, 'text', { label: or, hint: '' })} rows={8} />
        <ButtonRow><Button>{read}</Button><ButtonLink kind="link" href="/">{text.cancel}</ButtonLink></ButtonRow>
      </Form>
    </>
  );
};
