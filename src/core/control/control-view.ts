/** All of engine.md §3 about one set of providers, under one reading. */
import type { Id, Provider } from '../landscape/document.ts';
import type { Reading } from '../library/library.ts';
import { remember } from '../remember.ts';
import { chainWithin, controlledBy, controllers, type Controlled, type Controllers } from './controllers.ts';
import { operatorsFor, type OperatorsOf } from './operators.ts';
import { ownershipOf, type Holding, type Ownership } from './ownership.ts';
import { reaches, type Reaches } from './reach.ts';

export type ControlView = {
  readonly ownership: Ownership;
  readonly controllers: Controllers;
  readonly reaches: Reaches;
  readonly operatorsOf: OperatorsOf;
  /** The holdings that give the one control over the other; empty between an entity and itself. */
  readonly holdingsBetween: (entity: Id, controlled: Id) => readonly Holding[];
};

export const controlView = (providers: readonly Provider[], reading: Reading): ControlView => {
  const ownership = ownershipOf(providers);
  const control = controllers(ownership);
  return {
    ownership,
    controllers: control,
    reaches: reaches(ownership, control, reading),
    operatorsOf: operatorsFor(providers),
    holdingsBetween: holdingsIn(ownership),
  };
};

/** Remembers what the entities that were asked about control: few are ever asked about, but those often. */
const holdingsIn = (ownership: Ownership): ControlView['holdingsBetween'] => {
  const known = new Map<Id, ReadonlyMap<Id, Controlled>>();
  return (entity, controlled) => {
    if (entity === controlled) return [];
    const under = known.get(entity) ?? remember(known, entity, controlledBy(ownership, entity));
    return chainWithin(under, controlled) ?? [];
  };
};
