/** What a scenario does: a sentence, the picture, every reason, and what to restore first. Also the page that the command writes. */
import type { Id } from '../../../core/landscape/document.ts';
import type { Rendered } from '../../../platform/screen.ts';
import { type FailureColumn, type FailureItem, FailurePicture } from '../../../ui/failure-picture/component.tsx';
import { Disclosure } from '../../../ui/disclosure/component.tsx';
import { NamedLink } from '../../../ui/link/component.tsx';
import { Notice } from '../../../ui/notice/component.tsx';
import { Section } from '../../../ui/section/component.tsx';
import { Table } from '../../../ui/table/component.tsx';
import { allInOrder, draggedInOrder, hitInOrder, kindOf, servicesInOrder } from '../failing.ts';
import { hasNever, hitWords, hoursWord, listed, promiseOf, providerName, reasonSteps, reasonWord, recoveryOf, recoveryWord, restoreWord, serviceName, type Speaker, systemName, unknownWords } from '../spoken.ts';
import type { SimulationTold } from '../telling.ts';
import { words } from '../words.ts';
import { groundWord } from './ground-word.ts';

/** Where a name leads; nowhere in a file that stands alone. */
export type Hrefs = (kind: 'service' | 'system' | 'provider', id: Id) => string | undefined;
export type Part = { readonly speaker: Speaker; readonly told: SimulationTold; readonly hrefs: Hrefs };

/** In a picture nobody reads more; the list below has them all. */
const inPicture = 6;
/** Rows that stand open; the others are a click away, and all of them on paper. */
const inSight = 5;

const figuresOf = ({ speaker, told }: Part, id: Id): FailureItem['figures'] => {
  const { restore } = words(speaker.locale);
  return [
    { term: restore.declared, value: restoreWord(speaker.locale, told, id, 'declared') },
    { term: restore.tested, value: restoreWord(speaker.locale, told, id, 'tested') },
  ];
};

function hitItem(part: Part, id: Id): FailureItem {
  const { speaker, told, hrefs } = part;
  return { name: systemName(told.names, id), href: hrefs('system', id), because: hitWords(speaker, told.names, told.answer.hitBy[id] ?? [])[0], figures: figuresOf(part, id) };
}

const draggedItem = (part: Part, id: Id): FailureItem => ({ name: systemName(part.told.names, id), href: part.hrefs('system', id), because: reasonWord(part.speaker, part.told, id), figures: figuresOf(part, id) });

function serviceItem(part: Part, broken: ReadonlySet<Id>, id: Id): FailureItem {
  const { speaker, told, hrefs } = part;
  const { restore } = words(speaker.locale);
  const promise = promiseOf(told.names, id);
  const isBroken = broken.has(id) && promise !== undefined;
  return {
    name: serviceName(told.names, id),
    href: hrefs('service', id),
    because: reasonWord(speaker, told, id),
    figures: figuresOf(part, id),
    broken: isBroken ? restore.broken(hoursWord(speaker.locale, promise)) : undefined,
  };
}

const column = (part: Part, title: string, summary: string, ids: readonly Id[], item: (id: Id) => FailureItem): FailureColumn => {
  const left = ids.length - inPicture;
  const shown = ids.slice(0, left > 1 ? inPicture : ids.length).map(item);
  return { title, summary, items: left > 1 ? [...shown, { name: words(part.speaker.locale).simulation.moreInList(left) }] : shown };
};

const Picture = (part: Part) => {
  const { told, speaker } = part;
  const text = words(speaker.locale);
  const broken = new Set(told.answer.breaches.tested);
  const [hit, dragged, services] = [hitInOrder(told), draggedInOrder(told), servicesInOrder(told)];
  const promises = text.count.promises(String(broken.size));
  const felt = services.length === 1 ? text.simulation.feltOne(promises) : text.simulation.feltSummary(text.count.services(String(services.length)), promises);
  return (
    <FailurePicture
      label={text.simulation.picture}
      columns={[
        column(part, text.simulation.hit, text.simulation.hitSummary(text.count.systems(String(hit.length))), hit, (id) => hitItem(part, id)),
        column(part, text.simulation.dragged, dragged.length === 0 ? text.simulation.draggedNone : text.simulation.draggedSummary(text.count.systems(String(dragged.length))), dragged, (id) => draggedItem(part, id)),
        column(part, text.simulation.felt, felt, services, (id) => serviceItem(part, broken, id)),
      ]}
    />
  );
};

