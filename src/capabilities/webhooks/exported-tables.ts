/** Of webhooks nothing goes along: they sign with a secret of this installation, which the receiver knows. */
import type { StayingTable } from '../../platform/export/exported-table.ts';

const here = { nl: 'Meldingen die deze installatie verstuurt, met een geheim van hier. Richt ze elders opnieuw in.', en: 'Messages that this installation sends, with a secret of its own. Set them up again elsewhere.' };

export const webhookTables: readonly StayingTable[] = [
  { table: 'webhook', stays: here },
  { table: 'webhook_delivery', stays: here },
];
