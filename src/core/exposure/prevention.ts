/** What keeps an operator from reading in clear, layer by layer (engine.md §4). */
import type { Id, Layer, State, TechnicalLayer } from '../landscape/document.ts';
import { and, no, or, unknown, yes, type Truth } from '../kleene.ts';
import { layersWhere, type LayerSet } from './layer-set.ts';

/** What the measure of a layer is said to be; undefined = nothing is said. */
export type StateOf = (layer: Layer, measure: Id) => State | undefined;

/** Said not to apply is not there to protect anybody. */
export const truthOf = (state: State | undefined): Truth => (state === 'yes' ? yes : state === undefined || state === 'unknown' ? unknown : no);

const protections = {
  ownIdentity: { layer: 5, measure: 'own-identity-control' },
  encryptedAtRest: { layer: 6, measure: 'encryption-at-rest' },
  ownKeys: { layer: 6, measure: 'customer-held-keys' },
  endToEnd: { layer: 6, measure: 'end-to-end-encryption' },
  confidential: { layer: 7, measure: 'confidential-computing' },
} as const satisfies Readonly<Record<string, { readonly layer: Layer; readonly measure: Id }>>;

type Taken = Readonly<Record<keyof typeof protections, Truth>>;

const inTransport = ({ endToEnd, encryptedAtRest, ownKeys }: Taken): Truth => or(endToEnd, and(encryptedAtRest, ownKeys));

const preventedBy: Readonly<Record<TechnicalLayer, (taken: Taken) => Truth>> = {
  1: inTransport,
  2: inTransport,
  3: inTransport,
  4: inTransport,
  5: ({ ownIdentity }) => ownIdentity,
  6: ({ ownKeys }) => ownKeys,
  7: ({ endToEnd, confidential }) => or(endToEnd, confidential),
};

/** The layers where reading is prevented for sure, and those where it is for sure not. */
export type Prevention = { readonly prevented: LayerSet; readonly open: LayerSet };

export const preventionOf = (stateOf: StateOf): Prevention => {
  const said = ({ layer, measure }: { readonly layer: Layer; readonly measure: Id }): Truth => truthOf(stateOf(layer, measure));
  const taken: Taken = {
    ownIdentity: said(protections.ownIdentity),
    encryptedAtRest: said(protections.encryptedAtRest),
    ownKeys: said(protections.ownKeys),
    endToEnd: said(protections.endToEnd),
    confidential: said(protections.confidential),
  };
  return {
    prevented: layersWhere((layer) => preventedBy[layer](taken) === yes),
    open: layersWhere((layer) => preventedBy[layer](taken) === no),
  };
};