/** What the numbers stand on, in words. */
export const Explained = ({ speaker, told }: Part) => {
  const { tells, count } = words(speaker.locale);
  const { restore } = words(speaker.locale);
  const { answer } = told;
  const unknown = answer.unknown.length;
  return (
    <div class="regie-prose">
      <p>{tells.because}{answer.breaches.declared.length !== answer.breaches.tested.length && <> {tells.onPaper(unknown > 0 ? count.atLeast(String(answer.breaches.declared.length)) : String(answer.breaches.declared.length))}</>}</p>
      {hasNever(told) && <p>{restore.neverMeans}</p>}
      {unknown > 0 && <p>{tells.unknown(count.systems(String(unknown)))}</p>}
    </div>
  );
};

const nameOf = ({ told, hrefs }: Part, id: Id): Rendered => {
  const kind = kindOf(told, id);
  return <NamedLink href={hrefs(kind, id)} text={kind === 'service' ? serviceName(told.names, id) : systemName(told.names, id)} />;
};

/** One kind of thing: all services, or all systems. */
const WhyTable = ({ part, ids, caption }: { readonly part: Part; readonly ids: readonly Id[]; readonly caption: string }) => {
  const { speaker, told } = part;
  const text = words(speaker.locale);
  const { name, reason, promise, declared, tested } = text.simulation.whyColumns;
  const rows = ids.map((id) => {
    const hours = promiseOf(told.names, id);
    const isService = kindOf(told, id) === 'service';
    const promised = hours === undefined ? text.restore.noPromise : hoursWord(speaker.locale, hours);
    return {
      highlighted: told.answer.breaches.tested.includes(id),
      cells: [
        nameOf(part, id), reasonSteps(speaker, told, id).join(' → '), ...(isService ? [promised] : []),
        restoreWord(speaker.locale, told, id, 'declared'), restoreWord(speaker.locale, told, id, 'tested'),
      ],
    };
  });
  const ofServices = ids[0] !== undefined && kindOf(told, ids[0]) === 'service';
  return <Table caption={caption} captionHidden columns={[name, reason, ...(ofServices ? [promise] : []), declared, tested].map((column) => ({ text: column }))} rows={rows} />;
};

/** Broken promises in sight; the services that hold and the systems folded, unless there is nothing before them. */
const Why = ({ part, ids }: { readonly part: Part; readonly ids: readonly Id[] }) => {
  const { speaker, told } = part;
  const text = words(speaker.locale);
  const broken = new Set(told.answer.breaches.tested);
  const services = ids.filter((id) => kindOf(told, id) === 'service');
  const groups = [
    { title: text.simulation.whyBroken, count: text.count.services, ids: services.filter((id) => broken.has(id)) },
    { title: text.simulation.whyHolds, count: text.count.services, ids: services.filter((id) => !broken.has(id)) },
    { title: text.simulation.whySystems, count: text.count.systems, ids: ids.filter((id) => kindOf(told, id) === 'system') },
  ].filter((group) => group.ids.length > 0);
  return (
    <>
      {groups.map((group, at) => (
        <Disclosure summary={`${group.title}: ${group.count(String(group.ids.length))}`} open={at === 0}>
          <WhyTable part={part} ids={group.ids} caption={group.title} />
        </Disclosure>
      ))}
    </>
  );
};

