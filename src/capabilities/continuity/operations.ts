/** Continuity's table of contents. The command on files stands in `simulate-landscape.ts`. */
import type { Operation } from '../../platform/operation.ts';
import { listServices } from './list-services.tsx';
import { rankLosses } from './rank-losses.tsx';
import { showService } from './show-service.tsx';
import { showSimulation } from './show-simulation.tsx';
import { simulateScenario } from './simulate-scenario.ts';

export const continuityOperations: readonly Operation[] = [listServices, showService, simulateScenario, showSimulation, rankLosses];
