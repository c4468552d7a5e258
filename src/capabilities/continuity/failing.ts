/** In which order a reader meets what fails. */
import type { Criticality, Id } from '../../core/landscape/document.ts';
import { byName } from './list.ts';
import { criticalityOf, isService, serviceName, systemName } from './spoken.ts';
import type { SimulationTold } from './telling.ts';

const weight: Readonly<Record<Criticality, number>> = { essential: 0, important: 1, normal: 2 };

/** Broken promises first, then by importance, then by name. */
export function servicesInOrder({ answer, names }: SimulationTold): readonly Id[] {
  const broken = new Set(answer.breaches.tested);
  return answer.failed.services.toSorted((a, b) =>
    Number(broken.has(b)) - Number(broken.has(a)) || weight[criticalityOf(names, a)] - weight[criticalityOf(names, b)] || byName(serviceName(names, a), serviceName(names, b)));
}

/** What was hit, the most pressing to restore first. */
export const hitInOrder = ({ answer }: SimulationTold): readonly Id[] => answer.restoreFirst.map(({ system }) => system);

/** What fails because something else does. */
export function draggedInOrder({ answer, names }: SimulationTold): readonly Id[] {
  const hit = new Set(answer.hit);
  return answer.failed.systems.filter((id) => !hit.has(id)).toSorted((a, b) => byName(systemName(names, a), systemName(names, b)));
}

/** Services, then what drags them along, then what is hit. */
export const allInOrder = (told: SimulationTold): readonly Id[] => [...servicesInOrder(told), ...draggedInOrder(told), ...hitInOrder(told)];

export const kindOf = ({ names }: SimulationTold, id: Id): 'service' | 'system' => (isService(names, id) ? 'service' : 'system');