const First = ({ part, atMost }: { readonly part: Part; readonly atMost: number }) => {
  const { speaker, told } = part;
  const text = words(speaker.locale).simulation;
  const { restore } = words(speaker.locale);
  const { name, for: forService, promise, declared, tested } = text.firstColumns;
  const rows = told.answer.restoreFirst.slice(0, atMost).map(({ system, service, maxDowntimeHours }, at) => {
    const recovery = recoveryOf(told.names, system);
    return {
      cells: [
        <>{at + 1}. {nameOf(part, system)}</>, service === undefined ? text.forNone : nameOf(part, service), service === undefined ? '–' : maxDowntimeHours === null ? restore.noPromise : hoursWord(speaker.locale, maxDowntimeHours),
        recoveryWord(speaker.locale, recovery, 'declared'), recoveryWord(speaker.locale, recovery, 'tested'),
      ],
    };
  });
  const left = told.answer.restoreFirst.length - rows.length;
  const FirstTable = (table: { readonly rows: typeof rows }) => <Table caption={text.first} captionHidden columns={[name, forService, promise, declared, tested].map((column) => ({ text: column }))} rows={table.rows} />;
  return (
    <Section title={text.first} lead={<p>{text.firstLead}</p>}>
      <FirstTable rows={rows.slice(0, inSight)} />
      {rows.length > inSight && <Disclosure summary={text.others(rows.length - inSight)}><FirstTable rows={rows.slice(inSight)} /></Disclosure>}
      {left > 0 && <p class="regie-quiet">{text.moreInList(left)}</p>}
    </Section>
  );
};

const MightBe = ({ part, atMost }: { readonly part: Part; readonly atMost: number }) => {
  const { speaker, told, hrefs } = part;
  const text = words(speaker.locale);
  const { unknown, unknownBecause } = told.answer;
  if (unknown.length === 0) return null;
  return (
    <Section title={text.simulation.mightBe} lead={<p>{text.simulation.mightBeLead(text.count.systems(String(unknown.length)))}</p>}>
      <ul>
        {unknown.slice(0, atMost).map((id) => <li><NamedLink href={hrefs('system', id)} text={systemName(told.names, id)} />: {unknownWords(speaker, unknownBecause[id] ?? [])}</li>)}
      </ul>
      {unknown.length > atMost && <p class="regie-quiet">{text.simulation.moreInList(unknown.length - atMost)}</p>}
    </Section>
  );
};

const Also = ({ part }: { readonly part: Part }) => {
  const { speaker, told, hrefs } = part;
  const text = words(speaker.locale);
  const gone = Object.entries(told.answer.removed.providers);
  if (gone.length === 0) return null;
  return (
    <Section title={text.simulation.also} lead={<p>{gone.length === 1 ? text.simulation.alsoLeadOne : text.simulation.alsoLead(text.count.groups(String(gone.length)))}</p>}>
      <Disclosure summary={text.simulation.alsoShow} open={gone.length <= inSight}><ul>{gone.map(([id, grounds]) => <li><NamedLink href={hrefs('provider', id)} text={providerName(told.names, id)} />: {listed(speaker.locale, grounds.map((ground) => groundWord(speaker, told.names, ground, id)))}</li>)}</ul></Disclosure>
    </Section>
  );
};

export type ResultProps = Part & {
  /** Which of all that fails the list shows, with what pages it; without it, all. */
  readonly list?: { readonly ids: readonly Id[]; readonly pages: Rendered } | undefined;
  /** The longest that a list without pages becomes. */
  readonly atMost: number;
};

/** Everything but the sentence, which stands where the page begins. */
export const SimulationResult = ({ list, atMost, ...part }: ResultProps) => {
  const text = words(part.speaker.locale).simulation;
  const all = list?.ids ?? allInOrder(part.told);
  const nothing = part.told.answer.failed.systems.length === 0;
  return (
    <>
      {nothing ? null : <Section title={text.result}><Picture {...part} /></Section>}
      <MightBe part={part} atMost={atMost} />
      {nothing ? null : <First part={part} atMost={atMost} />}
      {nothing ? null : <Section title={text.why} lead={<p>{text.whyLead}</p>} id="why"><Why part={part} ids={all} />{list?.pages}</Section>}
      <Also part={part} />
    </>
  );
};

/** For a reader in a hurry: what it comes to, and what to make of it. */
export const Outcome = (props: Part & { readonly sentence: string }) => (
  <Notice kind={props.told.answer.breaches.tested.length > 0 ? 'error' : props.told.atMost.systems > 0 ? 'warning' : 'success'} title={props.sentence} live><Explained {...props} /></Notice>
);
