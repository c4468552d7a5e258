import type { RemovalGround } from '../../../core/continuity/removed.ts';
import type { Id } from '../../../core/landscape/document.ts';
import { countryOf, providerName, type Speaker } from '../spoken.ts';
import type { Names } from '../telling.ts';
import { words } from '../words.ts';

/** Why this provider is gone. The one that was chosen is said to be chosen. */
export function groundWord(speaker: Speaker, names: Names, ground: RemovalGround, id: Id): string {
  const text = words(speaker.locale).simulation.ground;
  if (ground.kind === 'provider') return text.provider;
  if (ground.kind === 'group') return ground.of === id ? text.provider : text.group(providerName(names, ground.of));
  const reach = text.country(countryOf(speaker, ground.country));
  const through = ground.through.filter((other) => other !== id);
  return through.length === 0 ? reach : text.through(reach, through.map((other) => providerName(names, other)).join(', '));
}
