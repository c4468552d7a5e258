/** What other slices may use of how a policy is spoken of. */
export { givenBy, sentenceOf } from './speak.ts';
