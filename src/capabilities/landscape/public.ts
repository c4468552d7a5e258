/** What other slices may use of the landscape. */
export { type Changed, changeLandscape, type Edit } from './change-landscape.ts';
export { contractNames } from './contract-name.ts';
export { type Current, currentLandscape } from './current-landscape.ts';
export { itemOf, putItem } from './edits.ts';
export { faultOf, readDocument } from './read-document.ts';
