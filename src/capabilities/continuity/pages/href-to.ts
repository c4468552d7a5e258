import type { Id } from '../../../core/landscape/document.ts';

const folders = { service: 'services', system: 'systems', provider: 'providers', dataset: 'datasets' } as const;
/** The page of a thing. */
export const hrefTo = (kind: keyof typeof folders, id: Id): string => `/${folders[kind]}/${encodeURIComponent(id)}`;
