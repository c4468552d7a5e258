/** A contract has no name of its own: people know it by the provider and what it covers. */
import type { Contract, Id, Landscape } from '../../core/landscape/document.ts';

type Named = readonly { readonly id: Id; readonly name: string }[];
type Known = Pick<Landscape, 'providers' | 'systems'>;

const namesOf = (list: Named): ReadonlyMap<Id, string> => new Map(list.map(({ id, name }) => [id, name]));

/** `Koppelhuis: Zaaksysteem +2`, the same in every language. The names are gathered once for all contracts. */
export function contractNames({ providers, systems }: Known): (contract: Pick<Contract, 'provider' | 'systems'>) => string {
  const [ofProviders, ofSystems] = [namesOf(providers), namesOf(systems)];
  return ({ provider, systems: covered }) => {
    const [first, ...others] = covered;
    const covers = first === undefined ? '' : `: ${ofSystems.get(first) ?? first}${others.length === 0 ? '' : ` +${others.length}`}`;
    return `${ofProviders.get(provider) ?? provider}${covers}`;
  };
}

/** What anything of the landscape is called; what has no name, such as evidence, by its id. */
export function itemNames(landscape: Known): (item: { readonly id: Id } & object) => string {
  const contractName = contractNames(landscape);
  return (item) => ('name' in item ? String(item.name) : 'provider' in item && 'systems' in item ? contractName(item as Contract) : item.id);
}
