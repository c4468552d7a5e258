/** Five ways of looking that anyone may put on. INVARIANT: chosen by the reader, assigned to nobody, remembered nowhere. */
import type { Locale } from '../../../platform/words.ts';
import { Card, CardGrid } from '../../../ui/card/component.tsx';
import { DefinitionList } from '../../../ui/definition-list/component.tsx';
import { Link } from '../../../ui/link/component.tsx';
import { Notice } from '../../../ui/notice/component.tsx';
import { ScreenOnly, Sheet } from '../../../ui/paper/component.tsx';
import { Section } from '../../../ui/section/component.tsx';
import { Tag } from '../../../ui/tag/component.tsx';
import type { Conversation, Glass } from '../questionnaire.ts';
import { words } from '../words.ts';

const page = '/conversation';
const withGlass = (id: string): string => `${page}?${new URLSearchParams({ glass: id })}#layer-8`;

/** `De bril van …` in the middle of a sentence. */
const lowered = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

const GlassCard = ({ glass, on, locale }: { readonly glass: Glass; readonly on: boolean; readonly locale: Locale }) => {
  const text = words(locale).glass;
  const items = [
    { term: text.traits, value: glass.traits },
    { term: text.technology, value: glass.technology },
    { term: text.ethics, value: glass.ethics },
    { term: text.question, value: <strong>{glass.question}</strong> },
  ];
  return (
    <Card title={glass.name}>
      <DefinitionList items={items} shape="stacked" />
      <ScreenOnly>{on ? <><Tag tone="info">{text.onShort}</Tag> <Link href={`${page}#glasses`}>{text.takeOff}</Link></> : <Link href={withGlass(glass.id)} label={`${text.putOn}: ${glass.name}`}>{text.putOn}</Link>}</ScreenOnly>
    </Card>
  );
};

export const Glasses = ({ glasses: { name, intro, items }, on, locale }: { readonly glasses: Conversation['glasses']; readonly on: Glass | undefined; readonly locale: Locale }) => (
  <Sheet id="glasses">
    <Section title={name} lead={<><p>{intro}</p><ScreenOnly><p>{words(locale).glass.nothingKept}</p></ScreenOnly></>}>
      <CardGrid size="wide">{items.map((glass) => <GlassCard glass={glass} on={glass.id === on?.id} locale={locale} />)}</CardGrid>
    </Section>
  </Sheet>
);

/** Beside the questions of each layer, while a glass is on. */
export const ThroughGlass = ({ glass, locale }: { readonly glass: Glass; readonly locale: Locale }) => {
  const text = words(locale).glass;
  return (
    <Notice kind="info" title={text.on(lowered(glass.name))}>
      <p>{glass.question}</p>
      <ScreenOnly><Link href={`${page}#glasses`}>{text.takeOff}</Link></ScreenOnly>
    </Notice>
  );
};
