import { ButtonLink, ButtonRow } from '../../../ui/button/component.tsx';
import { NamedLink } from '../../../ui/link/component.tsx';
import { Section } from '../../../ui/section/component.tsx';
import { Table } from '../../../ui/table/component.tsx';
import { Tag } from '../../../ui/tag/component.tsx';
import type { Fall } from '../provider-fall.ts';
import type { Locale } from '../../../platform/words.ts';
import { words } from '../words.ts';

type Props = { readonly locale: Locale; readonly id: string; readonly fall: Fall };
type Stopped = Fall['stopped'][number];

/** The simulation shows them all. */
const shownServices = 10;

const PromiseTag = ({ locale, service }: { readonly locale: Locale; readonly service: Stopped }) => {
  const text = words(locale).provider.fall;
  if (service.maxDowntimeHours === null) return <span class="regie-quiet">{text.none}</span>;
  if (service.breaksPromise === 'unknown') return <Tag tone="unknown">{text.perhaps}</Tag>;
  return service.breaksPromise === 'yes' ? <Tag tone="bad">{text.broken}</Tag> : <Tag tone="good">{text.kept}</Tag>;
};

const StoppedTable = ({ locale, fall }: Omit<Props, 'id'>) => {
  const { fall: text } = words(locale).provider;
  const { criticality } = words(locale).provider;
  const hours = (count: number | null, otherwise: string) => (count === null ? <span class="regie-quiet">{otherwise}</span> : text.hours(count));
  return (
    <Table
      caption={text.title} captionHidden
      columns={[{ text: text.service }, { text: text.importance }, { text: text.allowed }, { text: text.takes }, { text: text.promise }]}
      rows={fall.stopped.slice(0, shownServices).map((service) => ({
        cells: [
          <NamedLink href={`/services/${service.id}`} text={service.name} />, criticality[service.criticality as keyof typeof criticality],
          hours(service.maxDowntimeHours, text.noPromise), <>{hours(service.hoursToRestore, text.never)}{service.mayTakeLonger && ` ${text.orMore}`}</>, <PromiseTag locale={locale} service={service} />,
        ],
      }))}
    />
  );
};

/** What stops for certain, what may stop, and the way to the whole simulation. */
export const ProviderFall = ({ locale, id, fall }: Props) => {
  const text = words(locale).provider.fall;
  const maybe = fall.services.upper - fall.services.lower;
  const more = fall.stopped.length - shownServices;
  return (
    <Section title={text.title} lead={text.lead(fall.group)} id="fall">
      {fall.stopped.length === 0 ? <p>{text.nothing}</p> : <StoppedTable locale={locale} fall={fall} />}
      {more > 0 && <p>{text.more(more)}</p>}
      {maybe > 0 && <p class="regie-prose">{text.maybe(maybe)}</p>}
      <ButtonRow><ButtonLink href={`/simulation?without=group:${id}`}>{text.simulate}</ButtonLink></ButtonRow>
    </Section>
  );
};
