/** The parts of a framework's page: the picture, what holds back, point by point. */
import type { Locale } from '../../../platform/words.ts';
import { showDay } from '../../../platform/dates.ts';
import { Disclosure } from '../../../ui/disclosure/component.tsx';
import type { Tone } from '../../../ui/icon/component.tsx';
import { Link, NamedLink } from '../../../ui/link/component.tsx';
import { PlainList } from '../../../ui/plain-list/component.tsx';
import { Prose, Section } from '../../../ui/section/component.tsx';
import { ShareBar } from '../../../ui/share-bar/component.tsx';
import { Table } from '../../../ui/table/component.tsx';
import { Tag } from '../../../ui/tag/component.tsx';
import type { Bounds } from '../../../core/frameworks/standing.ts';
import type { ShownCriterion, ShownGroup } from '../shown.ts';
import type { ShownFramework } from '../shown-framework.ts';
import { words } from '../words.ts';

type Props = { readonly output: ShownFramework; readonly locale: Locale };

export const stateTones: Readonly<Record<ShownCriterion['state'], Tone>> = { met: 'good', unmet: 'bad', unknown: 'unknown', 'not-applicable': 'neutral' };
const rounded = (locale: Locale, figure: number): string => new Intl.NumberFormat(locale, { maximumFractionDigits: 0 }).format(figure);
export const scoreText = (locale: Locale, score: Bounds | null): string => (score === null ? '–' : words(locale).between(rounded(locale, score.lower), rounded(locale, score.upper)));
export const levelText = (locale: Locale, level: Bounds | null): string => (level === null ? '–' : words(locale).between(String(level.lower), String(level.upper)));

const Picture = ({ output: { counts, scale }, locale }: Props) => {
  const text = words(locale);
  const states = scale === 'levels' ? text.levelStates : text.states;
  const shares = [['met', counts.met], ['unmet', counts.unmet], ['unknown', counts.unknown], ['not-applicable', counts.notApplicable]] as const;
  return <ShareBar label={text.standing} shares={shares.map(([state, count]) => ({ tone: stateTones[state], text: states[state], count }))} />;
};

const Objectives = ({ output: { groups }, locale }: Props) => {
  const text = words(locale);
  const rows = groups.map(({ code, name, weight, level, score }) => ({ cells: [code ? `${code} ${name}` : name, String(weight), levelText(locale, level), scoreText(locale, score)] }));
  return <Table caption={text.objective} captionHidden narrow="scroll" columns={[{ text: text.objective }, { text: text.weight, numeric: true }, { text: text.level, numeric: true }, { text: text.score, numeric: true }]} rows={rows} />;
};

/** Their word for a level stands behind a click: nobody meets it who did not ask. */
const Levels = ({ output, locale }: Props) => {
  const text = words(locale);
  const { level, score } = output;
  if (level === null || score === null) return <p>{text.nothingApplies}</p>;
  return (
    <>
      <Prose><p><strong>{text.levelNow(level.lower, level.upper)}</strong> {text.scoreNow(rounded(locale, score.lower), rounded(locale, score.upper))}</p>{output.partCount > 0 && <p>{text.levelWhole}</p>}</Prose>
      <Disclosure summary={text.inTheirWords}><Prose><p><strong>{text.seal(level.lower, level.upper)}</strong></p><p>{text.sealText}</p></Prose><Objectives output={output} locale={locale} /></Disclosure>
    </>
  );
};

export const Standing = ({ output, locale }: Props) => (
  <Section title={words(locale).standing}>
    {output.scale === 'levels' && <Levels output={output} locale={locale} />}
    <Picture output={output} locale={locale} />
  </Section>
);

const all = ({ groups }: Pick<ShownFramework, 'groups'>): readonly ShownCriterion[] => groups.flatMap(({ criteria }) => criteria);

const Why = ({ criterion, locale }: { readonly criterion: ShownCriterion; readonly locale: Locale }) => {
  const text = words(locale);
  const telling = criterion.heard.filter(({ said }) => said === 'no');
  const list = telling.length > 0 ? telling : criterion.heard.filter(({ said }) => said !== 'unknown');
  return <>{list.map(({ name, said, from, more }) => <p class="regie-quiet">{name}: {text.said[said]}{from.length > 0 && <> ({from.map(({ text: where, href }, at) => <>{at > 0 && ', '}<NamedLink href={href} text={where} /></>)}{more > 0 && ` ${text.more(more)}`})</>}</p>)}</>;
};

export const HoldsBack = ({ output, locale }: Props) => {
  const text = words(locale);
  const ids = output.scale === 'levels' ? output.holdsBack : all(output).filter(({ state, applies }) => state === 'unmet' && applies).map(({ id }) => id);
  const holding = all(output).filter(({ id }) => ids.includes(id));
  const open = output.scale === 'levels' ? output.mayHoldBack.length : 0;
  return (
    <Section title={text.holdsBack} lead={holding.length > 0 ? (output.scale === 'levels' ? text.holdsBackLead : text.holdsBackMet) : undefined}>
      {holding.length === 0 ? <p>{text.nothingHolds}</p> : <ul>{holding.map((one) => <li><Link href={`#${one.id}`}>{one.name}</Link>{one.step !== '' && output.scale === 'levels' && `: ${one.step}`}<Why criterion={one} locale={locale} /></li>)}</ul>}
      {open > 0 && <p>{text.mayHoldBack(open)}</p>}
    </Section>
  );
};

