/** Our layers and the blocks of others, as they are shown. */
import { z } from 'zod';

const block = z.strictObject({ id: z.string(), scheme: z.enum(['ec', 'dictu']), name: z.string(), layers: z.array(z.number()), covers: z.enum(['whole', 'part']), how: z.string() });
export const layerMapping = z.strictObject({ layers: z.array(z.strictObject({ layer: z.number(), name: z.string() })), blocks: z.array(block) });
export type LayerMapping = z.output<typeof layerMapping>;
