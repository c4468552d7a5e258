/** What other slices may use of continuity. */
export { rankingOf, settingFor } from './ground.ts';