const Marks = ({ criterion, locale }: { readonly criterion: ShownCriterion; readonly locale: Locale }) => {
  const text = words(locale);
  const marks = [
    criterion.cliff && text.cliff, criterion.neverLowers && text.neverLowers, criterion.covers === 'part' && criterion.state === 'unknown' && text.partly, criterion.open && text.asks1,
    criterion.nobodyKnows && text.nobodyKnows, criterion.answer?.kind === 'carried' && text.carried, !criterion.applies && criterion.appliesFrom && text.notYet(showDay(criterion.appliesFrom, locale)),
  ].filter((mark) => typeof mark === 'string');
  return marks.length === 0 ? null : <p class="regie-quiet">{marks.join(' · ')}</p>;
};

const Grounds = ({ criterion, locale }: { readonly criterion: ShownCriterion; readonly locale: Locale }) => (
  <>{criterion.law.map(({ law, article }) => <p class="regie-quiet"><Link href={`/library/laws/${law}`}>{article === undefined ? law : words(locale).article(article)}</Link></p>)}</>
);

const libraryKinds = { measure: 'measures', clause: 'clauses' } as const;
const Rests = ({ criterion, locale }: { readonly criterion: ShownCriterion; readonly locale: Locale }) => {
  const text = words(locale);
  const items = criterion.heard.map(({ kind, id, name, said, from, more }) => (
    <>
      {kind === 'measure' || kind === 'clause' ? <Link href={`/library/${libraryKinds[kind]}/${id}`}>{name}</Link> : name}: {text.said[said]}
      {from.length > 0 && <span class="regie-quiet"> ({from.map(({ text: where, href }, at) => <>{at > 0 && ', '}<NamedLink href={href} text={where} /></>)}{more > 0 && ` ${text.more(more)}`})</span>}
    </>
  ));
  const { answer } = criterion;
  const own = answer && <>{text.answered([answer.kind === 'nobody-knows' || answer.kind === 'not-applicable' ? text.answers[answer.kind] : answer.text, answer.reason].filter((part) => part !== '').join('. '))}{answer.evidence !== '' && <span class="regie-quiet"> ({answer.evidence})</span>}</>;
  return <>{criterion.contradicted && <p><Tag tone="caution">{text.contradicted}</Tag></p>}{items.length > 0 || own ? <PlainList items={own ? [...items, own] : items} /> : null}</>;
};

const GroupTable = ({ group, scale, locale, remove }: { readonly group: ShownGroup; readonly scale: ShownFramework['scale']; readonly locale: Locale; readonly remove?: ((id: string) => string) | undefined }) => {
  const text = words(locale);
  const states = scale === 'levels' ? text.levelStates : text.states;
  const rows = group.criteria.map((one) => ({
    id: one.id,
    cells: [
      <>{one.name}{one.code && one.law.length === 0 && <span class="regie-quiet"> {one.code}</span>}<Grounds criterion={one} locale={locale} />{remove && <p><Link href={remove(one.id)}>{text.own.remove}</Link></p>}</>,
      <><Tag tone={stateTones[one.state]}>{states[one.state]}</Tag>{one.step !== '' && scale === 'levels' && <p>{one.step}</p>}<Marks criterion={one} locale={locale} /></>,
      <Rests criterion={one} locale={locale} />,
    ],
  }));
  return <Table caption={group.name} captionHidden columns={[{ text: text.point }, { text: text.standing }, { text: text.where, prose: true }]} rows={rows} />;
};

const summaryOf = ({ code, name, counts }: ShownGroup, scale: ShownFramework['scale'], locale: Locale): string => {
  const text = words(locale);
  const label = code && scale === 'met' ? `${name} (${code})` : name;
  return `${label}: ${text.partStanding(counts.met, counts.unmet, counts.unknown)}`;
};

export const PointByPoint = ({ output, locale }: Props) => (
  <Section title={words(locale).criteria}>
    {output.groups.map((group) => <Disclosure summary={summaryOf(group, output.scale, locale)} open={output.groups.length < 4}><GroupTable group={group} scale={output.scale} locale={locale} /></Disclosure>)}
  </Section>
);

export const OwnTable = ({ group, framework, locale, mayChange }: { readonly group: ShownGroup; readonly framework: string; readonly locale: Locale; readonly mayChange: boolean }) => (
  <GroupTable group={group} scale="met" locale={locale} remove={mayChange ? (id) => `/frameworks/${framework}/own/${id}/remove` : undefined} />
);
