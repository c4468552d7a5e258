/** Systems in an order that follows inheritance (engine.md §2). */
import type { Id, System } from './document.ts';

/** Every system after the one it runs on. Walks up with a list of its own: a chain of platforms can be long. */
export const platformsFirst = (systems: readonly System[]): readonly System[] => {
  const byId = new Map(systems.map((system) => [system.id, system]));
  const placed = new Set<Id>();
  return systems.flatMap((system) => {
    const waiting: System[] = [];
    for (let at: System | undefined = system; at && !placed.has(at.id); at = at.runsOn === undefined ? undefined : byId.get(at.runsOn)) {
      placed.add(at.id);
      waiting.push(at);
    }
    return waiting.reverse();
  });
};
