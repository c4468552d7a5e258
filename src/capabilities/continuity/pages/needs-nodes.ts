/** What a service needs as a tree; what stands in several places is drawn out once. */
import type { Id, Need } from '../../../core/landscape/document.ts';
import type { Locale } from '../../../platform/words.ts';
import type { NeedsNode } from '../../../ui/needs-tree/component.tsx';
import type { ShownService } from '../shown.ts';
import { recoveryWord } from '../spoken.ts';
import { words } from '../words.ts';
import { hrefTo } from './href-to.ts';

/** A larger tree is no picture any more; the tables have everything. */
const thingsAtMost = 120;
const levelsAtMost = 7;

export type Drawn = { readonly nodes: readonly NeedsNode[]; /** Systems that did not get into the picture. */ readonly left: number };

export function needsNodes({ needs, systems }: Pick<ShownService, 'needs' | 'systems'>, locale: Locale): Drawn {
  const text = words(locale);
  const drawn = new Set<Id>();

  const thing = (id: Id, level: number, how: string | undefined): NeedsNode => {
    const system = Object.hasOwn(systems, id) ? systems[id] : undefined;
    const before = drawn.has(id);
    drawn.add(id);
    const restore = text.service.restoreNote(recoveryWord(locale, system?.recovery, 'declared'), recoveryWord(locale, system?.recovery, 'tested'));
    const goesOn = system !== undefined && !before && level < levelsAtMost;
    return { kind: 'thing', name: system?.name ?? id, href: hrefTo('system', id), how, note: before ? text.service.above : restore, needs: goesOn ? below(system, level + 1) : [] };
  };
  const need = (stated: Need, level: number): readonly NeedsNode[] => {
    if (drawn.size >= thingsAtMost) return [];
    if (typeof stated === 'string') return [thing(stated, level, undefined)];
    return [{ kind: 'one-of', label: text.service.oneOf, needs: stated.anyOf.map((id) => thing(id, level, undefined)) }];
  };
  const below = ({ runsOn, needs: stated }: ShownService['systems'][Id], level: number): readonly NeedsNode[] =>
    [...(runsOn === undefined || drawn.size >= thingsAtMost ? [] : [thing(runsOn, level, text.service.runsOn)]), ...stated.flatMap((one) => need(one, level))];

  const nodes = needs.flatMap((stated) => need(stated, 1));
  return { nodes, left: Object.keys(systems).length - drawn.size };
}
