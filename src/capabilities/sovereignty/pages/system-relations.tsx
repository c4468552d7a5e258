/** What the system holds, under which contracts it runs, what it needs and who needs it. */
import type { Need } from '../../../core/landscape/document.ts';
import { DefinitionList } from '../../../ui/definition-list/component.tsx';
import { NamedLink } from '../../../ui/link/component.tsx';
import { Columns, Section, Stack } from '../../../ui/section/component.tsx';
import { Table } from '../../../ui/table/component.tsx';
import { dateText, factAnswer } from '../spoken.ts';
import { words } from '../words.ts';
import { nameIn, type SystemPageView } from './system-page-view.ts';

const SystemLink = ({ id, view }: { readonly id: string; readonly view: SystemPageView }) => <NamedLink href={`/systems/${id}`} text={nameIn(view, 'system', id)} />;

const NeedItem = ({ need, view }: { readonly need: Need; readonly view: SystemPageView }) =>
  typeof need === 'string' ? <li><SystemLink id={need} view={view} /></li> : <li>{need.anyOf.map((id, at) => <>{at > 0 && ` ${words(view.locale).or} `}<SystemLink id={id} view={view} /></>)} <span class="regie-quiet">{words(view.locale).relations.oneIsEnough}</span></li>;

const Needs = ({ view }: { readonly view: SystemPageView }) => {
  const text = words(view.locale).relations;
  const { runsOn, needs = [] } = view.output.system;
  return (
    <Section level={3} title={text.needs}>
      {runsOn === undefined && needs.length === 0 ? <p class="regie-quiet">{text.needsNothing}</p> : (
        <ul>{runsOn !== undefined && <li>{text.runsOn} <SystemLink id={runsOn} view={view} /></li>}{needs.map((need) => <NeedItem need={need} view={view} />)}</ul>
      )}
    </Section>
  );
};

const NeededBy = ({ view }: { readonly view: SystemPageView }) => {
  const { relations: text, criticality } = words(view.locale);
  const { services, systems, servicesCount, systemsCount } = view.output.neededBy;
  const hidden = servicesCount + systemsCount - services.length - systems.length;
  return (
    <Section level={3} title={text.neededBy}>
      {services.length + systems.length === 0 ? <p class="regie-quiet">{text.neededByNobody}</p> : (
        <ul>
          {services.map(({ id, name, criticality: weight, maxDowntimeHours }) => <li><NamedLink href={`/services/${id}`} text={name} /> <span class="regie-quiet">{text.service(criticality[weight].toLowerCase())}{maxDowntimeHours !== undefined && `, ${text.downtime(maxDowntimeHours)}`}</span></li>)}
          {systems.map(({ id, kind }) => <li><SystemLink id={id} view={view} /> <span class="regie-quiet">{text.by[kind]}</span></li>)}
          {hidden > 0 && <li class="regie-quiet">{text.andMore(hidden)}</li>}
        </ul>
      )}
    </Section>
  );
};

const Contracts = ({ view }: { readonly view: SystemPageView }) => {
  const text = words(view.locale).relations;
  const { contracts } = view.output;
  return (
    <Section level={3} title={text.contracts}>
      {contracts.length === 0 ? <p class="regie-quiet">{text.noContract}</p> : (
        <Table
          caption={text.contracts} captionHidden columns={[text.contract, text.provider, text.until, text.notice].map((column) => ({ text: column }))}
          rows={contracts.map(({ id, provider, end, noticeDays, running }) => ({ cells: [
            <><NamedLink href={`/contracts/${id}`} text={nameIn(view, 'contract', id)} /><br /><small class="regie-quiet">{id}</small></>, <NamedLink href={`/providers/${provider}`} text={nameIn(view, 'provider', provider)} />,
            <>{end === undefined ? text.open : dateText(view.locale, end)}{!running && <span class="regie-quiet"> ({text.notRunning})</span>}</>, noticeDays === undefined ? <span class="regie-quiet">{words(view.locale).unknown}</span> : text.days(noticeDays),
          ] }))}
        />
      )}
    </Section>
  );
};

function recoveryWords(view: SystemPageView): string {
  const { recovery: text } = words(view.locale).relations;
  const { recovery } = view.output.system;
  if (recovery === undefined) return words(view.locale).unknown;
  if (recovery === 'none') return text.none;
  const { declaredHours, testedHours, testedOn } = recovery;
  const said = [declaredHours === undefined ? [] : text.declared(declaredHours), testedHours === undefined ? [] : text.tested(testedHours, testedOn === undefined ? words(view.locale).unknown : dateText(view.locale, testedOn))].flat();
  return said.length === 0 ? words(view.locale).unknown : said.join('; ');
}

const Facts = ({ view }: { readonly view: SystemPageView }) => {
  const { relations: text, unknown, datasets } = words(view.locale);
  const { system } = view.output;
  const spoken = (fact: 'delivery' | 'deployment'): string => (system[fact] === undefined ? unknown : factAnswer(view.knowledge, view.locale, fact, system[fact]));
  const held = view.output.datasets.map(({ id, name }, at) => <>{at > 0 && ', '}<NamedLink href={`/datasets/${id}`} text={name} /></>);
  return (
    <DefinitionList items={[
      { term: datasets.title, value: held.length === 0 ? text.noData : <>{held}</> },
      { term: text.delivery, value: spoken('delivery') },
      { term: text.deployment, value: spoken('deployment') },
      { term: text.recovery.title, value: recoveryWords(view) },
    ]} />
  );
};

export const Relations = ({ view }: { readonly view: SystemPageView }) => (
  <Section title={words(view.locale).relations.title} id="relations">
    <Stack><Facts view={view} /><Contracts view={view} /></Stack>
    <Columns><Needs view={view} /><NeededBy view={view} /></Columns>
  </Section>
);
