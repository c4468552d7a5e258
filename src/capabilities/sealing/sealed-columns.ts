/** Everything that is sealed: the one list from which it is sealed anew and shown. */
import { sealedInput } from '../../platform/jobs/store.ts';
import type { SealedColumn } from '../../platform/keys/sealed-column.ts';
import { sealedInConversation } from '../conversation/public.ts';
import { sealedInWebhooks } from '../webhooks/public.ts';

export const sealedColumns: readonly SealedColumn[] = [...sealedInConversation, ...sealedInWebhooks, sealedInput];
