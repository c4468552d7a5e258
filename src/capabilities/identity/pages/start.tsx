/** The four ways in. */
import { ButtonLink } from '../../../ui/button/component.tsx';
import { Card, CardGrid } from '../../../ui/card/component.tsx';
import { CompassRose } from '../../../ui/compass/component.tsx';
import { HeadingGroup } from '../../../ui/heading-group/component.tsx';
import { Notice } from '../../../ui/notice/component.tsx';
import { Columns, Section } from '../../../ui/section/component.tsx';
import type { PageView } from '../../../platform/screen.ts';
import { words } from '../words.ts';

type View = PageView<unknown, { readonly setUp: boolean }>;

/** Pages of other slices, by address: this slice knows none of them. Who asks no permission may be anybody. */
const ways = [
  { name: 'conversation', to: '/conversation', asks: null },
  { name: 'example', to: '/example', asks: 'landscape:read' },
  { name: 'import', to: '/landscape/import', asks: 'landscape:change' },
  { name: 'empty', to: '/organisation/edit', asks: 'ambition:change' },
] as const;

/** Before the first account a visitor is led past setting up, and then on to where they were going. */
const addressOf = ({ output }: View, { to, asks }: (typeof ways)[number]): string => (asks === null || output.setUp ? to : `/set-up?${new URLSearchParams({ next: to })}`);

const Ways = ({ view }: { readonly view: View }) => {
  const { start } = words(view.locale);
  const shown = ways.filter(({ asks }) => asks === null || view.person === null || view.may(asks));
  return (
    <CardGrid>
      {shown.map((way) => (
        <Card title={start[way.name]} href={addressOf(view, way)}>
          <p>{start[`${way.name}Text`]}</p>
          {way.asks !== null && view.person === null && <p class="regie-quiet">{start.askFirst}</p>}
        </Card>
      ))}
    </CardGrid>
  );
};

export function StartPage(view: View) {
  const { start, setUp, signIn } = words(view.locale);
  const actions = view.person || !view.output.setUp ? null : <ButtonLink href="/sign-in" kind="primary">{signIn.title}</ButtonLink>;
  return (
    <>
      <HeadingGroup title={start.title} lead={start.lead} actions={actions} emblem={<CompassRose size={180} />} />
      {!view.output.setUp && <Notice kind="info" title={start.setUpFirst}><p>{start.setUpText}</p><ButtonLink href="/set-up" kind="primary">{setUp.title}</ButtonLink></Notice>}
      <Section title={start.ways}><Ways view={view} /></Section>
      <Section title={start.stands}>
        <Columns>
          <Section title={start.layersTitle} level={3}><p>{start.layersText}</p></Section>
          <Section title={start.peopleTitle} level={3}><p>{start.peopleText}</p></Section>
          <Section title={start.careTitle} level={3}><p>{start.careText}</p></Section>
        </Columns>
      </Section>
    </>
  );
}
