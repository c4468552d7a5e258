import { rows } from '../landscape/store.ts';
export const cockpit = rows;
