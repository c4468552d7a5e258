/** How long it takes to bring one system back by itself (engine.md §7). */
import type { Service, System } from '../landscape/document.ts';

/** Two separate runs: what the supplier or the plan declares, and what a test showed. */
export const figures = ['declared', 'tested'] as const;
export type Figure = (typeof figures)[number];

/** Hours; `recovery: none` and a figure that nobody gave are both Infinity. One figure never stands in for the other. */
export const ownHours = ({ recovery }: System, figure: Figure): number => {
  if (recovery === undefined || recovery === 'none') return Infinity;
  return (figure === 'declared' ? recovery.declaredHours : recovery.testedHours) ?? Infinity;
};

/** Whether a service that takes `hours` to restore breaks its promise; without a promise there is none to break. */
export const breaks = ({ maxDowntimeHours = Infinity }: Service, hours = 0): boolean => hours > maxDowntimeHours;
