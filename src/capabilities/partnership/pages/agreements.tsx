/** With whom something is shared, and one agreement by itself. */
import { showDay } from '../../../platform/dates.ts';
import type { PageView } from '../../../platform/screen.ts';
import type { Locale } from '../../../platform/words.ts';
import { ButtonLink, ButtonRow } from '../../../ui/button/component.tsx';
import { DefinitionList } from '../../../ui/definition-list/component.tsx';
import { EmptyState } from '../../../ui/empty-state/component.tsx';
import { HeadingGroup } from '../../../ui/heading-group/component.tsx';
import { Link, UserText } from '../../../ui/link/component.tsx';
import { Section } from '../../../ui/section/component.tsx';
import { Table } from '../../../ui/table/component.tsx';
import { Tag } from '../../../ui/tag/component.tsx';
import type { AgreementState } from '../agreement.ts';
import type { ShownAgreement } from '../shown-agreement.ts';
import { words } from '../words.ts';

const tones = { proposed: 'caution', 'in-force': 'good', over: 'neutral', ended: 'neutral' } as const satisfies Record<AgreementState, string>;
const StateTag = ({ state, locale }: { readonly state: AgreementState; readonly locale: Locale }) => <Tag tone={tones[state]}>{words(locale).states[state]}</Tag>;
const whoToWhom = ({ direction, other }: ShownAgreement, locale: Locale): string => words(locale)[direction](other);

type ListView = PageView<unknown, { readonly code: string; readonly agreements: readonly ShownAgreement[] }>;

const Agreements = ({ view: { locale, output } }: { readonly view: ListView }) => {
  const text = words(locale);
  const rows = output.agreements.map((agreement) => ({
    cells: [<Link href={`/partners/${agreement.id}`}>{agreement.programme}</Link>, <UserText text={whoToWhom(agreement, locale)} />, text.upToWords[agreement.upTo], showDay(agreement.until, locale), <StateTag state={agreement.state} locale={locale} />],
  }));
  return <Table caption={text.title} captionHidden columns={[{ text: text.programme }, { text: text.direction }, { text: text.upTo }, { text: text.until }, { text: text.state }]} rows={rows} />;
};

export const PartnersPage = ({ view }: { readonly view: ListView }) => {
  const text = words(view.locale);
  const propose = view.may('partnership:sign') && <ButtonLink href="/partners/propose" kind="primary">{text.propose}</ButtonLink>;
  return (
    <>
      <HeadingGroup title={text.title} lead={text.lead} actions={view.output.agreements.length > 0 && propose} />
      {view.output.agreements.length > 0 ? <Agreements view={view} /> : <EmptyState title={text.none} actions={propose}><p>{text.noneText}</p></EmptyState>}
      <Section title={text.code} lead={text.codeText}><p><code>{view.output.code}</code></p></Section>
    </>
  );
};

export const AgreementPage = ({ view }: { readonly view: PageView<unknown, ShownAgreement> }) => {
  const { locale, output: agreement } = view;
  const text = words(locale);
  const isOpen = agreement.state === 'proposed' || agreement.state === 'in-force';
  const maySign = view.may('partnership:sign');
  const items = [
    { term: text.direction, value: <UserText text={whoToWhom(agreement, locale)} /> },
    { term: text.programme, value: agreement.programme },
    { term: text.upTo, value: text.upToWords[agreement.upTo] },
    { term: text.until, value: showDay(agreement.until, locale) },
    { term: text.state, value: <StateTag state={agreement.state} locale={locale} /> },
  ];
  return (
    <>
      <HeadingGroup title={text.agreement(agreement.programme)} lead={text[`${agreement.direction}Lead`](agreement.other)} />
      <DefinitionList items={items} />
      <ButtonRow>
        {maySign && agreement.direction === 'inward' && agreement.state === 'proposed' && <ButtonLink kind="primary" href={`/partners/${agreement.id}/accept`}>{text.accept}</ButtonLink>}
        {maySign && isOpen && <ButtonLink href={`/partners/${agreement.id}/end`}>{text.end}</ButtonLink>}
        <ButtonLink kind="link" href="/partners">{text.back}</ButtonLink>
      </ButtonRow>
    </>
  );
};
