/** What a fact is asked about: one dataset in one system, with all that the engine has found out of it. */
import type { Exposure } from '../exposure/exposure.ts';
import type { StateOf } from '../exposure/prevention.ts';
import type { RunningContract } from '../landscape/clauses.ts';
import type { Dataset, DateText, System } from '../landscape/document.ts';
import type { LayerPlace } from '../landscape/plates.ts';
import type { CountryCode } from '../landscape/document.ts';
import type { Demand } from './demand.ts';

/** The same for every subject of one assessment. */
export type Setting = { readonly asOf: DateText; readonly home: CountryCode; readonly isInEea: (country: CountryCode) => boolean };

export type SystemSubject = {
  readonly setting: Setting;
  readonly system: System;
  /** Seven, lowest layer first. */
  readonly places: readonly LayerPlace[];
  readonly stateOf: StateOf;
  readonly contracts: readonly RunningContract[];
  readonly exposure: Exposure;
  readonly demand: Demand;
};

/** `dataset` undefined: a system without datasets, written `-`. */
export type Subject = SystemSubject & { readonly dataset: Dataset | undefined };

/**
 * What a fact may be: exactly this value, some of the values of its domain (in any order), a number of hours or
 * days (Infinity included), or undefined — nothing is known, so anything.
 *
 * INVARIANT: lists are constants of a module, never made for one answer: derive.ts remembers them by identity.
 */
export type Answer = string | readonly string[] | number | undefined;
