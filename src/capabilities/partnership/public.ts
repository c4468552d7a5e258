/** What others may use of this slice. */
export { agreementsInForce } from './agreements-in-force.ts';
