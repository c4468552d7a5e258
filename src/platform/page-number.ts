/** Which page of a list, from 1. No list of ours is so long that it has more; a larger number is a mistake or an attack. */
import { z } from 'zod';

const last = 100_000;
export const pageNumber = z.number().int().min(1).max(last);
