import type { Example } from '../testing/example.ts';
import { Pagination } from './component.tsx';

const page = (number: number, current = false) => ({ href: `?page=${number}`, text: String(number), label: `Pagina ${number}`, current });
export const examples: readonly Example[] = [
  { name: 'in the middle', node: <Pagination label="Pagina’s" summary="41 tot en met 60 van 312 systemen" previous={{ href: '?page=2', text: 'Vorige' }} next={{ href: '?page=4', text: 'Volgende' }} pages={[page(1), page(2), page(3, true), page(4), 'gap', page(16)]} /> },
];
