/** What others may use of this slice. */
export { bearerOf } from './bearer.ts';
export { hashOfToken } from './make-token.ts';
