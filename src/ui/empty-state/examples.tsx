import { ButtonLink } from '../button/component.tsx';
import type { Example } from '../testing/example.ts';
import { EmptyState } from './component.tsx';

export const examples: readonly Example[] = [{ name: 'empty', node: <EmptyState level={3} title="Nog geen contracten" actions={<><ButtonLink kind="primary" href="/contracten/nieuw">Contract toevoegen</ButtonLink><ButtonLink href="/inlezen">Document inlezen</ButtonLink></>}><p>Met uw contracten ziet u welke afspraken ontbreken en wanneer u kunt opzeggen.</p></EmptyState> }];
