import { plan } from '../core/plan.ts';
export const clock = plan;
