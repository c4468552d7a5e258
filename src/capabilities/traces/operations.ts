/** Who did or read what: for the auditor, and for whom it concerns. */
import type { Operation } from '../../platform/operation.ts';
import { downloadLog } from './download-log.ts';
import { listLog } from './list-events.tsx';
import { downloadCheckpoint, downloadProof, showEvent } from './show-event.tsx';
import { showOwn } from './show-own.tsx';
import { verifyLogs } from './verify-log.tsx';

export const traceOperations: readonly Operation[] = [listLog, showEvent, downloadProof, downloadCheckpoint, downloadLog, verifyLogs, showOwn];
