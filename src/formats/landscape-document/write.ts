/** A landscape as a file, in the canonical order. */
import type { Landscape } from '../../core/landscape/document.ts';
import { landscapeDocument } from '../../core/landscape/write.ts';
import { jsonText, yamlText } from '../text-document/write.ts';

export const landscapeYaml = (landscape: Landscape): string => yamlText(landscapeDocument(landscape));
export const landscapeJson = (landscape: Landscape): string => jsonText(landscapeDocument(landscape));
