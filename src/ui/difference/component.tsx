import { Glyph } from '../icon/component.tsx';
import { UserText } from '../link/component.tsx';

export type DifferenceKind = 'added' | 'removed' | 'changed';
export type FieldChange = { readonly field: string; readonly before?: string | undefined; readonly after?: string | undefined };
export type DifferenceItem = { readonly kind: DifferenceKind; readonly title: string; readonly about?: string | undefined; readonly changes?: readonly FieldChange[] | undefined };
type DifferenceTexts = Readonly<Record<DifferenceKind | 'before' | 'after' | 'nothing', string>>;

const Change = ({ change: { field, before, after }, texts }: { readonly change: FieldChange; readonly texts: DifferenceTexts }) => (
  <div class="regie-difference__change">
    <dt>{field}</dt>
    <dd><span class="regie-hidden">{texts.before}: </span><del>{before === undefined ? texts.nothing : <UserText text={before} />}</del></dd>
    <dd><span class="regie-hidden">{texts.after}: </span><ins>{after === undefined ? texts.nothing : <UserText text={after} />}</ins></dd>
  </div>
);

/** What would become different: each thing added, removed or changed, with its fields before and after. */
export const Difference = ({ items, texts, label }: { readonly label: string; readonly items: readonly DifferenceItem[]; readonly texts: DifferenceTexts }) => (
  <ul class="regie-difference" aria-label={label}>
    {items.map(({ kind, title, about, changes = [] }) => (
      <li class={`regie-difference__item regie-difference__item--${kind}`}>
        <p><span class="regie-difference__kind"><Glyph name={kind} /> {texts[kind]}</span> <strong><UserText text={title} /></strong>{about && <span class="regie-quiet"> {about}</span>}</p>
        {changes.length > 0 && <dl>{changes.map((change) => <Change change={change} texts={texts} />)}</dl>}
      </li>
    ))}
  </ul>
);
