import { b } from '../cockpit/public.ts';
export const c = b;
