/** The landscape as a document, to take along. */
import { z } from 'zod';
import type { Landscape } from '../../core/landscape/document.ts';
import { defineOperation, type Operation } from '../../platform/operation.ts';
import { currentLandscape } from './current-landscape.ts';
import { landscapeJson, landscapeYaml } from '../../formats/landscape-document/write.ts';
import { words } from './words.ts';

const exportAs = (format: 'yaml' | 'json', mediaType: string, textOf: (landscape: Landscape) => string): Operation =>
  defineOperation({
    name: `landscape.export-${format}`,
    title: (locale) => words(locale).export[format],
    permission: 'landscape:read',
    input: z.strictObject({}),
    output: z.custom<Landscape>(),
    effect: { kind: 'sensitive-read', trace: (_, { organisation }) => ({ object: `landscape/${organisation.id}`, detail: { format } }) },
    handle: async (at) => (await currentLandscape(at)).landscape,
    web: {
      kind: 'download',
      path: `/landscape/export.${format}`,
      file: (landscape) => ({ name: `${landscape.organisation.id}-${landscape.asOf}.${format}`, mediaType, body: textOf(landscape) }),
    },
  });

export const exportOperations: readonly Operation[] = [exportAs('yaml', 'application/yaml', landscapeYaml), exportAs('json', 'application/json', landscapeJson)];
