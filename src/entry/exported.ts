/** All that goes along when an organisation leaves, and what stays and why: the one list. */
import { conversationTables } from '../capabilities/conversation/exported-tables.ts';
import { identityTables } from '../capabilities/identity/exported-tables.ts';
import { landscapeAsDocument, landscapeTables } from '../capabilities/landscape/exported-tables.ts';
import { leavingTables } from '../capabilities/leaving/exported-tables.ts';
import { partnershipTables } from '../capabilities/partnership/exported-tables.ts';
import { policyTables } from '../capabilities/policy/exported-tables.ts';
import { calendarTables } from '../capabilities/calendar-feed/exported-tables.ts';
import { tokenTables } from '../capabilities/tokens/exported-tables.ts';
import { webhookTables } from '../capabilities/webhooks/exported-tables.ts';
import { auditTables } from '../platform/audit/exported-tables.ts';
import type { Exported } from '../platform/export/exported-table.ts';
import { jobTables } from '../platform/jobs/exported-tables.ts';
import { keyTables } from '../platform/keys/exported-tables.ts';
import { sessionTables } from '../platform/session/exported-tables.ts';

export const exported: Exported = {
  tables: [...identityTables, ...landscapeTables, ...policyTables, ...partnershipTables, ...conversationTables, ...tokenTables, ...webhookTables, ...calendarTables, ...leavingTables, ...auditTables, ...jobTables, ...keyTables, ...sessionTables],
  documents: [landscapeAsDocument],
};
