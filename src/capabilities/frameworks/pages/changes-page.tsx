/** Two editions side by side, and what the newer one does to our own landscape. */
import type { FormView, PageView } from '../../../platform/screen.ts';
import type { Locale } from '../../../platform/words.ts';
import { Breadcrumb } from '../../../ui/breadcrumb/component.tsx';
import { ButtonLink } from '../../../ui/button/component.tsx';
import { Disclosure } from '../../../ui/disclosure/component.tsx';
import { FormPage } from '../../../ui/form-page/component.tsx';
import { HeadingGroup } from '../../../ui/heading-group/component.tsx';
import { UserText } from '../../../ui/link/component.tsx';
import { PlainList } from '../../../ui/plain-list/component.tsx';
import { Section } from '../../../ui/section/component.tsx';
import { Table } from '../../../ui/table/component.tsx';
import type { Changes, Side } from '../shown-changes.ts';
import { words } from '../words.ts';
import { levelText, scoreText } from './standing-parts.tsx';

type Props = { readonly output: Changes; readonly locale: Locale };

const figures = (locale: Locale, scale: Changes['scale']): readonly (readonly [string, (side: Side) => string])[] => {
  const { changes } = words(locale);
  const counted = [[changes.met, ({ met }: Side) => String(met)], [changes.unmet, ({ unmet }: Side) => String(unmet)], [changes.unknown, ({ unknown }: Side) => String(unknown)]] as const;
  return scale === 'met' ? counted : [[changes.level, ({ level }: Side) => levelText(locale, level)], [changes.score, ({ score }: Side) => scoreText(locale, score)], ...counted];
};

const Effect = ({ output, locale }: Props) => {
  const { changes, partColumns } = words(locale);
  const columns = [{ text: changes.effect, hiddenText: true }, { text: changes.before, numeric: true }, { text: changes.after, numeric: true }];
  const [first, second] = figures(locale, output.scale);
  const rows = output.parts.map(({ name, before, after }) => ({ cells: [<UserText text={name} />, ...[first, second].flatMap((figure) => (figure ? [figure[1](before), figure[1](after)] : []))] }));
  const partHead = [{ text: partColumns.name }, ...[first, second].flatMap((figure) => (figure ? [{ text: `${figure[0]}: ${changes.before.toLowerCase()}`, numeric: true }, { text: `${figure[0]}: ${changes.after.toLowerCase()}`, numeric: true }] : []))];
  return (
    <Section title={changes.effect} lead={changes.effectLead}>
      <Table caption={changes.effect} captionHidden narrow="scroll" columns={columns} rows={figures(locale, output.scale).map(([name, of]) => ({ cells: [name, of(output.before), of(output.after)] }))} />
      <p>{changes.along(output.along.carried, output.along.kept)}</p>
      {rows.length === 0 ? <p>{changes.effectNone}</p> : <Disclosure summary={changes.parts(output.parts.length, output.partCount)}><Table caption={changes.parts(output.parts.length, output.partCount)} captionHidden columns={partHead} rows={rows} /></Disclosure>}
    </Section>
  );
};

const Weights = ({ output, locale }: Props) => {
  const { changes, objective } = words(locale);
  if (output.weights.length === 0) return null;
  const rows = output.weights.map(({ name, before, after }) => ({ cells: [name, String(before), String(after)] }));
  return <Section title={changes.weights} lead={changes.weightsLead}><Table caption={changes.weights} captionHidden narrow="scroll" columns={[{ text: objective }, { text: changes.before, numeric: true }, { text: changes.after, numeric: true }]} rows={rows} /></Section>;
};

const Moves = ({ output, locale }: Props) => {
  const { changes } = words(locale);
  const rows = output.moves.map(({ from, to, kind, answers }) => ({ cells: [from, changes.kinds[kind], to.length === 0 ? '–' : <PlainList items={to} />, String(answers)] }));
  return (
    <>
      <Section title={changes.added}>{output.added.length === 0 ? <p>{changes.nothingAdded}</p> : <ul>{output.added.map((name) => <li>{name}</li>)}</ul>}</Section>
      <Section title={changes.moves}><Table caption={changes.moves} captionHidden columns={[{ text: changes.point }, { text: changes.kind }, { text: changes.to }, { text: changes.answers, numeric: true }]} rows={rows} /></Section>
    </>
  );
};

export const ChangesPage = ({ view }: { readonly view: PageView<unknown, Changes> }) => {
  const { output, locale } = view;
  const text = words(locale);
  const { changes } = text;
  const take = view.may('framework:change') && !output.taken && <ButtonLink kind="primary" href={`/frameworks/${output.to.id}/take`}>{changes.takeLink}</ButtonLink>;
  return (
    <>
      <Breadcrumb label={text.title} items={[{ href: '/frameworks', text: text.title }, { href: `/frameworks/${output.to.id}`, text: output.to.name }]} current={changes.title(output.to.name)} />
      <HeadingGroup title={changes.title(output.to.name)} lead={<><p>{changes.lead(output.from.name, output.to.name)}</p>{output.taken && <p>{changes.taken}</p>}</>} actions={take} />
      <Effect output={output} locale={locale} />
      <Weights output={output} locale={locale} />
      <Moves output={output} locale={locale} />
    </>
  );
};

export const TakeForm = ({ view }: { readonly view: FormView<Changes> }) => {
  const { changes } = words(view.locale);
  const { to, along } = view.extra;
  return <FormPage view={view} title={changes.take(to.name)} lead={<><p>{changes.along(along.carried, along.kept)}</p><p>{changes.takeLead}</p></>} button={changes.takeButton} back={{ href: `/frameworks/${to.id}/changes`, text: changes.back }} />;
};
