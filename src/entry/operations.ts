/** Every operation there is: the one list from which all faces are made. */
import { calendarOperations } from '../capabilities/calendar-feed/operations.tsx';
import { cockpitOperations } from '../capabilities/cockpit/operations.ts';
import { continuityOperations } from '../capabilities/continuity/operations.ts';
import { conversationOperations } from '../capabilities/conversation/operations.ts';
import { operations as identity } from '../capabilities/identity/operations.tsx';
import { keyOperations } from '../capabilities/sealing/operations.ts';
import { landscapeOperations } from '../capabilities/landscape/operations.ts';
import { partnershipOperations } from '../capabilities/partnership/operations.ts';
import { policyOperations } from '../capabilities/policy-review/operations.ts';
import { queueOperations } from '../capabilities/queue/operations.tsx';
import { sovereigntyOperations } from '../capabilities/sovereignty/operations.ts';
import { supplierOperations } from '../capabilities/suppliers/operations.ts';
import { tokenOperations } from '../capabilities/tokens/operations.tsx';
import { leavingOperations } from '../capabilities/leaving/operations.tsx';
import { libraryOperations } from '../capabilities/library/operations.tsx';
import { traceOperations } from '../capabilities/traces/operations.ts';
import { webhookOperations } from '../capabilities/webhooks/operations.tsx';
import type { Operation } from '../platform/operation.ts';
import { exported } from './exported.ts';
import { documentOperations } from './document-operations.ts';

const told: readonly Operation[] = [
  ...calendarOperations,
  ...cockpitOperations,
  ...conversationOperations,
  ...identity,
  ...landscapeOperations,
  ...sovereigntyOperations,
  ...supplierOperations,
  ...continuityOperations,
  ...policyOperations,
  ...tokenOperations,
  ...libraryOperations,
  ...partnershipOperations,
  ...traceOperations,
  ...queueOperations,
  ...leavingOperations(exported),
  ...keyOperations,
  ...documentOperations,
];

/** Webhooks are told of the changes among the others. */
export const operations: readonly Operation[] = [...told, ...webhookOperations(told)];
