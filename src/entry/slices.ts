/** Every slice there is: the one list from which operations, tables, work and names are gathered. */
import { calendar } from '../capabilities/calendar-feed/slice.ts';
import { cockpit } from '../capabilities/cockpit/slice.ts';
import { continuity } from '../capabilities/continuity/slice.ts';
import { conversation } from '../capabilities/conversation/slice.ts';
import { experiments } from '../capabilities/experiments/slice.ts';
import { frameworks } from '../capabilities/frameworks/slice.ts';
import { identity } from '../capabilities/identity/slice.ts';
import { landscape } from '../capabilities/landscape/slice.ts';
import { leaving } from '../capabilities/leaving/slice.ts';
import { library } from '../capabilities/library/slice.ts';
import { participation } from '../capabilities/participation/slice.ts';
import { partnership } from '../capabilities/partnership/slice.ts';
import { policyReview } from '../capabilities/policy-review/slice.ts';
import { queue } from '../capabilities/queue/slice.ts';
import { sealing } from '../capabilities/sealing/slice.ts';
import { sovereignty } from '../capabilities/sovereignty/slice.ts';
import { suppliers } from '../capabilities/suppliers/slice.ts';
import { tokens } from '../capabilities/tokens/slice.ts';
import { traces } from '../capabilities/traces/slice.ts';
import { webhooks } from '../capabilities/webhooks/slice.ts';
import { auditTables } from '../platform/audit/exported-tables.ts';
import { jobTables } from '../platform/jobs/exported-tables.ts';
import { sealedInput } from '../platform/jobs/store.ts';
import { keyTables } from '../platform/keys/exported-tables.ts';
import { sendLetter } from '../platform/mail/send-letter.ts';
import { sessionTables } from '../platform/session/exported-tables.ts';
import { gather, type Slice } from '../platform/slice.ts';

/** Webhooks come last: they tell of what all others do. */
const slices: readonly Slice[] = [calendar, cockpit, conversation, identity, landscape, sovereignty, suppliers, continuity, policyReview, frameworks, participation, experiments, tokens, library, partnership, traces, queue, leaving, sealing, webhooks];

export const gathered = gather(slices, { tables: [...auditTables, ...jobTables, ...keyTables, ...sessionTables], sealed: [sealedInput], work: [sendLetter] });
