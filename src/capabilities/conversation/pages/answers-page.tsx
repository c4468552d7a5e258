/** All answers, roles side by side. Counts say what there is to talk about; no role and no person is counted. */
import type { PageView } from '../../../platform/screen.ts';
import type { Locale } from '../../../platform/words.ts';
import { ButtonLink, PrintButton } from '../../../ui/button/component.tsx';
import { DefinitionList } from '../../../ui/definition-list/component.tsx';
import { EmptyState } from '../../../ui/empty-state/component.tsx';
import { HeadingGroup } from '../../../ui/heading-group/component.tsx';
import { LayerHeading } from '../../../ui/layer-heading/component.tsx';
import type { LayerNumber } from '../../../ui/layer-name/component.tsx';
import { Link } from '../../../ui/link/component.tsx';
import { Notice } from '../../../ui/notice/component.tsx';
import { Question, QuestionPair } from '../../../ui/question/component.tsx';
import { Section, Stack } from '../../../ui/section/component.tsx';
import { ShareBar } from '../../../ui/share-bar/component.tsx';
import { Table } from '../../../ui/table/component.tsx';
import { Voices } from '../../../ui/voices/component.tsx';
import { type AnsweredLayer, type Asked, nobodyKnows, type Overview } from '../overview.ts';
import { words } from '../words.ts';

type Shown = { readonly names: ReadonlyMap<string, string>; readonly locale: Locale };

/** Each question once: a difference comes before what nobody knows. */
const Picture = ({ layers, locale }: { readonly layers: Overview['layers']; readonly locale: Locale }) => {
  const { picture, shares } = words(locale).answers;
  const all = layers.flatMap(({ asked }) => asked);
  const count = (holds: (one: Asked) => boolean): number => all.filter(holds).length;
  return (
    <ShareBar
      label={picture}
      shares={[
        { tone: 'info', text: shares.differs, count: count(({ differs }) => differs) },
        { tone: 'unknown', text: shares.unknown, count: count(({ differs, unknown }) => unknown && !differs) },
        { tone: 'neutral', text: shares.same, count: count(({ answered, differs, unknown }) => answered && !differs && !unknown) },
        { tone: 'gap', text: shares.open, count: count(({ answered }) => !answered) },
      ]}
    />
  );
};

const PerLayer = ({ layers, locale }: { readonly layers: Overview['layers']; readonly locale: Locale }) => {
  const text = words(locale).answers;
  const { layer, answered, differs, unknown } = text.columns;
  const rows = layers.map((one) => ({ cells: [<Link href={`#layer-${one.layer}`}>{words(locale).layer(one.layer, one.name)}</Link>, text.of(one.answered, one.questions), one.differs, one.unknown] }));
  return <Table caption={text.table} captionHidden narrow="scroll" columns={[{ text: layer }, { text: answered, numeric: true }, { text: differs, numeric: true }, { text: unknown, numeric: true }]} rows={rows} />;
};

/** Who says what, by answer: "Yes" says: board member, CISO. */
function said({ voices }: Asked, { names, locale }: Shown): string[] {
  const { roles, answers } = words(locale);
  return [...Map.groupBy(voices, ({ answer }) => answer)].map(([answer, same]) => answers.says(names.get(answer) ?? answer, [...new Set(same.map(({ role }) => roles.names[role]))].join(', ')));
}

const Invitation = ({ asked, shown }: { readonly asked: Asked; readonly shown: Shown }) => {
  const text = words(shown.locale).answers;
  if (asked.differs) return <Notice kind="info" title={text.differs}><p>{said(asked, shown).join(' ')}</p><p>{text.differsText}</p></Notice>;
  return asked.unknown ? <Notice kind="info" title={text.unknown}><p>{text.unknownText}</p></Notice> : null;
};

const AskedBlock = ({ asked, shown }: { readonly asked: Asked; readonly shown: Shown }) => {
  const { answers, roles } = words(shown.locale);
  const voices = asked.voices.map(({ role, answer, note, own }) => ({
    who: roles.names[role], answer: shown.names.get(answer) ?? answer, tone: answer === nobodyKnows ? 'unknown' as const : 'neutral' as const, note: note || undefined, own: own ? answers.own : undefined,
  }));
  return (
    <Question text={asked.question}>
      {voices.length === 0 ? <p class="regie-quiet">{answers.notYet}</p> : <Voices label={asked.question} voices={voices} />}
      <Invitation asked={asked} shown={shown} />
    </Question>
  );
};

const LayerAnswers = ({ layer, shown }: { readonly layer: AnsweredLayer; readonly shown: Shown }) => (
  <section id={`layer-${layer.layer}`}>
    <Stack>
      <LayerHeading layer={layer.layer as LayerNumber} name={layer.name} about={layer.about} />
      <QuestionPair>{layer.asked.map((asked) => <AskedBlock asked={asked} shown={shown} />)}</QuestionPair>
    </Stack>
  </section>
);

/** Layers nobody said anything about: their questions, without a wall of empty boxes. */
const Open = ({ layers, locale }: { readonly layers: readonly AnsweredLayer[]; readonly locale: Locale }) => {
  if (layers.length === 0) return null;
  const text = words(locale);
  const items = layers.map(({ layer, name, asked }) => ({ term: text.layer(layer, name), value: <ul id={`layer-${layer}`}>{asked.map(({ question }) => <li>{question}</li>)}</ul> }));
  return <Section title={text.answers.open} lead={<p>{text.answers.openLead}</p>}><DefinitionList items={items} /></Section>;
};

const Actions = ({ locale }: { readonly locale: Locale }) => {
  const text = words(locale);
  return (
    <>
      <ButtonLink kind="primary" href="/conversation/roles">{text.answers.answer}</ButtonLink>
      <ButtonLink href="/conversation/answers/export">{text.answers.export}</ButtonLink>
      <PrintButton>{text.print}</PrintButton>
    </>
  );
};

const Nothing = ({ locale }: { readonly locale: Locale }) => {
  const { answers } = words(locale);
  const actions = <><ButtonLink kind="primary" href="/conversation/roles">{answers.answer}</ButtonLink><ButtonLink href="/conversation">{answers.read}</ButtonLink></>;
  return <EmptyState title={answers.emptyTitle} actions={actions}><p>{answers.empty}</p></EmptyState>;
};

export const AnswersPage = ({ view: { locale, output } }: { readonly view: PageView<unknown, Overview> }) => {
  const { answers } = words(locale);
  if (output.answered === 0) return <><HeadingGroup kicker={output.name} title={answers.title} lead={answers.leadNone} /><Nothing locale={locale} /></>;
  const shown = { locale, names: new Map(output.answers.map(({ id, name }) => [id, name])) };
  return (
    <>
      <HeadingGroup kicker={output.name} title={answers.title} lead={answers.lead(output.questions, output.answered, output.differs, output.unknown)} actions={<Actions locale={locale} />} />
      <Section title={answers.table}><Picture layers={output.layers} locale={locale} /><PerLayer layers={output.layers} locale={locale} /></Section>
      {output.layers.filter(({ answered }) => answered > 0).map((layer) => <LayerAnswers layer={layer} shown={shown} />)}
      <Open layers={output.layers.filter(({ answered }) => answered === 0)} locale={locale} />
    </>
  );
};
