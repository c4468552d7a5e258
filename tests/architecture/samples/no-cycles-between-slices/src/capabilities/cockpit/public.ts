import { a } from '../landscape/public.ts';
export const b = a;
