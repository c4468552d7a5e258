/** What asks a decision of the board now: each with why, and where to go. */
import type { Child } from 'hono/jsx';
import { Card, CardGrid } from '../../../ui/card/component.tsx';
import { NamedLink } from '../../../ui/link/component.tsx';
import type { Cockpit } from '../cockpit.ts';
import type { ContractMoment } from '../summary.ts';
import { showDay } from '../../../platform/dates.ts';
import type { Locale } from '../../../platform/words.ts';
import { words } from '../words.ts';

/** A card names the first few; the page it leads to has them all. */
const namedAtMost = 5;

type Named = { readonly href: string; readonly text: string; readonly note?: string };

const List = ({ items, locale, more }: { readonly items: readonly Named[]; readonly locale: Locale; readonly more: string }) => (
  <>
    <ul class="regie-plain-list">{items.slice(0, namedAtMost).map(({ href, text, note }) => <li><NamedLink href={href} text={text} />{note && <span class="regie-quiet"> {note}</span>}</li>)}</ul>
    <p>{items.length > namedAtMost && `${words(locale).decide.andMore(items.length - namedAtMost)} – `}<NamedLink href={more} text={words(locale).decide.see} /></p>
  </>
);

function momentText({ kind, on, days }: ContractMoment, locale: Locale): string {
  const { decide } = words(locale);
  return kind === 'notice' ? decide.notice(showDay(on, locale), days) : decide.end(showDay(on, locale), days);
}

export const ToDecide = ({ cockpit, locale }: { readonly cockpit: Cockpit; readonly locale: Locale }): Child => {
  const text = words(locale).decide;
  const { forbidden, moments, contradictions, missed } = cockpit;
  if (forbidden.length + moments.length + contradictions + missed.length === 0) return <p>{text.none}</p>;
  return (
    <CardGrid>
      {forbidden.length > 0 && (
        <Card title={text.forbidden(forbidden.length)}>
          <p>{text.forbiddenWhy}</p>
          <List items={forbidden.map(({ id, name }) => ({ href: `/systems/${id}`, text: name }))} locale={locale} more={`/systems?verdict=${cockpit.worst}`} />
        </Card>
      )}
      {missed.length > 0 && <Card title={text.layers(missed.join(', '))}><p>{text.layersWhy}</p><p><NamedLink href="/organisation" text={words(locale).layers.changeAmbition} /></p></Card>}
      {moments.length > 0 && (
        <Card title={text.contracts(moments.length)}>
          <p>{text.contractsWhy}</p>
          <List items={moments.map((moment) => ({ href: `/contracts/${moment.id}`, text: moment.provider, note: momentText(moment, locale) }))} locale={locale} more="/contracts" />
        </Card>
      )}
      {contradictions > 0 && <Card title={text.contradictions(contradictions)}><p>{text.contradictionsWhy}</p><p><NamedLink href="/evidence" text={text.see} /></p></Card>}
    </CardGrid>
  );
};
