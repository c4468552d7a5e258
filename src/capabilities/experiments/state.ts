/** Where an experiment stands. Pure. */
export const endings = ['go-on', 'adapt', 'stop'] as const;
export type Ending = (typeof endings)[number];
export const states = ['proposed', 'running', 'over', 'refused', 'told'] as const;
export type State = (typeof states)[number];

export type Course = { readonly until: string | null; readonly refusal: string | null; readonly ending: Ending | null };

/** `over`: its time is up, and what came of it is still to be told. */
export function stateOf({ until, refusal, ending }: Course, today: string): State {
  if (ending !== null) return 'told';
  if (refusal !== null) return 'refused';
  if (until === null) return 'proposed';
  return until < today ? 'over' : 'running';
}
