import type { PageView } from '../../../platform/screen.ts';
import { Card, CardGrid } from '../../../ui/card/component.tsx';
import { HeadingGroup } from '../../../ui/heading-group/component.tsx';
import { Notice } from '../../../ui/notice/component.tsx';
import { Section } from '../../../ui/section/component.tsx';
import type { RolesToChoose } from '../roles.ts';
import { words } from '../words.ts';

/** Where the conversation begins: with people. */
const firstLayer = 8;

export const RolesPage = ({ view: { locale, output } }: { readonly view: PageView<unknown, RolesToChoose> }) => {
  const { roles, treatment } = words(locale);
  return (
    <>
      <HeadingGroup title={roles.title} lead={roles.lead} />
      <Notice kind="info" title={treatment.title}><ul>{treatment.points.map((point) => <li>{point}</li>)}</ul></Notice>
      <Section title={roles.choose}>
        <CardGrid>
          {output.roles.map(({ role, answered }) => <Card title={roles.names[role]} href={`/conversation/answers/${role}/${firstLayer}`}>{answered > 0 && <p class="regie-quiet">{roles.progress(answered, output.questions)}</p>}</Card>)}
        </CardGrid>
      </Section>
    </>
  );
};
